// Keeps what lies on devices small: what was finished long ago leaves them as a tombstone and stays on the
// server, where search finds it. A device's cost does not grow with the company's history.
import type { Logger } from 'pino';
import type { Database } from '../database/database.ts';
import { closedStatuses } from '#schemas/orders/order.ts';
import { every } from '../rounds.ts';
import { changeChannel } from './changes.ts';

export const workingSetDays = 45;

const batchSize = 500;

/**
 * Takes away what has not changed for 45 days: commands that were taken, closed orders once their finance is finished
 * (until then they leave drivers only) and their drivers hold no cash of them, and photos with their orders. What was
 * refused stays until its author has settled it. Short transactions, since each holds the company's counter.
 * @returns how many documents left a scope
 */
export async function sweep(database: Database, now: Date): Promise<number> {
  const before = new Date(now.getTime() - workingSetDays * 24 * 60 * 60 * 1000);
  const companies = await database.query<{ company_id: string }>('select company_id from companies');
  let swept = 0;
  for (const { company_id } of companies) {
    for (let due = batchSize; due === batchSize;) {
      const [row] = await database.query<{ due: number; departed: number }>(sweepSql, [
        company_id,
        before,
        [...closedStatuses],
        batchSize,
      ]);
      due = row?.due ?? 0;
      swept += row?.departed ?? 0;
    }
  }
  return swept;
}

/** Sweeps at the start and then once a day, until the returned function is called. */
export function sweepDaily(database: Database, clock: () => Date, log: Logger): () => void {
  const run = () =>
    void sweep(database, clock()).catch((error: unknown) => log.warn({ err: error }, 'the sweep failed'));
  return every(24 * 60 * 60 * 1000, run);
}

// What is changed while the statement waits for the counter has another version by then, and stays.
const sweepSql = `
with due as (
  select v.collection, v.scope, v.document_id, v.version, row_number() over () as step
  from visibility v join documents d
    on d.company_id = v.company_id and d.collection = v.collection and d.id = v.document_id
  where v.company_id = $1 and not v.gone and d.changed_at < $2 and (
    (v.collection = 'commands' and d.body -> 'verdict' ->> 'status' is distinct from 'rejected') or (
      v.collection = 'photos' and not exists (
        select 1 from visibility o where o.company_id = $1 and o.collection = 'orders'
          and o.document_id = d.body ->> 'orderId' and o.scope = v.scope and not o.gone)) or (
      v.collection = 'orders' and d.body ->> 'status' = any ($3::text[]) and (
        d.body ->> 'status' = 'voided' or d.body -> 'finance' ->> 'stage' = 'posted'
        or v.scope like 'driver:%')
      and (d.body -> 'cash' is null or (d.body -> 'cash' ->> 'collectedFen')::bigint = (
        select coalesce(sum((h ->> 'fen')::bigint), 0) from json_array_elements(d.body -> 'cash' -> 'handovers') h
        where h ->> 'reversed' is null))))
  limit $4
), counter as (
  update companies set version = version + (select count(*) from due) where company_id = $1
  returning version - (select count(*) from due) as base
), departed as (
  update visibility v set gone = true, version = base + due.step from due, counter
  where v.company_id = $1 and v.collection = due.collection and v.scope = due.scope
    and v.document_id = due.document_id and v.version = due.version
  returning v.scope
)
select (select count(*)::int from due) as due, count(*)::int as departed,
  pg_notify('${changeChannel}', json_build_object('company', $1::text, 'touched', null)::text) as announced
from departed`;
