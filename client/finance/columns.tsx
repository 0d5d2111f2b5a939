// What finance sees of an order in the list.
import { type JSX } from 'solid-js';
import type { Order, TimelineEntry } from '#schemas/orders/order.ts';
import { isOpen } from '#schemas/orders/order.ts';
import type { ProjectedOrder } from '../data/orders.ts';
import { useStrings } from '../i18n/strings.ts';
import { OrderStatusBadge } from '../orders/marks.tsx';
import { useNames } from '../orders/names.ts';
import type { Column } from '../ui/data-table-types.ts';
import { Time, useFormat } from '../ui/formatting.tsx';
import { financeStrings } from './strings.ts';
import css from './finance.module.css';

/** The entry that ended the order, with what the driver reported in it. */
export function closingEntry({ timeline }: Pick<Order, 'timeline'>): TimelineEntry | undefined {
  return timeline.findLast(({ status }) => status !== undefined && !isOpen(status));
}

export function useFinanceColumns(): () => Column<ProjectedOrder>[] {
  const t = useStrings(financeStrings);
  const names = useNames();
  const format = useFormat();
  const kilometres = (order: Order) => {
    const km = closingEntry(order)?.mileageKm;
    return km === undefined ? '' : t().kilometres(km);
  };
  const money = (fen: number | undefined) => (fen === undefined ? '' : format.money(fen));
  return () => [
    {
      id: 'number',
      header: t().column.number,
      width: 116,
      cell: (order) => order.number,
      sort: (order) => order.number,
    },
    {
      id: 'closed',
      header: t().column.closed,
      width: 150,
      cell: (order) => (
        <span class={css.closed}>
          <Time iso={closingEntry(order)?.recordedAt} /> <OrderStatusBadge status={order.status} />
        </span>
      ),
      sort: (order) => closingEntry(order)?.recordedAt ?? '',
    },
    { id: 'outlet', header: t().column.outlet, width: 96, cell: (order) => names.outlet(order.outletId) },
    {
      id: 'customer',
      header: t().column.customer,
      width: 140,
      grow: true,
      cell: (order) => names.customer(order.customerId),
    },
    {
      id: 'service',
      header: t().column.service,
      width: 100,
      cell: (order) => names.catalog(order.serviceId),
    },
    { id: 'car', header: t().column.car, width: 96, cell: (order) => order.car.plate },
    {
      id: 'driver',
      header: t().column.driver,
      width: 80,
      cell: (order) => names.staff(order.assignment?.driverId),
    },
    { id: 'mileage', header: t().column.mileage, width: 90, align: 'end', cell: kilometres },
    {
      id: 'collected',
      header: t().column.collected,
      width: 100,
      align: 'end',
      cell: (order) => money(closingEntry(order)?.collectedFen),
    },
    {
      id: 'amount',
      header: t().column.amount,
      width: 100,
      align: 'end',
      cell: (order) => money(order.finance.amountFen),
      sort: (order) => order.finance.amountFen ?? 0,
    },
    {
      id: 'method',
      header: t().column.method,
      width: 96,
      cell: (order) => names.catalog(order.finance.method),
    },
  ];
}

export function OrderCard(props: { order: ProjectedOrder }): JSX.Element {
  const names = useNames();
  const format = useFormat();
  const amount = () => props.order.finance.amountFen;
  return (
    <div class={css.card}>
      <span class={css.line}>
        <strong>{props.order.number}</strong>
        <OrderStatusBadge status={props.order.status} />
        <strong class={css.end}>{amount() === undefined ? '' : format.money(amount() ?? 0)}</strong>
      </span>
      <span>
        {[names.customer(props.order.customerId), names.catalog(props.order.serviceId)].join(' · ')}
      </span>
      <span class={css.muted}>{[props.order.car.plate, names.outlet(props.order.outletId)].join(' · ')}</span>
    </div>
  );
}
