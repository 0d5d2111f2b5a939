// Says while one types that this rescue may be entered already.
import { createMemo, For, Show, type JSX } from 'solid-js';
import type { ProjectedOrder } from '../data/orders.ts';
import { useStrings } from '../i18n/strings.ts';
import { Banner } from '../ui/banner.tsx';
import { useFormat } from '../ui/formatting.tsx';
import type { Draft } from './draft.ts';
import { duplicatesOf, type Duplicate } from './duplicates.ts';
import { formStrings } from './form-strings.ts';
import css from './form.module.css';
import { orderStrings } from './strings.ts';

/** More than these are the same story. */
const shown = 3;

export function Duplicates(props: { draft: Draft; recent: readonly ProjectedOrder[] }): JSX.Element {
  const t = useStrings(formStrings);
  const format = useFormat();
  const entered = createMemo(() => ({ plate: props.draft.plate, phone: props.draft.contactPhone }));
  const found = createMemo(() => duplicatesOf(entered(), props.recent, format.now()).slice(0, shown));
  return (
    <Show when={found().length > 0}>
      <div class={css.whole}>
        <Banner tone="warning" title={t().duplicate.title}>
          <div class={css.duplicates}>
            <For each={found()}>{(duplicate) => <Line duplicate={duplicate} />}</For>
          </div>
        </Banner>
      </div>
    </Show>
  );
}

/** Opens beside, so that nothing typed is left. */
function Line(props: { duplicate: Duplicate<ProjectedOrder> }): JSX.Element {
  const t = useStrings(formStrings);
  const words = useStrings(orderStrings);
  const format = useFormat();
  const text = () => {
    const { order, same } = props.duplicate;
    const number = order.number || words().numberPending;
    return t().duplicate[same](number, words().status[order.status], format.short(order.createdAt));
  };
  return (
    <span>
      {text()}{' '}
      <a href={`/orders/${props.duplicate.order.id}`} target="_blank" rel="noopener">
        {t().duplicate.open}
      </a>
    </span>
  );
}
