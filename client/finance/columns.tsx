// What finance sees of an order in the list.
import type { Accessor, JSX } from 'solid-js';
import { closingEntry } from '#schemas/orders/order.ts';
import type { ProjectedOrder } from '../data/orders.ts';
import { useStrings } from '../i18n/strings.ts';
import { OrderStatusBadge } from '../orders/marks.tsx';
import { useNames } from '../orders/names.ts';
import type { Column } from '../ui/data-table-types.ts';
import { Time, useFormat } from '../ui/formatting.tsx';
import { instant, money } from '../ui/spreadsheet/cell.ts';
import type { Desk } from './desks.ts';
import { financeStrings } from './strings.ts';
import css from './finance.module.css';

/** @param desk where several stages wait, each order says its own */
export function useFinanceColumns(desk: Accessor<Desk>): () => Column<ProjectedOrder>[] {
  const t = useStrings(financeStrings);
  const names = useNames();
  return () => {
    const { column, stage } = t();
    return [
      { id: 'number', header: column.number, width: 116, value: ({ number }) => number, sort: true },
      {
        id: 'closed',
        header: column.closed,
        width: 196,
        value: (order) => instant(closingEntry(order)?.recordedAt),
        cell: (order) => (
          <span class={css.closed}>
            <Time iso={closingEntry(order)?.recordedAt} /> <OrderStatusBadge status={order.status} />
          </span>
        ),
        sort: true,
      },
      {
        id: 'outlet',
        header: column.outlet,
        width: 96,
        roomy: true,
        value: ({ outletId }) => names.outlet(outletId),
        sort: true,
      },
      {
        id: 'customer',
        header: column.customer,
        width: 140,
        grow: true,
        value: ({ customerId }) => names.customer(customerId),
        sort: true,
      },
      {
        id: 'customerOrderNumber',
        header: column.customerOrderNumber,
        width: 120,
        hidden: true,
        value: (order) => order.customerOrderNumber,
        sort: true,
      },
      {
        id: 'service',
        header: column.service,
        width: 100,
        value: ({ serviceId }) => names.catalog(serviceId),
        sort: true,
      },
      { id: 'car', header: column.car, width: 96, roomy: true, value: ({ car }) => car.plate, sort: true },
      {
        id: 'driver',
        header: column.driver,
        width: 80,
        roomy: true,
        value: ({ assignment }) => names.staff(assignment?.driverId),
        sort: true,
      },
      {
        id: 'mileage',
        header: column.mileage,
        width: 90,
        align: 'end',
        roomy: true,
        value: (order) => closingEntry(order)?.mileageKm,
        sort: true,
      },
      {
        id: 'collected',
        header: column.collected,
        width: 100,
        align: 'end',
        roomy: true,
        hidden: desk().stages.length > 1,
        value: (order) => money(closingEntry(order)?.collectedFen),
        sort: true,
      },
      {
        id: 'amount',
        header: column.amount,
        width: 100,
        align: 'end',
        value: ({ finance }) => money(finance.amountFen),
        sort: true,
      },
      {
        id: 'received',
        header: column.received,
        width: 100,
        align: 'end',
        hidden: true,
        value: ({ finance }) => money(finance.receivedFen),
        sort: true,
      },
      {
        id: 'method',
        header: column.method,
        width: 96,
        roomy: true,
        hidden: desk().stages.length > 1,
        value: ({ finance }) => names.catalog(finance.method),
        sort: true,
      },
      {
        id: 'stage',
        header: t().stageColumn,
        width: 84,
        hidden: desk().stages.length === 1,
        value: ({ finance }) => stage[finance.stage],
        sort: true,
      },
    ];
  };
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
