// Finds orders of all time, newest first, by the tables that a trigger keeps (migrations, order-search). First the
// newest are looked through, which answers whatever is not rare; then an index is asked, which answers whatever is.
// Together they are quick for both, and neither has to be guessed. What is asked for by what the reports count is read
// from their table.
import type { Param, Queryable } from '../database/database.ts';
import { amountsOf, conditionsOf } from '../reports/figures.ts';
import { isAmountFigure, type Lacking } from '#schemas/reports/drill.ts';
import { may, type Actor } from '#schemas/staff/permissions.ts';
import { readScopes } from '#schemas/sync/scopes.ts';
import type { Order } from '#schemas/orders/order.ts';
import {
  isCounted,
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
  const read = (among?: number) => readFound(database, composed(actor, search, after, among), limit + 1);
  const near = tableFor(actor, search) === 'order_search' ? await read(nearest) : [];
  const found = near.length > limit ? near : await read();
  const shown = found.slice(0, limit);
  const ids = shown.map(({ id }) => id);
  const orders = await readOrders(database, actor, ids);
  const last = orders.at(-1);
  return {
    orders,
    ...(found.length > limit && last && { next: last.recency }),
    ...(isAmountFigure(search.figure) && {
      amounts: Object.fromEntries(shown.map(({ id, fen }) => [id, fen ?? 0])),
    }),
  };
}

export async function countOrders(
  database: Queryable,
  actor: Actor,
  search: OrderSearch,
): Promise<OrdersCounted> {
  const { rows, fen, values } = composed(actor, search);
  // A figure of the reports counts all.
  const most = isCounted(search) ? '' : `limit ${searchLimits.counted + 1}`;
  const [found] = await database.query<{ count: number; fen: number | null }>(
    `${plannedAnew} select count(*)::int as count, sum(fen)::bigint as fen from (select ${fen} as fen ${rows} ${most}) s`,
    values,
  );
  const count = found?.count ?? 0;
  const amount = isAmountFigure(search.figure) && { amountFen: found?.fen ?? 0 };
  if (most === '') return { count, more: false, ...amount };
  return { count: Math.min(count, searchLimits.counted), more: count > searchLimits.counted };
}

interface Found {
  readonly id: string;
  readonly fen: number | null;
}

async function readFound(
  database: Queryable,
  { rows, fen, values }: Composed,
  limit: number,
): Promise<Found[]> {
  return database.query<Found>(
    `${plannedAnew} select s.order_id as id, ${fen} as fen ${rows} order by s.created_at desc, s.order_id limit ${limit}`,
    values,
  );
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
  /** What an order adds to the figure that was asked for. */
  readonly fen: string;
  readonly values: readonly Param[];
}

/** @param among look through no more than so many of the newest */
function composed(actor: Actor, search: OrderSearch, after?: Place, among?: number): Composed {
  const values: Param[] = [];
  const value = (given: Param): string => `$${values.push(given)}`;
  const table = tableFor(actor, search);
  const fen = isAmountFigure(search.figure) ? amountsOf('s')[search.figure] : 'null::bigint';
  const span = [`s.company_id = ${value(actor.companyId)}`, ...spanConditions(search, after, value)];
  const facts = [
    ...scopeConditions(actor, search, value),
    ...factConditions(search, value),
    ...wordConditions(search, textsIn[table], value),
    ...countedConditions(search, value),
  ];
  const states = stateConditions(search, table === 'order_search' ? 'z' : 's', value);
  const joined = [
    ...(states.length > 0 && table === 'order_search' ? [joinStates] : []),
    ...(table === 'order_figures' && wordsOf(search).length > 0 ? [joinTexts] : []),
  ].join(' ');
  if (among === undefined) {
    const where = [...span, ...facts, ...states, ...indexCondition(search, table, value)].join(' and ');
    return { rows: `from ${table} s ${joined} where ${where}`, fen, values };
  }
  const newest = `select * from ${table} s where ${span.join(' and ')} order by s.created_at desc limit ${among}`;
  const where = [...facts, ...states].join(' and ') || 'true';
  return { rows: `from (${newest}) s ${joined} where ${where}`, fen, values };
}

