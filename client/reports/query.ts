// What a report is asked for, as it stands in the page's address; as it is asked of the server; and the orders that
// lie under one of its rows.
import { addMonths } from 'date-fns';
import { TZDate } from '@date-fns/tz';
import { reportDimensions, type ReportDimension } from '#schemas/reports/report.ts';
import { filter, type FilterValues } from '../ui/list-filter.ts';
import type { TimeRange } from '../ui/time-range.ts';

export const reportFilters = {
  by: filter.one<ReportDimension>(reportDimensions, 'customer'),
  taken: filter.range('this-month'),
  outlet: filter.one(),
  customer: filter.one(),
  service: filter.one(),
};
export type ReportFilters = typeof reportFilters;
export type ReportValues = FilterValues<ReportFilters>;

export const dimensionOf = ({ by }: Pick<ReportValues, 'by'>): ReportDimension => by ?? 'customer';

export function pathOf(values: ReportValues): string {
  const { taken, outlet, customer, service } = values;
  const asked = { by: dimensionOf(values), from: taken.from, to: taken.to, outlet, customer, service };
  const given = Object.entries(asked).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return `/api/reports/orders?${new URLSearchParams(given).toString()}`;
}

/** Where the orders of a row are listed; undefined where they cannot be told from others. */
export function ordersOf(values: ReportValues, key: string, zone: string): string | undefined {
  if (key === '') return undefined;
  const { outlet, customer, service } = values;
  const by = dimensionOf(values);
  const range = by === 'month' ? common(values.taken, monthRange(key, zone)) : values.taken;
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries({ outlet, customer, service }))
    if (value) params.set(name, value);
  if (by === 'reason') for (const status of ['voided', 'empty-run']) params.append('status', status);
  else if (by !== 'month') params.set(by, key);
  const [taken] = filter.range().write({ from: range.from, to: range.to });
  if (taken !== undefined) params.set('taken', taken);
  return `/orders/history?${params.toString()}`;
}

function monthRange(month: string, zone: string): TimeRange {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const first = new TZDate(year, number - 1, 1, zone);
  const iso = (date: Date) => new Date(date.getTime()).toISOString();
  return { from: iso(first), to: iso(addMonths(first, 1)) };
}

/** What lies in both. */
function common(one: TimeRange, other: TimeRange): TimeRange {
  const ends = (a: string | undefined, b: string | undefined) =>
    [a, b].filter((end) => end !== undefined).sort();
  return { from: ends(one.from, other.from).at(-1), to: ends(one.to, other.to)[0] };
}
