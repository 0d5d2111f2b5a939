// 夜間 and 節假日: what is added in per cent of the work. Both count from the same sum; neither from the other.
import { dayIn, isWithinHours, timeIn } from '../../core/days.ts';
import { isHoliday } from '../../core/holidays.ts';
import { roundHalfUp, totalFen } from '../../core/money.ts';
import type { PriceLine } from '../lines.ts';
import type { Maker } from './price.ts';
import type { Rate } from './rate-of.ts';

/** Waiting costs the same at any time. */
export function surcharges(
  done: readonly PriceLine[],
  at: string,
  rate: Rate,
  zone: string,
  make: Maker,
): PriceLine[] {
  const work = done.filter(({ reason }) => reason?.rule !== 'waiting');
  const baseFen = totalFen(work);
  const added = (rule: 'night' | 'holiday', percent: number) =>
    make.own(rule, 1, roundHalfUp((baseFen * percent) / 100), rule, { baseFen, percent });
  const night = rate.night && isWithinHours(timeIn(zone, at), rate.night) ? rate.night.percent : 0;
  const holiday = isHoliday(dayIn(zone, at)) ? (rate.holidayPercent ?? 0) : 0;
  return [...added('night', night), ...added('holiday', holiday)];
}
