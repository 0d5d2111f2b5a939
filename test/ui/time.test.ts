// Instants on the clocks of zones, whatever zone the tests themselves run in.
import { describe, expect, it } from 'vitest';
import {
  formatDate,
  formatDateTime,
  formatDuration,
  formatRelative,
  formatShort,
  formatTime,
  fromWallClock,
  toWallClock,
} from '../../client/ui/time.ts';

const shanghai = 'Asia/Shanghai';
const newYork = 'America/New_York';

describe('an instant on a clock', () => {
  it('is the same moment, read differently in each zone', () => {
    const iso = '2026-03-05T18:07:00.000Z';
    expect(formatDateTime(iso, shanghai)).toBe('2026-03-06 02:07');
    expect(formatDateTime(iso, newYork)).toBe('2026-03-05 13:07');
    expect(formatDateTime(iso, 'UTC')).toBe('2026-03-05 18:07');
    expect(formatDate(iso, shanghai)).toBe('2026-03-06');
    expect(formatTime(iso, shanghai)).toBe('02:07');
  });

  it('is empty text when missing or unreadable', () => {
    expect(formatDateTime(undefined, shanghai)).toBe('');
    expect(formatDateTime('yesterday', shanghai)).toBe('');
  });

  it('is as short as it can be beside now, by the days of the zone', () => {
    const now = '2026-03-05T16:30:00.000Z';
    expect(formatShort('2026-03-05T16:10:00.000Z', shanghai, now)).toBe('00:10');
    expect(formatShort('2026-03-05T15:50:00.000Z', shanghai, now)).toBe('03-05 23:50');
    expect(formatShort('2025-12-31T15:50:00.000Z', shanghai, now)).toBe('2025-12-31 23:50');
  });
});

describe('a wall clock typed in a field', () => {
  it('becomes the instant of its zone', () => {
    expect(fromWallClock('2026-03-06T02:07', shanghai)).toBe('2026-03-05T18:07:00.000Z');
    expect(fromWallClock('2026-07-01T12:00', newYork)).toBe('2026-07-01T16:00:00.000Z');
    expect(fromWallClock('2026-01-01T12:00', newYork)).toBe('2026-01-01T17:00:00.000Z');
  });

  it('comes back as it was typed', () => {
    const typed = '2026-02-28T23:59';
    expect(toWallClock(fromWallClock(typed, shanghai), shanghai)).toBe(typed);
  });

  it('moves on by the change when the clock skips it', () => {
    expect(fromWallClock('2026-03-08T02:30', newYork)).toBe('2026-03-08T07:30:00.000Z');
  });

  it('is nothing when it is not a whole date and time', () => {
    expect(fromWallClock('', shanghai)).toBeUndefined();
    expect(fromWallClock('2026-03-06', shanghai)).toBeUndefined();
  });
});

describe('relative time', () => {
  const now = '2026-03-05T12:00:00.000Z';
  it.each([
    ['2026-03-05T11:59:30.000Z', '刚刚'],
    ['2026-03-05T11:59:10.000Z', '1分钟前'],
    ['2026-03-05T11:57:00.000Z', '3分钟前'],
    ['2026-03-05T14:00:00.000Z', '2小时后'],
    ['2026-03-03T11:00:00.000Z', '2天前'],
  ])('%s is %s', (iso, expected) => {
    expect(formatRelative(iso, now, 'zh-CN')).toBe(expected);
  });

  it('follows the language', () => {
    expect(formatRelative('2026-03-05T11:57:00.000Z', now, 'en')).toBe('3 minutes ago');
    expect(formatRelative('2026-03-05T11:57:00.000Z', now, 'zh-TW')).toBe('3 分鐘前');
    expect(formatRelative(undefined, now, 'en')).toBe('');
  });
});

it('shows a length of time in hours and minutes', () => {
  expect(formatDuration(73)).toBe('1:13');
  expect(formatDuration(-5)).toBe('0:00');
});
