// What a sender is told as its order goes on.
import { expect, test } from 'vitest';
import {
  commandOf,
  contextOf,
  created,
  dispatched,
  driver1,
  emptyRun,
  completed,
  line,
  redispatched,
  repair,
  told,
  voided,
} from '../setup/rules.ts';
import { noticeEventOf, statusMessage, type NoticeStatus } from '#schemas/notices/status.ts';
import { decide } from '#schemas/orders/decide.ts';
import { evolve } from '#schemas/orders/evolve.ts';
import type { Order, OrderStatus } from '#schemas/orders/order.ts';
import type { Line } from '../setup/rules.ts';

/** What is told after each line of a story; nothing stands for a line of which nothing is told. */
function toldAfter(...lines: readonly Line[]): (string | undefined)[] {
  let order: Order | null = null;
  return lines.map((one, index) => {
    const decision = decide(order, commandOf(one, `command-${index}`), contextOf(one.who));
    if (!decision.ok) throw new Error(decision.error.code);
    const [event] = decision.value;
    if (!event) throw new Error('Nothing happened');
    const before = order;
    order = evolve(before, event);
    return noticeEventOf(before, event, order);
  });
}

/** What the sender gets for the last line of a story. */
function messageAfter(...lines: readonly Line[]): NoticeStatus {
  const before = told(...lines.slice(0, -1));
  const last = lines.at(-1) ?? created;
  const decision = decide(before, commandOf(last, 'command-last'), contextOf(last.who));
  if (!decision.ok) throw new Error(decision.error.code);
  const [event] = decision.value;
  if (!event) throw new Error('Nothing happened');
  const after = evolve(before, event);
  const type = noticeEventOf(before, event, after);
  if (!type) throw new Error('Nothing is told');
  return statusMessage(type, after, event, contextOf(last.who).find);
}

test('the way of an order is told where it matters to the sender', () => {
  expect(
    toldAfter(
      created,
      dispatched,
      driver1('accept'),
      driver1('depart'),
      driver1('arrive'),
      driver1('load'),
      completed,
    ),
  ).toEqual([
    'notice.accepted',
    'notice.dispatched',
    undefined,
    undefined,
    'notice.arrived',
    undefined,
    'notice.completed',
  ]);
});

test('a driver who skips a step has arrived all the same, once', () => {
  expect(toldAfter(created, dispatched, driver1('start-work'), driver1('load')).slice(2)).toEqual([
    'notice.arrived',
    undefined,
  ]);
});

test('a new dispatch, an empty run and a void are told', () => {
  expect(toldAfter(created, dispatched, redispatched, voided).slice(1)).toEqual([
    'notice.dispatched',
    'notice.dispatched',
    'notice.voided',
  ]);
  expect(toldAfter(created, dispatched, emptyRun).at(-1)).toBe('notice.empty-run');
});

test('that nobody comes any more is told when it is recalled or declined, and when its end was a mistake', () => {
  const recalled = line('dispatcher', 'recall', {});
  const declined = line('driver1', 'decline', { reason: '车辆故障' });
  const reopened = (status: OrderStatus, before: OrderStatus) => repair({ status }, { status: before });
  expect(toldAfter(created, dispatched, recalled).at(-1)).toBe('notice.waiting');
  expect(toldAfter(created, dispatched, declined).at(-1)).toBe('notice.waiting');
  expect(toldAfter(created, voided, reopened('pending', 'voided')).at(-1)).toBe('notice.waiting');
  expect(toldAfter(created, dispatched, voided, reopened('dispatched', 'voided')).at(-1)).toBe(
    'notice.dispatched',
  );
});

test('that a repair put another crew in place of the one that comes is told, and of one that has come is not', () => {
  const other = { vehicleId: 'vehicle-1', driverId: 'staff-driver2' };
  const before = { vehicleId: 'vehicle-1', driverId: 'staff-driver1' };
  const swapped = repair({ assignment: other }, { assignment: before });
  expect(messageAfter(created, dispatched, swapped)).toMatchObject({
    type: 'notice.dispatched',
    data: { driver: { name: 'driver2' } },
  });
  expect(toldAfter(created, dispatched, completed, swapped).at(-1)).toBeUndefined();
  expect(toldAfter(created, dispatched, driver1('arrive'), swapped).at(-1)).toBeUndefined();
  const arrived = repair(
    { assignment: other, status: 'on-scene' },
    { assignment: before, status: 'dispatched' },
  );
  expect(toldAfter(created, dispatched, arrived).at(-1)).toBe('notice.arrived');
});

test('why a driver does not come, and what we had entered wrongly, is not told; who comes after all is', () => {
  const declined = messageAfter(created, dispatched, line('driver1', 'decline', { reason: '车辆故障' }));
  expect(declined.data).not.toHaveProperty('reason');
  expect(declined.data).not.toHaveProperty('driver');
  const reopened = repair({ status: 'dispatched' }, { status: 'voided' });
  const again = messageAfter(created, dispatched, voided, reopened);
  expect(again.data).toMatchObject({ driver: { name: 'driver1' } });
  expect(again.data).not.toHaveProperty('reason');
  expect(messageAfter(created, voided).data).toMatchObject({ reason: '客户取消' });
});

test('an edit is our own business', () => {
  const edit = line('clerk', 'edit-order', { patch: { note: 'x' }, base: {} });
  expect(toldAfter(created, edit).at(-1)).toBeUndefined();
});

test('a dispatch says who comes', () => {
  const context = contextOf('dispatcher');
  const order = evolve(null, { ...commandOf(created, 'c-1'), by: 'x', recordedAt: context.now } as never);
  const [event] = (() => {
    const decision = decide(order, commandOf(dispatched, 'c-2'), context);
    return decision.ok ? decision.value : [];
  })();
  if (!event) throw new Error('It was not dispatched');
  const message = statusMessage('notice.dispatched', evolve(order, event), event, context.find);
  expect(message.data).toMatchObject({
    vehicle: { plate: expect.any(String) },
    driver: { name: 'driver1' },
    sequence: 2,
  });
});
