// Our server as it is delivered, in a process of its own: on Postgres when TEST_DATABASE_URL names one, else on
// the embedded database.
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { company, type Who } from '../setup/company.ts';
import { createServerDatabase, quietLog } from '../setup/postgres.ts';
import { foundSmallCompany } from '../setup/server.ts';
import type { Database } from '../../sync-server/database/database.ts';
import { migrate } from '../../sync-server/database/migrate.ts';
import { loadMigrations } from '../../sync-server/database/migrations.ts';
import { openDatabase } from '../../sync-server/database/open.ts';
import { insertSession } from '../../sync-server/staff/session-store.ts';

export interface Ours {
  readonly port: number;
  readonly pid: number;
  /** Resident memory of the server's process. */
  residentBytes(): number;
  /** Ends the server and removes its database. */
  stop(): Promise<void>;
}

export const postgresUrl = process.env['TEST_DATABASE_URL'];
export const databaseKind = postgresUrl ? 'Postgres' : 'the embedded database';

/** What a finding is called: on the embedded database it is another one, of which no baseline is kept. */
export const named = (name: string): string => (postgresUrl ? name : `${name}, embedded`);

/** `prepare` fills the database of the small company before the server starts. */
export async function startOurs(prepare: (database: Database) => Promise<void>): Promise<Ours> {
  const home = await newHome();
  try {
    const database = await openDatabase({ ...home, log: quietLog });
    await migrate(database, loadMigrations());
    await foundSmallCompany(database);
    await prepare(database).finally(() => database.close());
    const child = spawnServer(home);
    const port = await portOf(child);
    const stop = () => ended(child).then(home.remove);
    return { port, pid: child.pid ?? 0, residentBytes: () => residentBytes(child), stop };
  } catch (error) {
    await home.remove();
    throw error;
  }
}

/** New sessions of somebody, without as many sign-ins. @returns their tokens */
export async function openSessions(database: Database, who: Who, count: number): Promise<string[]> {
  const tokens = Array.from(
    { length: count },
    () => `${company.id}.${randomBytes(32).toString('base64url')}`,
  );
  const createdAt = new Date();
  const expiresAt = new Date(createdAt.getTime() + 24 * 60 * 60 * 1000);
  await database.transaction(async (tx) => {
    for (const token of tokens)
      await insertSession(tx, {
        companyId: company.id,
        staffId: `staff-${who}`,
        token,
        createdAt,
        expiresAt,
      });
  });
  return tokens;
}

interface Home {
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  remove(): Promise<void>;
}

async function newHome(): Promise<Home> {
  const dataDir = mkdtempSync(join(tmpdir(), 'towline-bench-'));
  const created = postgresUrl ? await createServerDatabase(postgresUrl) : undefined;
  const remove = async () => {
    rmSync(dataDir, { recursive: true, force: true });
    await created?.remove();
  };
  return { databaseUrl: created?.url, dataDir, remove };
}

/** BENCH_SERVER names another build, to compare it with. */
function spawnServer({ databaseUrl, dataDir }: Home): ChildProcess {
  const built = fileURLToPath(new URL('../../dist/server/main.js', import.meta.url));
  const program = process.env['BENCH_SERVER'] ?? built;
  if (!existsSync(program)) throw new Error('There is no build of the server: `npm run bench` makes one.');
  const { VITEST: _, NODE_OPTIONS: _options, ...rest } = process.env;
  const own = { NODE_ENV: 'production', PORT: '0', DEMO: '0', LOG_LEVEL: 'warn', DATA_DIR: dataDir };
  const options = process.env['BENCH_NODE_OPTIONS']?.split(' ') ?? [];
  return spawn(process.execPath, [...options, program], {
    env: { ...rest, ...own, DATABASE_URL: databaseUrl ?? '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** It says where it is ready when it listens. */
function portOf(child: ChildProcess): Promise<number> {
  let said = '';
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}:\n${said}`)));
    child.stderr?.on('data', (chunk) => process.stderr.write(chunk));
    child.stdout?.on('data', (chunk) => {
      said += String(chunk);
      const port = / is ready: http:\/\/[^:]+:(\d+)/.exec(said)?.[1];
      if (port) resolve(Number(port));
    });
  });
}

function residentBytes({ pid }: ChildProcess): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024;
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  const exit = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  return exit;
}
