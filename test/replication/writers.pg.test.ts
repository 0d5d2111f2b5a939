// Many write at the same moment, and hold their transactions open, while others page through the feed: in the
// end each reader holds exactly what is stored for him.
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actor, command, company, creation, orderBody, type Who } from '../setup/company.ts';
import { quietLog, testDatabases } from '../setup/postgres.ts';
import { openFeed, start, type FeedSetting } from './setting.ts';
import type { Database } from '../../sync-server/database/database.ts';
import { openPostgres } from '../../sync-server/database/postgres.ts';
import { seededRandom, type Random } from '../../sync-server/demo/history/random.ts';
import { createCommandExecutor } from '../../sync-server/orders/executor.ts';
import { writeChanges, type DocumentChange } from '../../sync-server/replication/changes.ts';

const writers = 8;
const seed = 8;

describe.each(testDatabases)('readers among writers on $name', ({ name, openMigrated }) => {
  let setting: FeedSetting;
  let pool: Database;

  beforeAll(async () => {
    setting = await openFeed(openMigrated);
    pool = await poolForWriters(setting.database);
    await pool.query(`create table naive (
      place bigint generated always as identity, at timestamptz not null default clock_timestamp(), id text)`);
  });
  afterAll(async () => {
    if (pool !== setting.database) await pool.close();
    await setting.drop();
  });

  it('miss none of 30,000 rows whose transactions were held open', { timeout: 120_000 }, async () => {
    const isWriting = during(everybody((writer) => writeHeld(pool, writer)));
    const [bySequence, byTime, ...held] = await Promise.all([
      followNaively(pool, 'place', isWriting),
      followNaively(pool, 'at', isWriting),
      ...(['admin', 'dispatcher', 'dispatcher2'] as const).map((who) => follow(setting, who, isWriting)),
    ]);
    const stored = await storedFor(setting, 'outlet:*');
    expect(stored.size).toBeGreaterThanOrEqual(30_000);
    for (const [index, scope] of ['outlet:*', 'outlet:outlet-1', 'outlet:outlet-2'].entries())
      expect(differences(await storedFor(setting, scope), held[index]), scope).toEqual({
        missed: 0,
        more: 0,
      });
    // What this guards against, in the same transactions. The embedded database has one at a time.
    const naive = { bySequence: stored.size - bySequence, byTime: stored.size - byTime };
    console.log(`Missed of ${stored.size} on ${name}: 0; as others page:`, naive);
    expect(naive.bySequence > 0 && naive.byTime > 0).toBe(name === 'postgres');
  });

  it('miss nothing of what commands do', { timeout: 60_000 }, async () => {
    const before = await storedFor(setting, 'outlet:*');
    const isWriting = during(everybody((writer) => writeCommands(setting, writer)));
    const who = ['admin', 'dispatcher', 'driver1'] as const;
    const readers = await Promise.all(who.map((each) => follow(setting, each, isWriting)));
    const scopes = ['outlet:*', 'outlet:outlet-1', 'driver:staff-driver1'];
    for (const [index, scope] of scopes.entries())
      expect(readers[index]).toEqual(await storedFor(setting, scope));
    expect(readers[0]?.size).toBe(before.size + writers * rounds * ordersPerRound);
  });
});

const everybody = (write: (writer: number) => Promise<void>) =>
  Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));

/** @returns whether it is still going on; throws once it has failed */
function during(work: Promise<unknown>): () => boolean {
  let state: 'going on' | 'done' | { error: unknown } = 'going on';
  work.then(
    () => (state = 'done'),
    (error: unknown) => (state = { error }),
  );
  return () => {
    if (typeof state === 'object') throw state.error;
    return state === 'going on';
  };
}

/** Eight transactions at a time need more connections than a test database has. */
async function poolForWriters(database: Database): Promise<Database> {
  const server = process.env['TEST_DATABASE_URL'];
  if (database.kind !== 'postgres' || !server) return database;
  const [row] = await database.query<{ name: string }>('select current_database() as name');
  const url = new URL(server);
  url.pathname = `/${row?.name}`;
  return openPostgres(url.href, { log: quietLog, maxConnections: writers + 4 });
}

const batches = 26;
const newInBatch = 145;
const changedInBatch = 15;

/**
 * Each batch is new orders and changes of earlier ones, of which some move to the other outlet. The planner is
 * told how the tables grow, as it is on a server that is older than a minute.
 */
