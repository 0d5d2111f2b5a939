// One order beside the list: the word of the third party first, then everything it is about.
import ArrowRight from 'lucide-solid/icons/arrow-right';
import { Show, type JSX } from 'solid-js';
import type { ProjectedOrder } from '../data/orders.ts';
import { useStrings } from '../i18n/strings.ts';
import { OrderStatusBadge } from '../orders/marks.tsx';
import { OrderFacts } from '../orders/order-facts.tsx';
import { OrderTimeline } from '../orders/order-timeline.tsx';
import css from '../orders/orders.module.css';
import { orderStrings } from '../orders/strings.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import { useFormat } from '../ui/formatting.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { Kbd } from '../ui/states.tsx';
import { ConfirmForm } from './confirm-form.tsx';
import { ConfirmationBadge } from './columns.tsx';
import { confirmationStrings } from './strings.ts';

interface Props {
  order: ProjectedOrder;
  takesFocus: boolean;
  onDone: () => void;
  onNext: () => void;
  onClose: () => void;
}

export function ConfirmationPanel(props: Props): JSX.Element {
  const t = useStrings(confirmationStrings);
  const words = useStrings(orderStrings);
  const format = useFormat();
  const since = () => props.order.confirmation?.state === 'waiting' && props.order.confirmation.since;
  return (
    <SidePanel
      wide
      title={props.order.number || words().numberPending}
      titleExtra={
        <>
          <ConfirmationBadge order={props.order} />
          <OrderStatusBadge status={props.order.status} />
        </>
      }
      onClose={() => props.onClose()}
    >
      <div class={css.sections}>
        <div class={css.actions}>
          <LinkButton size="small" href={`/orders/${props.order.id}`}>
            {t().form.openOrder}
          </LinkButton>
          <Button size="small" icon={ArrowRight} aria-keyshortcuts="J" onClick={() => props.onNext()}>
            <span class={css.keyed}>
              {t().form.next}
              <span class={css.key} aria-hidden="true">
                <Kbd>J</Kbd>
              </span>
            </span>
          </Button>
          <Show when={since()}>{(iso) => <span class={css.sub}>{t().waits(format.short(iso()))}</span>}</Show>
        </div>
        <Show when={props.order.id} keyed>
          <ConfirmForm order={props.order} takesFocus={props.takesFocus} onDone={() => props.onDone()} />
        </Show>
        <OrderFacts order={props.order} />
        <OrderTimeline order={props.order} />
      </div>
    </SidePanel>
  );
}
