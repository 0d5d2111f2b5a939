// What runs out: told thirty days before, and held through its last day.
import { describe, expect, test } from 'vitest';
import { datesOf, dueOn } from '#schemas/fleet/expiry.ts';

const today = '2026-02-27';

describe('a last day', () => {
  test.each([
    ['2026-02-26', 'expired'],
    ['2026-02-27', 'soon'],
    ['2026-03-29', 'soon'],
    ['2026-03-30', 'valid'],
  ] as const)('of %s is %s', (day, due) => {
    expect(dueOn(day, today)).toBe(due);
  });
});

describe('the dates of a vehicle', () => {
  test('are told the earlier first, and only those that were entered', () => {
    expect(datesOf({ insuranceExpiresOn: '2027-01-01', inspectionExpiresOn: '2026-03-01' }, today)).toEqual([
      { kind: 'inspection', on: '2026-03-01', state: 'soon' },
      { kind: 'insurance', on: '2027-01-01', state: 'valid' },
    ]);
    expect(datesOf({ insuranceExpiresOn: '2026-01-01' }, today)).toEqual([
      { kind: 'insurance', on: '2026-01-01', state: 'expired' },
    ]);
    expect(datesOf({}, today)).toEqual([]);
  });
});
