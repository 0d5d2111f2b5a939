// Which reports of a phone are worth keeping, and what its clock is worth.
import { describe, expect, test } from 'vitest';
import { isWorthKeeping, momentOf } from '#schemas/fleet/positions.ts';

const minute = '2026-03-01T08:00';
const at = (seconds: number, metres = 0) => ({
  lng: 120.1,
  // A degree of latitude is 111 km.
  lat: 30.2 + metres / 111_195,
  at: new Date(Date.parse(`${minute}:00.000Z`) + seconds * 1000).toISOString(),
});

describe('what is kept of a driver who is known to be somewhere', () => {
  test.each([
    ['older than what is known', at(-60, 5000), false],
    ['the same again', at(0), false],
    ['far away, but at once', at(14, 5000), false],
    ['moved', at(15, 31), true],
    ['hardly moved', at(59, 29), false],
    ['at rest for a minute', at(60), true],
  ])('%s', (_, next, kept) => {
    expect(isWorthKeeping(at(0), next)).toBe(kept);
  });
});

describe('the moment of a report', () => {
  const now = new Date(`${minute}:30.000Z`);

  test('goes by the server’s clock, whatever the phone’s says', () => {
    const twoHoursAhead = { at: '2026-03-01T10:00:00Z', sentAt: '2026-03-01T10:00:10Z' };
    expect(momentOf(twoHoursAhead, now)).toBe(`${minute}:20.000Z`);
    const yearsBehind = { at: '1970-01-01T00:00:00Z', sentAt: '1970-01-01T08:00:10+08:00' };
    expect(momentOf(yearsBehind, now)).toBe(`${minute}:20.000Z`);
  });

  test('is never in the future', () => {
    expect(momentOf({ at: '2026-03-02T00:00:00Z' }, now)).toBe(now.toISOString());
    expect(momentOf({ at: '2026-03-02T00:00:00Z', sentAt: '2026-03-01T00:00:00Z' }, now)).toBe(
      now.toISOString(),
    );
  });

  test('is none on a day that there is not', () => {
    expect(momentOf({ at: '2026-02-31T25:00:00Z' }, now)).toBeUndefined();
  });
});
