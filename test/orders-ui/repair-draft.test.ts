// What a repair is made of, from what was entered.
import { describe, expect, test } from 'vitest';
import { completed, created, dispatched, driver1, judge, line, told } from '../setup/rules.ts';
import { baseOf, draftOf, mistakeNames, patchOf } from '../../client/orders/repair-draft.ts';

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
    ['result', { status: 'empty-run' }],
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
