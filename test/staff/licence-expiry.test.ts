// Licences that run out: told thirty days before, held through their last day.
import { describe, expect, test } from 'vitest';
import { licencesDue, licencesOf } from '#schemas/staff/licence-expiry.ts';

const today = '2026-02-27';

describe('the licences of somebody', () => {
  test.each([
    ['2026-02-26', 'expired'],
    ['2026-02-27', 'soon'],
    ['2026-03-29', 'soon'],
    ['2026-03-30', 'valid'],
  ] as const)('until %s are %s', (expiresOn, state) => {
    const licences = [{ class: 'B2' as const, expiresOn }];
    expect(licencesOf({ licences }, today)).toEqual([{ class: 'B2', expiresOn, state }]);
    expect(licencesDue({ licences }, today)).toHaveLength(state === 'valid' ? 0 : 1);
  });

  test('are told the earlier first, and what is due without what is not', () => {
    const licences = [
      { class: 'A2' as const, expiresOn: '2030-01-01' },
      { class: 'crane' as const, expiresOn: '2026-03-10' },
      { class: 'B2' as const, expiresOn: '2025-12-31' },
    ];
    expect(licencesOf({ licences }, today).map((one) => one.class)).toEqual(['B2', 'crane', 'A2']);
    expect(licencesDue({ licences }, today).map((one) => one.class)).toEqual(['B2', 'crane']);
  });

  test('are none where none was entered', () => {
    expect(licencesOf({}, today)).toEqual([]);
    expect(licencesDue({ licences: [] }, today)).toEqual([]);
  });
});
