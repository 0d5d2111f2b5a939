// How long a failed job waits.
import { expect, test } from 'vitest';
import { delayAfter, maxAttempts } from '../../sync-server/outbox/backoff.ts';

test('doubles with every try, up to four hours', () => {
  expect([1, 2, 3, 4].map((attempt) => delayAfter(attempt, 0.5))).toEqual([5000, 10_000, 20_000, 40_000]);
  expect(delayAfter(15, 0.5)).toBe(4 * 3_600_000);
  expect(delayAfter(1000, 0.5)).toBe(4 * 3_600_000);
});

test('is spread by a fifth either way', () => {
  expect(delayAfter(1, 0)).toBe(4000);
  expect(delayAfter(1, 0.999_999)).toBe(6000);
});

test('gives a receiver that is down most of a day', () => {
  const all = Array.from({ length: maxAttempts - 1 }, (_, index) => delayAfter(index + 1, 0.5));
  const hours = all.reduce((sum, ms) => sum + ms, 0) / 3_600_000;
  expect(hours).toBeGreaterThan(18);
  expect(hours).toBeLessThan(30);
});
