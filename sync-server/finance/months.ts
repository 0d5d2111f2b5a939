// Closes the books by month, and opens the last closed one again. Whoever closes holds the company's row, which every
// writer needs: no entry slips in behind.
import type { Database, Queryable } from '../database/database.ts';
import { Problem } from '../http/problem.ts';
import { differencesIn } from '#schemas/finance/accounts.ts';
import type { BookMonths, BookMonth, MonthClosing, OpenItems, OpenOrder } from '#schemas/finance/months.ts';
import { readBalances } from './accounts.ts';
import { readFaults } from './statement-check.ts';

interface Wanted {
  readonly companyId: string;
  readonly month: string;
  readonly by: string;
  readonly now: Date;
}

export async function readMonths(database: Queryable, companyId: string, now: Date): Promise<BookMonths> {
  const closings = await database.query<MonthClosing & { readonly closedUntil: Date }>(closingsSql, [
    companyId,
  ]);
  const closedUntil = closings[0]?.closedUntil ?? null;
  const rows = await database.query<Omit<BookMonth, 'closings'>>(monthsSql, [companyId, now, closedUntil]);
  const told = closings.map(toldClosing);
  return {
    closedUntil: closedUntil?.toISOString() ?? null,
    months: rows.map((row) => ({ ...row, closings: told.filter(({ month }) => month === row.month) })),
  };
}

function toldClosing({
  seq,
  kind,
  month,
  by,
  at,
  reason,
  balances,
}: MonthClosing & { readonly closedUntil: Date }): MonthClosing {
  return {
    ...{ seq, kind, month, by, at: new Date(at).toISOString() },
    ...(reason && { reason }),
    ...(balances && { balances }),
  };
}

/** What is not finished of the orders that ended in the month, and the statements that are disputed. */
export async function readOpenItems(
  database: Queryable,
  companyId: string,
  month: string,
): Promise<OpenItems> {
  const counts = { unverified: 0, verified: 0, priced: 0 };
  const rows = await database.query<OpenOrder & { total: number }>(openOrdersSql, [companyId, month]);
  for (const { stage, total } of rows) counts[stage] = total;
  const statements = await database.query<OpenItems['statements'][number]>(disputedSql, [companyId, month]);
  return { orders: rows.map(({ id, number, stage }) => ({ id, number, stage })), statements, counts };
}

/** @throws Problem where the books do not agree, the month is not over, or it is closed already */
export async function closeMonth(database: Database, { companyId, month, by, now }: Wanted): Promise<void> {
  await refuseWrongBooks(database, companyId);
  await database.transaction(async (tx) => {
    const { until, closedUntil, isOver } = await lockMonth(tx, companyId, month, now);
    if (!isOver) throw new Problem('month-not-over');
    if (closedUntil !== null && until <= closedUntil) throw new Problem('month-closed-already');
    await tx.query(closeSql, [companyId, month, until, by, now]);
  });
}

async function refuseWrongBooks(database: Queryable, companyId: string): Promise<void> {
  const accounts = differencesIn(await readBalances(database, companyId));
  const statements = await readFaults(database, companyId);
  if (accounts.length + statements.length > 0)
    throw new Problem('books-differ', undefined, {}, { accounts, statements });
}

/** @throws Problem where it is not the last closed month */
export async function reopenMonth(
  database: Database,
  { companyId, month, by, now, reason }: Wanted & { readonly reason: string },
): Promise<void> {
  await database.transaction(async (tx) => {
    const { from, until, closedUntil } = await lockMonth(tx, companyId, month, now);
    if (closedUntil?.getTime() !== until.getTime()) throw new Problem('month-not-last-closed');
    await tx.query(reopenSql, [companyId, month, from, by, now, reason]);
  });
}

interface LockedMonth {
  readonly from: Date;
  readonly until: Date;
  readonly isOver: boolean;
  readonly closedUntil: Date | null;
}

async function lockMonth(tx: Queryable, companyId: string, month: string, now: Date): Promise<LockedMonth> {
  await tx.query('select 1 from companies where company_id = $1 for update', [companyId]);
  // Read after the lock: what another one has closed meanwhile is seen.
  const [row] = await tx.query<LockedMonth>(monthSql, [companyId, month, now]);
  if (!row) throw new Error(`There is no company ${companyId}`);
  return row;
}

