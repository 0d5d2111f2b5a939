// 月結: the months of the books, with what was earned and received in each; beside the list the chosen one.
import { useSearchParams } from '@solidjs/router';
import { createMemo, Show, type JSX } from 'solid-js';
import type { BookMonth, MonthState } from '#schemas/finance/months.ts';
import { tableState } from '../data/answer.ts';
import { useStrings } from '../i18n/strings.ts';
import { useNames } from '../orders/names.ts';
import { StatusBadge, type Tone } from '../ui/badge.tsx';
import type { Column } from '../ui/data-table.tsx';
import { Time, useFormat } from '../ui/formatting.tsx';
import { ListPage } from '../ui/list-page.tsx';
import { useListQuery } from '../ui/list-query.ts';
import { RowCard } from '../ui/row-card.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { instant, money } from '../ui/spreadsheet/cell.ts';
import type { Head } from './accounts-page.tsx';
import { Failure, Refresh } from './answer-parts.tsx';
import { MonthPanel } from './month-panel.tsx';
import { accountStrings } from './strings.ts';

const tones: Record<MonthState, Tone> = { running: 'neutral', open: 'warning', closed: 'success' };

export function MonthList(props: Head): JSX.Element {
  const t = useStrings(accountStrings);
  const query = useListQuery({}, { sort: { column: 'month', direction: 'descending' } });
  const [params, setParams] = useSearchParams<{ month?: string }>();
  const months = () => props.months.value()?.months ?? [];
  const columns = useMonthColumns();
  const chosen = createMemo(() => months().find(({ month }) => month === params.month));
  const changed = () => (props.months.refresh(), props.books.refresh());
  return (
    <ListPage
      title={t().title}
      storageKey="months"
      query={query}
      columns={columns()}
      rows={months()}
      rowKey={({ month }: BookMonth) => month}
      card={(month) => <MonthCard month={month} />}
      description={props.description()}
      banner={props.banner()}
      actions={<Refresh onRefresh={changed} />}
      state={tableState(props.months.state(), months().length > 0)}
      error={<Failure state={props.months.state()} onRetry={changed} />}
      empty={{ title: t().noBalances, hint: t().noBalancesHint }}
      chosen={params.month}
      onOpen={({ month }) => setParams({ month })}
      panel={
        <Show when={chosen()}>
          {(month) => (
            <SidePanel
              title={month().month}
              titleExtra={<MonthBadge state={month().state} />}
              onClose={() => setParams({ month: null })}
            >
              <MonthPanel month={month()} months={months()} onChange={changed} />
            </SidePanel>
          )}
        </Show>
      }
    />
  );
}

function MonthBadge(props: { state: MonthState }): JSX.Element {
  const t = useStrings(accountStrings);
  return <StatusBadge tone={tones[props.state]}>{t().month.state[props.state]}</StatusBadge>;
}

/** When a month that is closed was closed. */
const closingOf = ({ state, closings }: BookMonth) =>
  state === 'closed' ? closings.find(({ kind }) => kind === 'close') : undefined;

function useMonthColumns(): () => readonly Column<BookMonth>[] {
  const t = useStrings(accountStrings);
  const names = useNames();
  return createMemo((): readonly Column<BookMonth>[] => {
    const { column, state } = t().month;
    const amount = { width: 130, align: 'end', sort: true } as const;
    return [
      { id: 'month', header: column.month, width: 100, grow: true, sort: true, value: ({ month }) => month },
      {
        ...{ id: 'state', header: column.state, width: 104, sort: true },
        value: (row) => state[row.state],
        cell: (row) => <MonthBadge state={row.state} />,
      },
      { ...amount, id: 'revenue', header: column.revenue, value: ({ revenueFen }) => money(revenueFen) },
      { ...amount, id: 'received', header: column.received, value: ({ receivedFen }) => money(receivedFen) },
      {
        ...{ id: 'entries', header: column.entries, width: 90, align: 'end', sort: true, roomy: true },
        value: ({ entries }) => entries,
      },
      {
        ...{ id: 'closedAt', header: column.closedAt, width: 130, roomy: true },
        value: (row) => instant(closingOf(row)?.at),
        cell: (row) => <Time iso={closingOf(row)?.at} />,
      },
      {
        ...{ id: 'closedBy', header: column.closedBy, width: 110, roomy: true },
        value: (row) => names.staff(closingOf(row)?.by),
      },
    ];
  });
}

function MonthCard(props: { month: BookMonth }): JSX.Element {
  const t = useStrings(accountStrings);
  const format = useFormat();
  return (
    <RowCard
      title={props.month.month}
      marks={<MonthBadge state={props.month.state} />}
      lines={[
        [
          `${t().month.column.revenue} ${format.money(props.month.revenueFen)}`,
          `${t().month.column.received} ${format.money(props.month.receivedFen)}`,
        ],
      ]}
    />
  );
}
