// Finding one of many orders by any part of what it is known by.
import { Subject, type Subscription } from 'rxjs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RxCollection } from 'rxdb';
import type { Order } from '#schemas/orders/order.ts';
import { createOrderIndex, type OrderIndex, type OrdersFound } from '../../client/data/order-index.ts';
import type { ProjectedOrder } from '../../client/data/projection.ts';
import { order } from './fixtures.ts';
import { openOrders } from './stored-orders.ts';

type Own = ReadonlyMap<string, ProjectedOrder | null>;

let orders: RxCollection<Order>;
let own$: Subject<Own>;
let index: OrderIndex;
let looking: Subscription | undefined;

beforeEach(async () => {
  const database = await openOrders();
  orders = database.orders;
  own$ = new Subject();
  index = createOrderIndex(orders, own$);
});

afterEach(async () => {
  looking?.unsubscribe();
  index.close();
  await orders.database.close();
});

/** Resolves when what is found is what is wanted. */
function finds(text: string, wanted: (found: OrdersFound) => boolean): Promise<readonly string[]> {
  looking?.unsubscribe();
  return new Promise((resolve) => {
    looking = index.find(text, 5).subscribe((found) => {
      if (wanted(found)) resolve(found.orders.map(({ id }) => id));
    });
  });
}

const car = (plate: string, vin?: string) => ({ plate, ...(vin !== undefined && { vin }) });
const whole = ({ complete }: OrdersFound): boolean => complete;
const at = (minute: number) => `2026-03-01T08:${String(minute).padStart(2, '0')}:00.000Z`;

test('any part of number, plate, VIN and phone finds it, however it is written', async () => {
  await orders.insert(
    order('o1', {
      number: 'HZ2603010001',
      car: car('浙A·12345', 'LSVAA4182E2123456'),
      contact: { name: '王', phone: '138 0000-4321' },
    }),
  );
  for (const text of ['hz260301', '浙a 123', '2345', 'lsvaa418', '3456', '13800004321', '4321', '王'])
    expect(await finds(text, whole), text).toEqual(['o1']);
  expect(await finds('999999', whole)).toEqual([]);
  expect(await finds('  ', whole)).toEqual([]);
});

test('what begins with the text stands first, then the newest', async () => {
  await orders.bulkInsert([
    order('old', { number: '777', car: car('浙A00001'), createdAt: at(1) }),
    order('new', { number: '1777', car: car('浙A00002'), createdAt: at(3) }),
    order('middle', { number: '7771', car: car('浙A00003'), createdAt: at(2) }),
  ]);
  expect(await finds('777', whole)).toEqual(['middle', 'old', 'new']);
});

test('it goes on through more than one reading, and follows what changes', async () => {
  const many = Array.from({ length: 1200 }, (_, n) =>
    order(`o${String(n).padStart(4, '0')}`, { number: `N${String(n).padStart(4, '0')}` }),
  );
  await orders.bulkInsert(many);
  expect(await finds('N0000', whole)).toEqual(['o0000']);
  expect(await finds('N1199', whole)).toEqual(['o1199']);
  const changed = finds('浙B55555', ({ orders: [first] }) => first !== undefined);
  await orders.findOne('o0007').incrementalPatch({ car: car('浙B55555') });
  expect(await changed).toEqual(['o0007']);
  const gone = finds('浙B55555', ({ orders: found }) => found.length === 0);
  await orders.findOne('o0007').incrementalRemove();
  expect(await gone).toEqual([]);
});

test('own commands count before the server has them: what they made, and what they changed', async () => {
  await orders.insert(order('sent', { car: car('浙A11111') }));
  expect(await finds('浙A11111', whole)).toEqual(['sent']);
  const made = { ...order('mine', { number: '', version: 0, car: car('浙A22222') }), unsent: 1 };
  const edited = { ...order('sent', { car: car('浙A33333') }), unsent: 1 };
  own$.next(new Map<string, ProjectedOrder>([made, edited].map((each) => [each.id, each])));
  expect(await finds('浙A22222', whole)).toEqual(['mine']);
  expect(await finds('浙A33333', whole)).toEqual(['sent']);
  expect(await finds('浙A11111', whole)).toEqual([]);
});
