// The databases that server tests run on: the embedded one always, and a Postgres server's when
// TEST_DATABASE_URL names it. Use as `describe.each(testDatabases)('… on $name', ({ openMigrated }) => …)`.
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Database } from '../../sync-server/database/database.ts';
import { openEmbedded } from '../../sync-server/database/embedded.ts';
import { migrate } from '../../sync-server/database/migrate.ts';
import { loadMigrations } from '../../sync-server/database/migrations.ts';
import { openPostgres } from '../../sync-server/database/postgres.ts';
import { quietLog } from './quiet-log.ts';

export interface OpenTestDatabase {
  readonly database: Database;
  /** Closes the database and removes it. */
  drop(): Promise<void>;
}

export interface TestDatabase {
  readonly name: 'embedded' | 'postgres';
  /** A database of the test's own, with nothing in it. */
  open(): Promise<OpenTestDatabase>;
  /** The same with all migrations applied. On the embedded database several times as fast as doing both. */
  openMigrated(): Promise<OpenTestDatabase>;
}

export { quietLog } from './quiet-log.ts';

const embedded: TestDatabase = {
  name: 'embedded',
  open: () => openImage('empty', {}),
  openMigrated: () => openImage('migrated', loadMigrations()),
};

const postgresUrl = process.env['TEST_DATABASE_URL'];

export const testDatabases: readonly TestDatabase[] = postgresUrl
  ? [embedded, onServer(postgresUrl)]
  : [embedded];

/**
 * A new database on the server of `url`: its own URL, and how to get rid of it, connections included.
 * @param template the URL of a database on the same server that it becomes a copy of; nobody may be connected to it
 */
export async function createServerDatabase(
  url: string,
  template?: string,
): Promise<{ url: string; remove(): Promise<void> }> {
  const name = `towline_test_${randomBytes(6).toString('hex')}`;
  const copied = template ? ` template ${new URL(template).pathname.slice(1)}` : '';
  await administer(url, `create database ${name}${copied}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return {
    url: own.href,
    remove: async () => void (await administer(url, `drop database if exists ${name} with (force)`)),
  };
}

/** Runs one statement over a connection of its own. @returns its rows */
export async function administer(url: string, sql: string): Promise<unknown[]> {
  const client = new Client(url);
  await client.connect();
  const { rows } = await client.query(sql).finally(() => client.end());
  return rows;
}

function onServer(url: string): TestDatabase {
  const open = async (): Promise<OpenTestDatabase> => {
    const created = await createServerDatabase(url);
    const database = openPostgres(created.url, { log: quietLog, maxConnections: 6 });
    return { database, drop: () => database.close().finally(created.remove) };
  };
  const openMigrated = async (): Promise<OpenTestDatabase> => {
    const opened = await open();
    await migrate(opened.database, loadMigrations());
    return opened;
  };
  return { name: 'postgres', open, openMigrated };
}

/**
 * A database in memory, copied from an image of one with `migrations` applied. The first test process that
 * needs an image makes it and leaves it in the temporary directory.
 */
async function openImage(name: string, migrations: Record<string, string>): Promise<OpenTestDatabase> {
  const file = imageFile(name, migrations);
  if (!existsSync(file)) await makeImage(file, migrations);
  const database = await openEmbedded({ log: quietLog, image: new Blob([readFileSync(file)]) });
  return { database, drop: () => database.close() };
}

function imageFile(name: string, migrations: Record<string, string>): string {
  const engine = readFileSync(createRequire(import.meta.url).resolve('@electric-sql/pglite'));
  const content = createHash('sha256').update(engine).update(JSON.stringify(migrations)).digest('hex');
  return join(tmpdir(), 'towline-test', `${name}-${content.slice(0, 16)}.tar`);
}

/** Written aside and moved into place: other test processes may look for it, or make it, at the same time. */
async function makeImage(file: string, migrations: Record<string, string>): Promise<void> {
  const source = await openEmbedded({ log: quietLog });
  if (Object.keys(migrations).length > 0) await migrate(source, migrations);
  const image = Buffer.from(await (await source.dump()).arrayBuffer());
  await source.close();
  mkdirSync(join(tmpdir(), 'towline-test'), { recursive: true });
  const aside = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`;
  writeFileSync(aside, image);
  renameSync(aside, file);
}
