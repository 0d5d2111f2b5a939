// The board's columns, and what a row is at phone width.
import { Show, type JSX } from 'solid-js';
import type { ProjectedOrder } from '../data/orders.ts';
import { useStrings } from '../i18n/strings.ts';
import type { Column } from '../ui/data-table.tsx';
import { Time, useFormat } from '../ui/formatting.tsx';
import { boardStrings } from './board-strings.ts';
import board from './board.module.css';
import { isFresh } from './fresh.ts';
import { AttentionMark, DeclineNote, Lines, OrderNumber, OrderStatusBadge, UnsentMark } from './marks.tsx';
import { useNames, type Names } from './names.ts';
import { OfferMark } from './offer-state.tsx';
import css from './orders.module.css';
import { useSharedColumns } from './shared-columns.tsx';
import { RunningClock } from './target-clock.tsx';
import { orderStrings, type OrderStrings } from './strings.ts';

export type BoardColumn = Column<ProjectedOrder>;

/** In the language of the screen. @param outlets whether there are several to tell apart */
export function useBoardColumns(outlets: () => boolean): () => readonly BoardColumn[] {
  const t = useStrings(orderStrings);
  const shared = useSharedColumns();
  const names = useNames();
  return () => {
    const { car, service, contact, pickup, outlet } = shared();
    return [
      ...identityColumns(t()),
      ...[car, service, { ...contact, rank: 2 }, pickup],
      ...(outlets() ? [{ ...outlet, rank: 1 }] : []),
      ...workColumns(t(), names),
    ];
  };
}

const identityColumns = (t: OrderStrings): BoardColumn[] => [
  {
    id: 'number',
    header: t.column.number,
    width: 118,
    cell: (order) => <Lines first={<OrderNumber number={order.number} />} second={<Kind order={order} />} />,
  },
  {
    id: 'status',
    header: t.column.status,
    width: 120,
    cell: (order) => <Status order={order} />,
  },
];

const workColumns = (t: OrderStrings, names: Names): BoardColumn[] => [
  {
    id: 'assignment',
    header: t.column.assignment,
    width: 104,
    rank: 4,
    cell: (order) => <Assignment order={order} names={names} />,
  },
  {
    id: 'clock',
    header: t.column.clock,
    width: 132,
    rank: 6,
    cell: (order) => <RunningClock order={order} />,
  },
  {
    id: 'time',
    header: t.column.time,
    width: 100,
    rank: 3,
    cell: (order) => (
      <Lines first={<Time iso={order.createdAt} />} second={<Time iso={order.createdAt} as="relative" />} />
    ),
  },
  {
    id: 'attention',
    header: t.column.attention,
    width: 110,
    rank: 5,
    cell: (order) => (
      <Lines first={<AttentionMark attention={order.attention} />} second={<DeclineNote order={order} />} />
    ),
  },
];

function Kind(props: { order: ProjectedOrder }): JSX.Element {
  const t = useStrings(orderStrings);
  const format = useFormat();
  const kind = () =>
    props.order.scheduledAt ? t().reservedFor(format.short(props.order.scheduledAt)) : t()[props.order.kind];
  return (
    <Show when={props.order.unsent > 0} fallback={<FreshMark order={props.order}>{kind()}</FreshMark>}>
      <UnsentMark unsent={props.order.unsent} />
    </Show>
  );
}

/** That nobody at this screen has looked at it yet. */
function FreshMark(props: { order: ProjectedOrder; children?: JSX.Element }): JSX.Element {
  const t = useStrings(boardStrings);
  return (
    <Show when={props.order.status === 'pending' && isFresh(props.order.id)} fallback={props.children}>
      <span class={board.fresh}>{t().fresh}</span>
    </Show>
  );
}

function Assignment(props: { order: ProjectedOrder; names: Names }): JSX.Element {
  const t = useStrings(orderStrings);
  return (
    <Show when={props.order.assignment} fallback={<span class={css.quiet}>{t().notAssigned}</span>}>
      {(assignment) => (
        <Lines
          first={props.names.vehicle(assignment().vehicleId)}
          second={props.names.staff(assignment().driverId)}
        />
      )}
    </Show>
  );
}

/** While several are asked, how that stands is what one wants to know. */
function Status(props: { order: ProjectedOrder }): JSX.Element {
  return (
    <Show when={props.order.offer} fallback={<OrderStatusBadge status={props.order.status} />}>
      {(offer) => <OfferMark offer={offer()} />}
    </Show>
  );
}

/** @param inLane among its like: the status goes without saying */
export function OrderCard(props: { order: ProjectedOrder; inLane?: boolean }): JSX.Element {
  const t = useStrings(orderStrings);
  const names = useNames();
  const format = useFormat();
  return (
    <div class={css.card}>
      <div class={css.cardHead}>
        <Show when={!props.inLane || props.order.offer}>
          <Status order={props.order} />
        </Show>
        <OrderNumber number={props.order.number} />
        <FreshMark order={props.order} />
        <span class={css.cardTime}>
          <Time iso={props.order.createdAt} as="relative" />
        </span>
      </div>
      <div class={css.cardMain}>
        <span>{props.order.car.plate}</span>
        <span>{names.catalog(props.order.serviceId)}</span>
        <Show when={props.order.scheduledAt}>
          {(time) => <span>{t().reservedFor(format.short(time()))}</span>}
        </Show>
      </div>
      <div class={css.cardPlace}>{props.order.pickup.address}</div>
      <div class={css.cardFoot}>
        <Show when={props.order.assignment} fallback={t().notAssigned}>
          {(to) => <span>{t().to(names.vehicle(to().vehicleId), names.staff(to().driverId))}</span>}
        </Show>
        <RunningClock order={props.order} />
        <AttentionMark attention={props.order.attention} />
        <DeclineNote order={props.order} />
        <UnsentMark unsent={props.order.unsent} />
      </div>
    </div>
  );
}
