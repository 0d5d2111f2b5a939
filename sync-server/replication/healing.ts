// By which a device finds out whether it holds what it should, and gets again what it does not: a checksum per
// collection, the list behind it, and documents by id.
import type { Queryable } from '../database/database.ts';
import type { Actor } from '#schemas/staff/permissions.ts';
import { collections, type Collection } from '#schemas/sync/collections.ts';
import type { Digest } from '#schemas/sync/digest.ts';
import { readScopes } from '#schemas/sync/scopes.ts';
import { wireDocument } from './feed.ts';

/** Of what the person sees of each collection. `last` is the highest version among it, tombstones included. */
export type Digests = Partial<Record<Collection, Digest & { readonly last: number }>>;

export async function readDigests(
  database: Queryable,
  actor: Actor,
  names: readonly Collection[],
): Promise<Digests> {
  const digests: Digests = {};
  for (const name of names) {
    const [row] = await database.query<Digest & { last: number }>(digestSql, [
      actor.companyId,
      name,
      readScopes(actor, name),
    ]);
    if (row) digests[name] = row;
  }
  return digests;
}

/** @returns JSON text `{"held":{id: version}}` */
export async function readInventory(database: Queryable, actor: Actor, name: Collection): Promise<string> {
  const [row] = await database.query<{ held: string }>(inventorySql, [
    actor.companyId,
    name,
    readScopes(actor, name),
  ]);
  return `{"held":${row?.held ?? '{}'}}`;
}

/**
 * Documents by id, as comma-separated JSON. What the person does not see comes as a tombstone; of what devices
 * enter themselves, that which the server has no memory of is marked `unknown`, so that it is offered again.
 */
export async function readByIds(
  database: Queryable,
  actor: Actor,
  name: Collection,
  ids: readonly string[],
): Promise<string> {
  const [row] = await database.query<{ documents: string }>(byIdsSql(name), [
    actor.companyId,
    name,
    readScopes(actor, name),
    ids,
    collections[name].flow !== 'down',
  ]);
  return row?.documents ?? '';
}

const shown = `
shown as (
  select distinct v.document_id as id from visibility v
  where v.company_id = $1 and v.collection = $2 and v.scope = any ($3::text[]) and not v.gone
)`;

// `digestOf` in schemas/sync/digest.ts does the same.
const digestSql = `
with ${shown}
select count(*)::int as count,
  coalesce(sum(('x' || left(md5(d.id || ' ' || d.version), 8))::bit(32)::bigint), 0)::bigint as sum,
  coalesce((select max(s.last) from unnest($3::text[]) as scopes(scope) cross join lateral (
    (select version as last from visibility v where v.company_id = $1 and v.collection = $2
       and v.scope = scopes.scope and not v.gone order by version desc limit 1)
    union all
    (select version from visibility v where v.company_id = $1 and v.collection = $2
       and v.scope = scopes.scope and v.gone order by version desc limit 1)) s), 0) as last
from shown s join documents d on d.company_id = $1 and d.collection = $2 and d.id = s.id`;

const inventorySql = `
with ${shown}
select coalesce(json_object_agg(d.id, d.version)::text, '{}') as held
from shown s join documents d on d.company_id = $1 and d.collection = $2 and d.id = s.id`;

const byIdsSql = (name: Collection) => `
with ${shown.replace('and not v.gone', 'and not v.gone and v.document_id = any ($4::text[])')}
select coalesce(string_agg(case
    when s.id is not null then ${wireDocument(name)}
    when $5 and d.id is null
      then json_build_object('id', asked.id, '_deleted', true, 'unknown', true)::text
    else json_build_object('id', asked.id, '_deleted', true)::text end, ','), '') as documents
from unnest($4::text[]) as asked(id)
left join shown s on s.id = asked.id
left join documents d on d.company_id = $1 and d.collection = $2 and d.id = asked.id`;
