// 時限: what was agreed, and how far it is kept.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Order, TimelineEntry } from '#schemas/orders/order.ts';
import { clocksOf, runningClock, targetsFor, usualTargets } from '#schemas/orders/targets.ts';
import { targetSteps } from '#schemas/orders/target-fields.ts';
import { creation } from '../setup/company.ts';
import { line, told } from '../setup/rules.ts';
import { noon, orderWith } from '../orders-ui/fixtures.ts';

const at = (minutes: number): string => new Date(Date.parse(noon) + minutes * 60_000).toISOString();
const entry = (type: string, minutes: number, more: Partial<TimelineEntry> = {}): TimelineEntry => ({
  ...{ id: `${type}-${minutes}`, type, at: at(minutes), recordedAt: at(minutes), by: 'driver-1' },
  ...more,
});
const timed = (timeline: TimelineEntry[], more: Partial<Order> = {}): Order =>
  orderWith({ targets: { accept: 5, arrive: 40, complete: 120 }, timeline, ...more });
const stateOf = (order: Order, step: string, minutes: number) =>
  clocksOf(order, at(minutes)).find((clock) => clock.step === step)?.state;

describe('what is agreed', () => {
  const service = { id: 'service-tow', targets: { accept: 8, arrive: 60 } };

  test('is the customer’s word on the service, then on all, then the service’s own, then what is usual', () => {
    expect(targetsFor(undefined, undefined)).toEqual(usualTargets);
    expect(targetsFor({}, service)).toEqual({ ...usualTargets, accept: 8, arrive: 60 });
    const targets = [
      { arrive: 50, complete: 90 },
      { serviceIds: ['service-tow'], arrive: 30 },
    ];
    expect(targetsFor({ targets }, service)).toEqual({ accept: 8, arrive: 30, complete: 90 });
    expect(targetsFor({ targets }, { id: 'service-fuel' })).toEqual({ accept: 5, arrive: 50, complete: 90 });
  });

  test('stays with the order from its creation on', () => {
    const created = told(line('clerk', 'create-order', creation()));
    expect(created.targets).toEqual(usualTargets);
  });
});

describe('a clock', () => {
  test('turns amber at four fifths and red when it is missed', () => {
    const order = timed([]);
    expect([0, 3.9, 4, 5, 5.1].map((minutes) => stateOf(order, 'accept', minutes))).toEqual([
      ...['running', 'running', 'near', 'near', 'missed'],
    ]);
  });

  test('only ever goes on, and stands still once the step is done', () => {
    const minute = fc.integer({ min: 0, max: 500 });
    const ways = ['running', 'near', 'missed'];
    fc.assert(
      fc.property(minute, minute, minute, (first, second, done) => {
        const [early, late] = [Math.min(first, second), Math.max(first, second)];
        for (const step of targetSteps) {
          const open = [early, late].map((now) => ways.indexOf(stateOf(timed([]), step, now) ?? ''));
          expect(open[0]).toBeLessThanOrEqual(open[1] ?? -1);
          const order = timed([entry('complete', done, { status: 'completed' })], { status: 'completed' });
          const closed = [early, late].map((now) => stateOf(order, step, now));
          const minutes = order.targets?.[step] ?? 0;
          expect(closed).toEqual(Array(2).fill(done <= minutes ? 'met' : 'late'));
        }
      }),
    );
  });

  test('counts a skipped step as done by a later one, and begins anew for another driver', () => {
    const skipped = timed([entry('arrive', 30, { status: 'on-scene' })]);
    expect(clocksOf(skipped, at(200)).map(({ state }) => state)).toEqual(['late', 'met', 'missed']);
    expect(runningClock(skipped, at(200))?.step).toBe('complete');
    const again = timed([entry('accept', 2, { status: 'accepted' }), entry('dispatch', 3)]);
    expect(stateOf(again, 'accept', 10)).toBe('missed');
  });

  test('counts nothing that is not to be done any more', () => {
    expect(clocksOf(timed([], { status: 'voided' }), at(500))).toEqual([]);
    expect(clocksOf(orderWith(), at(500))).toEqual([]);
    const empty = timed([entry('depart', 3), entry('empty-run', 60, { status: 'empty-run' })], {
      status: 'empty-run',
    });
    expect(clocksOf(empty, at(500)).map(({ step, state }) => [step, state])).toEqual([['accept', 'met']]);
  });

  test('of a reservation leaves time to be there when it was reserved for', () => {
    const due = (scheduled: number) => {
      const order = timed([], { kind: 'reservation', scheduledAt: at(scheduled) });
      return clocksOf(order, noon).find(({ step }) => step === 'arrive')?.dueAt;
    };
    expect(due(300)).toBe(at(300));
    expect(due(10)).toBe(at(40));
  });
});
