// 派遣 and 改派: whom an order may be given to, and what becomes of those it was taken from.
import { describe, expect, test } from 'vitest';
import {
  completed,
  continued,
  created,
  dispatched,
  driver1,
  findIn,
  judge,
  line,
  redispatched,
  rejectionOf,
  told,
  wayTo,
  type Person,
} from '../setup/rules.ts';
import type { Filed } from '../../sync-server/company/found.ts';
import { closedStatuses, openStatuses } from '#schemas/orders/order.ts';

const pending = told(...wayTo.pending);
const find = findIn();

const dispatch = (vehicleId: string, driverId: string, who: Person = 'dispatcher') =>
  line(who, 'dispatch', { vehicleId, driverId });
const refusal = (next: ReturnType<typeof dispatch>, changed: readonly Filed[] = []) =>
  rejectionOf(judge(pending, next, { find: findIn(changed) }));

function changedStaff(id: string, change: Partial<ReturnType<typeof staffOf>>): Filed[] {
  return [{ collection: 'staff', document: { ...staffOf(id), ...change } }];
}

function staffOf(id: string) {
  const found = find('staff', id);
  if (!found) throw new Error(`There is no ${id}`);
  return found;
}

describe('a dispatch', () => {
  test.each(openStatuses)('is accepted while the order is %s, and begins the way anew', (status) => {
    const order = continued(told(...wayTo[status]), redispatched);
    expect(order.status).toBe('dispatched');
    expect(order.assignment).toEqual({ vehicleId: 'vehicle-1', driverId: 'staff-driver2' });
  });

  test.each(closedStatuses)('is refused when the order is %s', (status) => {
    expect(judge(told(...wayTo[status]), dispatched).ok).toBe(false);
  });

  test('of a vehicle of another outlet is refused as if there were none', () => {
    const expected = { code: 'unknown-reference', detail: 'vehicleId' };
    expect(refusal(dispatch('vehicle-2', 'staff-driver1'))).toEqual(expected);
    expect(refusal(dispatch('vehicle-none', 'staff-driver1'))).toEqual(expected);
  });

  test('of a driver of another outlet is refused as if there were none', () => {
    const expected = { code: 'unknown-reference', detail: 'driverId' };
    expect(refusal(dispatch('vehicle-1', 'staff-driver3'))).toEqual(expected);
    expect(refusal(dispatch('vehicle-1', 'staff-none'))).toEqual(expected);
  });

  test('across outlets is for those who see both', () => {
    expect(judge(pending, dispatch('vehicle-2', 'staff-driver3', 'admin')).ok).toBe(true);
  });

  test('to somebody who does not drive is refused', () => {
    expect(refusal(dispatch('vehicle-1', 'staff-clerk'))).toEqual({
      code: 'not-a-driver',
      detail: 'driverId',
    });
  });

  test('to somebody whose role as a driver is disabled is refused: nobody could work on it', () => {
    const role = find('roles', 'role-driver');
    const changed: Filed[] = role ? [{ collection: 'roles', document: { ...role, disabled: true } }] : [];
    expect(refusal(dispatched, changed).code).toBe('not-a-driver');
  });

  test('to somebody disabled, or with a disabled vehicle, is refused', () => {
    const vehicle = find('vehicles', 'vehicle-1');
    const parked: Filed[] = vehicle
      ? [{ collection: 'vehicles', document: { ...vehicle, disabled: true } }]
      : [];
    expect(refusal(dispatched, changedStaff('staff-driver1', { disabled: true }))).toEqual({
      code: 'disabled-reference',
      detail: 'driverId',
    });
    expect(refusal(dispatched, parked)).toEqual({ code: 'disabled-reference', detail: 'vehicleId' });
  });

  test('of a vehicle that is not on the list of the driver is accepted: the list is a hint', () => {
    expect(find('vehicles', 'vehicle-1')?.driverIds).toEqual([]);
    expect(judge(pending, dispatched).ok).toBe(true);
  });

  test.each([
    ['clerk', 'not-permitted'],
    ['finance', 'not-permitted'],
    ['dispatcher2', 'order-not-found'],
    ['driver1', 'order-not-found'],
  ] as const)('by %s is refused as %s', (who, code) => {
    expect(refusal(dispatch('vehicle-1', 'staff-driver1', who)).code).toBe(code);
  });
});

