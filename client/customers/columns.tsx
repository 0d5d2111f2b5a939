// The columns of the list of customers.
import { createMemo, type Accessor, type JSX } from 'solid-js';
import type { Customer } from '#schemas/customers/customer.ts';
import { useStrings } from '../i18n/strings.ts';
import { useNames } from '../orders/names.ts';
import { RecordState, useStateColumn } from '../records/state-column.tsx';
import type { Column } from '../ui/data-table.tsx';
import { useFormat } from '../ui/formatting.tsx';
import { RowCard } from '../ui/row-card.tsx';
import { customerStrings } from './strings.ts';

export function useCustomerColumns(): Accessor<readonly Column<Customer>[]> {
  const t = useStrings(customerStrings);
  const state = useStateColumn<Customer>();
  const names = useNames();
  const format = useFormat();
  const settlement = useSettlement();
  return createMemo((): readonly Column<Customer>[] => [
    { id: 'name', header: t().name, value: ({ name }) => name, sort: true, width: 240, grow: true },
    { id: 'shortName', header: t().shortName, value: ({ shortName }) => shortName, width: 110, hidden: true },
    { id: 'type', header: t().type, value: ({ typeId }) => names.catalog(typeId), sort: true, width: 110 },
    { id: 'contact', header: t().contact, value: ({ contact }) => contact.name, width: 90 },
    {
      id: 'phone',
      header: t().phone,
      value: ({ contact }) => contact.phone,
      cell: ({ contact }) => (contact.phone ? format.phone(contact.phone) : ''),
      width: 140,
    },
    { id: 'settlement', header: t().settlement, value: settlement, width: 206 },
    {
      id: 'rates',
      roomy: true,
      header: t().rates,
      value: ({ rateCards = [] }) => rateCards.length,
      cell: ({ rateCards = [] }) => (rateCards.length > 0 ? rateCards.length : ''),
      sort: true,
      width: 80,
      align: 'end',
    },
    {
      id: 'confirms',
      roomy: true,
      header: t().needsConfirmation,
      value: ({ needsConfirmation }) => (needsConfirmation ? t().yes : ''),
      width: 120,
    },
    {
      id: 'outlets',
      header: t().outlets,
      value: ({ outletIds }) => outletIds.map(names.outlet).join(t().listSeparator) || t().all,
      width: 134,
      grow: true,
    },
    state(),
    { id: 'address', header: t().address, value: ({ address }) => address, width: 200, hidden: true },
  ]);
}

/** At phone width. */
export function CustomerCard(props: { customer: Customer }): JSX.Element {
  const t = useStrings(customerStrings);
  const names = useNames();
  const format = useFormat();
  const settlement = useSettlement();
  const contact = () => props.customer.contact;
  const outlets = () => props.customer.outletIds.map(names.outlet).join(t().listSeparator);
  return (
    <RowCard
      title={props.customer.name}
      marks={<RecordState document={props.customer} />}
      lines={[
        [names.catalog(props.customer.typeId), outlets() || t().all],
        [contact().name, format.phone(contact().phone ?? '')],
        [settlement(props.customer)],
      ]}
    />
  );
}

function useSettlement(): (customer: Customer) => string {
  const t = useStrings(customerStrings);
  const names = useNames();
  return ({ settlement: { cycle, day, method } }) =>
    [
      t().cycles[cycle],
      cycle === 'monthly' && day !== undefined ? t().onDay(day) : '',
      method === undefined ? '' : names.catalog(method),
    ]
      .filter(Boolean)
      .join(' · ');
}
