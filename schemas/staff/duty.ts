// When somebody works.
import { isWithinHours, timeIn } from '../core/days.ts';
import type { Staff } from './staff.ts';

type Hours = Partial<Pick<Staff, 'hours'>>;

/** Whoever has no hours works at any. @param at ISO instant @param zone of the company */
export const isInHours = ({ hours }: Hours, at: string, zone: string): boolean =>
  !hours || isWithinHours(timeIn(zone, at), { from: hours.from, to: endOf(hours.to) });

/** Who writes 23:59 means midnight. */
const endOf = (to: string): string => (to === '23:59' ? '24:00' : to);

/** @param at ISO instant @param zone of the company */
export const isOnDuty = (
  person: Pick<Staff, 'disabled' | 'employment'> & Hours,
  at: string,
  zone: string,
): boolean => !person.disabled && person.employment === 'employed' && isInHours(person, at, zone);