async function writeHeld(database: Database, writer: number): Promise<void> {
  const random = seededRandom(seed + writer);
  const written: string[] = [];
  for (let batch = 0; batch < batches; batch++) {
    const added = Array.from({ length: newInBatch }, (_, index) => `order-${writer}-${batch}-${index}`);
    const changed = someOf(written, random);
    const documents = [
      ...changed.map((id) => change(id, random, false)),
      ...added.map((id) => change(id, random, true)),
    ];
    await database.transaction(async (tx) => {
      await tx.query('insert into naive (id) select unnest($1::text[])', [added]);
      await tx.query(lockSql, [company.id, changed]);
      await pause(random.whole(0, 12));
      await writeChanges(tx, company.id, { documents });
      await pause(random.whole(0, 6));
    });
    written.push(...added);
    if (writer === 0 && batch % 10 === 0) await database.query('analyze documents, visibility, naive');
  }
}

const lockSql = `select 1 from documents where company_id = $1 and collection = 'orders' and id = any ($2::text[])
  order by id for update`;

const someOf = (ids: readonly string[], random: Random): string[] =>
  ids.length === 0 ? [] : [...new Set(Array.from({ length: changedInBatch }, () => random.pick(ids)))].sort();

function change(id: string, random: Random, isNew: boolean): DocumentChange {
  const outletId = random.pick(['outlet-1', 'outlet-2']);
  return {
    collection: 'orders',
    id,
    body: orderBody(id, outletId),
    scopes: ['outlet:*', `outlet:${outletId}`],
    isNew,
  };
}

const rounds = 8;
const ordersPerRound = 5;

/** Each writer is a server of its own: creates orders, and dispatches those of the round before. */
async function writeCommands({ database }: FeedSetting, writer: number): Promise<void> {
  const executor = createCommandExecutor({ database, clock: () => new Date(), log: quietLog });
  const orderIds = (round: number) =>
    Array.from({ length: ordersPerRound }, (_, index) => `order-told-${writer}-${round}-${index}`);
  const to = (index: number) => ({
    vehicleId: 'vehicle-1',
    driverId: index % 2 ? 'staff-driver1' : 'staff-driver2',
  });
  for (let round = 0; round < rounds; round++) {
    const created = orderIds(round).map((id) => command('create-order', id, creation()));
    const earlier = round > 0 ? orderIds(round - 1) : [];
    const dispatched = earlier.map((id, index) => command('dispatch', id, to(index)));
    const verdicts = await executor.submit(actor('dispatcher'), [...created, ...dispatched]);
    expect(verdicts.filter(({ status }) => status !== 'applied')).toEqual([]);
  }
}

type Versions = Map<unknown, unknown>;

const pageSize = 500;

/** Pulls until nobody writes any more and a page came short. @returns what a device then holds, with versions */
async function follow(setting: FeedSetting, who: Who, isWriting: () => boolean): Promise<Versions> {
  const held: Versions = new Map();
  for (let checkpoint = start; ;) {
    const isLast = !isWriting();
    const page = await setting.read(who, 'orders', checkpoint, pageSize);
    for (const { id, version, _deleted } of page.documents)
      if (_deleted) held.delete(id);
      else held.set(id, version);
    expect(page.checkpoint.lwt).toBeGreaterThanOrEqual(checkpoint.lwt);
    ({ checkpoint } = page);
    if (isLast && page.documents.length < pageSize) return held;
    if (page.documents.length < pageSize) await pause(20);
  }
}

/** As one pages by a sequence, or by the time of the change. @returns how many rows it came to see */
async function followNaively(
  database: Database,
  column: 'place' | 'at',
  isWriting: () => boolean,
): Promise<number> {
  const page = `select id, ${column}::text as last from naive
    where ($1::text is null or (${column}, id) > ($1::${column === 'place' ? 'bigint' : 'timestamptz'}, $2))
    order by ${column}, id limit ${pageSize}`;
  let [last, id]: [string | null, string] = [null, ''];
  for (let seen = 0; ;) {
    const isLast = !isWriting();
    const rows: { id: string; last: string }[] = await database.query(page, [last, id]);
    seen += rows.length;
    ({ last, id } = rows.at(-1) ?? { last, id });
    if (isLast && rows.length < pageSize) return seen;
    if (rows.length < pageSize) await pause(20);
  }
}

/** In numbers: to print all that differs would take longer than the test. */
function differences(stored: Versions, held: Versions = new Map()): { missed: number; more: number } {
  const missed = [...stored].filter(([id, version]) => held.get(id) !== version).length;
  return { missed, more: [...held.keys()].filter((id) => !stored.has(id)).length };
}

async function storedFor({ database }: FeedSetting, scope: string): Promise<Versions> {
  const rows = await database.query<{ id: string; version: number }>(
    `select d.id, d.version from documents d join visibility v
       on v.company_id = d.company_id and v.collection = d.collection and v.document_id = d.id
     where d.collection = 'orders' and v.scope = $1 and not v.gone`,
    [scope],
  );
  return new Map(rows.map(({ id, version }) => [id, version]));
}
