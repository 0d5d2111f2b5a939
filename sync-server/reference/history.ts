// The history of a reference document, as it is read. Documents' entries are written with the change itself
// (sync-server/replication/changes.ts).
import type { Queryable } from '../database/database.ts';
import { fieldChanges, kindOf, type HistoryEntry, type HistoryPage } from '#schemas/reference/history.ts';
import type { FieldChange } from '#schemas/reference/history.ts';
import { fieldsHiddenFrom } from '#schemas/reference/shown.ts';
import { isInReach } from '#schemas/staff/editing.ts';
import { may, type Actor } from '#schemas/staff/permissions.ts';
import type { Staff, StaffPrivate } from '#schemas/staff/staff.ts';
import type { ReferenceCollection } from '#schemas/sync/collections.ts';

const pageSize = 50;
/** Under which private data of employees are remembered. */
const privatePart = 'staff-private';

interface Asked {
  readonly collection: ReferenceCollection;
  readonly id: string;
  /** Entries with a lower id than this. */
  readonly before: number | undefined;
  readonly isWithPrivate: boolean;
}

export async function readHistory(
  database: Queryable,
  actor: Actor,
  { collection, id, before, isWithPrivate }: Asked,
): Promise<HistoryPage> {
  const hidden = fieldsHiddenFrom(actor, collection);
  const rows = await database.query<Row>(historySql, [
    actor.companyId,
    [collection, ...(isWithPrivate ? [privatePart] : [])],
    id,
    before ?? Number.MAX_SAFE_INTEGER,
    pageSize + 1,
    hidden,
  ]);
  const entries = rows.slice(0, pageSize).map((row) => entryOf(actor, row, hidden));
  return { entries, hasMore: rows.length > pageSize };
}

interface Row {
  readonly id: number;
  readonly collection: string;
  readonly version: number;
  readonly at: Date;
  readonly actor_id: string;
  readonly device_id: string | null;
  readonly created: object | null;
  readonly changes: readonly FieldChange[] | null;
  readonly person: Staff | null;
}

// What was changed in nothing but what the asker does not see, is nothing to him.
const historySql = `
select h.id, h.collection, h.version, h.at, h.actor_id, h.device_id, h.created, h.changes, s.body as person
from reference_history h left join documents s
  on s.company_id = h.company_id and s.collection = 'staff' and s.id = h.actor_id
where h.company_id = $1 and h.collection = any ($2::text[]) and h.document_id = $3 and h.id < $4
  and (h.changes is null or cardinality($6::text[]) = 0 or exists (
    select 1 from json_array_elements(h.changes) c where c ->> 'field' <> all ($6::text[])))
order by h.id desc limit $5`;

function entryOf(actor: Actor, row: Row, hidden: readonly string[]): HistoryEntry {
  const all = row.changes ?? fieldChanges(undefined, row.created ?? {});
  const changes = all.filter(({ field }) => !hidden.includes(field));
  const { person } = row;
  const isSeen = person && (may(actor, 'staff.view') || person.id === actor.id);
  return {
    id: row.id,
    kind: kindOf(row.created !== null, changes),
    part: row.collection === privatePart ? 'private' : 'document',
    version: row.version,
    at: row.at.toISOString(),
    by: row.actor_id,
    ...(isSeen && isInReach(actor, 'staff', person) && { byName: person.name }),
    ...(row.device_id !== null && { deviceId: row.device_id }),
    changes,
  };
}

interface PrivateChange {
  readonly companyId: string;
  readonly staffId: string;
  readonly by: string;
  readonly now: Date;
  readonly version: number;
  readonly before: StaffPrivate;
  readonly after: StaffPrivate;
}

export async function rememberPrivate(tx: Queryable, change: PrivateChange): Promise<void> {
  const { companyId, staffId, by, now, version } = change;
  const changes = fieldChanges(change.before, change.after).map(withoutPicture);
  if (changes.length === 0) return;
  await tx.query(
    `insert into reference_history (company_id, collection, document_id, version, at, actor_id, changes)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [companyId, privatePart, staffId, version, now, by, JSON.stringify(changes)],
  );
}

export async function forgetPrivate(tx: Queryable, companyId: string, staffId: string): Promise<void> {
  await tx.query(
    'delete from reference_history where company_id = $1 and collection = $2 and document_id = $3',
    [companyId, privatePart, staffId],
  );
}

/** A picture is as large as a hundred entries: that it was changed is enough. */
const withoutPicture = (change: FieldChange): FieldChange =>
  change.field === 'photo' ? { field: 'photo' } : change;
