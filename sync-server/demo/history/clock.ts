// Times of the demo, in milliseconds since 1970, and what hour of the day they are in Hangzhou.
import type { Random } from './random.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** China keeps one zone without summer time. */
const offset = 8 * hour;

/** 0 up to, but not, 24. */
export const hourOfDay = (time: number): number => ((time + offset) % day) / hour;

export const isNight = (time: number): boolean => hourOfDay(time) >= 22 || hourOfDay(time) < 6;

export const startOfDay = (time: number): number => time - ((time + offset) % day);

/** Which day it is in Hangzhou: `2026-03-01`. */
export const calendarDay = (time: number): string => new Date(time + offset).toISOString().slice(0, 10);

/** Calls per hour of the day: rush hours stand out, after midnight few cars are about. */
const curve = [
  2, 1.5, 1, 1, 1, 2, 4, 9, 11, 9, 8, 7.5, 7, 7, 7.5, 8, 8.5, 10, 10, 8, 6.5, 5.5, 4.5, 3,
] as const;
const busiest = Math.max(...curve);

/** A moment at which somebody may well call. */
export function momentOfCall(from: number, to: number, random: Random): number {
  for (;;) {
    const time = Math.floor(random.between(from, to));
    if (random.chance((curve[Math.floor(hourOfDay(time))] ?? 0) / busiest)) return time;
  }
}

/** A moment of office hours on the first working day that is `days` or more days after `time`. */
export function officeMoment(time: number, days: number, random: Random): number {
  let morning = startOfDay(time) + days * day;
  while (isWeekend(morning)) morning += day;
  return officeTime(morning, random);
}

/** The same on the last working day before that of `time`. */
export function lastOfficeMoment(time: number, random: Random): number {
  let morning = startOfDay(time) - day;
  while (isWeekend(morning)) morning -= day;
  return officeTime(morning, random);
}

const officeTime = (morning: number, random: Random): number =>
  Math.floor(morning + random.between(9.1, 17.8) * hour);

/** The first of January 1970 was a Thursday. */
function isWeekend(time: number): boolean {
  const weekday = (Math.floor((time + offset) / day) + 4) % 7;
  return weekday === 0 || weekday === 6;
}
