// What was told to the outside world, what waits, and what was given up: for a person who looks after it.
import type { Queryable } from '../database/database.ts';
import type { Delivery } from '#schemas/notices/sender.ts';
import { outboxChannel } from './jobs.ts';

export interface DeliveryQuery {
  readonly state: Delivery['state'];
  readonly senderId: string | undefined;
  readonly limit: number;
}

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly state: Delivery['state'];
  readonly attempts: number;
  readonly created_at: Date;
  readonly due_at: Date;
  readonly finished_at: Date | null;
  readonly outcome: string | null;
  readonly sender_name: string | null;
  readonly notice_id: string | null;
  readonly number: string | null;
  readonly event: string | null;
}

const shownColumns = `j.id, j.kind, j.state, j.attempts, j.created_at, j.due_at, j.finished_at, j.outcome,
       d.body ->> 'senderName' as sender_name, d.id as notice_id, d.body ->> 'senderNumber' as number,
       j.payload -> 'message' ->> 'type' as event`;

/** What is told of one thing, newest first: its jobs share a lane. */
export async function deliveriesOfLane(
  database: Queryable,
  companyId: string,
  lane: string,
): Promise<Delivery[]> {
  const rows = await database.query<Row>(
    `select ${shownColumns}
     from outbox_jobs j left join documents d
       on d.company_id = j.company_id and d.collection = 'notices' and d.id = j.payload ->> 'noticeId'
     where j.company_id = $1 and j.lane = $2
     order by j.seq desc limit 50`,
    [companyId, lane],
  );
  return rows.map(shown);
}

/** Newest first. */
export async function listDeliveries(
  database: Queryable,
  companyId: string,
  { state, senderId, limit }: DeliveryQuery,
): Promise<Delivery[]> {
  const rows = await database.query<Row>(
    `select ${shownColumns}
     from outbox_jobs j left join documents d
       on d.company_id = j.company_id and d.collection = 'notices' and d.id = j.payload ->> 'noticeId'
     where j.company_id = $1 and j.state = $2 and ($3::text is null or d.body ->> 'senderId' = $3)
     order by j.seq desc limit $4`,
    [companyId, state, senderId ?? null, limit],
  );
  return rows.map(shown);
}

const shown = (row: Row): Delivery => ({
  id: row.id,
  kind: row.kind,
  state: row.state,
  attempts: row.attempts,
  createdAt: row.created_at.toISOString(),
  ...(row.state === 'waiting' && { dueAt: row.due_at.toISOString() }),
  ...(row.finished_at && { finishedAt: row.finished_at.toISOString() }),
  ...(row.outcome && { outcome: row.outcome }),
  ...(row.sender_name && { senderName: row.sender_name }),
  ...(row.notice_id && { noticeId: row.notice_id }),
  ...(row.number && { number: row.number }),
  ...(row.event && { event: row.event }),
});

/** Tries dead jobs anew, as often as the first time. @returns the ids of those that were dead */
export async function resend(
  database: Queryable,
  companyId: string,
  ids: readonly string[],
  now: Date,
): Promise<string[]> {
  const rows = await database.query<{ id: string }>(
    `with again as (
       update outbox_jobs set state = 'waiting', attempts = 0, due_at = $3, finished_at = null
       where company_id = $1 and id = any ($2::text[]) and state = 'dead'
       returning id
     )
     select id, pg_notify('${outboxChannel}', '') from again`,
    [companyId, ids, now],
  );
  return rows.map(({ id }) => id);
}
