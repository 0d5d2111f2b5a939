// The board as a table, with the rows that are ticked and what can be done with them, and as columns by status.
import Plus from 'lucide-solid/icons/plus';
import { createEffect, createMemo, createSignal, on, Show, type JSX } from 'solid-js';
import type { OrderStatus } from '#schemas/orders/order.ts';
import type { OrderList, ProjectedOrder } from '../data/orders.ts';
import { useMay } from '../data/session.ts';
import { useSync } from '../data/sync-state.ts';
import { useStrings } from '../i18n/strings.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import type { ColumnChoice } from '../ui/column-choice.ts';
import { DataTable } from '../ui/data-table.tsx';
import { columnsThatFit } from '../ui/data-table-layout.ts';
import { createElementWidth } from '../ui/element-width.ts';
import { useFormat } from '../ui/formatting.tsx';
import { createSelection } from '../ui/selection.ts';
import { SelectionBar } from '../ui/selection-bar.tsx';
import { EmptyState, LoadingState } from '../ui/states.tsx';
import { OrderCard, type BoardColumn } from './board-columns.tsx';
import { BoardLanes } from './board-lanes.tsx';
import { isFiltered, type BoardQuery } from './board-query.ts';
import { toneOf } from './board-tone.ts';
import { OrderBatchButtons, type OrderBatch } from './order-batch.tsx';
import css from './orders.module.css';
import { orderStrings } from './strings.ts';

interface Props {
  list: OrderList;
  query: BoardQuery;
  openId: string | undefined;
  onOpen: (order: ProjectedOrder) => void;
  onClear: () => void;
}

interface TableProps extends Props {
  columns: readonly BoardColumn[];
  choice: ColumnChoice<ProjectedOrder>;
  batch: OrderBatch;
}

export function BoardTable(props: TableProps): JSX.Element {
  const t = useStrings(orderStrings);
  const format = useFormat();
  const { width, watch } = createElementWidth();
  const fitting = createMemo(() =>
    columnsThatFit(
      props.columns.filter((column) => props.choice.isShown(column)),
      width(),
      true,
    ),
  );
  const selection = createSelection(props.list.orders, ({ id }) => id);
  const [active, setActive] = createSignal<string | null>(null);
  createEffect(
    on(
      () => props.openId,
      (id) => id !== undefined && setActive(id),
    ),
  );
  const waits = useWaiting(() => props.list);
  return (
    <div class={css.board}>
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
          selection={selection.keys()}
          onSelectionChange={selection.set}
          onReachEnd={() => props.list.loadMore()}
          loadingMore={props.list.loading() && props.list.orders().length > 0 && props.list.hasMore()}
          rowTone={(order) => toneOf(order, format.now())}
        />
      </div>
      <SelectionBar selection={selection} total={props.list.orders().length}>
        <OrderBatchButtons batch={props.batch} selection={selection} />
      </SelectionBar>
    </div>
  );
}

export function LanesOrNothing(props: Props & { statuses: readonly OrderStatus[] }): JSX.Element {
  const waits = useWaiting(() => props.list);
  return (
    <div class={css.list}>
      <Show
        when={props.list.orders().length > 0}
        fallback={
          <Show when={!waits()} fallback={<LoadingState rows={6} />}>
            <Nothing filtered={isFiltered(props.query)} onClear={() => props.onClear()} />
          </Show>
        }
      >
        <BoardLanes
          orders={props.list.orders()}
          statuses={props.statuses}
          openId={props.openId}
          onOpen={(order) => props.onOpen(order)}
        />
      </Show>
    </div>
  );
}

function useWaiting(list: () => OrderList): () => boolean {
  const sync = useSync();
  return () => list().loading() || (!sync.initialSyncDone() && sync.online());
}

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
