// A stretch of time: chosen by name or by its ends, always held as half-open UTC instants. Pure: zone and clock
// come in as arguments.
import { TZDate } from '@date-fns/tz';
import { addDays, addMonths, addYears, startOfDay, startOfMonth, startOfYear } from 'date-fns';

export const rangePresets = [
  'today',
  'yesterday',
  'last-7-days',
  'this-month',
  'last-month',
  'this-year',
] as const;
export type RangePreset = (typeof rangePresets)[number];

/** From `from` up to but without `to`; a missing end is open. With a preset the ends move on with the days. */
export interface TimeRange {
  readonly preset?: RangePreset | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export const anyTime: TimeRange = {};

export const isPreset = (word: string | undefined): word is RangePreset =>
  rangePresets.some((known) => known === word);

/** What a preset means now; today counts among the last seven days. */
export function presetRange(preset: RangePreset, zone: string, now: string): TimeRange {
  const today = startOfDay(new TZDate(now, zone));
  const month = startOfMonth(today);
  const ends: Record<RangePreset, readonly [Date, Date]> = {
    today: [today, addDays(today, 1)],
    yesterday: [addDays(today, -1), today],
    'last-7-days': [addDays(today, -6), addDays(today, 1)],
    'this-month': [month, addMonths(month, 1)],
    'last-month': [addMonths(month, -1), month],
    'this-year': [startOfYear(today), addYears(startOfYear(today), 1)],
  };
  const [from, to] = ends[preset];
  return { preset, from: instant(from), to: instant(to) };
}

/** Days as a person names them, `2026-03-01` to `2026-03-05` with both of them, as a range of the zone. */
export function rangeOfDays(first: string, last: string, zone: string): TimeRange {
  const [from, end] = [startOf(first, zone), startOf(last, zone)];
  return { from: from && instant(from), to: end && instant(addDays(end, 1)) };
}

/** The last day in the range, `2026-03-05`, for a range that ends at the next day's first moment. */
export function lastDay(range: TimeRange, zone: string): string {
  if (range.to === undefined) return '';
  return dayOf(new TZDate(Date.parse(range.to) - 1, zone));
}

export const firstDay = (range: TimeRange, zone: string): string =>
  range.from === undefined ? '' : dayOf(new TZDate(range.from, zone));

export function isWithin(at: string | undefined, { from, to }: TimeRange): boolean {
  if (from === undefined && to === undefined) return true;
  const time = Date.parse(at ?? '');
  return time >= (from ? Date.parse(from) : -Infinity) && time < (to ? Date.parse(to) : Infinity);
}

function startOf(day: string, zone: string): TZDate | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day);
  if (!match) return undefined;
  return new TZDate(Number(match[1]), Number(match[2]) - 1, Number(match[3]), zone);
}

const instant = (at: Date): string => new Date(at.getTime()).toISOString();

function dayOf(at: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
