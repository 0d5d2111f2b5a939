// 結果確認: all orders whose result a third party confirms. Those that wait stand first, the longest on top.
import { useSearchParams } from '@solidjs/router';
import { createMemo, createSignal, Show, type JSX } from 'solid-js';
import { matchesFilter } from '#schemas/orders/filter.ts';
import { useOrder, useOrders, type ProjectedOrder } from '../data/orders.ts';
import { useReference } from '../data/reference.ts';
import { useSync } from '../data/sync-state.ts';
import { locale } from '../i18n/locale.ts';
import { useStrings } from '../i18n/strings.ts';
import { closedAt } from '../orders/board-query.ts';
import { createShortcuts } from '../orders/shortcuts.ts';
import { namedOption } from '../records/options.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { useFormat } from '../ui/formatting.tsx';
import { ListPage } from '../ui/list-page.tsx';
import { filter, useListQuery } from '../ui/list-query.ts';
import { useNextRow } from '../ui/next-row.ts';
import { sortByColumn } from '../ui/table-columns.ts';
import { isWithin } from '../ui/time-range.ts';
import { ConfirmationCard, useConfirmationColumns } from './columns.tsx';
import { ConfirmationPanel } from './confirmation-panel.tsx';
import { confirmationStrings } from './strings.ts';
import { confirmationViews, statesOf, viewOf } from './waiting.ts';

export default function ConfirmationsPage(): JSX.Element {
  const t = useStrings(confirmationStrings);
  const sync = useSync();
  const query = useConfirmationQuery();
  const columns = useConfirmationColumns();
  const { list, rows } = useRows(query, columns);
  const overdue = useOverdueCount();
  const filters = useFilters();
  const way = useWay(rows);
  createShortcuts(() => ({ j: () => way.goOn(false) }));
  return (
    <ListPage
      title={t().title}
      storageKey="confirmations"
      query={query}
      columns={columns()}
      rows={rows()}
      presorted
      rowKey={({ id }: ProjectedOrder) => id}
      card={(order) => <ConfirmationCard order={order} />}
      rowTone={(order) => (viewOf(order, Date.now()) === 'overdue' ? 'danger' : undefined)}
      search={t().search}
      filters={filters()}
      banner={
        <Show when={overdue() > 0 && query.values.view !== 'overdue'}>
          <Banner
            tone="warning"
            action={
              <Button size="small" onClick={() => query.set({ view: 'overdue' })}>
                {t().showOverdue}
              </Button>
            }
          >
            {t().overdue(overdue())}
          </Banner>
        </Show>
      }
      state={
        rows().length === 0 && (list.loading() || (!sync.initialSyncDone() && sync.online()))
          ? 'loading'
          : 'ready'
      }
      empty={{ title: t().emptyTitle, hint: t().emptyHint }}
      onOpen={({ id }) => way.show(id)}
      loadAll={list.hasMore() ? list.loadAll : undefined}
      onReachEnd={list.hasMore() ? list.loadMore : undefined}
      chosen={way.chosen()?.id}
      panel={
        <Show when={way.chosen()}>
          {(order) => (
            <ConfirmationPanel
              order={order()}
              takesFocus={way.takesFocus()}
              onDone={() => way.goOn(true)}
              onNext={() => way.goOn(false)}
              onClose={() => way.show(null)}
            />
          )}
        </Show>
      }
    />
  );
}

const useConfirmationQuery = () =>
  useListQuery(
    {
      view: filter.one(confirmationViews, 'waiting'),
      outlet: filter.one(),
      customer: filter.one(),
      ended: filter.range(),
    },
    { sort: { column: 'since', direction: 'ascending' } },
  );

function useRows(
  query: ReturnType<typeof useConfirmationQuery>,
  columns: ReturnType<typeof useConfirmationColumns>,
) {
  const format = useFormat();
  const list = useOrders(
    () => ({
      confirmation: statesOf(query.values.view),
      ...(query.values.outlet && { outletId: query.values.outlet }),
    }),
    { limit: 500 },
  );
  const rows = createMemo(() => {
    const { view, customer, ended } = query.values;
    const now = Date.parse(format.now());
    const found = list
      .orders()
      .filter(
        (order) =>
          (view !== 'overdue' || viewOf(order, now) === 'overdue') &&
          (!customer || order.customerId === customer) &&
          isWithin(closedAt(order), ended) &&
          matchesFilter(order, { text: query.text() }),
      );
    return sortByColumn(columns(), found, query.sort(), locale());
  });
  return { list, rows };
}

/** Of all outlets, whatever is shown: what is forgotten is forgotten because nobody looked. */
function useOverdueCount(): () => number {
  const format = useFormat();
  const waiting = useOrders(() => ({ confirmation: ['waiting'] }), { limit: 500 });
  return createMemo(() => {
    const now = Date.parse(format.now());
    return waiting.orders().filter((order) => viewOf(order, now) === 'overdue').length;
  });
}

/** The chosen order stays when it leaves the list; its successor is known. */
function useWay(rows: () => readonly ProjectedOrder[]) {
  const [params, setParams] = useSearchParams<{ order?: string }>();
  const [takesFocus, setTakesFocus] = createSignal(false);
  const one = useOrder(() => params.order);
  const next = useNextRow(
    rows,
    ({ id }) => id,
    () => params.order,
  );
  const show = (id: string | null, withFocus = false): void => {
    setTakesFocus(withFocus);
    setParams({ order: id });
  };
  return {
    takesFocus,
    chosen: () => (params.order === undefined ? undefined : one.order()),
    show,
    goOn: (withFocus: boolean): void => show(next()?.id ?? null, withFocus),
  };
}

function useFilters() {
  const t = useStrings(confirmationStrings);
  const outlets = useReference('outlets');
  const customers = useReference('customers');
  return createMemo(() => [
    {
      key: 'view' as const,
      label: t().viewLabel,
      options: confirmationViews.map((view) => ({ value: view, label: t().view[view] })),
    },
    {
      key: 'outlet' as const,
      label: t().outlet,
      options: outlets().map(namedOption),
    },
    {
      key: 'customer' as const,
      label: t().customer,
      options: customers()
        .filter(({ needsConfirmation }) => needsConfirmation)
        .map(namedOption),
    },
    { key: 'ended' as const, label: t().ended },
  ]);
}
