// One order with what lies beside it: which device each entry of its timeline came from, and its photos, which leave
// devices with it.
import type { Queryable } from '../database/database.ts';
import type { Order } from '#schemas/orders/order.ts';
import { shownTo, type OrderInFull } from '#schemas/orders/search.ts';
import { photosEver } from '#schemas/photos/decide.ts';
import type { Photo } from '#schemas/photos/photo.ts';
import type { Actor } from '#schemas/staff/permissions.ts';
import type { Collection, DocumentOf } from '#schemas/sync/collections.ts';
import { documentScopes, readScopes } from '#schemas/sync/scopes.ts';

/** Undefined: there is none, or it is not for this person. */
export async function readInFull(
  database: Queryable,
  actor: Actor,
  id: string,
): Promise<OrderInFull | undefined> {
  const [order] = await readSeen(database, actor, 'orders', [id]);
  if (!order) return undefined;
  const [devices, photos] = await Promise.all([
    database.query<{ id: string; device: string }>(devicesSql, [actor.companyId, id]),
    readSeen(database, actor, 'photos', photosEver(order.timeline)),
  ]);
  return {
    order: shownTo(actor, order),
    devices: Object.fromEntries(devices.map((entry) => [entry.id, entry.device])),
    photos,
  };
}

async function readSeen<Name extends 'orders' | 'photos'>(
  database: Queryable,
  actor: Actor,
  collection: Name,
  ids: readonly string[],
): Promise<(Name extends 'orders' ? Order : Photo)[]> {
  const rows = await database.query<{ body: object; version: number }>(documentsSql, [
    actor.companyId,
    collection,
    ids,
  ]);
  const scopes = readScopes(actor, collection);
  const documents = rows.map(({ body, version }) => ({ ...body, version }) as DocumentOf<Name>);
  return documents.filter((document) =>
    documentScopes<Collection>(collection, document).some((scope) => scopes.includes(scope)),
  ) as (Name extends 'orders' ? Order : Photo)[];
}

const documentsSql = `
select body, version from documents where company_id = $1 and collection = $2 and id = any ($3::text[])`;

const devicesSql = `
select event_id as id, device_id as device from order_events where company_id = $1 and order_id = $2`;
