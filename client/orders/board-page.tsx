// The dispatcher's board: all orders of his outlets, live, and the chosen one in full beside them.
import Plus from 'lucide-solid/icons/plus';
import { useLocation, useNavigate, useParams, useSearchParams } from '@solidjs/router';
import { createEffect, createMemo, createSignal, on, onCleanup, Show, type JSX } from 'solid-js';
import { seesOutlet } from '#schemas/staff/permissions.ts';
import { useOrders, type OrderList, type ProjectedOrder } from '../data/orders.ts';
import { useReference } from '../data/reference.ts';
import { useActor, useMay } from '../data/session.ts';
import { useSync } from '../data/sync-state.ts';
import { useStrings } from '../i18n/strings.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Page } from '../ui/page.tsx';
import { WithSidePanel } from '../ui/side-panel.tsx';
import { EmptyState, Kbd } from '../ui/states.tsx';
import { OrderCard, useBoardColumns } from './board-columns.tsx';
import { useGroupCounts, useIsClosedToday } from './board-counts.ts';
import { columnsThatFit } from './board-layout.ts';
import { filterOf, isFiltered, noFilter, readQuery, writeQuery, type BoardQuery } from './board-query.ts';
import { BoardToolbar } from './board-toolbar.tsx';
import { OrderPanel } from './order-panel.tsx';
import css from './orders.module.css';
import { createShortcuts } from './shortcuts.ts';
import { orderStrings } from './strings.ts';

export default function BoardPage(): JSX.Element {
  const t = useStrings(orderStrings);
  const may = useMay();
  const params = useParams<{ id?: string }>();
  const go = useBoardNavigation();
  const { query, setQuery } = useBoardQuery();
  const list = useBoardOrders(query);
  const counts = useGroupCounts(() => query().outletId);
  const outlets = useOwnOutlets();
  let search: HTMLInputElement | undefined;
  createShortcuts(() => ({
    n: may('orders.create') ? go.create : undefined,
    '/': () => search?.focus(),
  }));
  return (
    <Page
      fill
      title={t().board}
      actions={
        <Show when={may('orders.create')}>
          <NewOrderButton onClick={go.create} />
        </Show>
      }
      toolbar={
        <BoardToolbar
          query={query()}
          onQuery={setQuery}
          counts={counts}
          outlets={outlets()}
          searchRef={(element) => (search = element)}
        />
      }
    >
      <WithSidePanel>
        <BoardTable
          list={list}
          query={query()}
          openId={params.id}
          severalOutlets={outlets().length > 1}
          onOpen={go.open}
          onClear={() => setQuery(noFilter)}
        />
        <Show when={params.id}>{(id) => <OrderPanel id={id()} onClose={go.close} />}</Show>
      </WithSidePanel>
    </Page>
  );
}

function NewOrderButton(props: { onClick: () => void }): JSX.Element {
  const t = useStrings(orderStrings);
  return (
    <Button variant="primary" icon={Plus} aria-keyshortcuts="N" onClick={() => props.onClick()}>
      <span class={css.keyed}>
        {t().newOrder}
        <span class={css.key} aria-hidden="true">
          <Kbd>N</Kbd>
        </span>
      </span>
    </Button>
  );
}

interface TableProps {
  list: OrderList;
  query: BoardQuery;
  openId: string | undefined;
  severalOutlets: boolean;
  onOpen: (order: ProjectedOrder) => void;
  onClear: () => void;
}

