// When somebody works.
import { isWithinHours, timeIn } from '../core/days.ts';
import type { Staff } from './staff.ts';

/** @param now ISO instant @param zone of the company */
export const isOnDuty = (
  { disabled, employment, hours }: Pick<Staff, 'disabled' | 'employment' | 'hours'>,
  now: string,
  zone: string,
): boolean => !disabled && employment === 'employed' && isWithinHours(timeIn(zone, now), hours);
