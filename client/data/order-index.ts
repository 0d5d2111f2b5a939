// Every order of this device by number, plate, VIN and phone. No index of the storage knows parts of these, so a
// short line of each order is held in memory from the first search on, and follows what changes.
import { BehaviorSubject, map, Subscription, throttleTime, type Observable } from 'rxjs';
import type { RxCollection } from 'rxdb';
import { normaliseSearch, searchedTexts } from '#schemas/orders/filter.ts';
import type { Order } from '#schemas/orders/order.ts';
import type { ProjectedOrder } from './projection.ts';

/** What a search shows of an order. */
export type IndexedOrder = Pick<
  Order,
  'id' | 'number' | 'car' | 'contact' | 'status' | 'recency' | 'version'
>;

export interface OrdersFound {
  /** Those in which a field begins with the text, then the others; the newest first. */
  readonly orders: readonly IndexedOrder[];
  /** False while older orders are still being read. */
  readonly complete: boolean;
}

export interface OrderIndex {
  /** Any part counts; spaces, dots and dashes do not. Answers at once, and again when something else may be found. */
  find(text: string, limit: number): Observable<OrdersFound>;
  close(): void;
}

interface Line {
  readonly order: IndexedOrder;
  /** Its texts, each after a line break. */
  readonly text: string;
}

type OwnOrders = ReadonlyMap<string, ProjectedOrder | null>;

const chunk = 1000;
const tellEveryMs = 150;

export function createOrderIndex(orders: RxCollection<Order>, own$: Observable<OwnOrders>): OrderIndex {
  const lines = new Map<string, Line>();
  const changed$ = new BehaviorSubject<void>(undefined);
  const following = new Subscription();
  let own: OwnOrders = new Map();
  let complete = false;

  const follow = (): void => {
    const stored = orders.$.subscribe(({ operation, documentId, documentData }) => {
      if (operation === 'DELETE') lines.delete(documentId);
      else lines.set(documentId, lineOf(documentData));
      changed$.next();
    });
    following.add(stored);
    following.add(own$.subscribe((latest) => ((own = latest), changed$.next())));
  };
  const read = async (): Promise<void> => {
    for (let after = ''; !complete && !following.closed;) {
      const found = await orders.find(newestAfter(after)).exec();
      for (const document of found) {
        // What came meanwhile is newer than what was just read.
        if (!lines.has(document.id)) lines.set(document.id, lineOf(document.toMutableJSON()));
      }
      after = found.at(-1)?.recency ?? after;
      complete = found.length < chunk;
      changed$.next();
    }
  };
  const open = once(() => (follow(), void read()));
  return {
    find: (text, limit) => {
      open();
      return changed$.pipe(
        throttleTime(tellEveryMs, undefined, { leading: true, trailing: true }),
        map(() => ({ orders: search(lines, own, text, limit), complete })),
      );
    },
    close: () => following.unsubscribe(),
  };
}

function once(run: () => void): () => void {
  let hasRun = false;
  return () => {
    if (hasRun) return;
    hasRun = true;
    run();
  };
}

const newestAfter = (recency: string) => ({
  selector: { recency: { $gt: recency } },
  sort: [{ recency: 'asc' as const }],
  index: ['recency'],
  limit: chunk,
});

function lineOf(order: Order): Line {
  const { id, number, car, contact, status, recency, version } = order;
  return {
    order: { id, number, car, contact, status, recency, version },
    text: searchedTexts(order)
      .map((text) => `\n${text}`)
      .join(''),
  };
}

/** Own commands may have changed an order, or made one that the storage does not hold yet. */
function search(
  stored: ReadonlyMap<string, Line>,
  own: OwnOrders,
  text: string,
  limit: number,
): readonly IndexedOrder[] {
  const wanted = normaliseSearch(text);
  if (wanted === '') return [];
  const begins: IndexedOrder[] = [];
  const contains: IndexedOrder[] = [];
  const look = ({ order, text: line }: Line): void => {
    if (line.includes(`\n${wanted}`)) begins.push(order);
    else if (line.includes(wanted)) contains.push(order);
  };
  for (const [id, line] of stored) if (!own.has(id)) look(line);
  for (const order of own.values()) if (order) look(lineOf(order));
  const first = begins.sort(newestFirst).slice(0, limit);
  return first.length === limit ? first : [...first, ...contains.sort(newestFirst)].slice(0, limit);
}

const newestFirst = (a: IndexedOrder, b: IndexedOrder): number =>
  Number(b.version === 0) - Number(a.version === 0) || (a.recency < b.recency ? -1 : 1);
