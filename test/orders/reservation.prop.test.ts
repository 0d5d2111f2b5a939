import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchesFilter } from '#schemas/orders/filter.ts';
import { orderStatuses } from '#schemas/orders/order.ts';
import { awaitsDispatch, dueOf } from '#schemas/orders/reservation.ts';
import { noon, orderWith } from '../orders-ui/fixtures.ts';

const kinds = ['normal', 'reservation'] as const;

test('every order stands either on the board or among the reservations', () => {
  for (const kind of kinds)
    for (const status of orderStatuses) {
      const order = orderWith({ kind, status });
      expect(matchesFilter(order, { reserved: true })).toBe(awaitsDispatch(order));
      expect(matchesFilter(order, { reserved: false })).toBe(!awaitsDispatch(order));
      expect(matchesFilter(order, {})).toBe(true);
    }
  expect(awaitsDispatch({ kind: 'reservation', status: 'pending' })).toBe(true);
  expect(awaitsDispatch({ kind: 'reservation', status: 'dispatched' })).toBe(false);
});

test('a reservation comes due once: later, soon, overdue', () => {
  const steps = ['later', 'soon', 'overdue'];
  const minute = fc.integer({ min: -10_000, max: 10_000 });
  const at = (minutes: number): string => new Date(Date.parse(noon) + minutes * 60_000).toISOString();
  fc.assert(
    fc.property(minute, minute, fc.nat(120), (first, second, lead) => {
      const stepAt = (now: number) => steps.indexOf(dueOf({ scheduledAt: noon }, at(now), lead));
      const [early, late] = [Math.min(first, second), Math.max(first, second)];
      expect(stepAt(early)).toBeLessThanOrEqual(stepAt(late));
      expect(stepAt(0)).toBe(2);
      expect(stepAt(-lead - 1)).toBe(0);
    }),
  );
});
