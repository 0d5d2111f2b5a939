// 抢单: an order that is offered to several drivers, and the first who accepts has it.
import { describe, expect, test } from 'vitest';
import {
  completed,
  continued,
  contextOf,
  created,
  dispatched,
  driver1,
  judge,
  line,
  offered,
  redispatched,
  rejectionOf,
  told,
  voided,
  wayTo,
  type Line,
} from '../setup/rules.ts';
import { creation } from '../setup/company.ts';
import { decide } from '#schemas/orders/decide.ts';
import { isOfferOver } from '#schemas/orders/offer.ts';
import { closedStatuses, orderStatuses, type Order } from '#schemas/orders/order.ts';
import { parseCommand } from '#schemas/orders/parse-command.ts';
import { stepTimes } from '#schemas/orders/steps.ts';
import { evolve } from '#schemas/orders/evolve.ts';
import { noticeEventOf, statusMessage } from '#schemas/notices/status.ts';

const toDriver1 = { vehicleId: 'vehicle-1', driverId: 'staff-driver1' };
const toDriver2 = { vehicleId: 'vehicle-1', driverId: 'staff-driver2' };
const second = line('driver2', 'accept', {});
const decline = (who: 'driver1' | 'driver2') => line(who, 'decline', { reason: '太远' });
const withdrawn = line('dispatcher', 'withdraw-offer', {});
const asked = told(created, offered);
const refusalOf = (order: Order, next: Line) => rejectionOf(judge(order, next));

describe('an offer', () => {
  test('leaves the order pending, with nobody assigned', () => {
    expect(asked).toMatchObject({ status: 'pending', offer: { to: [toDriver1, toDriver2] } });
    expect(asked).not.toHaveProperty('assignment');
  });

  test('can be made while the order is pending, and at no other time', () => {
    const possible = orderStatuses.filter((status) => judge(told(...wayTo[status]), offered).ok);
    expect(possible).toEqual(['pending']);
    expect(refusalOf(told(...wayTo.accepted), offered).code).toBe('already-dispatched');
  });

  test('replaces the one before: who is not asked any more cannot accept', () => {
    const next = line('admin', 'offer', {
      to: [toDriver2, { vehicleId: 'vehicle-2', driverId: 'staff-driver3' }],
    });
    const order = continued(asked, next);
    expect(refusalOf(order, driver1('accept')).code).toBe('offer-withdrawn');
    expect(continued(order, second).assignment).toEqual(toDriver2);
  });

  test.each([
    [
      'a driver of another outlet',
      [toDriver1, { vehicleId: 'vehicle-1', driverId: 'staff-driver3' }],
      'unknown-reference',
    ],
    [
      'somebody who does not drive',
      [toDriver1, { vehicleId: 'vehicle-1', driverId: 'staff-clerk' }],
      'not-a-driver',
    ],
    ['one driver twice', [toDriver1, toDriver1], 'invalid-command'],
  ])('to %s is refused', (_whom, to, code) => {
    expect(refusalOf(told(created), line('dispatcher', 'offer', { to })).code).toBe(code);
  });

  test('is for two drivers at least and eight at most', () => {
    const many = (count: number) =>
      parseCommand({
        ...{ id: 'c', n: 1, deviceId: 'd', type: 'offer', orderId: 'o', at: '2026-03-01T08:00:00Z' },
        payload: {
          to: Array.from({ length: count }, (_, index) => ({ ...toDriver1, driverId: `staff-${index}` })),
        },
      }).ok;
    expect([1, 2, 8, 9].map(many)).toEqual([false, true, true, false]);
  });

  test.each([
    ['clerk', 'not-permitted'],
    ['driver1', 'order-not-found'],
    ['dispatcher2', 'order-not-found'],
  ] as const)('by %s is refused as %s', (who, code) => {
    expect(refusalOf(told(created), { ...offered, who }).code).toBe(code);
  });
});

