// The state of a document that an edit was made on, where the device knew a later one than it names: a tab that is
// killed in the middle of taking a change in holds the change, and still assumes what was stored before it. What
// the device was told must not come back as something that it says.
import type { Queryable } from '../database/database.ts';
import type { FieldChange } from '#schemas/reference/history.ts';
import type { Actor } from '#schemas/staff/permissions.ts';
import type { ReferenceCollection } from '#schemas/sync/collections.ts';
import type { Doc, Pushed } from './pushed.ts';

interface Place {
  readonly actor: Actor;
  readonly collection: ReferenceCollection;
}

/** @returns by row; a row that names that state itself is left out */
export async function readMadeOn(
  tx: Queryable,
  { actor, collection }: Place,
  pushed: readonly Pushed[],
  stored: ReadonlyMap<string, Doc>,
): Promise<ReadonlyMap<Pushed, Doc>> {
  // A device sends a document once: whoever sends it a thousand times does not have its history read as often.
  const rows = [...new Map(pushed.toReversed().map((row) => [row.id, row])).values()];
  const asked = rows.flatMap((row) => {
    const now = stored.get(row.id);
    return now && isMadeOnLater(row, now) ? [{ row, now }] : [];
  });
  if (asked.length === 0) return new Map();
  const later = await tx.query<{ id: string; changes: readonly FieldChange[] }>(laterSql, [
    actor.companyId,
    collection,
    asked.map(({ row }) => row.id),
    asked.map(({ row }) => row.madeOn),
  ]);
  const former = new Map(asked.map(({ row, now }) => [row.id, { ...now } as Fields]));
  for (const { id, changes } of later) undo(former.get(id) ?? {}, changes);
  return new Map(
    asked.map(({ row, now }) => [
      row,
      row.madeOn === now.version ? now : withNotesOf(row.assumed, former.get(row.id) as Doc & Fields),
    ]),
  );
}

/** Newest first. */
const laterSql = `
select asked.id, h.changes
from unnest($3::text[], $4::bigint[]) as asked(id, version)
join reference_history h on h.company_id = $1 and h.collection = $2 and h.document_id = asked.id
where h.version > asked.version and h.changes is not null
order by h.id desc`;

/** A number that is higher than what is stored is of a database that is gone. */
const isMadeOnLater = ({ madeOn, assumedVersion }: Pushed, { version = -1 }: Doc): boolean =>
  madeOn > assumedVersion && madeOn <= version;

type Fields = Record<string, unknown>;

function undo(fields: Fields, changes: readonly FieldChange[]): void {
  for (const { field, before } of changes) {
    if (before === undefined) delete fields[field];
    else fields[field] = before;
  }
}

/** Notes of conflicts have no history; one of which it is not certain that the device had it, is not settled by it. */
function withNotesOf(assumed: Doc | undefined, { conflicts: _, ...document }: Doc): Doc {
  return { ...document, ...(assumed?.conflicts && { conflicts: assumed.conflicts }) } as Doc;
}
