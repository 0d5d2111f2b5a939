// How far what the sender is told has come. Read from the server while one looks at it.
import { createEffect, createSignal, on, onCleanup, Show, type JSX } from 'solid-js';
import type { Delivery } from '#schemas/notices/sender.ts';
import { useDeps } from '../app/deps.tsx';
import type { ShownNotice } from '../data/notices.ts';
import { useStrings } from '../i18n/strings.ts';
import css from '../orders/orders.module.css';
import { StatusBadge, type Tone } from '../ui/badge.tsx';
import { Time, useFormat } from '../ui/formatting.tsx';
import { KeyValueList } from '../ui/key-value-list.tsx';
import { noticeStrings } from './strings.ts';

/** Nothing as long as nothing was decided. */
export function ToldBack(props: { notice: ShownNotice }): JSX.Element {
  const t = useStrings(noticeStrings);
  const told = useDeliveries(() => props.notice);
  const items = () =>
    (told() ?? []).map((delivery) => ({
      label: eventName(delivery, t().event),
      value: <Delivered delivery={delivery} />,
      wide: true,
    }));
  return (
    <Show when={props.notice.state !== 'new'}>
      <section class={css.section}>
        <h3>{t().section.back}</h3>
        <Show
          when={items().length > 0}
          fallback={<p class={css.sub}>{told() ? t().back.none : t().back.offline}</p>}
        >
          <KeyValueList items={items()} />
        </Show>
      </section>
    </Show>
  );
}

const eventName = ({ event = '' }: Delivery, names: Readonly<Record<string, string>>): string =>
  names[event] ?? event;

const tones: Record<Delivery['state'], Tone> = { waiting: 'progress', done: 'success', dead: 'danger' };

function Delivered(props: { delivery: Delivery }): JSX.Element {
  const t = useStrings(noticeStrings);
  const word = (): string => {
    const { state, attempts } = props.delivery;
    if (state !== 'waiting') return t().back[state];
    return attempts > 0 ? t().back.retrying(attempts) : t().back.waiting;
  };
  return (
    <>
      <StatusBadge tone={tones[props.delivery.state]}>{word()}</StatusBadge>{' '}
      <Time iso={props.delivery.finishedAt ?? props.delivery.createdAt} />
      <Show when={props.delivery.state !== 'done' && props.delivery.outcome}>
        {(outcome) => <div class={css.sub}>{outcome()}</div>}
      </Show>
    </>
  );
}

/** Undefined until the server has answered. Asked again whenever the clock of the page ticks. */
function useDeliveries(notice: () => ShownNotice) {
  const { http } = useDeps();
  const format = useFormat();
  const [deliveries, setDeliveries] = createSignal<readonly Delivery[]>();
  createEffect(
    on([() => notice().id, () => notice().state, format.now], ([id, state]) => {
      let isCurrent = true;
      onCleanup(() => (isCurrent = false));
      if (state === 'new') return;
      void http.getJson(`/api/notices/${encodeURIComponent(id)}/deliveries`).then((answer) => {
        if (isCurrent && answer.ok) setDeliveries((answer.value as { deliveries: Delivery[] }).deliveries);
      });
    }),
  );
  return deliveries;
}
