// Adds up what was counted of the orders.
import type { Param, Queryable } from '../database/database.ts';
import { may, type Actor } from '#schemas/staff/permissions.ts';
import type { ReportDimension, ReportPeriod, ReportQuery, ReportRow } from '#schemas/reports/report.ts';
import { amountsOf, conditionsOf } from './figures.ts';

/** Only orders of outlets that the person sees. */
export async function readReport(
  database: Queryable,
  actor: Actor,
  query: ReportQuery,
): Promise<{ rows: ReportRow[]; periods: ReportPeriod[] }> {
  const { where, values } = conditions(actor, query);
  const counted = query.by === 'reason' ? `${where} and ${conditionOf.lost}` : where;
  const [rows, periods] = await Promise.all([
    database.query<ReportRow>(
      `select coalesce(${keys[query.by]}, '') as key, ${sums} ${from} ${counted} group by 1 order by 1`,
      values,
    ),
    database.query<ReportPeriod>(
      `select ${periodOf(query)} as period, ${sums} ${from} ${where} group by 1 order by 1`,
      values,
    ),
  ]);
  return { rows, periods };
}

const month = `to_char(o.created_at at time zone c.zone, 'YYYY-MM')`;
const day = `to_char(o.created_at at time zone c.zone, 'YYYY-MM-DD')`;

const keys: Record<ReportDimension, string> = {
  customer: 'o.customer_id',
  service: 'o.service_id',
  outlet: 'o.outlet_id',
  vehicle: 'o.vehicle_id',
  driver: 'o.driver_id',
  month,
  reason: 'o.reason',
};

const daysShown = 62;

/** Months where days would be too many to be told apart. */
function periodOf({ from, to }: ReportQuery): string {
  if (from === undefined) return month;
  const until = to === undefined ? Date.now() : Date.parse(to);
  return until - Date.parse(from) > daysShown * 86_400_000 ? month : day;
}

const from = 'from companies c join order_figures o on o.company_id = c.company_id';

function conditions(actor: Actor, query: ReportQuery): { where: string; values: Param[] } {
  const values: Param[] = [];
  const value = (given: Param): string => `$${values.push(given)}`;
  const all = [`c.company_id = ${value(actor.companyId)}`];
  if (query.from) all.push(`o.created_at >= ${value(query.from)}::timestamptz`);
  if (query.to) all.push(`o.created_at < ${value(query.to)}::timestamptz`);
  if (query.outlet) all.push(`o.outlet_id = ${value(query.outlet)}`);
  if (query.customer) all.push(`o.customer_id = ${value(query.customer)}`);
  if (query.service) all.push(`o.service_id = ${value(query.service)}`);
  if (!may(actor, 'outlets.all')) all.push(`o.outlet_id = any(${value(actor.outletIds)}::text[])`);
  return { where: `where ${all.join(' and ')}`, values };
}

const count = (condition: string, name: string): string =>
  `count(*) filter (where ${condition})::int as "${name}"`;
const sum = (column: string, name: string): string => `sum(${column})::bigint as "${name}"`;

const conditionOf = conditionsOf('o');
const amountOf = amountsOf('o');

const sums = [
  'count(*)::int as orders',
  count(conditionOf.completed, 'completed'),
  count(conditionOf.emptyRuns, 'emptyRuns'),
  count(conditionOf.voided, 'voided'),
  sum(amountOf.revenue, 'revenueFen'),
  sum(amountOf.outlay, 'outlayFen'),
  sum(amountOf.received, 'receivedFen'),
  count(conditionOf.unpriced, 'unpriced'),
  count(conditionOf.accepted, 'accepted'),
  count('o.accept_kept is not null', 'acceptTimed'),
  count(conditionOf.arrived, 'arrived'),
  count('o.arrive_kept is not null', 'arriveTimed'),
  count(conditionOf.finished, 'finished'),
  count('o.complete_kept is not null', 'finishTimed'),
].join(', ');
