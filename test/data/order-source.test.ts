// Pages of orders follow what changes in the storage, whether an index knows what is asked or not.
import { BehaviorSubject, type Subscription } from 'rxjs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { RxCollection } from 'rxdb';
import { matchesFilter, type OrderFilter } from '#schemas/orders/filter.ts';
import type { Order } from '#schemas/orders/order.ts';
import type { CommandLog } from '../../client/data/command-log.ts';
import type { ClientDatabase } from '../../client/data/database.ts';
import { createOrderSource, type OrderSource } from '../../client/data/order-source.ts';
import { order } from './fixtures.ts';
import { openOrders } from './stored-orders.ts';

let orders: RxCollection<Order>;
let source: OrderSource;
let following: Subscription | undefined;
/** The numbers on the page, as told last. */
let shown: readonly string[] = [];

beforeEach(async () => {
  const database = await openOrders();
  orders = database.orders;
  source = createOrderSource({
    database: database as unknown as ClientDatabase,
    log: { active$: new BehaviorSubject([]), about: () => [] } as unknown as CommandLog,
    context: () => {
      throw new Error('Nothing was entered here');
    },
  });
});

afterEach(async () => {
  following?.unsubscribe();
  await orders.database.close();
});

function follow(filter: OrderFilter, limit = 10): void {
  following = source.page(filter, limit).subscribe((page) => {
    shown = page.orders.map(({ number }) => number ?? '');
  });
}

const shows = (...numbers: string[]) => vi.waitFor(() => expect(shown).toEqual(numbers), { timeout: 5000 });

/** A later one is newer. */
const numbered = (number: string, minute: number, rest: Partial<Order> = {}): Order =>
  order(`order-${number}`, { number, createdAt: `2026-03-01T08:0${minute}:00.000Z`, ...rest });

const patch = (number: string, change: Partial<Order>) =>
  orders
    .findOne(`order-${number}`)
    .exec()
    .then((found) => found?.patch(change));

const flag: Order['attention'] = [{ code: 'declined', at: '2026-03-01T08:00:00.000Z' }];

test('what is searched for comes, changes and goes with what is stored', async () => {
  await orders.bulkInsert([numbered('X1', 1), numbered('X2', 2), numbered('B1', 3)]);
  follow({ text: 'x' });
  await shows('X2', 'X1');
  await orders.insert(numbered('X3', 4));
  await shows('X3', 'X2', 'X1');
  await patch('B1', { number: 'XB1' });
  await shows('X3', 'XB1', 'X2', 'X1');
  await patch('X2', { number: 'C2' });
  await orders.findOne('order-X1').remove();
  await shows('X3', 'XB1');
});

test('a search looks at what has changed, not at everything again', async () => {
  await orders.bulkInsert([numbered('X1', 1), numbered('X2', 2), numbered('B1', 3)]);
  const read = vi.spyOn(orders.storageInstance, 'query');
  follow({ text: 'x' });
  await shows('X2', 'X1');
  const before = read.mock.calls.length;
  await orders.insert(numbered('X3', 4));
  await patch('X1', { number: 'C1' });
  await shows('X3', 'X2');
  expect(read.mock.calls.length).toBe(before);
});

test('when one leaves a full page, the next comes up', async () => {
  await orders.bulkInsert([numbered('X1', 1), numbered('X2', 2), numbered('X3', 3)]);
  follow({ text: 'x' }, 2);
  await shows('X3', 'X2');
  await patch('X3', { number: 'C3' });
  await shows('X2', 'X1');
});

test('each status that is searched keeps to its own', async () => {
  await orders.bulkInsert([
    numbered('X1', 1, { status: 'pending' }),
    numbered('X2', 2, { status: 'dispatched' }),
  ]);
  follow({ text: 'x', statuses: ['pending', 'accepted'] });
  await shows('X1');
  await patch('X1', { status: 'accepted' });
  await patch('X2', { status: 'pending' });
  await shows('X2', 'X1');
});

test('what needs attention is known from when it does until it does not', async () => {
  await orders.bulkInsert([numbered('X1', 1), numbered('X2', 2, { attention: flag })]);
  follow({ attention: true });
  await shows('X2');
  await patch('X1', { attention: flag });
  await shows('X2', 'X1');
  await patch('X2', { attention: [] });
  await shows('X1');
});

test('what was repaired is known by its history', async () => {
  const at = '2026-03-01T09:00:00.000Z';
  const repair = { id: 'event-1', type: 'repair-order', at, recordedAt: at, by: 'staff-lin' } as const;
  await orders.bulkInsert([numbered('X1', 1), numbered('X2', 2, { timeline: [repair] })]);
  follow({ repaired: true });
  await shows('X2');
});

