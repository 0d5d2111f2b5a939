// The statements on the table `outbox_jobs`. Times come from the caller, so that tests can let them pass.
import type { Queryable } from '../database/database.ts';

export const outboxChannel = 'towline_outbox';

export interface NewJob {
  /** Made from what causes it, so that the same cause never makes two. */
  readonly id: string;
  readonly kind: string;
  readonly lane: string;
  readonly payload: object;
}

export interface Job {
  readonly companyId: string;
  readonly id: string;
  readonly kind: string;
  readonly payload: unknown;
  /** 1 at the first try. */
  readonly attempt: number;
  readonly createdAt: Date;
}

/** Writes jobs inside of the transaction that causes them; their workers hear of it at its commit. */
export async function enqueue(
  tx: Queryable,
  companyId: string,
  jobs: readonly NewJob[],
  now: string,
): Promise<void> {
  if (jobs.length === 0) return;
  await tx.query(
    `with added as (
       insert into outbox_jobs (company_id, id, kind, lane, payload, due_at, created_at)
       select $1, id, kind, lane, payload, $3, $3
       from json_to_recordset($2::json) as j(id text, kind text, lane text, payload json)
       on conflict do nothing
       returning id
     )
     select pg_notify('${outboxChannel}', '') from added limit 1`,
    [companyId, JSON.stringify(jobs), now],
  );
}

/**
 * Takes jobs that are due, each the first of its lane. What another server has just taken is passed over.
 * @param until when they are another's to take, unless they were settled
 */
export async function claim(database: Queryable, now: Date, until: Date, limit: number): Promise<Job[]> {
  const rows = await database.query<{
    company_id: string;
    id: string;
    kind: string;
    payload: unknown;
    attempts: number;
    created_at: Date;
  }>(claimSql, [now, until, limit]);
  return rows.map(({ company_id, attempts, created_at, ...rest }) => ({
    ...rest,
    companyId: company_id,
    attempt: attempts,
    createdAt: created_at,
  }));
}

const claimSql = `
update outbox_jobs j set attempts = j.attempts + 1, due_at = $2
from (
  select company_id, id from outbox_jobs w
  where state = 'waiting' and due_at <= $1 and not exists (
    select 1 from outbox_jobs earlier where earlier.company_id = w.company_id and earlier.lane = w.lane
      and earlier.state = 'waiting' and earlier.seq < w.seq)
  order by due_at, seq limit $3
  for update skip locked
) due
where j.company_id = due.company_id and j.id = due.id
returning j.company_id, j.id, j.kind, j.payload, j.attempts, j.created_at`;

export interface Settlement {
  readonly state: 'done' | 'dead';
  readonly outcome: string;
}

/** Says what became of a job, unless somebody else has taken it meanwhile. */
export async function settle(
  database: Queryable,
  job: Job,
  { state, outcome }: Settlement,
  now: Date,
): Promise<void> {
  await database.query(
    `update outbox_jobs set state = $4, outcome = $5, finished_at = $6
     where company_id = $1 and id = $2 and attempts = $3 and state = 'waiting'`,
    [job.companyId, job.id, job.attempt, state, outcome.slice(0, 500), now],
  );
}

export async function postpone(database: Queryable, job: Job, outcome: string, until: Date): Promise<void> {
  await database.query(
    `update outbox_jobs set outcome = $4, due_at = $5
     where company_id = $1 and id = $2 and attempts = $3 and state = 'waiting'`,
    [job.companyId, job.id, job.attempt, outcome.slice(0, 500), until],
  );
}

/** When the next job is due; undefined: there is none. */
export async function nextDue(database: Queryable): Promise<Date | undefined> {
  const [row] = await database.query<{ due: Date | null }>(
    `select min(due_at) as due from outbox_jobs where state = 'waiting'`,
  );
  return row?.due ?? undefined;
}

/** Every job of the kind, whatever its state: what it was for was done before Towline was there to do it. */
export async function withdraw(tx: Queryable, companyId: string, kind: string): Promise<void> {
  await tx.query('delete from outbox_jobs where company_id = $1 and kind = $2', [companyId, kind]);
}

/** Done jobs are kept for a while, to be looked at; dead ones until somebody deals with them. */
export async function purgeDone(database: Queryable, before: Date): Promise<void> {
  await database.query(`delete from outbox_jobs where state = 'done' and finished_at < $1`, [before]);
}
