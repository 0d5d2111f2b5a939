// Orders as the screen wants them: live, narrowed, newest first, with the own commands folded in. What is read
// is what is shown: the first rows come from an index, however many orders the device holds.
import {
  auditTime,
  buffer,
  combineLatest,
  concatMap,
  defer,
  distinctUntilChanged,
  map,
  of,
  race,
  shareReplay,
  startWith,
  Subject,
  switchMap,
  tap,
  timer,
  type Observable,
} from 'rxjs';
import type { MangoQuery, MangoQuerySelector, RxDocument } from 'rxdb';
import { equalJson } from '#schemas/core/equal.ts';
import type { CommandDocument } from '#schemas/orders/commands.ts';
import { matchesFilter, type OrderFilter } from '#schemas/orders/filter.ts';
import type { Order, OrderStatus } from '#schemas/orders/order.ts';
import type { ClientDatabase } from './database.ts';
import type { CommandLog } from './command-log.ts';
import { growing, type Between, type Grown } from './growing.ts';
import { project, type ProjectedOrder, type ProjectionContext } from './projection.ts';

export interface OrderPage {
  readonly orders: readonly ProjectedOrder[];
  readonly hasMore: boolean;
}

export interface OrderSource {
  /**
   * @param limit as it grows, only what follows is read
   * @param later counts and reminders: what somebody looks at is read before them when the app opens
   */
  page(query: OrderFilter, limit: number | Observable<number>, later?: boolean): Observable<OrderPage>;
  one(id: string): Observable<ProjectedOrder | null>;
  /** Those that own commands are about, by id; null where nothing came of it. */
  readonly own$: Observable<ReadonlyMap<string, ProjectedOrder | null>>;
  /** As it is now, for a rule to judge. */
  read(id: string): Promise<ProjectedOrder | null>;
}

export interface OrderSourceDeps {
  readonly database: ClientDatabase;
  readonly log: CommandLog;
  /** Read at the moment of folding. */
  readonly context: () => ProjectionContext;
}

export function createOrderSource({ database, log, context }: OrderSourceDeps): OrderSource {
  const projected = (order: Order | null, commands: readonly CommandDocument[]) =>
    project(order, commands, context());
  const touched$ = touchedOrders(database, log, projected);
  const firstShown$ = new Subject<void>();
  const opened$ = race(firstShown$, timer(openingMs)).pipe(shareReplay(1));
  opened$.subscribe();
  const pageOf = (query: OrderFilter, limit: number | Observable<number>) =>
    combineLatest([
      storedPage(database, query, typeof limit === 'number' ? of(limit) : limit),
      touched$,
    ]).pipe(map(([stored, touched]) => merge(stored, touched, query)));
  return {
    own$: touched$,
    page: (query, limit, later = false) =>
      later
        ? opened$.pipe(switchMap(() => pageOf(query, limit)))
        : pageOf(query, limit).pipe(tap(() => firstShown$.next())),
    one: (id) =>
      combineLatest([database.orders.findOne(id).$, log.active$]).pipe(
        map(([document]) => projected(document ? plain(document) : null, log.about(id))),
        distinctUntilChanged(),
      ),
    read: async (id) => {
      const document = await database.orders.findOne(id).exec();
      return projected(document ? plain(document) : null, log.about(id));
    },
  };
}

/** Somebody may look at a page without orders. */
const openingMs = 1000;

type Project = (order: Order | null, commands: readonly CommandDocument[]) => ProjectedOrder | null;

/** The orders that own commands are about. They are few, so all of them are kept at hand, by id. */
function touchedOrders(
  { orders }: ClientDatabase,
  log: CommandLog,
  projected: Project,
): Observable<ReadonlyMap<string, ProjectedOrder | null>> {
  return log.active$.pipe(
    map((commands): string[] => [...new Set(commands.map(({ orderId }) => orderId))].sort()),
    distinctUntilChanged<string[]>(equalJson),
    switchMap((ids) => combineLatest([of(ids), orders.findByIds(ids).$, log.active$])),
    map(([ids, documents]) => {
      const orderOf = (id: string): Order | null => {
        const document = documents.get(id);
        return document ? plain(document) : null;
      };
      return new Map(ids.map((id) => [id, projected(orderOf(id), log.about(id))]));
    }),
    shareReplay({ bufferSize: 1, refCount: true }),
  );
}

