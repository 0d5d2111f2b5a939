// 經營報表: turnover, margin, what is owed, time targets, and orders that came to nothing, by whatever one asks. The
// server adds up; each figure leads to its orders.
import { useNavigate } from '@solidjs/router';
import RefreshCw from 'lucide-solid/icons/refresh-cw';
import { createMemo, For, Show, type JSX } from 'solid-js';
import type { ReportFigure } from '#schemas/reports/drill.ts';
import {
  marginOf,
  outstandingOf,
  reportDimensions,
  type Report,
  type ReportDimension,
  type ReportRow,
} from '#schemas/reports/report.ts';
import { KeptBanner } from '../app/offline-banner.tsx';
import { tableState, useKeptAnswer } from '../data/answer.ts';
import { useReference } from '../data/reference.ts';
import { locale } from '../i18n/locale.ts';
import { useStrings } from '../i18n/strings.ts';
import { itemName } from '../orders/names.ts';
import { namedOption } from '../records/options.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { useFormat } from '../ui/formatting.tsx';
import { ListPage } from '../ui/list-page.tsx';
import { useListQuery, type ListQuery } from '../ui/list-query.ts';
import { RowCard } from '../ui/row-card.tsx';
import { ErrorState } from '../ui/states.tsx';
import type { Sort } from '../ui/table-model.ts';
import { textMatcher } from '../ui/text-match.ts';
import { anyTime } from '../ui/time-range.ts';
import { useReportColumns, useRowName } from './columns.tsx';
import { FigureLink } from './figure-link.tsx';
import { Overview } from './overview.tsx';
import { dimensionOf, ordersOfRow, pathOf, reportFilters, type ReportFilters } from './query.ts';
import css from './reports.module.css';
import { reportStrings } from './strings.ts';

export default function ReportsPage(): JSX.Element {
  const t = useStrings(reportStrings);
  const format = useFormat();
  const navigate = useNavigate();
  const query = useListQuery(reportFilters, { sort: { column: 'revenue', direction: 'descending' } });
  const report = useKeptAnswer<Report>(createMemo(() => pathOf(query.values)));
  // Until the answer is there, the rows are those of the question before.
  const by = createMemo(() => report.value()?.by ?? dimensionOf(query.values));
  const ordersOf = ({ key }: ReportRow, figure: ReportFigure = 'orders') =>
    ordersOfRow({ ...query.values, by: by() }, key, format.zone(), figure);
  const columns = useReportColumns(by, ordersOf);
  const name = useRowName(by);
  const filters = useFilters();
  const all = () => report.value()?.rows ?? [];
  const rows = createMemo(() => {
    const matches = textMatcher(query.text());
    return all().filter(({ key }) => matches(name(key)));
  });
  return (
    <ListPage
      title={t().title}
      storageKey="reports"
      query={query}
      columns={columns()}
      rows={rows()}
      total={all().length}
      rowKey={({ key }) => key}
      card={(row) => <Card row={row} name={name(row.key)} ordersOf={(figure) => ordersOf(row, figure)} />}
      search={t().search}
      filters={filters()}
      description={<Head query={query} report={report.value()} />}
      banner={
        <>
          <KeptBanner at={report.keptAt()} />
          <Show when={report.value()?.isComplete === false}>
            <Banner tone="info">{t().counting}</Banner>
          </Show>
        </>
      }
      actions={
        <Button icon={RefreshCw} onClick={() => report.refresh()}>
          {t().refresh}
        </Button>
      }
      state={tableState(report.state(), report.value() !== undefined)}
      error={
        <ErrorState
          title={report.state() === 'offline' ? t().offline : t().refused}
          hint={report.state() === 'offline' ? t().offlineHint : undefined}
          onRetry={() => report.refresh()}
        />
      }
      empty={{ title: t().empty, hint: t().emptyHint }}
      onOpen={(row) => navigate(ordersOf(row))}
    />
  );
}

function Head(props: { query: ListQuery<ReportFilters>; report: Report | undefined }): JSX.Element {
  const t = useStrings(reportStrings);
  const show = (by: ReportDimension): void => {
    const { taken } = props.query.values;
    // One month by months would be one row.
    props.query.set({ by, ...(by === 'month' && taken.preset && { taken: anyTime }) });
    props.query.setSort(firstSort[by]);
  };
  return (
    <div class={css.head}>
      <p class={css.hint}>{t().hint}</p>
      <Show when={props.report?.periods.length ? props.report : undefined}>
        {(found) => <Overview report={found()} asked={props.query.values} />}
      </Show>
      <div class={css.dimensions} role="group" aria-label={t().dimensions}>
        <For each={reportDimensions}>
          {(by) => (
            <Button
              size="small"
              variant={dimensionOf(props.query.values) === by ? 'primary' : 'secondary'}
              aria-pressed={dimensionOf(props.query.values) === by}
              onClick={() => show(by)}
            >
              {t().by[by]}
            </Button>
          )}
        </For>
      </div>
    </div>
  );
}

/** Elsewhere what earns most comes first. */
const firstSort: Partial<Record<ReportDimension, Sort>> = {
  month: { column: 'name', direction: 'descending' },
  reason: { column: 'orders', direction: 'descending' },
};

function Card(props: {
  row: ReportRow;
  name: string;
  ordersOf: (figure: ReportFigure) => string;
}): JSX.Element {
  const t = useStrings(reportStrings);
  const format = useFormat();
  const figures = (): [ReportFigure, string][] => [
    ['orders', `${t().column.orders} ${format.count(props.row.orders)}`],
    ['completed', t().completed(format.count(props.row.completed))],
    ['margin', `${t().column.margin} ${format.money(marginOf(props.row))}`],
    ['outstanding', `${t().column.outstanding} ${format.money(outstandingOf(props.row))}`],
  ];
  return (
    <RowCard
      title={props.name}
      marks={<FigureLink href={props.ordersOf('revenue')}>{format.money(props.row.revenueFen)}</FigureLink>}
    >
      <div class={css.cardFigures}>
        <For each={figures()}>
          {([figure, text]) => <FigureLink href={props.ordersOf(figure)}>{text}</FigureLink>}
        </For>
      </div>
    </RowCard>
  );
}

function useFilters() {
  const t = useStrings(reportStrings);
  const [outlets, customers, catalog] = [
    useReference('outlets'),
    useReference('customers'),
    useReference('catalog'),
  ];
  return createMemo(() => [
    { key: 'taken' as const, label: t().taken },
    { key: 'outlet' as const, label: t().name.outlet, options: outlets().map(namedOption) },
    { key: 'customer' as const, label: t().name.customer, options: customers().map(namedOption) },
    {
      key: 'service' as const,
      label: t().name.service,
      options: catalog()
        .filter(({ type }) => type === 'service')
        .map((item) => ({ value: item.id, label: itemName(item, locale()) })),
    },
  ]);
}
