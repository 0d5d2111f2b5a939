// 歷史訂單: every order there ever was, by anything that is known of it. The server searches: that it has to be reached
// is said before anybody types.
import { useNavigate } from '@solidjs/router';
import RefreshCw from 'lucide-solid/icons/refresh-cw';
import { createMemo, Show, type JSX } from 'solid-js';
import { financeStages, orderStatuses } from '#schemas/orders/order.ts';
import type { OrderSearch } from '#schemas/orders/search.ts';
import { tableState } from '../data/answer.ts';
import { useOrderSearch, type FoundOrders } from '../data/order-search.ts';
import type { ProjectedOrder } from '../data/orders.ts';
import { useDrives, useReference } from '../data/reference.ts';
import { useMay } from '../data/session.ts';
import { useSync } from '../data/sync-state.ts';
import { locale } from '../i18n/locale.ts';
import { useStrings } from '../i18n/strings.ts';
import { OrderCard } from '../orders/board-columns.tsx';
import { itemName } from '../orders/names.ts';
import { orderStrings } from '../orders/strings.ts';
import { namedOption } from '../records/options.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { formatCount } from '../ui/format.ts';
import { ListPage } from '../ui/list-page.tsx';
import { filter, useListQuery } from '../ui/list-query.ts';
import { ErrorState } from '../ui/states.tsx';
import { usePastOrderColumns } from './columns.tsx';
import { ExportProgress, useWholeSheet } from './export.tsx';
import { pastOrderStrings } from './strings.ts';

export default function PastOrdersPage(): JSX.Element {
  const t = useStrings(pastOrderStrings);
  const navigate = useNavigate();
  const sync = useSync();
  const query = usePastOrderQuery();
  const search = createMemo(() => searchOf(query));
  const found = useOrderSearch(search);
  const columns = usePastOrderColumns();
  const filters = useFilters();
  const exporting = useWholeSheet(search, found.counted);
  const counted = useCounted(found);
  const isAway = () => !sync.online() || found.state() === 'offline';
  return (
    <>
      <ListPage
        title={t().title}
        storageKey="past-orders"
        query={query}
        columns={columns()}
        rows={found.orders()}
        counted={counted()}
        presorted
        rowKey={({ id }: ProjectedOrder) => id}
        card={(order) => <OrderCard order={order} />}
        search={t().search}
        filters={filters()}
        banner={
          <Show when={isAway()}>
            <Banner tone="warning" title={t().offline}>
              {t().offlineHint}
            </Banner>
          </Show>
        }
        actions={
          <Button icon={RefreshCw} onClick={() => found.refresh()}>
            {t().refresh}
          </Button>
        }
        state={stateOf(found)}
        error={
          <ErrorState
            title={isAway() ? t().offline : t().refused}
            hint={isAway() ? t().offlineHint : undefined}
            onRetry={() => found.refresh()}
          />
        }
        empty={
          found.state() === 'too-short'
            ? { title: t().tooShort, hint: t().tooShortHint }
            : { title: t().emptyTitle, hint: t().emptyHint }
        }
        emptyAlways={found.state() === 'too-short'}
        exportSheet={exporting.make}
        onOpen={({ id }) => navigate(`/orders/${id}`)}
        onReachEnd={found.hasMore() ? found.loadMore : undefined}
        loadingMore={found.loadingMore()}
      />
      <ExportProgress run={exporting} />
    </>
  );
}

function stateOf(found: FoundOrders) {
  const state = found.state();
  return state === 'too-short' ? 'ready' : tableState(state, found.orders().length > 0);
}

/** Exactly as far as that is quick. */
function useCounted(found: FoundOrders): () => string {
  const t = useStrings(pastOrderStrings);
  return () => {
    const counted = found.counted();
    if (!counted) return '';
    const count = formatCount(counted.count);
    return counted.more ? t().moreThan(count) : t().results(count);
  };
}

const usePastOrderQuery = () =>
  useListQuery({
    taken: filter.range(),
    status: filter.several(orderStatuses),
    outlet: filter.one(),
    customer: filter.one(),
    service: filter.several(),
    driver: filter.one(),
    vehicle: filter.one(),
    stage: filter.several(financeStages),
  });

function searchOf(query: ReturnType<typeof usePastOrderQuery>): OrderSearch {
  const { taken, status, outlet, customer, service, driver, vehicle, stage } = query.values;
  return {
    ...(query.text() && { text: query.text() }),
    ...(taken.from && { from: taken.from }),
    ...(taken.to && { to: taken.to }),
    ...(status.length > 0 && { status: [...status] }),
    ...(outlet && { outletId: outlet }),
    ...(customer && { customerId: customer }),
    ...(service.length > 0 && { serviceId: [...service] }),
    ...(driver && { driverId: driver }),
    ...(vehicle && { vehicleId: vehicle }),
    ...(stage.length > 0 && { stage: [...stage] }),
  };
}

function useFilters() {
  const t = useStrings(pastOrderStrings);
  const words = useStrings(orderStrings);
  const may = useMay();
  const [outlets, customers, vehicles, staff, catalog] = [
    useReference('outlets'),
    useReference('customers'),
    useReference('vehicles'),
    useReference('staff'),
    useReference('catalog'),
  ];
  const drives = useDrives();
  return createMemo(() => [
    { key: 'taken' as const, label: t().taken },
    {
      key: 'status' as const,
      label: t().status,
      options: orderStatuses.map((value) => ({ value, label: words().status[value] })),
    },
    { key: 'outlet' as const, label: t().outlet, options: outlets().map(namedOption) },
    { key: 'customer' as const, label: t().customer, options: customers().map(namedOption) },
    {
      key: 'service' as const,
      label: t().service,
      options: catalog()
        .filter(({ type }) => type === 'service')
        .map((item) => ({ value: item.id, label: itemName(item, locale()) })),
    },
    { key: 'driver' as const, label: t().driver, options: staff().filter(drives).map(namedOption) },
    {
      key: 'vehicle' as const,
      label: t().vehicle,
      options: vehicles().map(({ id, plate }) => ({ value: id, label: plate })),
    },
    ...(may('finance.view')
      ? [
          {
            key: 'stage' as const,
            label: t().stage,
            options: financeStages.map((value) => ({ value, label: words().stage[value] })),
          },
        ]
      : []),
  ]);
}
