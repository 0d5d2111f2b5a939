// Finds orders of all time, newest first, by the tables that a trigger keeps (migrations, order-search). First the
// newest are looked through, which answers whatever is not rare; then an index is asked, which answers whatever is.
// Together they are quick for both, and neither has to be guessed.
import type { Param, Queryable } from '../database/database.ts';
import { may, type Actor } from '#schemas/staff/permissions.ts';
import { readScopes } from '#schemas/sync/scopes.ts';
import type { Order } from '#schemas/orders/order.ts';
import {
  markedTexts,
  searchLimits,
  shownTo,
  wordsIn,
  type OrdersCounted,
  type OrdersFoundPage,
  type OrderSearch,
} from '#schemas/orders/search.ts';

/** How many of the newest are looked through. A thousand take less than half a millisecond. */
const nearest = 20_000;

/** Where a page begins: after this order. */
export interface Place {
  readonly createdAt: string;
  readonly id: string;
}

export async function findOrders(
  database: Queryable,
  actor: Actor,
  search: OrderSearch,
  page: { readonly after: Place | undefined; readonly limit: number },
): Promise<OrdersFoundPage> {
  const { after, limit } = page;
  // One more than is shown tells whether there are more.
  const read = (among?: number) => readIds(database, composed(actor, search, after, among), limit + 1);
  const near = isForStatesAlone(actor, search) ? [] : await read(nearest);
  const ids = near.length > limit ? near : await read();
  const orders = await readOrders(database, actor, ids.slice(0, limit));
  const last = orders.at(-1);
  return { orders, ...(ids.length > limit && last && { next: last.recency }) };
}

export async function countOrders(
  database: Queryable,
  actor: Actor,
  search: OrderSearch,
): Promise<OrdersCounted> {
  const { rows, values } = composed(actor, search);
  const [found] = await database.query<{ count: number }>(
    `${plannedAnew} select count(*)::int as count from (select ${rows} limit ${searchLimits.counted + 1}) s`,
    values,
  );
  const count = found?.count ?? 0;
  return { count: Math.min(count, searchLimits.counted), more: count > searchLimits.counted };
}

async function readIds(database: Queryable, { rows, values }: Composed, limit: number): Promise<string[]> {
  const found = await database.query<{ id: string }>(
    `${plannedAnew} select s.order_id as id ${rows} order by s.created_at desc, s.order_id limit ${limit}`,
    values,
  );
  return found.map(({ id }) => id);
}

async function readOrders(database: Queryable, actor: Actor, ids: readonly string[]): Promise<Order[]> {
  const rows = await database.query<{ body: Omit<Order, 'version'>; version: number }>(ordersSql, [
    actor.companyId,
    ids,
  ]);
  return rows.map(({ body, version }) => shownTo(actor, { ...body, version }));
}

const ordersSql = `
select d.body, d.version from unnest($2::text[]) with ordinality as wanted(id, place)
join documents d on d.company_id = $1 and d.collection = 'orders' and d.id = wanted.id
order by place`;

interface Composed {
  /** From where on, and which: what follows a `select`. */
  readonly rows: string;
  readonly values: readonly Param[];
}

/** @param among look through no more than so many of the newest */
function composed(actor: Actor, search: OrderSearch, after?: Place, among?: number): Composed {
  const values: Param[] = [];
  const value = (given: Param): string => `$${values.push(given)}`;
  const span = [`s.company_id = ${value(actor.companyId)}`, ...spanConditions(search, after, value)];
  const facts = [
    ...scopeConditions(actor, value),
    ...factConditions(search, value),
    ...wordConditions(search, value),
  ];
  const statesAlone = isForStatesAlone(actor, search);
  const states = stateConditions(search, statesAlone ? 's' : 'z', value);
  const table = statesAlone ? 'order_states' : 'order_search';
  const joined = states.length > 0 && !statesAlone ? joinStates : '';
  if (among === undefined) {
    const where = [...span, ...facts, ...states, ...indexCondition(search, value)].join(' and ');
    return { rows: `from ${table} s ${joined} where ${where}`, values };
  }
  const newest = `select * from ${table} s where ${span.join(' and ')} order by s.created_at desc limit ${among}`;
  const where = [...facts, ...states].join(' and ') || 'true';
  return { rows: `from (${newest}) s ${joined} where ${where}`, values };
}

/** Status and stage have indexes in which the newest come first; where nothing else is asked for they are enough. */
function isForStatesAlone(
  actor: Actor,
  { outletId: _outlet, from: _from, to: _to, ...rest }: OrderSearch,
): boolean {
  const { status, stage, ...facts } = rest;
  return (status ?? stage) !== undefined && Object.keys(facts).length === 0 && !may(actor, 'jobs.work');
}

