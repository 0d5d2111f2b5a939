// Who names a document: any reference document, order, notice or statement there ever was. An id is looked for as
// a JSON string in the text of a body, so that no field can be forgotten; conflict notes and the last edit do not
// count, nor does what was deleted itself.
import type { Queryable } from '../database/database.ts';
import { isInReach } from '#schemas/staff/editing.ts';
import type { Actor } from '#schemas/staff/permissions.ts';
import {
  isCollection,
  isReference,
  type Collection,
  type ReferenceCollection,
} from '#schemas/sync/collections.ts';
import type { Doc } from './pushed.ts';

/** Which of these documents of a collection are named by others: one reading of the company for all of them. */
export async function usedAmong(
  tx: Queryable,
  companyId: string,
  collection: ReferenceCollection,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.query<{ id: string }>(`${askedSql} select distinct asked.id ${usesSql}`, [
    companyId,
    collection,
    ids,
  ]);
  return new Set(rows.map(({ id }) => id));
}

// A body is read once, whatever number of ids is asked for, and not at all when it was last written before any of
// them was created. It may hold the id where it does not count: only those that hold it at all are looked at closely.
const usesSql = `
from documents d
cross join lateral (
  select d.body::text as text where d.version > (select min(since) from asked) offset 0
) written
join asked on d.version > asked.since and strpos(written.text, '"' || asked.id || '"') > 0
where d.company_id = $1 and d.collection <> 'commands' and not (d.collection = $2 and d.id = asked.id)
  and case when strpos(written.text, '"' || asked.id || '"') > 0
    then coalesce(d.body ->> 'deleted', '') <> 'true'
      and strpos((d.body::jsonb - 'conflicts' - 'edit' - 'id')::text, '"' || asked.id || '"') > 0
    else false end`;

// Since which version each of them is there; one that is older than the history of records, since ever.
const askedSql = `
with asked as materialized (
  select given.id, coalesce((
    select min(version) from reference_history
    where company_id = $1 and collection = $2 and document_id = given.id and created is not null
  ), 0) as since
  from unnest($3::text[]) as given(id)
)`;

export interface Uses {
  /** Reference documents within the asker's sight, at most 100. */
  readonly documents: readonly {
    readonly collection: ReferenceCollection;
    readonly id: string;
    readonly name: string;
  }[];
  /** How many there are of each collection, seen or not. */
  readonly counts: Partial<Record<Collection, number>>;
}

export async function readUses(
  database: Queryable,
  actor: Actor,
  collection: ReferenceCollection,
  id: string,
): Promise<Uses> {
  const rows = await database.query<{ collection: string; count: number; documents: Doc[] | null }>(
    `${askedSql} select d.collection, count(*)::int as count,
       json_agg(d.body) filter (where d.collection = any ($4::text[])) as documents ${usesSql}
     group by d.collection order by d.collection`,
    [actor.companyId, collection, [id], ['customers', 'vehicles', 'outlets', 'staff', 'roles', 'catalog']],
  );
  const found = rows.filter((row): row is typeof row & { collection: Collection } =>
    isCollection(row.collection),
  );
  return {
    documents: found.flatMap((row) => shown(actor, row.collection, row.documents ?? [])).slice(0, 100),
    counts: Object.fromEntries(found.map((row) => [row.collection, row.count])),
  };
}

function shown(actor: Actor, collection: Collection, documents: readonly Doc[]): Uses['documents'] {
  if (!isReference(collection)) return [];
  return documents
    .filter((document) => isInReach<ReferenceCollection>(actor, collection, document))
    .map(({ id, name }) => ({ collection, id, name }));
}