/** What a command changed may belong elsewhere now, or here where the storage does not say so yet. */
function merge(
  { items: stored, hasMore }: Grown<Order>,
  touched: ReadonlyMap<string, ProjectedOrder | null>,
  query: OrderFilter,
): OrderPage {
  const untouched = stored.filter(({ id }) => !touched.has(id)).map(withoutUnsent);
  const own = [...touched.values()].filter((order) => order !== null);
  const last = stored.at(-1);
  const isOnPage = (order: Order) =>
    !hasMore || !last || order.version === 0 || order.recency <= last.recency;
  const orders = [...untouched, ...own.filter((order) => matchesFilter(order, query) && isOnPage(order))];
  return { orders: orders.sort(newestFirst), hasMore };
}

/** What exists on this device alone stands on top, whatever its clock says. */
function newestFirst(a: Order, b: Order): number {
  const onlyHere = Number(b.version === 0) - Number(a.version === 0);
  return onlyHere || (a.recency < b.recency ? -1 : a.recency > b.recency ? 1 : 0);
}

function storedPage(
  { orders }: ClientDatabase,
  query: OrderFilter,
  limit$: Observable<number>,
): Observable<Grown<Order>> {
  const lanes = query.statuses ?? [undefined];
  if (lanes.length === 0) return of({ items: [], hasMore: false });
  const together = (
    read: (lane: OrderStatus | undefined) => Observable<readonly Order[]>,
    limit: number | undefined,
  ) =>
    timed(
      combineLatest(lanes.map(read)).pipe(map((found) => found.flat().sort(newestFirst).slice(0, limit))),
      { query, limit },
    );
  if (query.text || query.differing || query.open)
    return limit$.pipe(
      switchMap((limit) =>
        together((lane) => searched(orders, lane, query, limit), limit).pipe(
          map((items) => ({ items, hasMore: items.length >= limit })),
        ),
      ),
    );
  const selector = selectorOf(query);
  const read = (between: Between, limit?: number) =>
    together(
      (lane) =>
        orders
          .find(laneQuery(lane, { ...selector, recency: rangeOf(between) }, limit))
          .$.pipe(map((list) => list.map(plain))),
      limit,
    );
  return growing(limit$, read, ({ recency }) => recency);
}

const rangeOf = ({ after = '', upTo }: Between) => ({
  ...(after ? { $gt: after } : { $gte: '' }),
  ...(upTo && { $lte: upTo }),
});

/** Leaves a user timing, by which anybody can see what a page of orders took to be read. */
function timed<Value>(page$: Observable<Value>, detail: object): Observable<Value> {
  return defer(() => {
    const start = performance.now();
    return page$.pipe(
      map((page, index) => {
        if (index === 0) performance.measure('towline.orders-page', { start, detail });
        return page;
      }),
    );
  });
}

/**
 * The newest in which the text is found, or whose amounts differ. No index knows it, so the orders are read once, and
 * of what changes from then on only that is looked at.
 */
function searched(
  orders: ClientDatabase['orders'],
  lane: OrderStatus | undefined,
  filter: OrderFilter,
  limit: number,
): Observable<readonly Order[]> {
  const inLane: OrderFilter = { ...filter, ...(lane && { statuses: [lane] }) };
  return defer(() => {
    const found = new Map<string, Order>();
    let hasMore = false;
    const read = async (): Promise<void> => {
      const newest = await search(orders, lane, filter, limit);
      hasMore = newest.length >= limit;
      found.clear();
      for (const order of newest) found.set(order.id, order);
    };
    const lookAt = async (ids: string[]): Promise<void> => {
      const changed = await orders.findByIds(ids).exec();
      let left = 0;
      for (const id of ids) {
        const document = changed.get(id);
        const order = document && plain(document);
        if (order && matchesFilter(order, inLane)) found.set(id, order);
        else if (found.delete(id)) left++;
      }
      // Those that come up into the place of these were not read.
      if (left > 0 && hasMore) await read();
    };
    const changed$ = orders.$.pipe(map(({ documentId }) => documentId));
    const bursts$ = changed$.pipe(buffer(changed$.pipe(auditTime(500))));
    return bursts$.pipe(
      startWith(undefined),
      concatMap((ids) => (ids ? lookAt([...new Set(ids)]) : read())),
      map(() => [...found.values()].sort(newestFirst).slice(0, limit)),
    );
  });
}

