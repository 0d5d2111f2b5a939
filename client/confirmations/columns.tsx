// What is seen of an order whose result somebody else confirms: in the list, and as a card on a phone.
import { createMemo, Show, type Accessor, type JSX } from 'solid-js';
import type { ProjectedOrder } from '../data/orders.ts';
import { useStrings } from '../i18n/strings.ts';
import { closedAt } from '../orders/board-query.ts';
import { Lines, OrderNumber, OrderStatusBadge, UnsentMark } from '../orders/marks.tsx';
import { useNames } from '../orders/names.ts';
import css from '../orders/orders.module.css';
import { useSharedColumns } from '../orders/shared-columns.tsx';
import { orderStrings } from '../orders/strings.ts';
import { StatusBadge, type Tone } from '../ui/badge.tsx';
import type { Column } from '../ui/data-table.tsx';
import { Time, useFormat } from '../ui/formatting.tsx';
import { confirmationStrings } from './strings.ts';
import { viewOf, type ConfirmationView } from './waiting.ts';

const tones: Record<ConfirmationView, Tone> = {
  waiting: 'warning',
  overdue: 'danger',
  expected: 'neutral',
  confirmed: 'success',
};

export function ConfirmationBadge(props: { order: ProjectedOrder }): JSX.Element {
  const t = useStrings(confirmationStrings);
  const format = useFormat();
  const view = () => viewOf(props.order, Date.parse(format.now()));
  return (
    <Show when={view()}>
      {(shown) => <StatusBadge tone={tones[shown()]}>{t().view[shown()]}</StatusBadge>}
    </Show>
  );
}

/** Waiting ones by how long they wait, the others by when they ended or began. */
const sortedBy = (order: ProjectedOrder): string =>
  order.confirmation?.since ?? closedAt(order) ?? order.createdAt;

export function useConfirmationColumns(): Accessor<readonly Column<ProjectedOrder>[]> {
  const identity = useIdentityColumns();
  const word = useWordColumns();
  return createMemo(() => [...identity(), ...word()]);
}

function useIdentityColumns(): () => readonly Column<ProjectedOrder>[] {
  const t = useStrings(confirmationStrings);
  const names = useNames();
  return () => [
    {
      id: 'number',
      header: t().column.number,
      width: 122,
      sort: true,
      value: ({ number }) => number,
      cell: (order) => (
        <Lines first={<OrderNumber number={order.number} />} second={<UnsentMark unsent={order.unsent} />} />
      ),
    },
    {
      id: 'view',
      header: t().column.view,
      width: 96,
      cell: (order) => <ConfirmationBadge order={order} />,
    },
    {
      id: 'since',
      header: t().column.since,
      width: 104,
      sort: sortedBy,
      value: (order) => ({ kind: 'instant', at: sortedBy(order), precision: 'minute' }),
      cell: (order) => <Waited order={order} />,
    },
    {
      id: 'customer',
      header: t().column.customer,
      width: 150,
      grow: true,
      sort: true,
      value: ({ customerId }) => names.customer(customerId),
      cell: (order) => <Lines first={names.customer(order.customerId)} second={order.customerOrderNumber} />,
    },
    {
      id: 'car',
      header: t().column.car,
      width: 112,
      sort: true,
      value: ({ car }) => car.plate,
      cell: (order) => (
        <Lines
          first={<span class={css.plate}>{order.car.plate}</span>}
          second={names.catalog(order.serviceId)}
        />
      ),
    },
  ];
}

function useWordColumns(): () => readonly Column<ProjectedOrder>[] {
  const t = useStrings(confirmationStrings);
  const words = useStrings(orderStrings);
  const names = useNames();
  const shared = useSharedColumns();
  return () => [
    {
      id: 'result',
      header: t().column.result,
      width: 120,
      value: ({ status }) => words().status[status],
      cell: (order) => <OrderStatusBadge status={order.status} />,
    },
    {
      id: 'outcome',
      header: t().column.outcome,
      width: 100,
      roomy: true,
      sort: true,
      value: ({ confirmation }) => confirmation?.outcome,
    },
    {
      id: 'remark',
      header: t().column.remark,
      width: 180,
      grow: true,
      roomy: true,
      value: ({ confirmation }) => confirmation?.returnRemark,
    },
    {
      id: 'by',
      header: t().column.by,
      width: 104,
      roomy: true,
      value: ({ confirmation }) => names.staff(confirmation?.by),
      cell: (order) => (
        <Lines first={names.staff(order.confirmation?.by)} second={<Time iso={order.confirmation?.at} />} />
      ),
    },
    { ...shared().outlet, roomy: true, sort: true },
  ];
}

function Waited(props: { order: ProjectedOrder }): JSX.Element {
  const waits = () => props.order.confirmation?.state === 'waiting';
  return (
    <Show when={waits()} fallback={<Time iso={closedAt(props.order)} />}>
      <Lines
        first={<Time iso={props.order.confirmation?.since} as="relative" />}
        second={<Time iso={props.order.confirmation?.since} />}
      />
    </Show>
  );
}

export function ConfirmationCard(props: { order: ProjectedOrder }): JSX.Element {
  const names = useNames();
  return (
    <div class={css.card}>
      <div class={css.cardHead}>
        <ConfirmationBadge order={props.order} />
        <OrderNumber number={props.order.number} />
        <span class={css.cardTime}>
          <Time iso={sortedBy(props.order)} as="relative" />
        </span>
      </div>
      <div class={css.cardMain}>
        <span>{names.customer(props.order.customerId)}</span>
        <span>{props.order.car.plate}</span>
      </div>
      <div class={css.cardPlace}>{props.order.confirmation?.returnRemark}</div>
      <div class={css.cardFoot}>
        <OrderStatusBadge status={props.order.status} />
        <span>{props.order.confirmation?.outcome}</span>
        <UnsentMark unsent={props.order.unsent} />
      </div>
    </div>
  );
}