function BoardTable(props: TableProps): JSX.Element {
  const t = useStrings(orderStrings);
  const sync = useSync();
  const columns = createMemo(useBoardColumns(() => props.severalOutlets));
  const { width, watch } = createWidth();
  const fitting = createMemo(() => columnsThatFit(columns(), width()));
  const [active, setActive] = createSignal<string | null>(null);
  createEffect(
    on(
      () => props.openId,
      (id) => id !== undefined && setActive(id),
    ),
  );
  const waits = () => props.list.loading() || (!sync.initialSyncDone() && sync.online());
  return (
    <div class={css.list} ref={watch}>
      <DataTable
        label={t().table}
        columns={fitting()}
        rows={props.list.orders()}
        rowKey={(order) => order.id}
        card={(order) => <OrderCard order={order} />}
        state={waits() ? 'loading' : 'ready'}
        empty={<Nothing filtered={isFiltered(props.query)} onClear={() => props.onClear()} />}
        onOpen={(order) => props.onOpen(order)}
        active={active()}
        onActiveChange={setActive}
        onReachEnd={() => props.list.loadMore()}
        loadingMore={props.list.loading() && props.list.orders().length > 0 && props.list.hasMore()}
        rowTone={toneOf}
      />
    </div>
  );
}

const toneOf = ({ attention, status }: ProjectedOrder): 'danger' | 'muted' | undefined => {
  if (attention.length > 0) return 'danger';
  return status === 'voided' ? 'muted' : undefined;
};

/** Empty for a reason: a filter, a device that has not loaded yet, or a company that just begins. */
function Nothing(props: { filtered: boolean; onClear: () => void }): JSX.Element {
  const t = useStrings(orderStrings);
  const may = useMay();
  const sync = useSync();
  const create = () => (
    <Show when={may('orders.create')}>
      <LinkButton href="/orders/new" icon={Plus} variant="primary">
        {t().newOrder}
      </LinkButton>
    </Show>
  );
  return (
    <Show
      when={props.filtered}
      fallback={
        <EmptyState
          title={sync.initialSyncDone() ? t().emptyTitle : t().loadingTitle}
          hint={sync.initialSyncDone() ? t().emptyHint : t().loadingOfflineHint}
          action={create()}
        />
      }
    >
      <EmptyState
        title={t().emptyFilteredTitle}
        hint={t().emptyFilteredHint}
        action={<Button onClick={() => props.onClear()}>{t().filters.clear}</Button>}
      />
    </Show>
  );
}

/** The filters stay in the address wherever one goes on the board. */
function useBoardNavigation() {
  const navigate = useNavigate();
  const location = useLocation();
  return {
    open: (order: ProjectedOrder): void => navigate(`/orders/${order.id}${location.search}`),
    close: (): void => navigate(`/orders${location.search}`),
    create: (): void => navigate('/orders/new'),
  };
}

function useBoardQuery() {
  const [params, setParams] = useSearchParams();
  const query = createMemo(() => readQuery(params));
  const setQuery = (next: BoardQuery): void => setParams(writeQuery(next), { replace: true });
  return { query, setQuery };
}

const pageSize = 100;
const threeDays = 3 * 86_400_000;

/** "Today" is about when an order was closed, which no index knows: rows are looked through until old enough. */
function useBoardOrders(query: () => BoardQuery): OrderList {
  const list = useOrders(() => filterOf(query()), { limit: pageSize });
  const isClosedToday = useIsClosedToday();
  const oldest = () => Date.parse(list.orders().at(-1)?.createdAt ?? '');
  createEffect(() => {
    if (query().today && list.hasMore() && oldest() > Date.now() - threeDays) list.loadMore();
  });
  return {
    ...list,
    orders: createMemo(() =>
      query().today ? list.orders().filter((order) => isClosedToday(order)) : list.orders(),
    ),
  };
}

function useOwnOutlets() {
  const actor = useActor();
  const outlets = useReference('outlets');
  return createMemo(() => outlets().filter(({ id, disabled }) => !disabled && seesOutlet(actor, id)));
}

/** The width of an element, as it changes. */
function createWidth() {
  const [width, setWidth] = createSignal(Infinity);
  const observer = new ResizeObserver(([entry]) => entry && setWidth(entry.contentRect.width));
  onCleanup(() => observer.disconnect());
  return { width, watch: (element: HTMLElement): void => observer.observe(element) };
}
