// 批量對賬: the statements with their state, totals and age.
import { useNavigate } from '@solidjs/router';
import { createMemo, type JSX } from 'solid-js';
import { statementStates, type Statement } from '#schemas/finance/statements/statement.ts';
import { OfflineBanner } from '../app/offline-banner.tsx';
import { useReference } from '../data/reference.ts';
import { useStatements } from '../data/statements.ts';
import { useSync } from '../data/sync-state.ts';
import { useStrings } from '../i18n/strings.ts';
import { namedOption } from '../records/options.ts';
import { Button } from '../ui/button.tsx';
import { ListPage } from '../ui/list-page.tsx';
import { filter, useListQuery } from '../ui/list-query.ts';
import { textMatcher } from '../ui/text-match.ts';
import { isWithin } from '../ui/time-range.ts';
import { StatementCard, useStatementColumns } from './columns.tsx';
import { statementStrings } from './strings.ts';

const kinds = { state: filter.several(statementStates), customer: filter.one(), created: filter.range() };

export default function StatementsPage(): JSX.Element {
  const t = useStrings(statementStrings);
  const sync = useSync();
  const navigate = useNavigate();
  const query = useListQuery(kinds, { sort: { column: 'created', direction: 'descending' } });
  const statements = useStatements();
  const columns = useStatementColumns();
  const customers = useReference('customers');
  const rows = createMemo(() => {
    const matches = textMatcher(query.text());
    const { state, customer, created } = query.values;
    return statements().filter(
      (statement) =>
        (state.length === 0 || state.includes(statement.state)) &&
        (!customer || statement.customerId === customer) &&
        isWithin(statement.createdAt, created) &&
        matches(...wordsOf(statement)),
    );
  });
  const filters = createMemo(() => [
    {
      key: 'state' as const,
      label: t().column.state,
      options: statementStates.map((state) => ({ value: state, label: t().state[state] })),
    },
    {
      key: 'customer' as const,
      label: t().column.customer,
      options: customers().map(namedOption),
    },
    { key: 'created' as const, label: t().column.created },
  ]);
  const toApprove = (variant: 'primary' | 'secondary') => (
    <Button variant={variant} onClick={() => navigate('/finance/approve?billable=1')}>
      {t().toApprove}
    </Button>
  );
  return (
    <ListPage
      title={t().title}
      storageKey="statements"
      query={query}
      columns={columns()}
      rows={rows()}
      total={statements().length}
      rowKey={({ id }: Statement) => id}
      card={(statement) => <StatementCard statement={statement} />}
      search={t().search}
      filters={filters()}
      actions={toApprove('secondary')}
      banner={<OfflineBanner text={t().offline} />}
      state={statements().length === 0 && !sync.initialSyncDone() && sync.online() ? 'loading' : 'ready'}
      empty={{ title: t().emptyTitle, hint: t().emptyHint, action: toApprove('primary') }}
      onOpen={({ id }) => navigate(`/finance/statements/${id}`)}
    />
  );
}

const wordsOf = ({ name, number, lines }: Statement): (string | undefined)[] => [
  name,
  number,
  ...lines.flatMap((line) => [line.number, line.plate, line.customerOrderNumber]),
];
