// The orders that are measured with: about 0.8 KB each, three indexes, the same for ours and for the peer.
import { command, company } from '../setup/company.ts';
import type { Database } from '../../sync-server/database/database.ts';
import { recencyOf, type Order } from '#schemas/orders/order.ts';
import { figuresRules } from '#schemas/reports/figures.ts';
import { collections } from '#schemas/sync/collections.ts';
import { rxSchemaOf } from '#schemas/sync/rx-schema.ts';

/** The note that every order has at first. */
export const firstNote = '车辆无法启动';

export const driverId = 'staff-driver1';

/** One index more than a browser has, since the server has three. */
export function peerSchema(): object {
  const schema = rxSchemaOf(collections.orders);
  const outletId = { type: 'string', maxLength: 64 };
  return {
    ...schema,
    properties: { ...schema.properties, outletId },
    indexes: [...schema.indexes, ['outletId', 'recency']],
  };
}

export const orderId = (index: number): string => `order-${digits(index)}`;

const digits = (index: number): string => String(index).padStart(7, '0');

/** An order that was dispatched, as it is stored. */
export function orderOf(index: number): Omit<Order, 'version'> {
  const id = orderId(index);
  const at = '2026-03-01T08:00:00.000Z';
  return {
    id,
    number: `260301-${digits(index)}`,
    kind: 'normal',
    status: 'dispatched',
    outletId: 'outlet-1',
    customerId: 'customer-all',
    serviceId: 'service-tow',
    contact: { name: '王先生', phone: '13900000000' },
    car: { plate: '浙A88888' },
    pickup: { address: '西湖区文三路 1 号', lng: 120.13, lat: 30.28 },
    note: firstNote,
    assignment: { vehicleId: 'vehicle-1', driverId },
    timeline: [
      {
        id: `created-${digits(index)}`,
        type: 'create-order',
        at,
        recordedAt: at,
        by: 'staff-clerk',
        status: 'pending',
      },
      {
        ...{ id: `sent-${digits(index)}`, type: 'dispatch', at, recordedAt: at, by: 'staff-dispatcher' },
        ...{ status: 'dispatched', vehicleId: 'vehicle-1', driverId },
      },
    ],
    attention: [],
    finance: { stage: 'unverified' },
    createdAt: at,
    createdBy: 'staff-clerk',
    recency: recencyOf(at, id),
  };
}

/** What an office does to an order: gives it another note. `order` must still have its first one. */
export function noteCommand(order: number, note: string): object {
  const payload = { patch: { note }, base: { note: firstNote } };
  return { ...command('edit-order', orderId(order), payload), _deleted: false };
}

/**
 * Stores `count` orders without going through commands. The first `gone` of them have left every scope, as
 * what was finished long ago has.
 */
export async function seedOrders(database: Database, count: number, gone = 0): Promise<void> {
  const template = JSON.stringify(orderOf(0));
  // To file a million for the search one by one takes many minutes, and is not what is measured with so many.
  const isFiled = count <= 100_000;
  if (!isFiled) await database.script('alter table documents disable trigger order_search_kept');
  for (let first = 0; first < count; first += seededAtOnce) {
    const last = Math.min(first + seededAtOnce, count) - 1;
    await database.transaction(async (tx) => {
      const [row] = await tx.query<{ base: number }>(counterSql, [company.id, last - first + 1]);
      const base = (row?.base ?? 0) - first;
      await tx.query(documentsSql, [company.id, first, last, base, template, digits(0)]);
      for (const scope of ['outlet:*', 'outlet:outlet-1', `driver:${driverId}`])
        await tx.query(visibilitySql, [company.id, first, last, base, scope, gone]);
    });
  }
  if (!isFiled) await database.script('alter table documents enable trigger order_search_kept');
  await leaveUncounted(database);
  await database.script('vacuum analyze');
}

/** What a server counts for its reports when it starts is not what is measured. */
export async function leaveUncounted(database: Database): Promise<void> {
  await database.query('insert into figures_read select company_id, version, $1 from companies', [
    figuresRules,
  ]);
}

/** A statement may not run for more than half a minute. */
const seededAtOnce = 20_000;

const counterSql = `
update companies set version = version + $2 where company_id = $1 returning version - $2 as base`;

const documentsSql = `
insert into documents (company_id, collection, id, body, version)
select $1, 'orders', 'order-' || lpad(i::text, 7, '0'),
  replace($5, $6, lpad(i::text, 7, '0'))::json, $4::bigint + i + 1
from generate_series($2::int, $3::int) i`;

const visibilitySql = `
insert into visibility (company_id, collection, scope, document_id, version, gone)
select $1, 'orders', $5, 'order-' || lpad(i::text, 7, '0'), $4::bigint + i + 1, i < $6::int
from generate_series($2::int, $3::int) i`;
