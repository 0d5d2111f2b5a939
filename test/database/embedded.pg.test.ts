// The embedded database: the contract, and what is its own — a directory, its lock, and sudden death.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DatabaseInUse, lockDirectory } from '../../sync-server/database/directory-lock.ts';
import { openEmbedded } from '../../sync-server/database/embedded.ts';
import { openDatabase } from '../../sync-server/database/open.ts';
import { quietLog, testDatabases } from '../setup/postgres.ts';
import { databaseContract } from './contract.ts';
import { migrationsContract } from './migrations-contract.ts';

for (const { name, open } of testDatabases.filter(({ name }) => name === 'embedded')) {
  databaseContract(name, open);
  migrationsContract(name, open);
}

describe('the embedded database in a directory', () => {
  // A first start takes seconds; most tests begin with a copy of one.
  let pristine: string;
  let directory: string;
  beforeAll(async () => {
    pristine = mkdtempSync(join(tmpdir(), 'towline-pristine-'));
    await (await openEmbedded({ directory: pristine, log: quietLog })).close();
  });
  afterAll(() => rmSync(pristine, { recursive: true, force: true }));
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'towline-embedded-'));
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  const open = () => openEmbedded({ directory, log: quietLog });
  const startedBefore = (at = directory) => cpSync(pristine, at, { recursive: true });

  test('syncs its log to the disk at every commit', async () => {
    startedBefore();
    const database = await open();
    const settings = await database.query(
      `select name, setting from pg_settings
       where name in ('fsync', 'full_page_writes', 'synchronous_commit', 'wal_sync_method') order by name`,
    );
    expect(settings.map(Object.values)).toEqual([
      ['fsync', 'on'],
      ['full_page_writes', 'on'],
      ['synchronous_commit', 'on'],
      ['wal_sync_method', 'fsync'],
    ]);
    await database.close();
  });

  test('keeps every committed transaction when its process is killed', async () => {
    startedBefore();
    const program = start(directory);
    const died = once(program.child, 'exit');
    const printed: number[] = [];
    for await (const line of program.lines) {
      printed.push(Number(line));
      if (printed.length === 200) program.child.kill('SIGKILL');
    }
    await died;
    expect(printed.length).toBeGreaterThanOrEqual(200);
    const database = await open();
    const rows = await database.query<{ n: number }>('select n from written order by n');
    // One more may be there: committed, and killed before it could say so.
    expect(rows.map(({ n }) => n).slice(0, printed.length)).toEqual(printed);
    expect(rows.length - printed.length).toBeLessThanOrEqual(1);
    await database.close();
  });

  test('ends its process when the disk fails, and has all that it confirmed at the next start', async () => {
    startedBefore();
    const program = start(directory, 'broken-disk');
    const died = once(program.child, 'exit');
    const lines: string[] = [];
    for await (const line of program.lines) lines.push(line);
    expect(await died).toEqual([1, null]);
    expect(lines).toHaveLength(11);
    expect(lines.at(-1)).toContain('cannot write to its disk');
    const database = await open();
    const rows = await database.query<{ n: number }>('select n from written order by n');
    expect(rows.slice(0, 10).map(({ n }) => String(n))).toEqual(lines.slice(0, 10));
    await database.close();
  });

  test('refuses a second process, and a second opening in the same one', async () => {
    startedBefore();
    const database = await open();
    await expect(open()).rejects.toThrow(DatabaseInUse);
    const lines: string[] = [];
    for await (const line of start(directory).lines) lines.push(line);
    expect(lines).toEqual([expect.stringMatching(/^DatabaseInUse: .*in use by process \d+/)]);
    await database.close();
    await (await open()).close();
  });

  test('begins again when the first start was cut before it was complete', async () => {
    mkdirSync(join(directory, 'pgdata.new'));
    writeFileSync(join(directory, 'pgdata.new', 'PG_VERSION'), '18');
    const database = await open();
    expect(await database.query('select 1 as one')).toEqual([{ one: 1 }]);
    expect(existsSync(join(directory, 'pgdata.new'))).toBe(false);
    await database.close();
  });

  test('is what opens when no server is named', async () => {
    startedBefore(join(directory, 'database'));
    const database = await openDatabase({ dataDir: directory, log: quietLog });
    expect(database.kind).toBe('embedded');
    expect(existsSync(join(directory, 'database', 'lock'))).toBe(true);
    await database.close();
    expect(existsSync(join(directory, 'database', 'lock'))).toBe(false);
  });

  describe('lock', () => {
    const file = () => join(directory, 'lock');
    const own = async () => {
      const lock = await lockDirectory(directory);
      const owner: unknown = JSON.parse(readFileSync(file(), 'utf8'));
      lock.release();
      return owner as { pid: number; place: string; startedAt: string };
    };
    const age = (ms: number) => utimesSync(file(), new Date(), new Date(Date.now() - ms));

    test('of a dead process that ran here is taken over at once', async () => {
      const child = spawn(process.execPath, ['--eval', '']);
      await once(child, 'exit');
      writeFileSync(file(), JSON.stringify({ ...(await own()), pid: child.pid }));
      (await lockDirectory(directory)).release();
    });

    test('of an earlier process with the number of a living one is taken over', async () => {
      writeFileSync(file(), JSON.stringify({ ...(await own()), startedAt: '1' }));
      (await lockDirectory(directory)).release();
    });

    test('of another host is taken over only when its heartbeat has stopped', async () => {
      writeFileSync(file(), JSON.stringify({ ...(await own()), place: 'elsewhere ' }));
      age(-60_000);
      await expect(lockDirectory(directory, 1)).rejects.toThrow('on elsewhere');
      age(60_000);
      (await lockDirectory(directory)).release();
    });

    test('is left alone by an owner who lost it', async () => {
      const lock = await lockDirectory(directory);
      writeFileSync(file(), 'someone else');
      lock.release();
      expect(readFileSync(file(), 'utf8')).toBe('someone else');
    });
  });
});

function start(directory: string, ...faults: string[]) {
  const program = fileURLToPath(new URL('fixtures/program.mjs', import.meta.url));
  const child = spawn(process.execPath, [program, directory, ...faults], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return { child, lines: createInterface({ input: child.stdout }) };
}
