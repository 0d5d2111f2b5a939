// 歷史訂單: every order there ever was, by anything that is known of it, and what makes up a figure of the reports. The
// server searches: that it has to be reached is said before anybody types.
import { useNavigate } from '@solidjs/router';
import RefreshCw from 'lucide-solid/icons/refresh-cw';
import { createMemo, Show, type JSX } from 'solid-js';
import { isAmountFigure } from '#schemas/reports/drill.ts';
import { tableState } from '../data/answer.ts';
import { useOrderSearch, type FoundOrder, type FoundOrders } from '../data/order-search.ts';
import { useSync } from '../data/sync-state.ts';
import { useStrings } from '../i18n/strings.ts';
import { OrderCard } from '../orders/board-columns.tsx';
import { reportStrings } from '../reports/strings.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { formatCount } from '../ui/format.ts';
import { useFormat } from '../ui/formatting.tsx';
import { ListPage } from '../ui/list-page.tsx';
import { ErrorState } from '../ui/states.tsx';
import { usePastOrderColumns } from './columns.tsx';
import { ExportProgress, useWholeSheet } from './export.tsx';
import { searchOf, usePastOrderFilters, usePastOrderQuery, type PastOrderQuery } from './query.ts';
import { pastOrderStrings } from './strings.ts';

export default function PastOrdersPage(): JSX.Element {
  const t = useStrings(pastOrderStrings);
  const navigate = useNavigate();
  const sync = useSync();
  const query = usePastOrderQuery();
  const search = createMemo(() => searchOf(query));
  const found = useOrderSearch(search);
  const columns = usePastOrderColumns(() => query.values.figure);
  const filters = usePastOrderFilters(query);
  const exporting = useWholeSheet(search, found.counted);
  const counted = useCounted(found, query);
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
        rowKey={({ id }: FoundOrder) => id}
        card={(order) => <Card order={order} query={query} />}
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

/** Exactly as far as that is quick, and what it comes to. */
function useCounted(found: FoundOrders, query: PastOrderQuery): () => string {
  const t = useStrings(pastOrderStrings);
  const sum = useSum(query);
  return () => {
    const counted = found.counted();
    if (!counted) return '';
    const count = formatCount(counted.count);
    const amount = sum(counted.amountFen);
    return [counted.more ? t().moreThan(count) : t().results(count), ...(amount ? [amount] : [])].join(' · ');
  };
}

/** In words, where the figure that was asked for is an amount. */
function useSum({ values }: PastOrderQuery): (fen: number | undefined) => string | undefined {
  const t = useStrings(pastOrderStrings);
  const words = useStrings(reportStrings);
  const format = useFormat();
  return (fen) => {
    const { figure } = values;
    if (!isAmountFigure(figure) || fen === undefined) return undefined;
    // What the orders of an average come to is revenue.
    const name = words().ordersOf[figure === 'average' ? 'revenue' : figure];
    return t().sumOf(name, format.money(fen));
  };
}

function Card(props: { order: FoundOrder; query: PastOrderQuery }): JSX.Element {
  const words = useStrings(reportStrings);
  const format = useFormat();
  const amount = () => {
    const { figure } = props.query.values;
    const fen = props.order.figureFen;
    return figure && fen !== undefined ? `${words().ordersOf[figure]} ${format.money(fen)}` : undefined;
  };
  return (
    <>
      <OrderCard order={props.order} />
      <Show when={amount()}>{(text) => <strong>{text()}</strong>}</Show>
    </>
  );
}