type Table = 'order_search' | 'order_states' | 'order_figures';

/** Each knows outlet and time of an order. */
function tableFor(actor: Actor, search: OrderSearch): Table {
  if (isCounted(search)) return 'order_figures';
  return isForStatesAlone(actor, search) ? 'order_states' : 'order_search';
}

/** Where the texts stand that belong to a row. */
const textsIn: Record<Table, string> = { order_search: 's', order_states: 's', order_figures: 't' };

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
const joinTexts = 'join order_search t on t.company_id = s.company_id and t.order_id = s.order_id';

type Value = (given: Param) => string;

/** Of one value an index gives the newest first; of several all would have to be sorted. */
function isAmong(column: string, list: readonly string[], value: Value): string {
  const [first, ...others] = list;
  if (first !== undefined && others.length === 0) return `${column} = ${value(first)}`;
  return `${column} = any (${value(list)}::text[])`;
}

/** As devices are served: by outlet, and for whoever drives what was his, which no figure counts of another outlet. */
function scopeConditions(actor: Actor, { figure }: OrderSearch, value: Value): string[] {
  const scopes = readScopes(actor, 'orders');
  if (scopes.includes('outlet:*')) return [];
  const named = (kind: string) =>
    scopes.flatMap((scope) => (scope.startsWith(`${kind}:`) ? [scope.slice(kind.length + 1)] : []));
  const outlets = isAmong('s.outlet_id', named('outlet'), value);
  const drivers = figure === undefined ? named('driver') : [];
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

const lackingColumns: Record<Lacking, string> = {
  vehicle: 's.vehicle_id',
  driver: 's.driver_id',
  reason: `${conditionsOf('s').lost} and s.reason`,
};

function countedConditions({ figure, reason, without }: OrderSearch, value: Value): string[] {
  return [
    ...(figure ? [conditionsOf('s')[figure]] : []),
    ...(reason === undefined ? [] : [`s.reason = ${value(reason)}`]),
    ...(without ? [`${lackingColumns[without]} is null`] : []),
  ];
}

const markedNames = Object.keys(markedTexts) as (keyof typeof markedTexts)[];

/** Whether it holds them: what an index finds has their parts, though maybe not in a row. */
function wordConditions(search: OrderSearch, table: string, value: Value): string[] {
  const texts = `${table}.words`;
  const words = wordsIn(search.text ?? '').map((word) => holds(texts, value(word)));
  const marked = markedNames.flatMap((name) => {
    const word = search[name];
    if (word === undefined) return [];
    const place = value(word);
    const line = `left(line, 1) = '${markedTexts[name]}' and ${holds('line', place)}`;
    return [holds(texts, place), `exists (select from string_to_table(${texts}, E'\\n') line where ${line})`];
  });
  return [...words, ...marked];
}

const holds = (text: string, word: string): string => `position(search_spelling(${word}) in ${text}) > 0`;

const wordsOf = (search: OrderSearch): string[] => [
  ...wordsIn(search.text ?? ''),
  ...markedNames.flatMap((name) => search[name] ?? []),
];

/** By the index over words and ids. One id alone has an index of its own, in which the newest come first. */
function indexCondition(search: OrderSearch, table: Table, value: Value): string[] {
  const words = wordsOf(search);
  const ids = columnNames.flatMap((name) => search[name] ?? []);
  const [service, ...others] = search.serviceId ?? [];
  if (service !== undefined && others.length === 0) ids.push(service);
  if (words.length === 0 && (ids.length < 2 || table === 'order_figures')) return [];
  const spelled = words.map((word) => `search_spelling(${value(word)})`).join(', ');
  const terms = `search_terms(concat_ws(E'\\n', ${spelled || 'null'}), ${value(ids)}::text[])`;
  const t = textsIn[table];
  const filed = indexed.map((column) => `${t}.${column}`).join(', ');
  return [`search_terms(${t}.words, array[${filed}]) @> ${terms}`];
}

const indexed = ['outlet_id', 'customer_id', 'service_id', 'vehicle_id', 'driver_id'];
