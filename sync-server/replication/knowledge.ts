// What a push into reference data is held against: names, plates and roles of the company, what was deleted, and
// what is in use.
import type { Queryable } from '../database/database.ts';
import { dayIn } from '#schemas/core/days.ts';
import { Directory } from '#schemas/reference/directory.ts';
import type { Knowledge } from '#schemas/reference/objections.ts';
import type { Vehicle } from '#schemas/fleet/vehicle.ts';
import { referencesIn, type Reference } from '#schemas/reference/references.ts';
import type { Person } from '#schemas/staff/administrators.ts';
import type { Actor } from '#schemas/staff/permissions.ts';
import type { Role } from '#schemas/staff/staff.ts';
import type { ReferenceCollection } from '#schemas/sync/collections.ts';
import type { Doc, Pushed } from './pushed.ts';
import { usedAmong } from './uses.ts';

interface Place {
  readonly actor: Actor;
  readonly collection: ReferenceCollection;
  /** ISO instant. */
  readonly now: string;
}

/**
 * Where one document is held against others, one push of the company goes at a time: two at once would not see
 * what the other is about to store. Taken before any row is locked.
 */
export async function takeTurn(tx: Queryable, { actor, collection }: Place): Promise<void> {
  const turn = turns[collection];
  if (turn)
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${turn} ${actor.companyId}`]);
}

const turns: Partial<Record<ReferenceCollection, string>> = {
  staff: 'towline staffing',
  roles: 'towline staffing',
  vehicles: 'towline vehicles',
};

export async function readKnowledge(
  tx: Queryable,
  { actor, collection, now }: Place,
  pushed: readonly Pushed[],
  stored: ReadonlyMap<string, Doc>,
): Promise<Knowledge> {
  const { companyId } = actor;
  const documents = pushed.flatMap(({ incoming }) => (incoming.ok ? [incoming.value] : []));
  const { zone, gone } = await readCompany(tx, companyId, collection, documents);
  const used = await usedAmong(tx, companyId, collection, deletionsIn(documents, stored));
  return {
    actor,
    directory: await readDirectory(tx, companyId, collection, documents),
    today: dayIn(zone, now),
    isComplete: true,
    isUsed: (_, id) => used.has(id),
    isGone: (reference) => gone.has(keyOf(reference)),
  };
}

const deletionsIn = (documents: readonly Doc[], stored: ReadonlyMap<string, Doc>): string[] =>
  documents.filter(({ id, deleted }) => deleted && stored.get(id)?.deleted !== true).map(({ id }) => id);

const keyOf = ({ collection, id }: Pick<Reference, 'collection' | 'id'>) => `${collection} ${id}`;

async function readCompany(
  tx: Queryable,
  companyId: string,
  collection: ReferenceCollection,
  documents: readonly Doc[],
): Promise<{ zone: string; gone: ReadonlySet<string> }> {
  const named = new Map(
    documents
      .flatMap((document) => referencesIn<ReferenceCollection>(collection, document))
      .map((reference) => [keyOf(reference), reference]),
  );
  const rows = await tx.query<{ zone: string; collection: string | null; id: string | null }>(companySql, [
    companyId,
    [...named.values()].map((reference) => reference.collection),
    [...named.values()].map(({ id }) => id),
  ]);
  const gone = rows.flatMap((row) => (row.collection && row.id ? [`${row.collection} ${row.id}`] : []));
  return { zone: rows[0]?.zone ?? 'UTC', gone: new Set(gone) };
}

const companySql = `
select c.zone, gone.collection, gone.id
from companies c left join (
  select d.collection, d.id from unnest($2::text[], $3::text[]) as named(collection, id)
  join documents d on d.company_id = $1 and d.collection = named.collection and d.id = named.id
  where d.body ->> 'deleted' = 'true'
) gone on true
where c.company_id = $1`;

async function readDirectory(
  tx: Queryable,
  companyId: string,
  collection: ReferenceCollection,
  documents: readonly Doc[],
): Promise<Directory> {
  if (collection === 'vehicles') return readFleet(tx, companyId, documents as readonly Vehicle[]);
  if (collection !== 'staff' && collection !== 'roles') return new Directory();
  const roles = await tx.query<{ body: Role }>(
    `select body from documents where company_id = $1 and collection = 'roles'`,
    [companyId],
  );
  const staff = await tx.query<{ body: Person; has_password: boolean }>(staffSql, [companyId]);
  return new Directory({
    roles: roles.map(({ body }) => body),
    staff: staff.map(({ body, has_password }) => ({ ...body, hasNoPassword: !has_password })),
  });
}

/** Every plate, and whoever is to drive one of these vehicles. */
async function readFleet(
  tx: Queryable,
  companyId: string,
  documents: readonly Vehicle[],
): Promise<Directory> {
  const plates = `select id, body ->> 'plate' as plate from documents
    where company_id = $1 and collection = 'vehicles' and coalesce(body ->> 'deleted', '') <> 'true'`;
  const drivers = `select body from documents
    where company_id = $1 and collection = 'staff' and id = any ($2::text[])`;
  const driverIds = [...new Set(documents.flatMap((vehicle) => vehicle.driverIds))];
  const vehicles = await tx.query<{ id: string; plate: string }>(plates, [companyId]);
  const staff = await tx.query<{ body: Person }>(drivers, [companyId, driverIds]);
  return new Directory({ vehicles, staff: staff.map(({ body }) => body) });
}

const staffSql = `
select s.body, c.staff_id is not null as has_password
from documents s left join credentials c on c.company_id = s.company_id and c.staff_id = s.id
where s.company_id = $1 and s.collection = 'staff'`;
