// The small signs by which an order is read at a glance. Each has an icon and a word beside its colour.
import { A } from '@solidjs/router';
import Ban from 'lucide-solid/icons/ban';
import CircleCheck from 'lucide-solid/icons/circle-check';
import CircleDashed from 'lucide-solid/icons/circle-dashed';
import CircleSlash from 'lucide-solid/icons/circle-slash';
import CloudUpload from 'lucide-solid/icons/cloud-upload';
import Flag from 'lucide-solid/icons/flag';
import MapPin from 'lucide-solid/icons/map-pin';
import Maximize2 from 'lucide-solid/icons/maximize-2';
import Navigation from 'lucide-solid/icons/navigation';
import Send from 'lucide-solid/icons/send';
import ThumbsUp from 'lucide-solid/icons/thumbs-up';
import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import Truck from 'lucide-solid/icons/truck';
import Wrench from 'lucide-solid/icons/wrench';
import { Show, type JSX } from 'solid-js';
import type { Order, OrderStatus } from '#schemas/orders/order.ts';
import { useStrings } from '../i18n/strings.ts';
import { StatusBadge, type Tone } from '../ui/badge.tsx';
import type { IconComponent } from '../ui/icon.ts';
import { declinesOf, type Declinable } from './declined.ts';
import { useNames } from './names.ts';
import css from './orders.module.css';
import { orderStrings } from './strings.ts';

const looks: Record<OrderStatus, { tone: Tone; icon: IconComponent }> = {
  pending: { tone: 'warning', icon: CircleDashed },
  dispatched: { tone: 'info', icon: Send },
  accepted: { tone: 'info', icon: ThumbsUp },
  'en-route': { tone: 'progress', icon: Navigation },
  'on-scene': { tone: 'progress', icon: MapPin },
  working: { tone: 'progress', icon: Wrench },
  towing: { tone: 'progress', icon: Truck },
  'at-destination': { tone: 'progress', icon: Flag },
  completed: { tone: 'success', icon: CircleCheck },
  'empty-run': { tone: 'neutral', icon: CircleSlash },
  voided: { tone: 'neutral', icon: Ban },
};

export function OrderStatusBadge(props: { status: OrderStatus }): JSX.Element {
  const t = useStrings(orderStrings);
  return (
    <StatusBadge tone={looks[props.status].tone} icon={looks[props.status].icon}>
      {t().status[props.status]}
    </StatusBadge>
  );
}

/** Nothing when everything is at the server. */
export function UnsentMark(props: { unsent: number }): JSX.Element {
  const t = useStrings(orderStrings);
  return (
    <Show when={props.unsent > 0}>
      <span class={css.unsent} title={t().unsentHint}>
        <CloudUpload size={12} /> {t().unsent}
      </span>
    </Show>
  );
}

export function AttentionMark(props: { attention: Order['attention'] }): JSX.Element {
  const t = useStrings(orderStrings);
  const texts = () => [...new Set(props.attention.map(({ code }) => t().attention[code].short))];
  return (
    <Show when={texts().at(-1)}>
      {(last) => (
        <span class={css.attention} title={texts().join(t().listSeparator)}>
          <TriangleAlert size={13} />
          <span>{t().someAttention(last(), texts().length - 1)}</span>
        </span>
      )}
    </Show>
  );
}

/** Who would not take it and why, for use inside a component; empty when it does not wait for that reason. */
export function useDeclineWords(): (order: Declinable) => string {
  const t = useStrings(orderStrings);
  const names = useNames();
  return (order) =>
    declinesOf(order)
      .map(({ by, reason }) => t().declinedBy(names.staff(by), reason ?? ''))
      .join(t().listSeparator);
}

/** Beside the mark that says that it was declined. */
export function DeclineNote(props: { order: Declinable }): JSX.Element {
  const words = useDeclineWords();
  return (
    <Show when={words(props.order)}>
      {(text) => (
        <span class={css.declined} title={text()}>
          {text()}
        </span>
      )}
    </Show>
  );
}

/** The number, or that there is none yet. */
export function OrderNumber(props: { number: string }): JSX.Element {
  const t = useStrings(orderStrings);
  return (
    <Show when={props.number} fallback={<span class={css.noNumber}>{t().numberPending}</span>}>
      <span class={css.number}>{props.number}</span>
    </Show>
  );
}

/** Two lines in a row of the table. */
export function Lines(props: { first: JSX.Element; second?: JSX.Element; title?: string }): JSX.Element {
  return (
    <span class={css.lines} title={props.title}>
      <span class={css.first}>{props.first}</span>
      <span class={css.second}>{props.second}</span>
    </span>
  );
}

/** From where an order is shown in part to all there is of it. */
export function OrderPageLink(props: { id: string }): JSX.Element {
  const t = useStrings(orderStrings);
  return (
    <A href={`/orders/${props.id}`} class={css.whole} aria-label={t().openPage} title={t().openPage}>
      <Maximize2 size={14} />
    </A>
  );
}