const chunk = 500;

async function search(
  orders: ClientDatabase['orders'],
  lane: OrderStatus | undefined,
  filter: OrderFilter,
  limit: number,
): Promise<Order[]> {
  const selector = selectorOf(filter);
  const found: Order[] = [];
  for (let after = ''; ;) {
    const next = { ...selector, recency: { $gt: after } };
    const documents = await orders.find(laneQuery(lane, next, chunk)).exec();
    found.push(...documents.map(plain).filter((order) => matchesFilter(order, filter)));
    after = documents.at(-1)?.recency ?? after;
    if (found.length >= limit || documents.length < chunk) return found.slice(0, limit);
  }
}

/** One status at a time: an index on status and recency then gives the newest first without a sort. */
function laneQuery(
  status: OrderStatus | undefined,
  selector: MangoQuerySelector<Order>,
  limit: number | undefined,
): MangoQuery<Order> {
  return {
    selector: { recency: { $gte: '' }, ...selector, ...(status && { status: { $eq: status } }) },
    sort: [{ recency: 'asc' }],
    index: status ? ['status', 'recency'] : ['recency'],
    ...(limit !== undefined && { limit }),
  };
}

function selectorOf({
  outletId,
  driverId,
  offeredTo,
  onOffer,
  customerId,
  serviceIds,
  from: since,
  to: until,
  financeStages,
  sentBack,
  confirmation,
  rated,
  reserved,
  statementId,
  onStatement,
  collected,
  attention,
  repaired,
}: OrderFilter): MangoQuerySelector<Order> {
  return {
    ...(outletId && { outletId: { $eq: outletId } }),
    ...(driverId && { 'assignment.driverId': { $eq: driverId } }),
    ...(offeredTo && {
      'offer.to': { $elemMatch: { driverId: { $eq: offeredTo }, declined: { $exists: false } } },
    }),
    ...(onOffer && { 'offer.id': { $exists: true } }),
    ...(confirmation && { 'confirmation.state': { $in: [...confirmation] } }),
    ...(rated && { 'rating.stars': { $gte: 1 } }),
    ...(customerId && { customerId: { $eq: customerId } }),
    ...(serviceIds && { serviceId: { $in: [...serviceIds] } }),
    ...((since ?? until) && { createdAt: { ...(since && { $gte: since }), ...(until && { $lt: until }) } }),
    ...(reserved === true && { kind: { $eq: 'reservation' }, status: { $eq: 'pending' } }),
    ...(reserved === false && { $or: [{ kind: { $ne: 'reservation' } }, { status: { $ne: 'pending' } }] }),
    ...(attention && { attention: { $elemMatch: { code: { $exists: true } } } }),
    ...(repaired && { timeline: { $elemMatch: { type: { $eq: 'repair-order' } } } }),
    ...(collected && { 'cash.driverId': { $exists: true } }),
    ...(sentBack !== undefined && { 'sentBack.at': { $exists: sentBack } }),
    ...(statementId && { 'finance.statementId': { $eq: statementId } }),
    ...(onStatement !== undefined && { 'finance.statementId': { $exists: onStatement } }),
    ...(financeStages && { 'finance.stage': { $in: [...financeStages] } }),
  };
}

const plainOf = new WeakMap<object, Order>();
const shownOf = new WeakMap<Order, ProjectedOrder>();

/**
 * The same object for the same revision, so that what has not changed can be told by identity. It holds what RxDB
 * holds, which nobody changes: a copy of each order of a long list is what the browser would stop for to clear away.
 */
function plain(document: RxDocument<Order>): Order {
  const known = plainOf.get(document);
  if (known) return known;
  const order = document.toJSON() as Order;
  plainOf.set(document, order);
  return order;
}

function withoutUnsent(order: Order): ProjectedOrder {
  const known = shownOf.get(order);
  if (known) return known;
  const shown = { ...order, unsent: 0 };
  shownOf.set(order, shown);
  return shown;
}
