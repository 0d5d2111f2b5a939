// What a report is asked for, as it stands in the page's address; as it is asked of the server; and where the
// orders are that make up one of its figures.
import { addDays, addMonths } from 'date-fns';
import { TZDate } from '@date-fns/tz';
import { reportFigures, type ReportFigure } from '#schemas/reports/drill.ts';
import { reportDimensions, type Figures, type ReportDimension } from '#schemas/reports/report.ts';
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

/** What a column leads to. Of a share it is what missed the target that one looks for, where any did. */
export function figureOf(column: string, row: Figures): ReportFigure {
  if (column === 'accepted') return row.accepted < row.acceptTimed ? 'acceptMissed' : 'accepted';
  if (column === 'arrived') return row.arrived < row.arriveTimed ? 'arriveMissed' : 'arrived';
  if (column === 'finished') return row.finished < row.finishTimed ? 'finishMissed' : 'finished';
  return reportFigures.find((figure) => figure === column) ?? 'orders';
}

/** Where the orders are listed that make up a figure of a row. */
export function ordersOfRow(
  values: ReportValues,
  key: string,
  zone: string,
  figure: ReportFigure = 'orders',
): string {
  const by = dimensionOf(values);
  if (by === 'month') return ordersOfPeriod(values, key, zone, figure);
  // Of what has a reason, the reports count what was lost.
  if (by === 'reason' && figure === 'orders') return ordersOfRow(values, key, zone, 'lost');
  const row = key === '' ? { without: by } : { [by]: key };
  return addressOf({ ...narrowing(values), ...row, figure }, values.taken);
}

/** The same of a day or a month, as a report names it. */
export function ordersOfPeriod(
  values: ReportValues,
  period: string,
  zone: string,
  figure: ReportFigure = 'orders',
): string {
  return addressOf({ ...narrowing(values), figure }, common(values.taken, rangeOf(period, zone)));
}

/** The same of all that the report is about. */
export const ordersOfAll = (values: ReportValues, figure: ReportFigure): string =>
  addressOf({ ...narrowing(values), figure }, values.taken);

const narrowing = ({ outlet, customer, service }: ReportValues) => ({ outlet, customer, service });

function addressOf(asked: Readonly<Record<string, string | undefined>>, { from, to }: TimeRange): string {
  const given = Object.entries(asked).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const params = new URLSearchParams(given);
  const [taken] = filter.range().write({ from, to });
  if (taken !== undefined) params.set('taken', taken);
  return `/orders/history?${params.toString()}`;
}

function rangeOf(period: string, zone: string): TimeRange {
  const [year = 0, month = 1, day] = period.split('-').map(Number);
  const first = new TZDate(year, month - 1, day ?? 1, zone);
  const iso = (date: Date) => new Date(date.getTime()).toISOString();
  return { from: iso(first), to: iso(day === undefined ? addMonths(first, 1) : addDays(first, 1)) };
}

/** What lies in both. */
function common(one: TimeRange, other: TimeRange): TimeRange {
  const ends = (a: string | undefined, b: string | undefined) =>
    [a, b].filter((end) => end !== undefined).sort();
  return { from: ends(one.from, other.from).at(-1), to: ends(one.to, other.to)[0] };
}