/** What begins with a comment is not prepared: how rare a customer or a word is decides about the plan. */
const plannedAnew = '/* planned for these values */';

const joinStates = 'join order_states z on z.company_id = s.company_id and z.order_id = s.order_id';

type Value = (given: Param) => string;

/** Of one value an index gives the newest first; of several all would have to be sorted. */
function isAmong(column: string, list: readonly string[], value: Value): string {
  const [first, ...others] = list;
  if (first !== undefined && others.length === 0) return `${column} = ${value(first)}`;
  return `${column} = any (${value(list)}::text[])`;
}

/** As devices are served: by outlet, and for whoever drives what was his. */
function scopeConditions(actor: Actor, value: Value): string[] {
  const scopes = readScopes(actor, 'orders');
  if (scopes.includes('outlet:*')) return [];
  const named = (kind: string) =>
    scopes.flatMap((scope) => (scope.startsWith(`${kind}:`) ? [scope.slice(kind.length + 1)] : []));
  const outlets = isAmong('s.outlet_id', named('outlet'), value);
  const drivers = named('driver');
  return [drivers.length === 0 ? outlets : `(${outlets} or ${isAmong('s.driver_id', drivers, value)})`];
}

function spanConditions({ from, to }: OrderSearch, after: Place | undefined, value: Value): string[] {
  const conditions: string[] = [];
  if (from !== undefined) conditions.push(`s.created_at >= ${value(utc(from))}::timestamptz`);
  if (to !== undefined) conditions.push(`s.created_at < ${value(utc(to))}::timestamptz`);
  if (after) {
    const at = `${value(after.createdAt)}::timestamptz`;
    conditions.push(`s.created_at <= ${at}`, `(s.created_at < ${at} or s.order_id > ${value(after.id)})`);
  }
  return conditions;
}

/** Days that no calendar has, such as the 30th of February, are later ones here and an error there. */
const utc = (instant: string): string => new Date(instant).toISOString();

const columns = {
  outletId: 's.outlet_id',
  customerId: 's.customer_id',
  vehicleId: 's.vehicle_id',
  driverId: 's.driver_id',
} as const;
const columnNames = Object.keys(columns) as (keyof typeof columns)[];

function factConditions(search: OrderSearch, value: Value): string[] {
  const conditions = columnNames.flatMap((name) => {
    const id = search[name];
    return id === undefined ? [] : [`${columns[name]} = ${value(id)}`];
  });
  if (search.serviceId) conditions.push(isAmong('s.service_id', search.serviceId, value));
  return conditions;
}

function stateConditions({ status, stage }: OrderSearch, table: string, value: Value): string[] {
  return [
    ...(status ? [isAmong(`${table}.status`, status, value)] : []),
    ...(stage ? [isAmong(`${table}.stage`, stage, value)] : []),
  ];
}

const markedNames = Object.keys(markedTexts) as (keyof typeof markedTexts)[];

/** Whether it holds them: what an index finds has their parts, though maybe not in a row. */
function wordConditions(search: OrderSearch, value: Value): string[] {
  const words = wordsIn(search.text ?? '').map((word) => holds('s.words', value(word)));
  const marked = markedNames.flatMap((name) => {
    const word = search[name];
    if (word === undefined) return [];
    const place = value(word);
    const line = `left(line, 1) = '${markedTexts[name]}' and ${holds('line', place)}`;
    return [
      holds('s.words', place),
      `exists (select from string_to_table(s.words, E'\\n') line where ${line})`,
    ];
  });
  return [...words, ...marked];
}

const holds = (text: string, word: string): string => `position(search_spelling(${word}) in ${text}) > 0`;

/** By the index over words and ids. One id alone has an index of its own, in which the newest come first. */
function indexCondition(search: OrderSearch, value: Value): string[] {
  const words = [...wordsIn(search.text ?? ''), ...markedNames.flatMap((name) => search[name] ?? [])];
  const ids = columnNames.flatMap((name) => search[name] ?? []);
  const [service, ...others] = search.serviceId ?? [];
  if (service !== undefined && others.length === 0) ids.push(service);
  if (words.length === 0 && ids.length < 2) return [];
  const spelled = words.map((word) => `search_spelling(${value(word)})`).join(', ');
  const terms = `search_terms(concat_ws(E'\\n', ${spelled || 'null'}), ${value(ids)}::text[])`;
  return [`search_terms(s.words, array[${indexed.join(', ')}]) @> ${terms}`];
}

const indexed = ['s.outlet_id', 's.customer_id', 's.service_id', 's.vehicle_id', 's.driver_id'];
