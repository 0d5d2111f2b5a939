// The databases that every server test runs on: the embedded one always, and a real Postgres when
// TEST_DATABASE_URL names one. Each opening is a database of its own.
import { randomBytes } from 'node:crypto';
import type { Database } from '../../sync-server/database/database.ts';
import { openEmbedded } from '../../sync-server/database/embedded.ts';
import { migrate } from '../../sync-server/database/migrate.ts';
import { loadMigrations } from '../../sync-server/database/migrations.ts';
import { openPostgres } from '../../sync-server/database/postgres.ts';

export interface OpenedDatabase {
  readonly database: Database;
  /** Closes it and takes it away. */
  drop(): Promise<void>;
}

export interface TestDatabase {
  readonly name: string;
  /** Empty, without tables. */
  open(): Promise<OpenedDatabase>;
}

export const silentLog = { info: () => undefined, warn: () => undefined, error: () => undefined };

const embedded: TestDatabase = {
  name: 'embedded',
  async open() {
    const database = await openEmbedded({ log: silentLog });
    return { database, drop: () => database.close() };
  },
};

const postgresAt = (url: string): TestDatabase => ({
  name: 'postgres',
  async open() {
    const { url: own, drop } = await createDatabase(url);
    const database = openPostgres(own, { log: silentLog });
    return { database, drop: () => database.close().then(drop) };
  },
});

/** A new, empty database on the server that `url` names. */
export async function createDatabase(url: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `towline_test_${randomBytes(6).toString('hex')}`;
  const admin = openPostgres(url, { log: silentLog, maxConnections: 1 });
  await admin.query(`create database ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return {
    url: own.href,
    async drop() {
      await admin.query(`drop database if exists ${name} with (force)`);
      await admin.close();
    },
  };
}

const url = process.env['TEST_DATABASE_URL'];

export const testDatabases: readonly TestDatabase[] = url ? [embedded, postgresAt(url)] : [embedded];

export async function openMigrated(testDatabase: TestDatabase): Promise<OpenedDatabase> {
  const opened = await testDatabase.open();
  await migrate(opened.database, loadMigrations());
  return opened;
}