test('what differs in its amounts is known from when it does until it does not', async () => {
  const entry = (type: 'complete' | 'verify', rest: object) => ({
    ...{ id: type, type, at: '2026-03-01T09:00:00.000Z', recordedAt: '2026-03-01T09:00:00.000Z', by: 'x' },
    ...rest,
  });
  const verifiedAt = (amountFen: number): Partial<Order> => ({
    timeline: [entry('complete', { collectedFen: 100 }), entry('verify', { amountFen })],
    finance: { stage: 'verified', amountFen },
  });
  const differing = numbered('D1', 1, verifiedAt(200));
  await orders.bulkInsert([
    differing,
    numbered('S1', 2, verifiedAt(100)),
    numbered('D2', 3, verifiedAt(300)),
  ]);
  follow({ differing: { outlets: {}, towing: [] }, financeStages: ['verified'] });
  await shows('D2', 'D1');
  await patch('D2', verifiedAt(100));
  await shows('D1');
});

/** A filter for each thing that can be asked, and orders of which each answers it otherwise. */
const asked: { [Name in keyof Required<OrderFilter>]: Required<OrderFilter>[Name] } = {
  outletId: 'outlet-west',
  statuses: ['completed'],
  driverId: 'driver-1',
  offeredTo: 'driver-1',
  onOffer: true,
  customerId: 'customer-other',
  serviceIds: ['service-jump'],
  from: '2026-03-01T08:05:00.000Z',
  to: '2026-03-01T08:05:00.000Z',
  financeStages: ['priced'],
  sentBack: true,
  statementId: 'statement-1',
  onStatement: true,
  differing: { outlets: {}, towing: [] },
  open: true,
  attention: true,
  confirmation: ['waiting'],
  collected: true,
  rated: true,
  repaired: true,
  reserved: true,
  text: 'X9',
};

test.each(Object.keys(asked) as (keyof OrderFilter)[])(
  'a page narrowed by %s holds what the rule says',
  async (name) => {
    const at = '2026-03-01T08:00:00.000Z';
    const entry = (type: string, rest: object = {}) => ({
      id: type,
      type,
      at,
      recordedAt: at,
      by: 'x',
      ...rest,
    });
    const each: Partial<Order>[] = [
      { outletId: 'outlet-west' },
      { status: 'completed' },
      { assignment: { vehicleId: 'vehicle-1', driverId: 'driver-1' } },
      { offer: { to: [{ vehicleId: 'vehicle-1', driverId: 'driver-1' }] } as never },
      { customerId: 'customer-other' },
      { serviceId: 'service-jump' },
      { finance: { stage: 'priced' } },
      { sentBack: { at } as never },
      { finance: { stage: 'posted', statementId: 'statement-1' } },
      { finance: { stage: 'posted', amountFen: 2, receivedFen: 1 } },
      {
        timeline: [entry('complete', { collectedFen: 1 }), entry('verify', { amountFen: 2 })] as never,
        finance: { stage: 'verified', amountFen: 2 },
      },
      { attention: flag },
      { confirmation: { state: 'waiting', since: at } },
      { cash: { driverId: 'driver-1', collectedFen: 1, handovers: [] } },
      { rating: { stars: 1 } as never },
      { timeline: [entry('repair-order')] as never },
      { kind: 'reservation', scheduledAt: at },
    ];
    const stored = each.map((rest, index) => numbered(`A${index}`, index % 10, rest));
    const all = [...stored, numbered('X9', 9)];
    await orders.bulkInsert(all);
    const filter: OrderFilter = { [name]: asked[name] };
    const expected = all.filter((one) => matchesFilter(one, filter));
    expect(expected.length).toBeGreaterThan(0);
    expect(expected.length).toBeLessThan(all.length);
    follow(filter, 100);
    await vi.waitFor(() => expect(shown.toSorted()).toEqual(expected.map(({ number }) => number).toSorted()));
  },
);

test('a page that grows goes on following all of it, status by status as well', async () => {
  await orders.bulkInsert(Array.from({ length: 9 }, (_, minute) => numbered(`N${minute}`, minute)));
  for (const filter of [{}, { statuses: ['pending' as const] }]) {
    const limit$ = new BehaviorSubject(3);
    following?.unsubscribe();
    following = source.page(filter, limit$).subscribe((page) => {
      shown = [...page.orders.map(({ number }) => number ?? ''), ...(page.hasMore ? ['…'] : [])];
    });
    await shows('N8', 'N7', 'N6', '…');
    limit$.next(6);
    await shows('N8', 'N7', 'N6', 'N5', 'N4', 'N3', '…');
    await patch('N7', { number: 'N7a' });
    await patch('N3', { number: 'N3a' });
    await shows('N8', 'N7a', 'N6', 'N5', 'N4', 'N3a', '…');
    await orders.insert(numbered('N9', 9));
    await shows('N9', 'N8', 'N7a', 'N6', 'N5', 'N4', 'N3a', '…');
    limit$.next(1_000);
    await shows('N9', 'N8', 'N7a', 'N6', 'N5', 'N4', 'N3a', 'N2', 'N1', 'N0');
    await orders.findOne('order-N9').remove();
    await patch('N7', { number: 'N7' });
    await patch('N3', { number: 'N3' });
    await shows('N8', 'N7', 'N6', 'N5', 'N4', 'N3', 'N2', 'N1', 'N0');
  }
});
