// Filters and sort as they stand in the address, and ranges of time as instants.
import { describe, expect, it } from 'vitest';
import { filter, readSort, writeSort, type FilterKind } from '../../client/ui/list-filter.ts';
import { textMatcher } from '../../client/ui/text-match.ts';
import { isWithin, lastDay, presetRange, rangeOfDays } from '../../client/ui/time-range.ts';

const zone = 'Asia/Shanghai';
// The sixth in Shanghai, still the fifth in UTC.
const now = '2026-03-05T17:30:00.000Z';
const clock = { zone: () => zone, now: () => now };

function roundTrip<T>(kind: FilterKind<T>, value: T): T {
  return kind.read(kind.write(value), clock);
}

describe('a filter', () => {
  it('at its initial value is left out of the address', () => {
    expect(filter.one().write(undefined)).toEqual([]);
    expect(filter.one(['a', 'b'], 'a').write('a')).toEqual([]);
    expect(filter.several(['a', 'b'], ['b', 'a']).write(['a', 'b'])).toEqual([]);
    expect(filter.flag(true).write(true)).toEqual([]);
    expect(filter.range('today').write(presetRange('today', zone, now))).toEqual([]);
    expect(filter.text().write('  ')).toEqual([]);
  });

  it('comes back from the address as it went in', () => {
    expect(roundTrip(filter.one(['a', 'b'], 'a'), undefined)).toBeUndefined();
    expect(roundTrip(filter.one(), 'x')).toBe('x');
    expect(roundTrip(filter.several(['a', 'b'], ['a']), [])).toEqual([]);
    expect(roundTrip(filter.several(), ['a,b', 'c'])).toEqual(['a,b', 'c']);
    expect(roundTrip(filter.flag(true), false)).toBe(false);
    const ends = { from: '2026-03-01T16:00:00.000Z', to: '2026-03-02T16:00:30.000Z' };
    expect(roundTrip(filter.range('today'), ends)).toEqual(ends);
    expect(roundTrip(filter.range('today'), {})).toEqual({});
    expect(roundTrip(filter.range(), { from: ends.from })).toEqual({ from: ends.from, to: undefined });
  });

  it('takes nothing that it does not know', () => {
    expect(filter.one(['a'], 'a').read(['z'], clock)).toBe('a');
    expect(filter.several(['a', 'b']).read(['b', 'z', 'b'], clock)).toEqual(['b']);
    expect(filter.flag().read(['yes'], clock)).toBe(false);
    expect(filter.range().read(['tomorrow_never'], clock)).toEqual({});
  });
});

it('a sort is one word, with a minus for downwards', () => {
  const down = { column: 'name', direction: 'descending' } as const;
  expect(writeSort(down)).toBe('-name');
  expect(readSort('-name')).toEqual(down);
  expect(readSort('name')).toEqual({ ...down, direction: 'ascending' });
  expect(readSort(writeSort(undefined))).toBeUndefined();
});

describe('a range of time', () => {
  it.each([
    ['today', '2026-03-05T16:00:00.000Z', '2026-03-06T16:00:00.000Z'],
    ['yesterday', '2026-03-04T16:00:00.000Z', '2026-03-05T16:00:00.000Z'],
    ['last-7-days', '2026-02-27T16:00:00.000Z', '2026-03-06T16:00:00.000Z'],
    ['this-month', '2026-02-28T16:00:00.000Z', '2026-03-31T16:00:00.000Z'],
    ['last-month', '2026-01-31T16:00:00.000Z', '2026-02-28T16:00:00.000Z'],
    ['this-year', '2025-12-31T16:00:00.000Z', '2026-12-31T16:00:00.000Z'],
  ] as const)('%s is half-open by the clock of the zone', (preset, from, to) => {
    expect(presetRange(preset, zone, now)).toEqual({ preset, from, to });
  });

  it('of days has its last day within', () => {
    const range = rangeOfDays('2026-03-01', '2026-03-05', zone);
    expect(lastDay(range, zone)).toBe('2026-03-05');
    expect(isWithin('2026-03-05T15:59:59.999Z', range)).toBe(true);
    expect(isWithin('2026-03-05T16:00:00.000Z', range)).toBe(false);
    expect(isWithin('2026-02-28T15:59:59.999Z', range)).toBe(false);
  });

  it('of days keeps its days where the clock changes in spring', () => {
    const { from, to } = rangeOfDays('2026-03-08', '2026-03-08', 'America/New_York');
    expect(Date.parse(to ?? '') - Date.parse(from ?? '')).toBe(23 * 3_600_000);
  });

  it('without ends holds everything, with one not what has no time', () => {
    expect(isWithin(undefined, {})).toBe(true);
    expect(isWithin(undefined, { from: now })).toBe(false);
    expect(isWithin(now, rangeOfDays('', '2026-03-06', zone))).toBe(true);
  });
});

it('a search wants every word, in any field, whatever its width and case', () => {
  const matches = textMatcher('浙Ａ 王');
  expect(matches('浙a12345', undefined, '王师傅')).toBe(true);
  expect(matches('浙a12345', '李师傅')).toBe(false);
  expect(textMatcher(' ')('x')).toBe(true);
});
