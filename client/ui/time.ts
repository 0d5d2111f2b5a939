// Instants and wall clocks. Everything stored is an ISO UTC instant; what a person reads or types is the
// clock of a zone given by the caller, whatever the device is set to.
import { TZDate } from '@date-fns/tz';
import { differenceInCalendarDays, format, isValid } from 'date-fns';
import type { Locale } from '../i18n/locale.ts';

/** `2026-03-05 14:07`, or `''` for a missing or unreadable instant. */
export function formatDateTime(iso: string | undefined, zone: string): string {
  return inZone(iso, zone, 'yyyy-MM-dd HH:mm');
}

/** `2026-03-05`. */
export function formatDate(iso: string | undefined, zone: string): string {
  return inZone(iso, zone, 'yyyy-MM-dd');
}

/** `14:07`. */
export function formatTime(iso: string | undefined, zone: string): string {
  return inZone(iso, zone, 'HH:mm');
}

/** The shortest form that is still clear beside `now`: `14:07` today, `03-05 14:07` this year, else in full. */
export function formatShort(iso: string | undefined, zone: string, now: string): string {
  const [at, today] = [zoned(iso, zone), zoned(now, zone)];
  if (!at || !today) return '';
  if (differenceInCalendarDays(at, today) === 0) return format(at, 'HH:mm');
  return format(at, at.getFullYear() === today.getFullYear() ? 'MM-dd HH:mm' : 'yyyy-MM-dd HH:mm');
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
  return inZone(iso, zone, "yyyy-MM-dd'T'HH:mm");
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

function inZone(iso: string | undefined, zone: string, pattern: string): string {
  const at = zoned(iso, zone);
  return at ? format(at, pattern) : '';
}

function zoned(iso: string | undefined, zone: string): TZDate | undefined {
  if (!iso) return undefined;
  const at = new TZDate(iso, zone);
  return isValid(at) ? at : undefined;
}

const relativeFormatters = new Map<Locale, Intl.RelativeTimeFormat>();

function relativeFormatter(locale: Locale): Intl.RelativeTimeFormat {
  const known = relativeFormatters.get(locale);
  if (known) return known;
  const made = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
  relativeFormatters.set(locale, made);
  return made;
}
