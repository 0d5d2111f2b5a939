// What rescued people thought of it, the low ones first, with the order beside.
import { createMemo, Show, type JSX } from 'solid-js';
import { matchesFilter } from '#schemas/orders/filter.ts';
import { useOrders, type ProjectedOrder } from '../data/orders.ts';
import { useReference } from '../data/reference.ts';
import { useSync } from '../data/sync-state.ts';
import { locale } from '../i18n/locale.ts';
import { useStrings } from '../i18n/strings.ts';
import { useChosenOrder } from '../orders/chosen-order.ts';
import { OrderPanel } from '../orders/order-panel.tsx';
import { namedOption } from '../records/options.ts';
import { ListPage } from '../ui/list-page.tsx';
import { filter, useListQuery } from '../ui/list-query.ts';
import { sortByColumn } from '../ui/table-columns.ts';
import { textMatcher } from '../ui/text-match.ts';
import { isWithin } from '../ui/time-range.ts';
import { RatingCard, ratedAt, useRatingColumns } from './columns.tsx';
import { ratingStrings } from './strings.ts';

const starValues = ['1', '2', '3', '4', '5'] as const;

export default function RatingsPage(): JSX.Element {
  const t = useStrings(ratingStrings);
  const sync = useSync();
  const query = useRatingQuery();
  const columns = useRatingColumns();
  const list = useOrders(() => ({ rated: true }), { limit: 500 });
  const rows = createMemo(() => sortByColumn(columns(), found(list.orders(), query), query.sort(), locale()));
  const filters = useFilters(list.orders);
  const chosen = useChosenOrder(rows);
  return (
    <ListPage
      title={t().title}
      description={<Average orders={rows()} />}
      storageKey="ratings"
      query={query}
      columns={columns()}
      rows={rows()}
      total={list.hasMore() ? undefined : list.orders().length}
      presorted
      rowKey={({ id }: ProjectedOrder) => id}
      card={(order) => <RatingCard order={order} />}
      rowTone={({ rating }) => ((rating?.stars ?? 5) <= 2 ? 'danger' : undefined)}
      search={t().search}
      filters={filters()}
      state={
        list.orders().length === 0 && (list.loading() || (!sync.initialSyncDone() && sync.online()))
          ? 'loading'
          : 'ready'
      }
      empty={{ title: t().emptyTitle, hint: t().emptyHint }}
      onOpen={({ id }) => chosen.show(id)}
      loadAll={list.hasMore() ? list.loadAll : undefined}
      onReachEnd={list.hasMore() ? list.loadMore : undefined}
      chosen={chosen.id()}
      panel={<Show when={chosen.id()}>{(id) => <OrderPanel id={id()} onClose={() => chosen.show()} />}</Show>}
    />
  );
}

function Average(props: { orders: readonly ProjectedOrder[] }): JSX.Element {
  const t = useStrings(ratingStrings);
  const text = (): string => {
    const sum = props.orders.reduce((total, { rating }) => total + (rating?.stars ?? 0), 0);
    return t().average((sum / props.orders.length).toFixed(1), props.orders.length);
  };
  return <Show when={props.orders.length > 0}>{text()}</Show>;
}

const useRatingQuery = () =>
  useListQuery(
    {
      stars: filter.several(starValues),
      driver: filter.one(),
      outlet: filter.one(),
      rated: filter.range(),
      comment: filter.flag(),
    },
    { sort: { column: 'stars', direction: 'ascending' } },
  );

function found(orders: readonly ProjectedOrder[], query: ReturnType<typeof useRatingQuery>) {
  const { stars, driver, outlet, rated, comment } = query.values;
  const matches = textMatcher(query.text());
  return orders.filter(
    (order) =>
      (stars.length === 0 || stars.some((count) => Number(count) === order.rating?.stars)) &&
      (!driver || order.assignment?.driverId === driver) &&
      (!outlet || order.outletId === outlet) &&
      isWithin(ratedAt(order), rated) &&
      (!comment || Boolean(order.rating?.comment)) &&
      (matches(order.rating?.comment) || matchesFilter(order, { text: query.text() })),
  );
}

/** Only drivers somebody has rated. */
function useFilters(orders: () => readonly ProjectedOrder[]) {
  const t = useStrings(ratingStrings);
  const outlets = useReference('outlets');
  const staff = useReference('staff');
  const drivers = createMemo(() => new Set(orders().map(({ assignment }) => assignment?.driverId)));
  return createMemo(() => [
    {
      key: 'stars' as const,
      label: t().stars,
      options: starValues.map((value) => ({ value, label: t().starCount(Number(value)) })),
    },
    {
      key: 'driver' as const,
      label: t().driver,
      options: staff()
        .filter(({ id }) => drivers().has(id))
        .map(namedOption),
    },
    {
      key: 'outlet' as const,
      label: t().outlet,
      options: outlets().map(namedOption),
    },
    { key: 'rated' as const, label: t().rated },
    { key: 'comment' as const, label: t().withComment },
  ]);
}
