// Where the servers run: on Postgres two of them as processes of their own that are killed, else one in this
// process on the embedded database.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestDatabase } from '../setup/postgres.ts';
import { startServer, type TestServer } from '../setup/server.ts';
import type { Database } from '../../sync-server/database/database.ts';
import type { Random } from './chance.ts';
import { found } from './company.ts';
import { PostgresSite } from './postgres-site.ts';

export interface Site {
  /** To look into it, past the servers. */
  readonly database: Database;
  /** Where the servers keep photos; no backup takes its place. */
  readonly photosDir: string;
  /** Of the servers that run now. */
  readonly urls: readonly string[];
  /** Whether a backup took the place of what was stored since. */
  readonly isRestored: boolean;
  /** What the servers have logged. */
  readonly complaints: readonly string[];
  start(): Promise<void>;
  /** Ends servers in the middle of their work, and starts them again after a while. */
  crash(chance: Random): Promise<void>;
  /** While no server runs the database is backed up; or, the next time, what was backed up takes its place. */
  backUpOrRestore(chance: Random): Promise<void>;
  close(): Promise<void>;
}

export async function openSite(kind: TestDatabase, postgresUrl: string | undefined): Promise<Site> {
  const photosDir = await mkdtemp(join(tmpdir(), 'towline-simulation-'));
  return kind.name === 'postgres' && postgresUrl
    ? PostgresSite.open(postgresUrl, photosDir)
    : inThisProcess(kind, photosDir);
}

async function inThisProcess(kind: TestDatabase, photosDir: string): Promise<Site> {
  const { database, drop } = await kind.openMigrated();
  await found(database);
  let server: TestServer | undefined;
  const stop = async () => {
    await server?.stop();
    server = undefined;
  };
  const start = async () => {
    server = await startServer(database, { heartbeatMs: 500, photosDir });
  };
  const restart = async () => {
    await stop();
    await start();
  };
  return {
    ...{ database, photosDir, start, isRestored: false, complaints: [] },
    ...{ crash: restart, backUpOrRestore: restart },
    get urls() {
      return server ? [server.url] : [];
    },
    close: async () => {
      await stop();
      await drop();
      await rm(photosDir, { recursive: true });
    },
  };
}
