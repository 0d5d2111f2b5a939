// What a repair is made of, from what was entered.
import { describe, expect, test } from 'vitest';
import {
  completed,
  created,
  dispatched,
  driver1,
  emptyRun,
  judge,
  line,
  told,
  voided,
} from '../setup/rules.ts';
import type { Order } from '#schemas/orders/order.ts';
import {
  baseOf,
  draftOf,
  mistakeNames,
  mistakesOf,
  patchOf,
  statusAfter,
  type Mistake,
} from '../../client/orders/repair-draft.ts';

const done = told(created, dispatched, driver1('accept'), driver1('depart'), completed);

describe('a repair', () => {
  test('begins with what the order says, and would change nothing', () => {
    const draft = draftOf(done);
    expect(draft).toMatchObject({ vehicleId: 'vehicle-1', driverId: 'staff-driver1', mileageKm: 12.5 });
    expect(patchOf({ ...draft, mistake: 'mileage' })).toEqual({ mileageKm: 12.5 });
    expect(patchOf({ ...draft, mistake: 'crew' })).toEqual({ assignment: done.assignment });
  });

  test('is nothing while something is missing', () => {
    const empty = { vehicleId: null, driverId: null, customerId: null, mileageKm: null, status: null };
    const draft = { ...draftOf(done), ...empty, collectedFen: null };
    expect(mistakeNames.map((mistake) => patchOf({ ...draft, mistake }))).toEqual(
      mistakeNames.map(() => undefined),
    );
  });

  test.each([
    ['mileage', { mileageKm: 80 }],
    ['empty-run', { status: 'empty-run', emptyReason: 'reason-gone' }],
    ['status', { status: 'voided' }],
    ['step', { step: 'accept', at: null }],
    ['crew', { driverId: 'staff-driver2' }],
  ] as const)('of the %s is taken by the rules', (mistake, entered) => {
    const patch = patchOf({ ...draftOf(done), mistake, ...entered });
    if (!patch) throw new Error('Nothing is to be repaired');
    const base = baseOf(done, patch);
    const decision = judge(done, line('admin', 'repair-order', { patch, base, reason: '录错' }));
    expect(decision).toMatchObject({ ok: true });
  });
});

describe('a mistake about how an order ended', () => {
  const statuses: readonly Mistake[] = ['voided', 'completed', 'empty-run', 'not-empty-run'];
  const named = (order: Order) => mistakesOf(order).filter((one) => statuses.includes(one));
  const onTheWay = [created, dispatched, driver1('accept'), driver1('depart')] as const;

  test.each([
    ['voided at once', told(created, voided), ['voided'], ['pending']],
    ['voided on the way', told(...onTheWay, voided), ['voided'], ['en-route']],
    ['completed', done, ['completed', 'empty-run'], ['en-route', 'empty-run']],
    ['empty', told(...onTheWay, emptyRun), ['not-empty-run'], ['completed']],
    ['open', told(...onTheWay), [], []],
  ] as const)(
    '%s is offered by its name and says what it becomes, which the rules take',
    (_, order, of, to) => {
      expect(named(order)).toEqual(of);
      expect(named(order).map((one) => statusAfter(one, order))).toEqual(to);
      for (const mistake of named(order)) {
        const status = statusAfter(mistake, order);
        const patch = patchOf({ ...draftOf(order), mistake, status, emptyReason: 'reason-gone' });
        if (!patch) throw new Error('Nothing is to be repaired');
        const command = line('admin', 'repair-order', { patch, base: baseOf(order, patch), reason: '录错' });
        expect(judge(order, command)).toMatchObject({ ok: true });
      }
    },
  );

  test('that makes an empty run of it asks why', () => {
    const draft = { ...draftOf(done), mistake: 'empty-run', status: 'empty-run' } as const;
    expect(patchOf(draft)).toBeUndefined();
    expect(patchOf({ ...draft, emptyReason: 'reason-gone' })).toEqual({ status: 'empty-run' });
  });
});