describe('of the drivers who are asked', () => {
  test('the first who accepts has the order; the second is told who was first', () => {
    const order = continued(asked, driver1('accept'));
    expect(order).toMatchObject({ status: 'accepted', assignment: toDriver1 });
    expect(order).not.toHaveProperty('offer');
    expect(order.timeline.at(-1)).toMatchObject({ type: 'accept', ...toDriver1 });
    expect(refusalOf(order, second)).toEqual({ code: 'offer-taken', detail: 'driver1 · 浙A12345' });
    expect(refusalOf(continued(order, completed), second).code).toBe('offer-taken');
  });

  test('one who accepts twice is not refused for himself', () => {
    const order = continued(asked, driver1('accept'));
    expect(refusalOf(order, driver1('accept')).code).toBe('already-accepted');
  });

  test('one who was never asked does not even hear of it', () => {
    const order = continued(
      told(created),
      line('admin', 'offer', { to: [toDriver2, { vehicleId: 'vehicle-2', driverId: 'staff-driver3' }] }),
    );
    expect(refusalOf(order, driver1('accept')).code).toBe('order-not-found');
  });

  test('one declines with a reason, and the others are still asked', () => {
    const order = continued(asked, decline('driver1'));
    expect(order.offer?.to).toEqual([{ ...toDriver1, declined: '太远' }, toDriver2]);
    expect(order.attention).toEqual([]);
    expect(refusalOf(order, driver1('accept')).code).toBe('offer-withdrawn');
    expect(continued(order, second).assignment).toEqual(toDriver2);
  });

  test('the last who declines brings the order back to the office, flagged', () => {
    const order = continued(asked, decline('driver1'), decline('driver2'));
    expect(order).toMatchObject({ status: 'pending', attention: [{ code: 'declined' }] });
    expect(order).not.toHaveProperty('offer');
    expect(continued(order, offered).attention).toEqual([]);
    expect(continued(order, dispatched).attention).toEqual([]);
  });

  test('one who declines what another has got meanwhile changes nothing', () => {
    const order = continued(asked, driver1('accept'), decline('driver2'));
    expect(order).toMatchObject({ status: 'accepted', assignment: toDriver1, attention: [] });
  });

  test('one who set out although another was first is recorded, and stands out', () => {
    const order = continued(asked, driver1('accept'), line('driver2', 'depart', {}));
    expect(order).toMatchObject({ status: 'accepted', assignment: toDriver1 });
    expect(order.attention).toMatchObject([{ code: 'done-by-previous-driver' }]);
  });

  test('the one who has it may still decline it, as any job', () => {
    const order = continued(asked, driver1('accept'), decline('driver1'));
    expect(order).toMatchObject({ status: 'pending', attention: [{ code: 'declined' }] });
    expect(refusalOf(order, second).code).toBe('offer-withdrawn');
  });
});

describe('the office', () => {
  test('takes an offer back once', () => {
    const order = continued(asked, withdrawn);
    expect(order).not.toHaveProperty('offer');
    expect(refusalOf(order, driver1('accept')).code).toBe('offer-withdrawn');
    expect(refusalOf(order, withdrawn).code).toBe('no-offer');
  });

  test('comes too late with that when somebody has accepted', () => {
    expect(refusalOf(continued(asked, second), withdrawn).code).toBe('already-dispatched');
  });

  test('dispatches it meanwhile, and whoever accepts then hears who has it', () => {
    const order = continued(asked, redispatched);
    expect(order).toMatchObject({ status: 'dispatched', assignment: toDriver2 });
    expect(refusalOf(order, driver1('accept'))).toEqual({
      code: 'offer-taken',
      detail: 'driver2 · 浙A12345',
    });
  });

  test.each(closedStatuses)('may end it while it is offered: %s', (status) => {
    const ends = {
      completed: line('dispatcher', 'complete', {}),
      'empty-run': line('dispatcher', 'empty-run', { reason: '已离开' }),
      voided,
    };
    const order = continued(asked, ends[status]);
    expect(order.status).toBe(status);
    expect(order).not.toHaveProperty('offer');
    expect(judge(order, driver1('accept')).ok).toBe(false);
  });
});