describe('an order that was given to another driver while the first was under way', () => {
  const order = told(created, dispatched, driver1('depart'), redispatched);

  test('records the steps of the first, flagged, and waits for the second', () => {
    const after = continued(order, driver1('arrive'));
    expect(after.status).toBe('dispatched');
    expect(after.timeline.at(-1)).toMatchObject({ type: 'arrive', flag: 'done-by-previous-driver' });
    expect(after.attention).toMatchObject([{ code: 'done-by-previous-driver' }]);
  });

  test('is completed by the first when he did it, flagged', () => {
    const after = continued(order, completed);
    expect(after).toMatchObject({ status: 'completed', result: 'success' });
    expect(after.attention).toMatchObject([{ code: 'done-by-previous-driver' }]);
  });

  test('lets the second work on, and records his completion as a second one', () => {
    const after = continued(order, completed, line('driver2', 'arrive', {}), line('driver2', 'complete', {}));
    expect(after.status).toBe('completed');
    expect(after.attention.map(({ code }) => code)).toEqual([
      'done-by-previous-driver',
      'step-after-close',
      'closed-twice',
    ]);
  });

  test('cannot be accepted or declined by the first any more', () => {
    expect(rejectionOf(judge(order, driver1('accept')))).toEqual({ code: 'not-your-order' });
    const declined = line('driver1', 'decline', { reason: '太远' });
    expect(rejectionOf(judge(order, declined))).toEqual({ code: 'not-your-order' });
  });

  test('counts the first as its driver again when it is given back', () => {
    const after = continued(order, dispatched, driver1('arrive'));
    expect(after).toMatchObject({ status: 'on-scene', attention: [] });
  });
});

describe('an order that was declined', () => {
  const declined = told(created, dispatched, line('driver1', 'decline', { reason: '设备不合适' }));

  test('is pending, belongs to nobody and asks for attention', () => {
    expect(declined.status).toBe('pending');
    expect(declined).not.toHaveProperty('assignment');
    expect(declined.attention).toEqual([{ code: 'declined', at: '2026-03-01T08:00:05.000Z' }]);
    expect(declined.timeline.at(-1)).toMatchObject({ type: 'decline', reason: '设备不合适' });
  });

  test('asks for no attention once it is dispatched again', () => {
    expect(continued(declined, redispatched)).toMatchObject({ status: 'dispatched', attention: [] });
  });

  test('records what the one who declined does all the same', () => {
    const after = continued(declined, driver1('depart'));
    expect(after.status).toBe('pending');
    expect(after.attention.at(-1)?.code).toBe('done-by-previous-driver');
    expect(continued(declined, completed).status).toBe('completed');
  });
});

describe('an order that is recalled', () => {
  const recall = (payload: object = {}) => line('dispatcher', 'recall', payload);
  const crew = { vehicleId: 'vehicle-1', driverId: 'staff-driver1' };
  const recalled = told(created, dispatched, recall({ note: '客户改约', seen: crew }));

  test('is pending and belongs to nobody, with the reason in its timeline', () => {
    expect(recalled.status).toBe('pending');
    expect(recalled).not.toHaveProperty('assignment');
    expect(recalled.timeline.at(-1)).toMatchObject({ type: 'recall', status: 'pending', note: '客户改约' });
    expect(recalled.timeline.at(-1)).not.toHaveProperty('seen');
  });

  test.each(openStatuses.filter((status) => status !== 'pending'))('can be while it is %s', (status) => {
    expect(continued(told(...wayTo[status]), recall()).status).toBe('pending');
  });

  test('cannot be before it is dispatched, or when it has ended', () => {
    expect(rejectionOf(judge(pending, recall()))).toEqual({ code: 'not-dispatched' });
    for (const status of closedStatuses) expect(judge(told(...wayTo[status]), recall()).ok).toBe(false);
  });

  test('is not taken from somebody to whom another dispatcher gave it meanwhile', () => {
    const given = told(created, dispatched, redispatched);
    expect(rejectionOf(judge(given, recall({ seen: crew })))).toEqual({ code: 'dispatched-meanwhile' });
  });

  test('records what its driver does before he hears of it', () => {
    const after = continued(recalled, driver1('depart'));
    expect(after.status).toBe('pending');
    expect(after.attention.at(-1)?.code).toBe('done-by-previous-driver');
  });
});
