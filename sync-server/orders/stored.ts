// What is stored of everything that a batch of commands speaks of. Orders are locked, in the order of their ids,
// so that two batches never wait for each other in a circle.
import type { Queryable } from '../database/database.ts';
import { byRule } from '../replication/faults.ts';
import { ordersOfHandovers, readHandovers, type Handovers } from '../finance/cash-book.ts';
import { lockStatements, ordersOfStatements } from '../statements/stored.ts';
import type { Statement } from '#schemas/finance/statements/statement.ts';
import type { Notice } from '#schemas/notices/notice.ts';
import type { Command, CommandDocument } from '#schemas/orders/commands.ts';
import type { Find } from '#schemas/orders/events.ts';
import type { Order } from '#schemas/orders/order.ts';
import { photosEver } from '#schemas/photos/decide.ts';
import type { Photo } from '#schemas/photos/photo.ts';
import {
  noticeOf,
  referencesOf,
  referencesOfStatement,
  referencesThrough,
  type DocumentKey,
} from '#schemas/orders/references.ts';
import type { Submission } from './execute.ts';

export interface Stored {
  readonly zone: string;
  /** Until when the books are closed: an ISO instant, or never. */
  readonly closedUntil: string | null;
  readonly orders: ReadonlyMap<string, Order>;
  readonly notices: ReadonlyMap<string, Notice>;
  readonly statements: ReadonlyMap<string, Statement>;
  readonly handovers: Handovers;
  /** Of the orders. */
  readonly photos: ReadonlyMap<string, Photo>;
  readonly commands: ReadonlyMap<string, CommandDocument>;
  readonly find: Find;
}

export async function readStored(
  tx: Queryable,
  companyId: string,
  submissions: readonly Submission[],
): Promise<Stored> {
  const keys = byRule(() => keysOf(submissions));
  const documents = await read(tx, companyId, keys);
  const commands = submissions.flatMap(({ command }) => (command.ok ? [command.value] : []));
  const handovers = await readHandovers(tx, companyId, commands);
  const orders = await tx.query<{ id: string; body: Omit<Order, 'version'>; version: number }>(lockSql, [
    companyId,
    [
      ...commands.map(({ orderId }) => orderId),
      ...(await ordersOfStatements(tx, companyId, commands)),
      ...ordersOfHandovers(commands, handovers),
    ],
  ]);
  const bodies = new Map(orders.map(({ id, body }) => [id, body]));
  const statements = await lockStatements(tx, companyId, commands, bodies);
  const through = byRule(() => keysThrough(commands, bodies, statements));
  if (through.length > 0) documents.push(...(await read(tx, companyId, through)));
  const notices = await lockNotices(tx, companyId, submissions);
  const photos = await lockPhotos(
    tx,
    companyId,
    byRule(() => orders.flatMap(({ body }) => photosEver(body.timeline))),
  );
  const byKey = new Map(documents.map(({ collection, id, body }) => [`${collection} ${id}`, body]));
  return {
    zone: documents[0]?.zone ?? 'UTC',
    closedUntil: documents[0]?.closed_until?.toISOString() ?? null,
    orders: new Map(orders.map(({ id, body, version }) => [id, { ...body, version }])),
    commands: new Map(
      documents.flatMap(({ collection, id, body }) =>
        collection === 'commands' ? [[id, body as CommandDocument] as const] : [],
      ),
    ),
    notices,
    statements,
    handovers,
    photos,
    find: ((collection, id) =>
      collection === 'notices' ? notices.get(id) : present(byKey.get(`${collection} ${id}`))) as Find,
  };
}

interface ReadRow {
  readonly collection: string;
  readonly id: string;
  readonly body: object;
  readonly zone: string;
  readonly closed_until: Date | null;
}

function read(tx: Queryable, companyId: string, keys: readonly DocumentKey[]) {
  return tx.query<ReadRow>(readSql, [
    companyId,
    keys.map(({ collection }) => collection),
    keys.map(({ id }) => id),
  ]);
}

/** What an order of this same batch speaks of was named by the commands that made it. */
function keysThrough(
  commands: readonly Command[],
  orders: ReadonlyMap<string, Omit<Order, 'version'>>,
  statements: ReadonlyMap<string, Statement>,
): DocumentKey[] {
  return commands.flatMap((command) => {
    const statement = statements.get(command.orderId);
    const keys = [command.orderId, ...(statement?.orderIds ?? [])].flatMap((id) => {
      const order = orders.get(id);
      return order ? referencesThrough(order, command) : [];
    });
    return statement ? [...keys, ...referencesOfStatement(statement, command)] : keys;
  });
}

/** After the orders, always, for the same reason. Hardly any batch speaks of one. */
async function lockNotices(
  tx: Queryable,
  companyId: string,
  submissions: readonly Submission[],
): Promise<Map<string, Notice>> {
  const ids = submissions.flatMap(({ command }) => (command.ok ? (noticeOf(command.value) ?? []) : []));
  if (ids.length === 0) return new Map();
  const rows = await tx.query<{ id: string; body: Notice }>(lockNoticesSql, [companyId, ids]);
  return new Map(rows.map(({ id, body }) => [id, body]));
}

/** After the notices. Only orders that have some are asked for them. */
async function lockPhotos(
  tx: Queryable,
  companyId: string,
  ids: readonly string[],
): Promise<Map<string, Photo>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.query<{ id: string; body: Photo }>(lockPhotosSql, [companyId, ids]);
  return new Map(rows.map(({ id, body }) => [id, body]));
}

/** What was deleted is missing to every rule. */
const present = (body: object | undefined): object | undefined =>
  body && 'deleted' in body && body.deleted === true ? undefined : body;

function keysOf(submissions: readonly Submission[]): DocumentKey[] {
  const keys = submissions.flatMap(({ command }): DocumentKey[] => {
    if (command.ok) return [{ collection: 'commands', id: command.value.id }, ...referencesOf(command.value)];
    const { document } = command.error;
    return document ? [{ collection: 'commands', id: document.id }] : [];
  });
  return [...new Map(keys.map((key) => [`${key.collection} ${key.id}`, key])).values()];
}

// The company's row comes along for its zone, and with it until when its books are closed; roles are few, and say who
// is a driver. Two lookups by index: asked for with `or`, every document of the company would be read.
const readSql = `
select coalesce(d.collection, '') as collection, coalesce(d.id, '') as id, d.body, c.zone, (
  select closed_until from month_closings where company_id = $1 order by seq desc limit 1)
from companies c left join (
  select asked.collection, asked.id, found.body
  from unnest($2::text[], $3::text[]) as asked(collection, id) join documents found
    on found.company_id = $1 and found.collection = asked.collection and found.id = asked.id
  union all
  select 'roles', id, body from documents where company_id = $1 and collection = 'roles'
) d on true
where c.company_id = $1`;

const lockSql = `
select id, body, version from documents
where company_id = $1 and collection = 'orders' and id = any ($2::text[])
order by id for update`;

const lockPhotosSql = `
select id, body from documents
where company_id = $1 and collection = 'photos' and id = any ($2::text[])
order by id for update`;

const lockNoticesSql = `
select id, body from documents
where company_id = $1 and collection = 'notices' and id = any ($2::text[])
order by id for update`;
