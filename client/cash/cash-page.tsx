// 司機現金: what drivers took in cash, by driver and day, with what was handed over and what was counted.
import { useSearchParams } from '@solidjs/router';
import { createMemo, Show, type JSX } from 'solid-js';
import { sumFen } from '#schemas/core/money.ts';
import { OfflineBanner } from '../app/offline-banner.tsx';
import { useCashOrders } from '../data/cash.ts';
import { useReference } from '../data/reference.ts';
import { useSync } from '../data/sync-state.ts';
import { useStrings } from '../i18n/strings.ts';
import { useNames } from '../orders/names.ts';
import { namedOption } from '../records/options.ts';
import { useFormat } from '../ui/formatting.tsx';
import { ListPage } from '../ui/list-page.tsx';
import { filter, useListQuery } from '../ui/list-query.ts';
import { SidePanel } from '../ui/side-panel.tsx';
import { textMatcher } from '../ui/text-match.ts';
import { isWithin } from '../ui/time-range.ts';
import { formatDate } from '../ui/time.ts';
import { CashBadge, CashCard, useCashColumns } from './columns.tsx';
import { CashPanel } from './cash-panel.tsx';
import { cashDays, cashStates, type CashDay } from './days.ts';
import { cashStrings } from './strings.ts';
import css from './cash.module.css';

const kinds = { state: filter.several(cashStates), driver: filter.one(), taken: filter.range() };

export default function CashPage(): JSX.Element {
  const t = useStrings(cashStrings);
  const sync = useSync();
  const names = useNames();
  const format = useFormat();
  const query = useListQuery(kinds, { sort: { column: 'day', direction: 'descending' } });
  const [params, setParams] = useSearchParams<{ row?: string }>();
  const cash = useCashOrders();
  const columns = useCashColumns();
  const staff = useReference('staff');
  const days = createMemo(() => cashDays(cash.orders(), (instant) => formatDate(instant, format.zone())));
  const rows = createMemo(() => {
    const matches = textMatcher(query.text());
    const { state, driver, taken } = query.values;
    return days().filter(
      (row) =>
        (state.length === 0 || state.includes(row.state)) &&
        (!driver || row.driverId === driver) &&
        isWithin(row.lastAt, taken) &&
        matches(names.staff(row.driverId)),
    );
  });
  const filters = createMemo(() => [
    {
      key: 'state' as const,
      label: t().column.state,
      options: cashStates.map((state) => ({ value: state, label: t().state[state] })),
    },
    {
      key: 'driver' as const,
      label: t().column.driver,
      options: staff()
        .filter(({ id }) => days().some(({ driverId }) => driverId === id))
        .map(namedOption),
    },
    { key: 'taken' as const, label: t().column.day },
  ]);
  const chosen = createMemo(() => days().find(({ key }) => key === params.row));
  const isLoading = () => days().length === 0 && (cash.loading() || !sync.initialSyncDone()) && sync.online();
  return (
    <ListPage
      title={t().title}
      storageKey="cash"
      query={query}
      columns={columns()}
      rows={rows()}
      total={days().length}
      rowKey={({ key }: CashDay) => key}
      card={(row) => <CashCard row={row} />}
      search={t().search}
      filters={filters()}
      description={<Totals rows={rows()} />}
      banner={<OfflineBanner text={t().offline} />}
      state={isLoading() ? 'loading' : 'ready'}
      empty={{ title: t().empty, hint: t().emptyHint }}
      chosen={params.row}
      onOpen={({ key }) => setParams({ row: key })}
      panel={
        <Show when={chosen()}>
          {(row) => (
            <SidePanel
              title={`${names.staff(row().driverId)} ${row().day}`}
              titleExtra={<CashBadge state={row().state} />}
              onClose={() => setParams({ row: null })}
            >
              <CashPanel row={row()} days={days()} />
            </SidePanel>
          )}
        </Show>
      }
    />
  );
}

/** Of what is listed. */
function Totals(props: { rows: readonly CashDay[] }): JSX.Element {
  const t = useStrings(cashStrings);
  const format = useFormat();
  const sumOf = (value: (row: CashDay) => number) => sumFen(props.rows.map(value));
  const shortFen = () => sumOf(({ differenceFen }) => Math.max(0, -differenceFen));
  const overFen = () => sumOf(({ differenceFen }) => Math.max(0, differenceFen));
  return (
    <div class={css.summary}>
      <strong>{t().held(format.money(sumOf(({ heldFen }) => heldFen)))}</strong>
      <Show when={shortFen() > 0}>
        <span>{t().short(format.money(shortFen()))}</span>
      </Show>
      <Show when={overFen() > 0}>
        <span>{t().over(format.money(overFen()))}</span>
      </Show>
      <span class={css.muted}>{t().window}</span>
    </div>
  );
}
