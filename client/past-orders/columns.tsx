// What is seen of an order of the past, and what goes into a file of them.
import { createMemo, type Accessor } from 'solid-js';
import { isAmountFigure, type ReportFigure } from '#schemas/reports/drill.ts';
import type { FoundOrder } from '../data/order-search.ts';
import { useMay } from '../data/session.ts';
import { useStrings } from '../i18n/strings.ts';
import { Lines, OrderNumber, OrderStatusBadge } from '../orders/marks.tsx';
import { useNames, type Names } from '../orders/names.ts';
import { useSharedColumns } from '../orders/shared-columns.tsx';
import { orderStrings, type OrderStrings } from '../orders/strings.ts';
import type { Column } from '../ui/data-table.tsx';
import { Time, useFormat } from '../ui/formatting.tsx';
import { instant, money } from '../ui/spreadsheet/cell.ts';
import { reportStrings } from '../reports/strings.ts';
import { pastOrderStrings, type PastOrderStrings } from './strings.ts';

type PastColumn = Column<FoundOrder>;

/** @param figure of the reports, whose orders are listed */
export function usePastOrderColumns(
  figure: Accessor<ReportFigure | undefined>,
): Accessor<readonly PastColumn[]> {
  const t = useStrings(pastOrderStrings);
  const words = useStrings(orderStrings);
  const reports = useStrings(reportStrings);
  const names = useNames();
  const format = useFormat();
  const shared = useSharedColumns();
  const may = useMay();
  return createMemo((): readonly PastColumn[] => {
    const { car, service, contact, pickup, outlet } = shared();
    return [
      ...identity(t(), words()),
      ...ofFigure(figure(), (name) => reports().ordersOf[name]),
      // In a file each thing has a column of its own.
      { ...car, value: ({ car: { plate } }) => plate },
      { ...service, header: t().column.service, value: ({ serviceId }) => names.catalog(serviceId) },
      text('customer', t().column.customer, ({ customerId }) => names.customer(customerId)),
      { ...contact, value: ({ contact: { name } }) => name },
      text('phone', t().column.phone, ({ contact: { phone } }) => format.phone(phone)),
      pickup,
      text('destination', t().column.destination, ({ destination }) => destination?.address),
      outlet,
      ...crew(t(), names),
      ...details(t()),
      ...(may('finance.view') ? finance(t(), words()) : []),
    ];
  });
}

/** Only for whoever chooses it. */
const text = (id: string, header: string, value: (order: FoundOrder) => string | undefined): PastColumn => ({
  ...{ id, header, value, width: 130, hidden: true },
});

const identity = (t: PastOrderStrings, words: OrderStrings): PastColumn[] => [
  {
    ...{ id: 'number', header: words.column.number, width: 124, value: ({ number }) => number },
    cell: (order) => (
      <Lines first={<OrderNumber number={order.number} />} second={order.customerOrderNumber} />
    ),
  },
  {
    ...{ id: 'taken', header: t.column.taken, width: 104, value: ({ createdAt }) => instant(createdAt) },
    cell: (order) => <Time iso={order.createdAt} />,
  },
  {
    ...{ id: 'status', header: words.column.status, width: 120, value: ({ status }) => words.status[status] },
    cell: (order) => <OrderStatusBadge status={order.status} />,
  },
];

const crew = (t: PastOrderStrings, names: Names): PastColumn[] => [
  {
    ...{ id: 'driver', header: t.column.driver, width: 104 },
    value: ({ assignment }) => names.staff(assignment?.driverId),
    cell: (order) => (
      <Lines
        first={names.vehicle(order.assignment?.vehicleId)}
        second={names.staff(order.assignment?.driverId)}
      />
    ),
  },
  text('vehicle', t.column.vehicle, ({ assignment }) => names.vehicle(assignment?.vehicleId)),
];

const details = (t: PastOrderStrings): PastColumn[] => [
  text('customerOrderNumber', t.column.customerOrderNumber, ({ customerOrderNumber }) => customerOrderNumber),
  text('model', t.column.model, ({ car: { color, model } }) => [color, model].filter(Boolean).join(' ')),
  text('vin', t.column.vin, ({ car }) => car.vin),
  text('fault', t.column.fault, ({ fault }) => fault),
  text('note', t.column.note, ({ note }) => note),
];

const finance = (t: PastOrderStrings, words: OrderStrings): PastColumn[] => [
  { id: 'stage', header: t.column.stage, width: 90, value: ({ finance: { stage } }) => words.stage[stage] },
  {
    ...{ id: 'amount', header: t.column.amount, width: 100, align: 'end' },
    value: ({ finance: { amountFen } }) => money(amountFen),
  },
];

/** What each order adds to it. */
const ofFigure = (figure: ReportFigure | undefined, name: (figure: ReportFigure) => string): PastColumn[] => {
  if (!isAmountFigure(figure)) return [];
  const value = ({ figureFen }: FoundOrder) => money(figureFen);
  return [
    {
      id: 'figure',
      header: name(figure === 'average' ? 'revenue' : figure),
      width: 110,
      align: 'end',
      value,
    },
  ];
};
