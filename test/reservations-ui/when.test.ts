import { describe, expect, test } from 'vitest';
import { readLead, remindersOf, whenOf, whens } from '../../client/reservations/when.ts';
import { dayIn } from '#schemas/core/days.ts';
import { noon, orderWith } from '../orders-ui/fixtures.ts';

const zone = 'Asia/Shanghai';
const after = (minutes: number): string => new Date(Date.parse(noon) + minutes * 60_000).toISOString();
const reservation = (minutes: number, id = `at-${minutes}`) =>
  orderWith({ id, kind: 'reservation', scheduledAt: after(minutes) });

describe('when a reservation is due', () => {
  const when = (minutes: number) =>
    whenOf(reservation(minutes), { now: () => noon, date: (iso) => dayIn(zone, iso) });

  test('goes by the days of the company, and its time counts as passed', () => {
    // It is noon in Shanghai.
    expect([-1, 0, 1, 719, 720, 720 + 1439, 720 + 1440].map(when)).toEqual([
      ...['overdue', 'overdue', 'today', 'today'],
      ...['tomorrow', 'tomorrow', 'later'],
    ]);
    expect(new Set(whens).size).toBe(4);
  });
});

describe('what is reminded of', () => {
  const keys = (now: string, ...orders: ReturnType<typeof reservation>[]) =>
    remindersOf(orders, now, 30).map(({ key }) => key);

  test('is what comes within the lead time, the most pressing first', () => {
    const found = remindersOf([reservation(29), reservation(31), reservation(-5)], noon, 30);
    expect(found.map(({ order, due }) => [order.id, due])).toEqual([
      ['at--5', 'overdue'],
      ['at-29', 'soon'],
    ]);
  });

  test('follows how long before its time somebody wants to be reminded', () => {
    const soon = (lead: number) => remindersOf([reservation(29), reservation(61)], noon, lead).length;
    expect([15, 30, 60, 120].map(soon)).toEqual([0, 1, 1, 2]);
  });

  test('keeps to half an hour where nothing sensible was chosen', () => {
    expect(['15', '120', null, '45', 'x'].map(readLead)).toEqual([15, 120, 30, 30, 30]);
  });

  test('is told again when it is overdue or put off, and not because time goes by', () => {
    const one = reservation(20);
    expect(keys(after(10), one)).toEqual(keys(after(0), one));
    expect(keys(after(20), one)).not.toEqual(keys(after(0), one));
    expect(keys(noon, reservation(25, one.id))).not.toEqual(keys(noon, one));
  });
});
