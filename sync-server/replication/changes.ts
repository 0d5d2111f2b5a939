// The one statement through which everything synced is written: it numbers the changes, stores the documents,
// files them under their scopes, remembers what was changed, appends events and postings, and tells the other servers.
import type { Queryable } from '../database/database.ts';
import { sqlState } from '../database/errors.ts';
import type { FieldChange } from '#schemas/reference/history.ts';
import type { Collection, ReferenceCollection } from '#schemas/sync/collections.ts';
import type { Scope } from '#schemas/sync/scopes.ts';

/** Reference data are never changed without a word of who did it. */
export type DocumentChange = ChangedDocument &
  (
    | { readonly collection: Exclude<Collection, ReferenceCollection> }
    | { readonly collection: ReferenceCollection; readonly history: HistoryNote }
  );

export interface HistoryNote {
  readonly by: string;
  readonly deviceId?: string | undefined;
  /** ISO instant. */
  readonly at: string;
  /** Of a new document nothing: it is remembered as it is. */
  readonly changes: readonly FieldChange[];
}

interface ChangedDocument {
  readonly id: string;
  /** Without `version`: the statement gives it. */
  readonly body: object;
  readonly scopes: readonly Scope[];
  /** Whether nothing is stored under this id yet; else the caller holds the row's lock. */
  readonly isNew: boolean;
}

export interface EventRow {
  readonly order_id: string;
  readonly seq: number;
  readonly event_id: string;
  readonly type: string;
  readonly actor_id: string;
  readonly device_id: string;
  readonly recorded_at: string;
  readonly event: object;
}

export interface PostingRow {
  readonly posting_id: string;
  readonly line: number;
  readonly order_id: string;
  readonly account: string;
  readonly amount_fen: number;
  readonly recorded_at: string;
  /** Its date, where that is another one: never in a closed month. */
  readonly booked_at?: string;
}

export interface Changes {
  /** In the order in which they are numbered; a document occurs once. */
  readonly documents: readonly DocumentChange[];
  readonly events?: readonly EventRow[];
  readonly postings?: readonly PostingRow[];
}

/** Another transaction stored some of it first, or closed the month of a posting. Begin again: it will be seen now. */
export class StoredMeanwhile extends Error {
  override readonly name = 'StoredMeanwhile';
}

/** The channel on which every server hears of changes; see `Announcement` in hub.ts. */
export const changeChannel = 'towline_changes';

/**
 * Writes inside the caller's transaction, as its last statement: it takes the company's counter row, which
 * then stays locked until the commit, so that version order is commit order.
 * @returns the version of each document, in the order given
 * @throws StoredMeanwhile
 */
export async function writeChanges(tx: Queryable, companyId: string, changes: Changes): Promise<number[]> {
  const { documents, events = [], postings = [] } = changes;
  if (documents.length === 0) return [];
  const rows = documents.map(({ isNew, ...change }, index) => {
    return { ...change, is_new: isNew, step: index + 1 };
  });
  const [written] = await tx
    .query<{ base: number; stored: number }>(writeSql, [
      companyId,
      documents.length,
      JSON.stringify(rows),
      JSON.stringify(events),
      JSON.stringify(postings),
    ])
    .catch((error: unknown) => {
      // A month was closed after this transaction had read until when the books are closed.
      if (sqlState(error) === 'TW003') throw new StoredMeanwhile(companyId);
      throw error;
    });
  if (!written) throw new Error(`There is no company ${companyId}`);
  const expected = documents.length + events.length + postings.length;
  if (written.stored !== expected) throw new StoredMeanwhile(companyId);
  return documents.map((_, index) => written.base + index + 1);
}

// Scopes that a document leaves are found in the log itself, not recomputed: what was once shown is taken back
// even when the rule that showed it has changed since.
const writeSql = `
with counter as (
  update companies set version = version + $2 where company_id = $1 returning version - $2 as base
), change as (
  select * from json_to_recordset($3::json)
    as c(collection text, id text, body json, scopes text[], is_new boolean, step integer, history json)
), inserted as (
  insert into documents (company_id, collection, id, body, version)
  select $1, collection, id, body, base + step from change, counter where is_new
  on conflict do nothing
  returning id
), updated as (
  update documents d set body = c.body, version = base + c.step, changed_at = now()
  from change c, counter
  where not c.is_new and d.company_id = $1 and d.collection = c.collection and d.id = c.id
  returning d.id
), departed as (
  update visibility v set gone = true, version = base + c.step
  from change c, counter
  where v.company_id = $1 and v.collection = c.collection and v.document_id = c.id
    and not v.gone and v.scope <> all (c.scopes)
  returning v.collection, v.scope
), filed as (
  insert into visibility (company_id, collection, scope, document_id, version)
  select $1, c.collection, s.scope, c.id, base + c.step
  from change c, counter, unnest(c.scopes) as s(scope)
  on conflict (company_id, collection, document_id, scope)
    do update set version = excluded.version, gone = false
  returning collection, scope
), remembered as (
  insert into reference_history
    (company_id, collection, document_id, version, at, actor_id, device_id, created, changes)
  select $1, c.collection, c.id, base + c.step, (c.history ->> 'at')::timestamptz, c.history ->> 'by',
    c.history ->> 'deviceId', case when c.is_new then c.body end,
    case when not c.is_new then c.history -> 'changes' end
  from change c, counter
  where c.is_new and c.history is not null or json_array_length(c.history -> 'changes') > 0
  order by c.step
), logged as (
  insert into order_events (company_id, order_id, seq, event_id, type, actor_id, device_id, recorded_at, event)
  select $1, order_id, seq, event_id, type, actor_id, device_id, recorded_at, event
  from json_to_recordset($4::json) as e(order_id text, seq integer, event_id text, type text, actor_id text,
    device_id text, recorded_at timestamptz, event json)
  on conflict do nothing
  returning event_id
), posted as (
  insert into posting_lines (company_id, posting_id, line, order_id, account, amount_fen, recorded_at, booked_at)
  select $1, posting_id, line, order_id, account, amount_fen, recorded_at, booked_at
  from json_to_recordset($5::json) as p(posting_id text, line integer, order_id text, account text,
    amount_fen bigint, recorded_at timestamptz, booked_at timestamptz)
  on conflict do nothing
  returning posting_id
), touched as (
  select json_agg(distinct collection || ' ' || scope) as scopes
  from (select collection, scope from departed union all select collection, scope from filed) t
), announced as (
  -- A notification holds 8,000 bytes; without its list every reader of the company looks.
  select pg_notify('${changeChannel}', json_build_object('company', $1::text, 'touched',
    case when length(scopes::text) < 7000 then scopes end)::text) as sent
  from touched
)
select base, (select count(*)::int from inserted) + (select count(*)::int from updated)
  + (select count(*)::int from logged) + (select count(*)::int from posted) as stored,
  (select count(*) from announced) as announced
from counter`;
