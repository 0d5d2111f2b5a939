// 客戶管理: who orders and pays.
import { createMemo, type JSX } from 'solid-js';
import type { Customer } from '#schemas/customers/customer.ts';
import { useCatalog, useReference } from '../data/reference.ts';
import { locale } from '../i18n/locale.ts';
import { useStrings } from '../i18n/strings.ts';
import { itemName } from '../orders/names.ts';
import { namedOption } from '../records/options.ts';
import { RecordList } from '../records/record-list.tsx';
import { filter, useListQuery } from '../ui/list-query.ts';
import { textMatcher } from '../ui/text-match.ts';
import { CustomerCard, useCustomerColumns } from './columns.tsx';
import { customerStrings } from './strings.ts';

const cycles = ['per-order', 'monthly'] as const;

export default function CustomersPage(): JSX.Element {
  const t = useStrings(customerStrings);
  const query = useCustomerQuery();
  const rows = useRows(query);
  const columns = useCustomerColumns();
  const filters = useFilters();
  return (
    <RecordList
      collection="customers"
      words={t()}
      query={query}
      columns={columns()}
      rows={rows()}
      filters={filters()}
      card={(customer) => <CustomerCard customer={customer} />}
    />
  );
}

const useCustomerQuery = () =>
  useListQuery(
    {
      type: filter.several(),
      outlet: filter.one(),
      cycle: filter.one(cycles),
      confirms: filter.flag(),
      disabled: filter.flag(),
    },
    { sort: { column: 'name', direction: 'ascending' } },
  );

function useRows(query: ReturnType<typeof useCustomerQuery>) {
  const customers = useReference('customers');
  return createMemo(() => {
    const matches = textMatcher(query.text());
    const { type, outlet, cycle, confirms, disabled } = query.values;
    return customers().filter(
      (customer) =>
        (disabled || !customer.disabled) &&
        (type.length === 0 || type.includes(customer.typeId)) &&
        (outlet === undefined || customer.outletIds.length === 0 || customer.outletIds.includes(outlet)) &&
        (cycle === undefined || customer.settlement.cycle === cycle) &&
        (!confirms || customer.needsConfirmation) &&
        matches(...wordsOf(customer)),
    );
  });
}

const wordsOf = ({ name, shortName, contact, contacts = [], address }: Customer) => [
  ...[name, shortName, address, contact.name, contact.phone],
  ...contacts.flatMap((person) => [person.name, person.phone]),
];

function useFilters() {
  const t = useStrings(customerStrings);
  const outlets = useReference('outlets');
  const types = useCatalog('customer-type');
  return createMemo(() => [
    {
      key: 'type' as const,
      label: t().type,
      options: types().map((type) => ({ value: type.id, label: itemName(type, locale()) })),
    },
    {
      key: 'outlet' as const,
      label: t().outlets,
      options: outlets().map(namedOption),
    },
    {
      key: 'cycle' as const,
      label: t().settlement,
      options: cycles.map((cycle) => ({ value: cycle, label: t().cycles[cycle] })),
    },
    { key: 'confirms' as const, label: t().needsConfirmation },
    { key: 'disabled' as const, label: t().withDisabled },
  ]);
}
