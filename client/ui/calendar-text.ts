// Days, months and times of day as a person types them. Pure; null for what cannot be read.
import { toHalfWidth } from './money.ts';

/** `8`, `830`, `8:30`, `08：30`, `8点半`, `8.30` → `08:30`; the end of the day is `24:00`. */
export function readTimeOfDay(text: string): string | null {
  const plain = toHalfWidth(text)
    .trim()
    .replace(/[点點时時h]半/, ':30')
    .replace(/分$/, '');
  const match = /^(\d{1,2})(?:[:.点點时時h]?(\d{2})|[:.点點时時h])?$/.exec(plain);
  if (!match) return null;
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? 0)];
  const isTime = (hour < 24 && minute < 60) || (hour === 24 && minute === 0);
  return isTime ? `${two(hour)}:${two(minute)}` : null;
}

/** `2026-3`, `202603`, `2026年3月`, `2026/03` → `2026-03`. */
export function readMonth(text: string): string | null {
  const match = /^(\d{4})[-/.年]?(\d{1,2})月?$/.exec(toHalfWidth(text).trim());
  const month = Number(match?.[2]);
  return match && month >= 1 && month <= 12 ? `${match[1]}-${two(month)}` : null;
}

const two = (value: number): string => String(value).padStart(2, '0');
