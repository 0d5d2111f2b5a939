// What of a vehicle runs out on a day: its insurance and its inspection. A month before, somebody is told.
import type { Vehicle } from './vehicle.ts';

export type Due = 'valid' | 'soon' | 'expired';

export interface ExpiryDate {
  readonly kind: 'insurance' | 'inspection';
  /** Day of the company's calendar; it holds through it. */
  readonly on: string;
  readonly state: Due;
}

export const warnDaysBefore = 30;

/** How a last day stands to today. */
export function dueOn(day: string, today: string): Due {
  if (day < today) return 'expired';
  return day <= addDays(today, warnDaysBefore) ? 'soon' : 'valid';
}

/** Those that were entered, the earlier first. */
export function datesOf(
  { insuranceExpiresOn, inspectionExpiresOn }: Pick<Vehicle, 'insuranceExpiresOn' | 'inspectionExpiresOn'>,
  today: string,
): ExpiryDate[] {
  const of = (kind: ExpiryDate['kind'], on: string | undefined): ExpiryDate[] =>
    on === undefined ? [] : [{ kind, on, state: dueOn(on, today) }];
  return [...of('insurance', insuranceExpiresOn), ...of('inspection', inspectionExpiresOn)].sort((a, b) =>
    a.on < b.on ? -1 : 1,
  );
}

const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
