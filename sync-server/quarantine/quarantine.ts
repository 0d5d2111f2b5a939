// Keeps what was entered and not taken over until a manager has said what becomes of it.
import type { Database, Queryable } from '../database/database.ts';
import { isStorable } from '#schemas/core/storable.ts';
import type { Actor } from '#schemas/staff/permissions.ts';
import type { Staff } from '#schemas/staff/staff.ts';
import { shownOf } from '#schemas/reference/shown.ts';
import { isReference, type Collection } from '#schemas/sync/collections.ts';
import { limits } from '#schemas/sync/protocol.ts';
import type { QuarantineEntry, Resolution } from '#schemas/sync/quarantine.ts';
import { enteredScopes, reachOf, reachSql } from './reach.ts';

export interface HeldBack {
  readonly collection: Collection;
  readonly id: string;
  /** Of a command: the order, or the notice, that it is about. */
  readonly orderId?: string;
  /** As it came; whatever it is, it is made storable. */
  readonly row: unknown;
  /** What was entered fits its schema. */
  readonly isValid: boolean;
  /** Who entered it, where it was not the sender. */
  readonly by?: string;
  readonly code: string;
  readonly detail: string | undefined;
}

/** Keeps each once, however often it comes. */
export async function holdBack(tx: Queryable, actor: Actor, entries: readonly HeldBack[]): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map(({ collection, id, orderId, row, isValid, by, code, detail }) => ({
    ...{ collection, code },
    actor_id: by ?? actor.id,
    detail: detail && printable(detail),
    document_id: printable(id.slice(0, 64)),
    order_id: orderId && printable(orderId),
    scopes: enteredScopes(collection, row).map(printable),
    row: isValid ? rowText(row) : boundedText(row),
  }));
  await tx.query(
    `insert into quarantine
       (company_id, collection, document_id, order_id, scopes, actor_id, code, detail, row)
     select $1, collection, document_id, order_id, scopes, actor_id, code, detail, row::json
     from json_to_recordset($2::json) as e(collection text, document_id text, order_id text, scopes text[],
       actor_id text, code text, detail text, row text)
     on conflict do nothing`,
    [actor.companyId, JSON.stringify(rows)],
  );
}

/** So much of one person may wait for a manager; who sends without end would fill the disk. */
const mostOpen = 2000;

/** Whether more of this person may be held back before a manager has looked at what is. */
export async function hasRoom(database: Queryable, { companyId, id }: Actor): Promise<boolean> {
  const [open] = await database.query<{ count: number }>(
    `select count(*)::int as count from (
       select 1 from quarantine where company_id = $1 and actor_id = $2 and handled_at is null limit $3
     ) o`,
    [companyId, id, mostOpen],
  );
  return (open?.count ?? 0) < mostOpen;
}

const rowText = (row: unknown): string => JSON.stringify(keepable(row)) ?? 'null';

const longestInvalid = 50_000;

/**
 * Of what no device of ours sends only the beginning is kept where it is large: it fills disk and page. What a person
 * entered is kept whole, and no larger than a request may be.
 */
function boundedText(row: unknown): string {
  const text = rowText(row);
  return text.length <= longestInvalid ? text : JSON.stringify({ beginning: printable(text.slice(0, 1000)) });
}

export interface QuarantineQuery {
  readonly handled: boolean;
  /** Entries with a lower id than this. */
  readonly before: number | undefined;
  readonly limit: number;
}

/** Characters of entered rows on a page, after which no further one begins: each may be as large as a request. */
const pageLength = 2_000_000;

/** Newest first, of what is within the actor's reach; fewer than `limit` where they are large. */
export async function listHeldBack(
  database: Queryable,
  actor: Actor,
  { handled, before, limit }: QuarantineQuery,
): Promise<{ entries: QuarantineEntry[]; hasMore: boolean }> {
  const rows = await database.query<StoredEntry & { found: number }>(
    `select * from (
       select page.*, count(*) over () as found, coalesce(sum(length(row::text)) over (
         order by id desc rows between unbounded preceding and 1 preceding), 0) as newer_length
       from (
         ${entrySql} and (q.handled_at is not null) = $2 and q.id < $3 and (${reachSql('$4', '$5')})
         order by q.id desc limit $6
       ) page
     ) measured where newer_length < $7 order by id desc`,
    [actor.companyId, handled, before ?? Number.MAX_SAFE_INTEGER, ...reachOf(actor), limit + 1, pageLength],
  );
  const entries = rows.slice(0, limit).map((row) => entryOf(actor, row));
  return { entries, hasMore: (rows[0]?.found ?? 0) > entries.length };
}

