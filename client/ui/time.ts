// Instants and wall clocks. Everything stored is an ISO UTC instant; what a person reads or types is the
// clock of a zone given by the caller, whatever the device is set to.
import { TZDate } from '@date-fns/tz';
import { isValid } from 'date-fns';
import type { Locale } from '../i18n/locale.ts';

/** `2026-03-05 14:07`, or `''` for a missing or unreadable instant. */
export function formatDateTime(iso: string | undefined, zone: string): string {
  const at = inZone(iso, zone);
  return at ? `${at.day} ${at.time}` : '';
}

/** `2026-03-05`. */
export const formatDate = (iso: string | undefined, zone: string): string => inZone(iso, zone)?.day ?? '';

/** `14:07`. */
export const formatTime = (iso: string | undefined, zone: string): string => inZone(iso, zone)?.time ?? '';

/** The shortest form that is still clear beside `now`: `14:07` today, `03-05 14:07` this year, else in full. */
export function formatShort(iso: string | undefined, zone: string, now: string): string {
  const [at, today] = [inZone(iso, zone), inZone(now, zone)];
  if (!at || !today) return '';
  if (at.day === today.day) return at.time;
  const isThisYear = at.day.slice(0, -6) === today.day.slice(0, -6);
  return `${isThisYear ? at.day.slice(-5) : at.day} ${at.time}`;
}

const justNow: Record<Locale, string> = { 'zh-CN': '刚刚', 'zh-TW': '剛剛', en: 'just now' };
const steps = [
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3_600 },
  { unit: 'minute', seconds: 60 },
] as const;

/** `3分钟前`, `in 2 hours`; under 45 seconds either way it is just now. Both are ISO instants. */
export function formatRelative(iso: string | undefined, now: string, locale: Locale): string {
  const seconds = (Date.parse(iso ?? '') - Date.parse(now)) / 1000;
  if (Number.isNaN(seconds)) return '';
  if (Math.abs(seconds) < 45) return justNow[locale];
  const step = steps.find(({ seconds: size }) => Math.abs(seconds) >= size) ?? steps[2];
  const amount = Math.trunc(seconds / step.seconds) || Math.sign(seconds);
  return relativeFormatter(locale).format(amount, step.unit);
}

/** `73` → `1:13`; minutes for lengths of time that people compare. */
export function formatDuration(minutes: number): string {
  const whole = Math.max(0, Math.round(minutes));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** For `<input type="datetime-local">`: the wall clock of the zone, `2026-03-05T14:07`. */
export function toWallClock(iso: string | undefined, zone: string): string {
  const at = inZone(iso, zone);
  return at ? `${at.day}T${at.time}` : '';
}

/**
 * The instant of a zone's wall clock, as ISO UTC; undefined when the text is not a date and time.
 * A time that a clock change skips moves on by the change, as Date does.
 */
export function fromWallClock(text: string, zone: string): string | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d))?/.exec(text);
  if (!match) return undefined;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  const at = new TZDate(year, month - 1, day, hour, minute, second, zone);
  return isValid(at) ? new Date(at.getTime()).toISOString() : undefined;
}

interface WallClock {
  /** `2026-03-05`. */
  readonly day: string;
  /** `14:07`. */
  readonly time: string;
}

function inZone(iso: string | undefined, zone: string): WallClock | undefined {
  const at = Date.parse(iso ?? '');
  const shifted = at + offsetAt(at, zone);
  if (Number.isNaN(shifted)) return undefined;
  const text = new Date(shifted).toISOString();
  return { day: text.slice(0, -14), time: text.slice(-13, -8) };
}

const quarterHour = 15 * 60_000;
const mostKept = 20_000;
const offsets = new Map<string, number>();

/** How far a zone's clock is ahead, in milliseconds. It is the same within a quarter of an hour; finding it takes time. */
function offsetAt(at: number, zone: string): number {
  if (Number.isNaN(at)) return Number.NaN;
  const key = `${zone} ${Math.floor(at / quarterHour)}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  if (offsets.size >= mostKept) offsets.clear();
  const offset = -new TZDate(at, zone).getTimezoneOffset() * 60_000;
  offsets.set(key, offset);
  return offset;
}

const relativeFormatters = new Map<Locale, Intl.RelativeTimeFormat>();

function relativeFormatter(locale: Locale): Intl.RelativeTimeFormat {
  const known = relativeFormatters.get(locale);
  if (known) return known;
  const made = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
  relativeFormatters.set(locale, made);
  return made;
}
