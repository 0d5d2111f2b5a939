// Who names a document: any reference document, order, notice or statement there ever was. An id is looked for as
// a JSON string in the text of a body, so that no field can be forgotten; conflict notes and the last edit do not
// count, nor does what was deleted itself, nor where somebody is: that leaves with him.
import type { Queryable } from '../database/database.ts';
import { mostCounted } from '#schemas/reference/uses.ts';
import { isInReach } from '#schemas/staff/editing.ts';
import type { Actor } from '#schemas/staff/permissions.ts';
import {
  collectionNames,
  isReference,
  type Collection,
  type ReferenceCollection,
} from '#schemas/sync/collections.ts';
import type { Doc } from './pushed.ts';

/** Which of these documents of a collection are named by others. */
export async function usedAmong(
  tx: Queryable,
  companyId: string,
  collection: ReferenceCollection,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const used = new Set(await namedInOrders(tx, companyId, collection, ids));
  const rest = ids.filter((id) => !used.has(id));
  if (rest.length === 0) return used;
  const asked = await sinceWhen(tx, companyId, collection, rest);
  // One is found with the first that names it; several with one reading of the company for all of them.
  const chosen =
    rest.length === 1 ? `select asked.id ${usesSql} limit 1` : `select distinct asked.id ${usesSql}`;
  const rows = await tx.query<{ id: string }>(`${askedSql} ${chosen}`, [companyId, collection, ...asked]);
  for (const { id } of rows) used.add(id);
  return used;
}

/** Where an index has what most orders name; not all that they do. */
const orderColumns: Partial<Record<ReferenceCollection, string>> = {
  ...{ outlets: 'outlet_id', customers: 'customer_id', catalog: 'service_id' },
  ...{ vehicles: 'vehicle_id', staff: 'driver_id' },
};

async function namedInOrders(
  tx: Queryable,
  companyId: string,
  collection: ReferenceCollection,
  ids: readonly string[],
): Promise<string[]> {
  const column = orderColumns[collection];
  if (!column || ids.length === 0) return [];
  const rows = await tx.query<{ id: string }>(
    `select given.id from unnest($2::text[]) as given(id) cross join lateral (
       -- In the order of the index: by how many orders name the usual ones it would seem quicker to read on.
       select from order_search where company_id = $1 and ${column} = given.id order by created_at desc limit 1
     ) one`,
    [companyId, ids],
  );
  return rows.map(({ id }) => id);
}

/** @returns the parameters $3 to $5 of what follows */
async function sinceWhen(
  tx: Queryable,
  companyId: string,
  collection: ReferenceCollection,
  ids: readonly string[],
): Promise<[ids: string[], since: number[], first: number]> {
  const rows = await tx.query<{ id: string; since: number }>(sinceSql, [companyId, collection, ids]);
  const since = rows.map((row) => row.since);
  return [rows.map(({ id }) => id), since, Math.min(...since)];
}

// Since which version each of them is there; one that is older than the history of records, since ever.
const sinceSql = `
select given.id, coalesce((
  select min(version) from reference_history
  where company_id = $1 and collection = $2 and document_id = given.id and created is not null
), 0) as since
from unnest($3::text[]) as given(id)`;

const askedSql = `
with asked as materialized (select * from unnest($3::text[], $4::bigint[]) as given(id, since))`;

// A body is read once, whatever number of ids is asked for, and not at all when it was last written before any of
// them was created; the first of these versions is a parameter, so that the database knows how few that leaves. A
// body may hold the id where it does not count: only those that hold it at all are looked at closely.
const usesSql = `
from documents d
cross join lateral (
  select named.id from (select d.body::text as text offset 0) written
  join asked named on d.version > named.since and strpos(written.text, '"' || named.id || '"') > 0
  offset 0
) asked
where d.company_id = $1 and d.collection not in ('commands', 'positions') and d.version > $5
  and not (d.collection = $2 and d.id = asked.id)
  and case when asked.id is not null
    then coalesce(d.body ->> 'deleted', '') <> 'true'
      and strpos((d.body::jsonb - 'conflicts' - 'edit' - 'id')::text, '"' || asked.id || '"') > 0
    else false end`;

const shownCollections = collectionNames.filter(isReference);
const counted = collectionNames.filter((name) => name !== 'commands' && name !== 'positions');

export interface Uses {
  /** Reference documents within the asker's sight, at most 100. */
  readonly documents: readonly {
    readonly collection: ReferenceCollection;
    readonly id: string;
    readonly name: string;
  }[];
  /** How many there are of each collection, seen or not: `mostCounted` at most. */
  readonly counts: Partial<Record<Collection, number>>;
}

export async function readUses(
  database: Queryable,
  actor: Actor,
  collection: ReferenceCollection,
  id: string,
): Promise<Uses> {
  const asked = await sinceWhen(database, actor.companyId, collection, [id]);
  const rows = await database.query<{ collection: Collection; count: number; documents: Doc[] | null }>(
    `${askedSql} select each.collection, count(*)::int as count,
       json_agg(each.body) filter (where each.collection = any ($7::text[])) as documents
     from unnest($6::text[]) as wanted(collection) cross join lateral (
       select d.collection, d.body ${usesSql} and d.collection = wanted.collection limit ${mostCounted}
     ) each
     group by each.collection order by each.collection`,
    [actor.companyId, collection, ...asked, counted, shownCollections],
  );
  return {
    documents: rows.flatMap((row) => shown(actor, row.collection, row.documents ?? [])).slice(0, 100),
    counts: Object.fromEntries(rows.map((row) => [row.collection, row.count])),
  };
}

function shown(actor: Actor, collection: Collection, documents: readonly Doc[]): Uses['documents'] {
  if (!isReference(collection)) return [];
  return documents
    .filter((document) => isInReach<ReferenceCollection>(actor, collection, document))
    .map(({ id, name }) => ({ collection, id, name }));
}
