// The dispatcher's board: all orders of his outlets, live, and the chosen one in full beside them.
import Plus from 'lucide-solid/icons/plus';
import { useNavigate, useSearchParams } from '@solidjs/router';
import { createEffect, createMemo, Show, type JSX } from 'solid-js';
import { fitsRescue } from '#schemas/fleet/match.ts';
import type { OrderStatus } from '#schemas/orders/order.ts';
import { seesOutlet } from '#schemas/staff/permissions.ts';
import { useOrders, type OrderList, type ProjectedOrder } from '../data/orders.ts';
import { useReference, useReferenceMap } from '../data/reference.ts';
import { useActor, useMay } from '../data/session.ts';
import { useStrings } from '../i18n/strings.ts';
import { Button } from '../ui/button.tsx';
import { useColumnChoice, type ColumnChoice } from '../ui/column-choice.ts';
import { ColumnMenu } from '../ui/column-menu.tsx';
import { useFormat } from '../ui/formatting.tsx';
import { createMedia, phoneQuery } from '../ui/media.ts';
import { Page } from '../ui/page.tsx';
import { WithSidePanel } from '../ui/side-panel.tsx';
import { Kbd } from '../ui/states.tsx';
import { LayoutButton, SoundButton, useBoardLayout } from './board-choices.tsx';
import { useBoardColumns } from './board-columns.tsx';
import { useGroupCounts, useIsClosedToday } from './board-counts.ts';
import { useTaken } from './board-filters.ts';
import { filterOf, lanesOf, noFilter, readQuery, writeQuery, type BoardQuery } from './board-query.ts';
import { BoardTable, LanesOrNothing } from './board-table.tsx';
import { BoardToolbar } from './board-toolbar.tsx';
import board from './board.module.css';
import { useRescueOf } from './crew-data.ts';
import { markSeen } from './fresh.ts';
import { isLate } from './late.ts';
import { OrderBatchDialogs, useOrderBatch } from './order-batch.tsx';
import { OrderPanel } from './order-panel.tsx';
import css from './orders.module.css';
import { createShortcuts } from './shortcuts.ts';
import { orderStrings } from './strings.ts';
import { ViewsMenu } from './views-menu.tsx';

export default function BoardPage(): JSX.Element {
  const t = useStrings(orderStrings);
  const may = useMay();
  const [params] = useSearchParams<{ order?: string }>();
  const go = useBoardNavigation();
  const { query, setQuery } = useBoardQuery();
  const { layout, setLayout } = useBoardLayout();
  const statuses = createMemo(() => lanesOf(query()));
  const list = useBoardOrders(query, () => (layout() === 'lanes' ? statuses() : undefined));
  const counts = useGroupCounts(() => query().outletId);
  const outlets = useOwnOutlets();
  const columns = createMemo(useBoardColumns(() => outlets().length > 1));
  const choice = useColumnChoice<ProjectedOrder>('board', columns);
  const batch = useOrderBatch();
  createShortcuts(() => ({
    n: may('orders.create') ? go.create : undefined,
  }));
  createEffect(() => params.order !== undefined && markSeen(params.order));
  const shown = () => ({
    ...{ list, query: query(), openId: params.order, onOpen: go.open, onClear: () => setQuery(noFilter) },
  });
  return (
    <Page
      fill
      title={t().board}
      actions={
        <>
          <SoundButton />
          <LayoutButton layout={layout()} onLayout={setLayout} />
          <Show when={may('orders.create')}>
            <NewOrderButton onClick={go.create} />
          </Show>
        </>
      }
      toolbar={
        <BoardToolbar
          query={query()}
          onQuery={setQuery}
          counts={counts}
          outlets={outlets()}
          count={list.orders().length}
        >
          <Tools query={query()} onQuery={setQuery} choice={layout() === 'table' ? choice : undefined} />
        </BoardToolbar>
      }
    >
      <WithSidePanel>
        <Show
          when={layout() === 'lanes'}
          fallback={<BoardTable {...shown()} columns={columns()} choice={choice} batch={batch} />}
        >
          <LanesOrNothing {...shown()} statuses={statuses()} />
        </Show>
        <Show when={params.order}>{(id) => <OrderPanel id={id()} onClose={go.close} />}</Show>
      </WithSidePanel>
      <OrderBatchDialogs batch={batch} />
    </Page>
  );
}

/** At the end of the filters. */
function Tools(props: {
  query: BoardQuery;
  onQuery: (query: BoardQuery) => void;
  /** There are columns to choose. */
  choice: ColumnChoice<ProjectedOrder> | undefined;
}): JSX.Element {
  const phone = createMedia(phoneQuery);
  return (
    <div class={board.tools}>
      <ViewsMenu query={props.query} onQuery={(query) => props.onQuery(query)} />
      <Show when={!phone() && props.choice}>{(choice) => <ColumnMenu choice={choice()} />}</Show>
    </div>
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

/** The filters stay in the address wherever one goes on the board. */
function useBoardNavigation() {
  const navigate = useNavigate();
  const [, setParams] = useSearchParams();
  return {
    open: (order: ProjectedOrder): void => setParams({ order: order.id }),
    close: (): void => setParams({ order: null }),
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

/** No index knows when an order was closed, nor what is late: rows are looked through, those closed until old enough. */
function useBoardOrders(query: () => BoardQuery, lanes: () => readonly OrderStatus[] | undefined): OrderList {
  const taken = useTaken(query);
  const list = useOrders(() => ({ ...filterOf(query(), taken()), ...statusesOf(lanes()) }), {
    limit: pageSize,
  });
  const isClosedToday = useIsClosedToday();
  const isFor = useIsFor(() => query().vehicleId);
  const format = useFormat();
  const oldest = () => Date.parse(list.orders().at(-1)?.createdAt ?? '');
  createEffect(() => {
    const looksOn =
      query().late || query().vehicleId !== null || (query().today && oldest() > Date.now() - threeDays);
    if (looksOn && list.hasMore()) list.loadMore();
  });
  return {
    ...list,
    orders: createMemo(() => {
      const { today, late, vehicleId } = query();
      if (!today && !late && vehicleId === null) return list.orders();
      return list
        .orders()
        .filter(
          (order) =>
            isFor(order) && (!today || isClosedToday(order)) && (!late || isLate(order, format.now())),
        );
    }),
  };
}

/** Whether the chosen vehicle could be sent. One that this device does not hold narrows nothing. */
function useIsFor(vehicleId: () => string | null): (order: ProjectedOrder) => boolean {
  const vehicles = useReferenceMap('vehicles');
  const rescueOf = useRescueOf();
  return (order) => {
    const vehicle = vehicles().get(vehicleId() ?? '');
    return !vehicle || fitsRescue(vehicle, rescueOf(order));
  };
}

const statusesOf = (statuses: readonly OrderStatus[] | undefined) => (statuses ? { statuses } : {});

function useOwnOutlets() {
  const actor = useActor();
  const outlets = useReference('outlets');
  return createMemo(() => outlets().filter(({ id, disabled }) => !disabled && seesOutlet(actor, id)));
}
