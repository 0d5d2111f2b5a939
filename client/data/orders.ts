// Live orders for components.
import { BehaviorSubject } from 'rxjs';
import { createEffect, createMemo, createSignal, on, onCleanup, untrack, type Accessor } from 'solid-js';
import type { OrderFilter } from '#schemas/orders/filter.ts';
import { closedStatuses, openStatuses, type OrderStatus } from '#schemas/orders/order.ts';
import { equalJson } from '#schemas/core/equal.ts';
import { useData } from './context.ts';
import { createLiveList } from './live-list.ts';
import type { ProjectedOrder } from './projection.ts';

export type { ProjectedOrder } from './projection.ts';

export interface OrderList {
  /** Items keep their identity: use `<For>` and read fields in JSX. Not to be changed. */
  readonly orders: Accessor<readonly ProjectedOrder[]>;
  /** Until this device has looked; what is shown meanwhile is of the filter before. */
  readonly loading: Accessor<boolean>;
  readonly hasMore: Accessor<boolean>;
  loadMore(): void;
  /** Until every one of them is in `orders`. */
  loadAll(): Promise<void>;
}

export interface OrderListOptions {
  /** Rows at first and with each `loadMore`; 50. */
  readonly limit?: number;
  /** For counts and reminders: when the app opens, what somebody looks at is read first. */
  readonly later?: boolean;
}

/** Newest first; what is not sent yet stands on top. */
export function useOrders(filter: Accessor<OrderFilter>, options: OrderListOptions = {}): OrderList {
  return useOrderQuery(filter, options);
}

const financeStatuses: readonly OrderStatus[] = closedStatuses.filter((status) => status !== 'voided');

/** Orders that have ended and count, narrowed: what finance deals with. */
export function useFinanceOrders(filter: Accessor<OrderFilter>, options: OrderListOptions = {}): OrderList {
  return useOrderQuery(() => ({ ...filter(), statuses: financeStatuses }), options);
}

/** More open orders than this no dispatcher oversees; the newest are shown then. */
const mostOpen = 1000;

/** All that are open, asked for alike wherever they are wanted, so that the device reads them once. */
export function useOpenOrders(): OrderList {
  return useOrderQuery(() => ({ statuses: openStatuses }), { limit: mostOpen, later: true });
}

/** The signed-in driver's orders: the open ones first. */
export function useMyJobs(): OrderList {
  const { actor } = useData();
  const open = useOrderQuery(() => ({ driverId: actor.id, statuses: openStatuses }), { limit: 200 });
  const closed = useOrderQuery(() => ({ driverId: actor.id, statuses: closedStatuses }), { limit: 30 });
  return {
    orders: () => [...open.orders(), ...closed.orders()].filter(isOnce),
    loading: () => open.loading() || closed.loading(),
    hasMore: closed.hasMore,
    loadMore: closed.loadMore,
    loadAll: closed.loadAll,
  };
}

/** What is offered to the signed-in driver and to others, and nobody has yet. */
export function useMyOffers(): OrderList {
  const { actor } = useData();
  return useOrderQuery(() => ({ offeredTo: actor.id, statuses: ['pending'] }), { limit: 50 });
}

/** Between two emissions an order that is being closed may stand in both lists. */
const isOnce = (order: ProjectedOrder, index: number, all: readonly ProjectedOrder[]) =>
  all.findIndex(({ id }) => id === order.id) === index;

export interface OneOrder {
  /** `undefined`: not there, or not yet (see `loading`). */
  readonly order: Accessor<ProjectedOrder | undefined>;
  readonly loading: Accessor<boolean>;
}

export function useOrder(id: Accessor<string | undefined>): OneOrder {
  const { orders } = useData();
  const list = createLiveList<ProjectedOrder>();
  const [loading, setLoading] = createSignal(true);
  createEffect(
    on(id, (wanted) => {
      setLoading(wanted !== undefined);
      if (wanted === undefined) return list.update([]);
      const subscription = orders.one(wanted).subscribe((order) => {
        list.update(order ? [order] : []);
        setLoading(false);
      });
      onCleanup(() => subscription.unsubscribe());
    }),
  );
  return {
    order: () => list.items.find((order) => order.id === id()),
    loading,
  };
}

/** More than a device is ever given. */
const everyRow = 1_000_000;

function useOrderQuery(
  query: Accessor<OrderFilter>,
  { limit: step = 50, later }: OrderListOptions,
): OrderList {
  const { orders } = useData();
  const list = createLiveList<ProjectedOrder>();
  const [limit, setLimit] = createSignal(step);
  const [loading, setLoading] = createSignal(true);
  const [hasMore, setHasMore] = createSignal(false);
  const stable = createMemo(query, undefined, { equals: equalJson });
  const waiting = new Set<() => void>();
  const answer = (): void => {
    for (const resolve of waiting) resolve();
    waiting.clear();
  };
  onCleanup(answer);
  createEffect(on(stable, () => (setLimit(step), answer()), { defer: true }));
  createEffect(
    on(stable, (wanted) => {
      const limit$ = new BehaviorSubject(untrack(limit));
      createEffect(on(limit, (rows) => (setLoading(true), limit$.next(rows))));
      const subscription = orders.page(wanted, limit$, later).subscribe((page) => {
        list.update(page.orders);
        setHasMore(page.hasMore);
        setLoading(false);
        if (!page.hasMore) answer();
      });
      onCleanup(() => subscription.unsubscribe());
    }),
  );
  return {
    orders: () => list.items,
    loading,
    hasMore,
    loadMore: () => {
      if (hasMore() && !loading()) setLimit((rows) => rows + step);
    },
    loadAll: async () => {
      if (!hasMore() && !loading()) return;
      const loaded = new Promise<void>((resolve) => waiting.add(resolve));
      setLimit(everyRow);
      await loaded;
    },
  };
}
