// 客戶管理: who orders and pays.
import { useNavigate } from '@solidjs/router';
import Plus from 'lucide-solid/icons/plus';
import { createMemo, Show, type JSX } from 'solid-js';
import type { Customer } from '#schemas/customers/customer.ts';
import { mayEdit } from '#schemas/staff/editing.ts';
import { useCatalog, useReference } from '../data/reference.ts';
import { useActor } from '../data/session.ts';
import { useSync } from '../data/sync-state.ts';
import { locale } from '../i18n/locale.ts';
import { useStrings } from '../i18n/strings.ts';
import { ImportLink } from '../import/import-link.tsx';
import { itemName } from '../orders/names.ts';
import { RecordBatch } from '../records/batch-actions.tsx';
import { SetupLink } from '../setup/start.tsx';
import { LinkButton } from '../ui/button.tsx';
import { ListPage } from '../ui/list-page.tsx';
import { filter, useListQuery } from '../ui/list-query.ts';
import { textMatcher } from '../ui/text-match.ts';
import { useCustomerColumns } from './columns.tsx';
import { customerStrings } from './strings.ts';

const cycles = ['per-order', 'monthly'] as const;

export default function CustomersPage(): JSX.Element {
  const t = useStrings(customerStrings);
  const actor = useActor();
  const sync = useSync();
  const navigate = useNavigate();
  const query = useCustomerQuery();
  const { customers, rows } = useRows(query);
  const columns = useCustomerColumns();
  const filters = useFilters();
  const create = () => (
    <Show when={mayEdit(actor, 'customers')}>
      <LinkButton href="/customers/new" variant="primary" icon={Plus}>
        {t().create}
      </LinkButton>
    </Show>
  );
  return (
    <ListPage
      title={t().title}
      storageKey="customers"
      query={query}
      columns={columns()}
      rows={rows()}
      total={customers().length}
      rowKey={({ id }: Customer) => id}
      rowTone={({ disabled }) => (disabled ? 'muted' : undefined)}
      search={t().search}
      filters={filters()}
      actions={
        <>
          <ImportLink collection="customers" />
          {create()}
        </>
      }
      state={customers().length === 0 && !sync.initialSyncDone() && sync.online() ? 'loading' : 'ready'}
      empty={{
        title: t().emptyTitle,
        hint: t().emptyHint,
        action: (
          <>
            <ImportLink collection="customers" />
            {create()}
            <SetupLink />
          </>
        ),
      }}
      batch={(selection) => <RecordBatch collection="customers" selection={selection} />}
      onOpen={({ id }) => navigate(`/customers/${id}`)}
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
  const rows = createMemo(() => {
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
  return { customers, rows };
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
      options: outlets().map(({ id, name }) => ({ value: id, label: name })),
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
