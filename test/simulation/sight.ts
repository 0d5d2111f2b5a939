// Who sees what, told once more in plain SQL over the stored documents: it shares nothing with the feed, with the
// table of visibility or with the rules of scopes, so that it can find them wrong.
import type { Database } from '../../sync-server/database/database.ts';
import type { Order } from '#schemas/orders/order.ts';
import { shownTo } from '#schemas/orders/search.ts';
import type { Actor } from '#schemas/staff/permissions.ts';
import { collectionNames, type Collection } from '#schemas/sync/collections.ts';
import { company } from './company.ts';

/**
 * `collection id version` of everything that the person might have been shown at some time, if his rights were
 * always what they are now.
 */
export async function onceSeenBy(database: Database, staffId: string): Promise<ReadonlySet<string>> {
  const { outletIds, permissions } = await rightsOf(database, staffId);
  const rows = await database.query<{ collection: string; id: string; version: number }>(onceSeenSql, [
    company.id,
    staffId,
    outletIds,
    permissions,
  ]);
  return new Set(rows.map(({ collection, id, version }) => `${collection} ${id} ${version}`));
}

interface Rights {
  readonly outletIds: readonly string[];
  readonly permissions: readonly string[];
}

export type Sight = ReadonlyMap<Collection, ReadonlyMap<string, object>>;

/** What a person's device has to hold now: this, nothing more and nothing less. */
export async function sightOf(database: Database, staffId: string): Promise<Sight> {
  const rights = await rightsOf(database, staffId);
  const rows = await database.query<{ collection: Collection; id: string; body: object; version: number }>(
    sightSql,
    [company.id, staffId, rights.outletIds, rights.permissions],
  );
  const sight = new Map(collectionNames.map((name) => [name, new Map<string, object>()]));
  const actor = { permissions: rights.permissions } as Actor;
  for (const { collection, id, body, version } of rows) {
    const shown = collection === 'orders' ? shownTo(actor, body as Order) : withoutAddresses(rights, body);
    sight.get(collection)?.set(id, { ...shown, version });
  }
  return sight;
}

/** Outlets alone have them. */
function withoutAddresses({ permissions }: Rights, body: object): object {
  if (permissions.includes('outlets.edit')) return body;
  return Object.fromEntries(Object.entries(body).filter(([field]) => field !== 'callSystemAddresses'));
}

async function rightsOf(database: Database, staffId: string): Promise<Rights> {
  const [person] = await database.query<{ outlets: string[]; permissions: string[] | null }>(rightsSql, [
    company.id,
    staffId,
  ]);
  if (!person) throw new Error(`There is nobody called ${staffId}`);
  return { outletIds: person.outlets, permissions: person.permissions ?? [] };
}

const rightsSql = `
select array(select json_array_elements_text(s.body -> 'outletIds')) as outlets, (
  select array_agg(distinct p.name)
  from documents r, json_array_elements_text(r.body -> 'permissions') as p(name)
  where r.company_id = $1 and r.collection = 'roles' and r.body ->> 'disabled' = 'false'
    and r.id in (select json_array_elements_text(s.body -> 'roleIds'))) as permissions
from documents s where s.company_id = $1 and s.collection = 'staff' and s.id = $2`;

const served = (ids: string) => `array(select json_array_elements_text(d.body -> '${ids}'))`;
const sees = (permission: string) => `'${permission}' = any ($4::text[])`;
const everywhere = sees('outlets.all');
const atOutlet = `(${everywhere} or d.body ->> 'outletId' = any ($3::text[]))`;
const atOutlets = `(${everywhere} or cardinality(${served('outletIds')}) = 0 or ${served('outletIds')} && $3::text[])`;
const drives = `(${sees('jobs.work')} and d.body -> 'assignment' ->> 'driverId' = $2)`;
const isOffered = `(${sees('jobs.work')} and exists (select 1 from json_array_elements(d.body -> 'offer' -> 'to') o
  where o ->> 'driverId' = $2 and o ->> 'declined' is null))`;
const sumOf = (handovers: string) =>
  `coalesce((select sum((h ->> 'fen')::bigint) from json_array_elements(${handovers}) h where h ->> 'reversed' is null), 0)`;
const holdsCash = `(${sees('jobs.work')} and d.body -> 'cash' ->> 'driverId' = $2
  and (d.body -> 'cash' ->> 'collectedFen')::bigint <> ${sumOf(`d.body -> 'cash' -> 'handovers'`)})`;
const allOutletsHis = `(${everywhere} or cardinality(${served('outletIds')}) = 0
  or (cardinality(${served('outletIds')}) = 1 and ${served('outletIds')} && $3::text[]))`;

/** Of a person with these rights: which of the documents `d`. */
const isSeen = `case d.collection
  when 'orders' then (${sees('orders.view')} and ${atOutlet}) or ${drives} or ${isOffered} or ${holdsCash}
  when 'photos' then d.body ->> 'removed' is null and ((${sees('orders.view')} and ${atOutlet})
    or (${sees('jobs.work')} and d.body ->> 'driverId' = $2))
  when 'statements' then ${sees('finance.view')} and ${allOutletsHis}
  when 'commands' then d.body ->> 'actorId' = $2
  when 'customers' then ${sees('customers.view')} and ${atOutlets}
  when 'vehicles' then ${sees('vehicles.view')} and ${atOutlet}
  when 'staff' then d.id = $2 or (${sees('staff.view')} and ${atOutlets})
  when 'roles' then ${sees('roles.view')}
  when 'outlets' then true
  when 'catalog' then true
  else false end`;

const sightSql = `
select d.collection, d.id, d.body, d.version from documents d where d.company_id = $1 and ${isSeen}`;

const onceSeenSql = `
select d.collection, d.id, d.version from test_history d where $1 <> '' and ${isSeen}`;