/** @returns undefined when there is no such entry, or none of his */
export async function findHeldBack(
  database: Queryable,
  actor: Actor,
  id: number,
): Promise<QuarantineEntry | undefined> {
  const [row] = await database.query<StoredEntry>(`${entrySql} and q.id = $2 and (${reachSql('$3', '$4')})`, [
    actor.companyId,
    id,
    ...reachOf(actor),
  ]);
  return row && entryOf(actor, row);
}

/** @returns undefined when there is no such entry, or none of his; said again, the first word stands. */
export async function resolveHeldBack(
  database: Database,
  actor: Actor,
  id: number,
  { resolution, note }: Resolution,
): Promise<QuarantineEntry | undefined> {
  return database.transaction(async (tx) => {
    const [row] = await tx.query<StoredEntry>(
      `${entrySql} and q.id = $2 and (${reachSql('$3', '$4')}) for update of q`,
      [actor.companyId, id, ...reachOf(actor)],
    );
    if (!row) return undefined;
    if (row.handled_at) return entryOf(actor, row);
    const [handled] = await tx.query<{ handled_at: Date }>(
      `update quarantine set handled_at = now(), handled_by = $3, resolution = $4, note = $5
       where company_id = $1 and id = $2 returning handled_at`,
      [actor.companyId, id, actor.id, resolution, note ?? null],
    );
    if (!handled) return undefined;
    return entryOf(actor, { ...row, ...handled, handled_by: actor.id, resolution, note: note ?? null });
  });
}

interface StoredEntry {
  readonly id: number;
  readonly collection: Collection;
  readonly document_id: string;
  readonly actor_id: string;
  readonly staff: Staff | null;
  readonly code: string;
  readonly detail: string | null;
  readonly row: unknown;
  readonly at: Date;
  readonly handled_at: Date | null;
  readonly handled_by: string | null;
  readonly resolution: Resolution['resolution'] | null;
  readonly note: string | null;
}

const entrySql = `
select q.id, q.collection, q.document_id, q.actor_id, s.body as staff, q.code, q.detail, q.row, q.at,
  q.handled_at, q.handled_by, q.resolution, q.note
from quarantine q left join documents s
  on s.company_id = q.company_id and s.collection = 'staff' and s.id = q.actor_id
where q.company_id = $1`;

function entryOf(actor: Actor, row: StoredEntry): QuarantineEntry {
  const entered = shownRow(actor, row);
  const deviceId =
    'deviceId' in entered && typeof entered.deviceId === 'string' ? entered.deviceId : undefined;
  return {
    id: row.id,
    kind: row.collection === 'commands' ? 'command' : 'document',
    collection: row.collection,
    documentId: row.document_id,
    actorId: row.actor_id,
    actorName: row.staff?.name ?? row.actor_id,
    ...(deviceId !== undefined && { deviceId }),
    code: row.code,
    ...(row.detail !== null && { detail: row.detail }),
    entered,
    receivedAt: row.at.toISOString(),
    ...(row.handled_at && { handledAt: row.handled_at.toISOString() }),
    ...(row.handled_by !== null && { handledBy: row.handled_by }),
    ...(row.resolution !== null && { resolution: row.resolution }),
    ...(row.note !== null && { note: row.note }),
  };
}

/** A row of a push holds whole documents. */
function shownRow(actor: Actor, { collection, row }: StoredEntry): QuarantineEntry['entered'] {
  if (typeof row !== 'object' || row === null) return {};
  if (!isReference(collection)) return { ...row };
  const shown = (value: unknown): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? shownOf(actor, collection, value)
      : value;
  return Object.fromEntries(Object.entries(row).map(([part, value]) => [part, shown(value)]));
}

export const isAddress = (id: string): boolean => id.length <= 64 && isStorable(id);

const printable = (text: string) => text.replaceAll(/\0|\p{Surrogate}/gu, '\u{FFFD}');

/** The value as Postgres can hold it. Nesting deeper than any document's is cut off: it would exhaust the stack. */
function keepable(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return printable(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth > limits.jsonDepth) return null;
  if (Array.isArray(value)) return value.map((inner) => keepable(inner, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [printable(key), keepable(inner, depth + 1)]),
  );
}