const latestSql = `
(select closed_until from month_closings where company_id = $1 order by seq desc limit 1)`;

const monthSql = `
select b.from, b.until, b.until <= $3::timestamptz as "isOver", ${latestSql} as "closedUntil"
from companies c, lateral (
  select ($2 || '-01')::timestamp at time zone c.zone as from,
    (($2 || '-01')::timestamp + interval '1 month') at time zone c.zone as until
) b
where c.company_id = $1`;

const closingsSql = `
select seq, kind, month, actor_id as by, at, reason, balances, closed_until as "closedUntil"
from month_closings where company_id = $1 order by seq desc`;

// From the first entry, or the last month, to the month that is running.
const monthsSql = `
with zone as (
  select zone from companies where company_id = $1
), dated as (
  select to_char(coalesce(booked_at, recorded_at) at time zone zone, 'YYYY-MM') as month, account, amount_fen, posting_id
  from posting_lines, zone where company_id = $1
), sums as (
  select month, count(distinct posting_id)::int as entries,
    coalesce(-sum(amount_fen) filter (where account like 'revenue:%'), 0)::bigint as revenue,
    coalesce(sum(amount_fen) filter (where account like 'money:%'), 0)::bigint as received
  from dated group by month
), running as (
  select date_trunc('month', $2::timestamptz at time zone zone) - interval '1 month' as last_month from zone
), months as (
  select to_char(start, 'YYYY-MM') as month,
    (start + interval '1 month') at time zone (select zone from zone) as until
  from running, generate_series(
    (select least((min(month) || '-01')::timestamp, last_month) from sums),
    last_month + interval '1 month', interval '1 month') start
)
select month,
  case when until <= $3::timestamptz then 'closed' when until <= $2::timestamptz then 'open' else 'running' end as state,
  coalesce(revenue, 0)::bigint as "revenueFen", coalesce(received, 0)::bigint as "receivedFen",
  coalesce(entries, 0) as entries
from months left join sums using (month) order by month desc`;

const openOrdersSql = `
with bounds as (
  select ($2 || '-01')::timestamp at time zone zone as from,
    (($2 || '-01')::timestamp + interval '1 month') at time zone zone as until
  from companies where company_id = $1
), ended as (
  select id, body ->> 'number' as number, body -> 'finance' ->> 'stage' as stage, (
    select max((fact ->> 'recordedAt')::timestamptz) from json_array_elements(body -> 'timeline') fact
    where fact ->> 'type' in ('complete', 'empty-run', 'repair-order') and fact ->> 'status' is not null) as at
  from documents
  where company_id = $1 and collection = 'orders' and body ->> 'status' in ('completed', 'empty-run')
    and body -> 'finance' ->> 'stage' <> 'posted'
), numbered as (
  select id, number, stage, count(*) over (partition by stage)::int as total,
    row_number() over (partition by stage order by number) as place
  from ended, bounds where at >= bounds.from and at < bounds.until
)
select id, number, stage, total from numbered where place <= 100 order by stage, number`;

const disputedSql = `
select id, body ->> 'name' as name, body ->> 'state' as state
from documents
where company_id = $1 and collection = 'statements' and body ->> 'state' in ('draft', 'disputed')
  and left(body -> 'period' ->> 'until', 7) <= $2
order by name`;

const closeSql = `
insert into month_closings (company_id, seq, kind, month, closed_until, actor_id, at, balances)
select $1, coalesce((select max(seq) from month_closings where company_id = $1), 0) + 1, 'close', $2, $3, $4, $5, (
  select json_object_agg(account, fen) from (
    select account, sum(amount_fen)::bigint as fen from posting_lines
    where company_id = $1 and coalesce(booked_at, recorded_at) < $3::timestamptz
    group by account having sum(amount_fen) <> 0) b)`;

const reopenSql = `
insert into month_closings (company_id, seq, kind, month, closed_until, actor_id, at, reason)
select $1, max(seq) + 1, 'reopen', $2, $3, $4, $5, $6 from month_closings where company_id = $1`;