describe('a time limit', () => {
  const limited = told(created, line('dispatcher', 'offer', { ...offered.payload, minutes: 5 }));
  const until = '2026-03-01T08:05:05.000Z';

  test('counts by the server’s clock', () => {
    expect(limited.offer?.until).toBe(until);
    expect(limited.timeline.at(-1)?.until).toBe(until);
    expect(isOfferOver({ ...asked.offer!, until }, '2026-03-01T08:05:05Z')).toBe(true);
    expect(isOfferOver({ ...asked.offer!, until }, '2026-03-01T08:05:04Z')).toBe(false);
    expect(isOfferOver(asked.offer!, '2099-01-01T00:00:00Z')).toBe(false);
  });

  test('ends the waiting, not the offer: a phone that was away gets the order if nobody has it', () => {
    const late = { now: '2026-03-01T09:00:00.000Z' };
    expect(judge(limited, driver1('accept'), late).ok).toBe(true);
    expect(rejectionOf(judge(continued(limited, redispatched), driver1('accept'), late)).code).toBe(
      'offer-taken',
    );
  });
});

describe('two dispatchers who give the same order away without a network', () => {
  const first = line('dispatcher', 'dispatch', { ...toDriver1, seen: null });
  const other = line('admin', 'dispatch', { ...toDriver2, seen: null });

  test('the second is refused, whatever has become of the order by then', () => {
    const order = continued(told(created), first);
    expect(refusalOf(order, other).code).toBe('dispatched-meanwhile');
    expect(refusalOf(continued(order, driver1('arrive')), other).code).toBe('dispatched-meanwhile');
    expect(refusalOf(continued(asked, second), first).code).toBe('dispatched-meanwhile');
  });

  test('agree when they meant the same vehicle and driver: it is not given a second time', () => {
    const order = continued(told(created), first, driver1('accept'));
    expect(judge(order, { ...first, who: 'admin' })).toEqual({ ok: true, value: [] });
  });

  test('redispatch knowingly: what was seen is not shown in the timeline', () => {
    const order = continued(
      told(created),
      first,
      line('admin', 'dispatch', { ...toDriver2, seen: toDriver1 }),
    );
    expect(order.assignment).toEqual(toDriver2);
    expect(order.timeline.at(-1)).not.toHaveProperty('seen');
  });
});

describe('an order that was accepted by an offer', () => {
  const declinedBefore = told(created, dispatched, driver1('accept'), decline('driver1'), offered);
  const order = continued(declinedBefore, second);

  test('counts the steps of who has it, not of who had it before', () => {
    const [, , earlier] = order.timeline;
    expect(stepTimes(order)).toEqual({ accept: order.timeline.at(-1)?.at });
    expect(earlier?.type).toBe('accept');
  });

  test('tells the sender of its notice who comes', () => {
    const ofNotice = continued(told(line('clerk', 'create-order', creation())), offered);
    const command = {
      id: 'c',
      n: 1,
      deviceId: 'd',
      type: 'accept',
      orderId: 'order-1',
      at: '2026-03-01T08:00:00Z',
      payload: {},
    } as const;
    const context = contextOf('driver1');
    const decision = decide(ofNotice, command, context);
    const [event] = decision.ok ? decision.value : [];
    if (!event) throw new Error('The offer was not accepted');
    const after = evolve(ofNotice, event);
    expect(noticeEventOf(ofNotice, event, after)).toBe('notice.dispatched');
    expect(statusMessage('notice.dispatched', after, event, context.find).data).toMatchObject({
      vehicle: { plate: '浙A12345' },
      driver: { name: 'driver1' },
    });
  });
});
