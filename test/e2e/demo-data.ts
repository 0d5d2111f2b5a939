// The demo company, loaded once: each test starts its server on a copy, as fresh as if it had loaded it itself.
// It lies on the Postgres of TEST_DATABASE_URL where there is one, otherwise on the embedded database.
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServerDatabase } from '../setup/postgres.ts';
import { TestServer } from './test-server.ts';

const postgresUrl = process.env['TEST_DATABASE_URL'];
// Playwright's workers inherit where it is.
const folderPlace = 'TOWLINE_E2E_DEMO_DATA';
const databasePlace = 'TOWLINE_E2E_DEMO_DATABASE';

/** Where a server keeps what it has, and how to get rid of that. */
export interface Storage {
  readonly dataDir: string;
  /** Without one the embedded database lies in `dataDir`. */
  readonly databaseUrl?: string;
  remove(): Promise<void>;
}

/** Playwright calls it before all tests, and what it returns after them. */
export default async function load(): Promise<() => Promise<void>> {
  const storage = await emptyStorage(postgresUrl);
  const server = new TestServer(storage);
  await server.start();
  await server.kill('SIGTERM');
  process.env[folderPlace] = storage.dataDir;
  if (storage.databaseUrl) process.env[databasePlace] = storage.databaseUrl;
  return () => storage.remove();
}

export async function copyOfDemoData(): Promise<Storage> {
  const folder = process.env[folderPlace];
  if (!folder) throw new Error('The demo company was not loaded before the tests');
  const storage = await emptyStorage(postgresUrl, process.env[databasePlace]);
  await cp(folder, storage.dataDir, { recursive: true });
  return storage;
}

/** @param url of the Postgres server to lie on; @param template a database there to copy */
export async function emptyStorage(url?: string, template?: string): Promise<Storage> {
  const dataDir = await mkdtemp(join(tmpdir(), 'towline-e2e-'));
  const removeFolder = () => rm(dataDir, { recursive: true, force: true });
  if (!url) return { dataDir, remove: removeFolder };
  const database = await createServerDatabase(url, template);
  return {
    dataDir,
    databaseUrl: database.url,
    remove: () => removeFolder().finally(database.remove),
  };
}
