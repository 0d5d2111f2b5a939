// The four values of an order's money, and what its kilometres are told by.
import { describe, expect, test } from 'vitest';
import type { Ground } from '#schemas/finance/differences.ts';
import { disagree, kmKnown } from '#schemas/finance/pricing/kilometres.ts';
import { valuesOf } from '#schemas/finance/values.ts';
import { matchesFilter } from '#schemas/orders/filter.ts';
import type { Order, TimelineEntry } from '#schemas/orders/order.ts';
import {
  approved,
  continued,
  created,
  dispatched,
  line,
  posted,
  reversed,
  told,
  verified,
  wayTo,
} from '../setup/rules.ts';

const closed = told(...wayTo.completed);
const shown = (order: Order) =>
  valuesOf(order).map(({ stage, fen, differsFen, entry }) => [stage, fen, differsFen, entry?.by]);

describe('the values side by side', () => {
  test('are those that somebody gave, each with who did and how it differs', () => {
    expect(shown(continued(closed, verified, approved, posted))).toEqual([
      ['reported', undefined, undefined, 'staff-driver1'],
      ['verified', 30_000, undefined, 'staff-finance'],
      ['priced', 28_000, -2_000, 'staff-finance2'],
      ['posted', 28_000, undefined, 'staff-finance'],
    ]);
  });

  test('are more or less than the one before, also what was received', () => {
    const { amountFen = 0 } = continued(closed, verified).finance;
    const less = line('finance2', 'approve-price', { amountFen: amountFen - 500 });
    const more = line('finance', 'post-payment', {
      ...{ receivedFen: amountFen, method: 'settlement-transfer', note: '多收' },
    });
    expect(shown(continued(closed, verified, less, more)).map(([, , differs]) => differs)).toEqual([
      ...[undefined, undefined, -500, 500],
    ]);
  });

  test('go when they were taken back', () => {
    expect(shown(continued(closed, verified, approved, reversed)).at(2)).toEqual([
      ...['priced', undefined, undefined, undefined],
    ]);
  });
});

describe('after a repair', () => {
  const repair = (field: string, before: number, after: number) =>
    line('finance2', 'repair-finance', {
      patch: { [field]: after },
      base: { [field]: before },
      reason: '记错',
    });

  test('they are those that stand, each of whoever set it right', () => {
    const order = continued(
      closed,
      ...[verified, approved, posted],
      ...[repair('amountFen', 28_000, 27_000), repair('receivedFen', 28_000, 26_000)],
    );
    expect(order.finance).toMatchObject({ amountFen: 27_000, receivedFen: 26_000 });
    expect(valuesOf(order).map(({ stage, fen, entry }) => [stage, fen, entry?.type, entry?.reason])).toEqual([
      ['reported', undefined, 'complete', undefined],
      ['verified', 30_000, 'verify', undefined],
      ['priced', 27_000, 'repair-finance', '记错'],
      ['posted', 26_000, 'repair-finance', '记错'],
    ]);
  });

  test('what was decided anew after it is whose decision it was', () => {
    const again = line('finance2', 'approve-price', { amountFen: 29_000 });
    const order = continued(
      closed,
      ...[verified, approved, repair('amountFen', 28_000, 27_000), reversed, again],
    );
    expect(valuesOf(order).at(2)).toMatchObject({ fen: 29_000, entry: { type: 'approve-price' } });
  });
});

describe('kilometres', () => {
  const outlet = { lng: 120.15, lat: 30.27 };
  const at = (lng: number, lat: number) => ({ position: { lng, lat } });
  const entry = (given: Partial<TimelineEntry>): TimelineEntry => ({
    ...{ id: 'x', type: 'depart', at: closed.createdAt, recordedAt: closed.createdAt, by: 'staff-driver1' },
    ...given,
  });
  const run = (...steps: Partial<TimelineEntry>[]) => ({
    timeline: [entry({ type: 'dispatch', driverId: 'staff-driver1' }), ...steps.map(entry)],
    pickup: { address: '文三路', lng: 120.25, lat: 30.27 },
  });

  test('are told by each witness there is', () => {
    const order = run(
      { odometerKm: 1000, ...at(120.15, 30.27) },
      { type: 'arrive', ...at(120.25, 30.27) },
      { type: 'complete', odometerKm: 1026.5, mileageKm: 27 },
    );
    const known = kmKnown(order, undefined, outlet);
    expect(known).toMatchObject({ reported: 27, odometer: 26.5 });
    expect(known.gps).toBe(known.map);
    expect(known.map).toBeCloseTo(26, 0);
    expect(disagree(known)).toBe(false);
  });

  test('of a driver before do not count, and what runs backwards tells nothing', () => {
    const order = run({ odometerKm: 500, mileageKm: 90 }, { type: 'dispatch', driverId: 'staff-driver2' });
    expect(kmKnown(order, undefined, undefined)).toEqual({});
    expect(kmKnown(run({ odometerKm: 9 }, { odometerKm: 5 }), undefined, undefined)).toEqual({});
  });

  test('go to the destination and back where the service tows', () => {
    const towed = { ...run(), destination: { address: '石祥路', lng: 120.35, lat: 30.27 } };
    const there = kmKnown(towed, { needsDestination: false }, outlet).map ?? 0;
    expect(kmKnown(towed, { needsDestination: true }, outlet).map).toBeCloseTo(there * 2, 0);
    expect(kmKnown({ ...towed, result: 'empty-run' }, { needsDestination: true }, outlet).map).toBe(there);
  });

  test('that differ by a fifth are to be looked at, unless they are few', () => {
    expect(disagree({ reported: 30, map: 24 })).toBe(true);
    expect(disagree({ reported: 28, map: 24 })).toBe(false);
    expect(disagree({ reported: 3, map: 1.5 })).toBe(false);
    expect(disagree({ map: 24 })).toBe(false);
  });
});

describe('an order is among those that differ', () => {
  const near = { outlets: { 'outlet-1': { lng: 120.13, lat: 30.27 } }, towing: [] };
  const far = { outlets: { 'outlet-1': { lng: 121.13, lat: 30.27 } }, towing: [] };
  const nowhere = { outlets: {}, towing: [] };
  const reported = told(created, dispatched, line('driver1', 'complete', { mileageKm: 3 }));
  const differing = (order: Order, ground: Ground) => matchesFilter(order, { differing: ground });

  test('where two amounts are not the same', () => {
    expect(differing(continued(closed, verified, approved), nowhere)).toBe(true);
    expect(differing(continued(closed, verified), nowhere)).toBe(false);
  });

  test('where the map says very different kilometres from the driver', () => {
    expect(differing(reported, far)).toBe(true);
    expect(differing(reported, near)).toBe(false);
  });

  test('not for an outlet that this device does not know', () => {
    expect(differing(reported, nowhere)).toBe(false);
  });
});
