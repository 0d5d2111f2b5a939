// A Postgres server: the contract, and what is its own — connections that break and come back. The first
// part needs no server; the rest runs on the one of TEST_DATABASE_URL.
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { DatabaseUnavailable } from '../../sync-server/database/database.ts';
import type { Database } from '../../sync-server/database/database.ts';
import { migrate } from '../../sync-server/database/migrate.ts';
import { openDatabase } from '../../sync-server/database/open.ts';
import { openPostgres } from '../../sync-server/database/postgres.ts';
import { administer, createServerDatabase, quietLog, testDatabases } from '../setup/postgres.ts';
import { databaseContract, until } from './contract.ts';
import { lineTo } from './line.ts';
import type { Line } from './line.ts';
import { migrationsContract } from './migrations-contract.ts';

const nothing = (): void => undefined;

describe('without a server', () => {
  const log = quietLog;

  test('every call says that the database is unavailable', async () => {
    const database = await openDatabase({ databaseUrl: 'postgres://u@127.0.0.1:1/x', dataDir: '', log });
    expect(database.kind).toBe('postgres');
    await expect(database.query('select 1')).rejects.toThrow(DatabaseUnavailable);
    await expect(database.transaction(() => Promise.resolve())).rejects.toThrow(DatabaseUnavailable);
    await expect(database.script('select 1')).rejects.toThrow(DatabaseUnavailable);
    await expect(database.listen('orders_changed', nothing, nothing)).rejects.toThrow(DatabaseUnavailable);
    await database.close();
  });

  test('a server that takes the connection and says nothing is unavailable after the connect timeout', async () => {
    const silent = createServer((socket) => socket.on('error', nothing)).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    const database = openPostgres(`postgres://u@127.0.0.1:${port}/x`, { log, connectTimeoutMs: 50 });
    await expect(database.query('select 1')).rejects.toThrow(DatabaseUnavailable);
    await expect(database.listen('orders_changed', nothing, nothing)).rejects.toThrow(DatabaseUnavailable);
    await database.close();
    silent.close();
  });
});

const serverUrl = process.env['TEST_DATABASE_URL'];

for (const { name, open } of testDatabases.filter(({ name }) => name === 'postgres')) {
  databaseContract(name, open);
  migrationsContract(name, open);
}

if (serverUrl) {
  describe('a Postgres server', () => {
    let created: Awaited<ReturnType<typeof createServerDatabase>>;
    let line: Line;
    let database: Database;
    /** A second way in, which breaks with nothing. */
    let observer: Database;

    beforeAll(async () => {
      created = await createServerDatabase(serverUrl);
      observer = openPostgres(created.url, { log: quietLog, maxConnections: 3 });
      await observer.script('create table counters (id integer primary key, n integer not null)');
    });
    afterAll(async () => {
      await observer.close();
      await created.remove();
    });
    beforeEach(async () => {
      await observer.script('truncate counters; insert into counters values (1, 0), (2, 0)');
      line = await lineTo(created.url);
      database = openPostgres(line.url, { log: quietLog, keepaliveMs: 100, connectTimeoutMs: 1_000 });
    });
    afterEach(async () => {
      await database.close();
      await line.close();
    });

    test('whose database takes no connections is unavailable until it does', async () => {
      const takeConnections = (isTaking: boolean) =>
        administer(
          serverUrl,
          `alter database ${new URL(created.url).pathname.slice(1)} allow_connections ${isTaking}`,
        );
      await takeConnections(false);
      await expect(database.query('select 1')).rejects.toThrow(DatabaseUnavailable);
      await takeConnections(true);
      expect(await database.query('select 1 as one')).toEqual([{ one: 1 }]);
    });

    const notify = (payload: string) => observer.query("select pg_notify('orders_changed', $1)", [payload]);
    const listening = async () => {
      const heard: string[] = [];
      const onGap = vi.fn();
      await database.listen('orders_changed', (payload) => heard.push(payload), onGap);
      return { heard, onGap };
    };
    /** Waits until the gap was told, then sees that notifications flow again. */
    const comesBack = async ({ heard, onGap }: Awaited<ReturnType<typeof listening>>) => {
      await until(() => expect(onGap).toHaveBeenCalledTimes(1));
      await notify('after');
      await until(() => expect(heard).toContain('after'));
    };
    const terminateAll = () =>
      observer.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid()`,
      );

    describe('transactions', () => {
      test('run again after a real serialisation failure', async () => {
        let runs = 0;
        await database.transaction(async (tx) => {
          runs += 1;
          await tx.query('set transaction isolation level repeatable read');
          await tx.query('select n from counters');
          if (runs === 1) await observer.query('update counters set n = n + 10 where id = 1');
          await tx.query('update counters set n = n + 1 where id = 1');
        });
        expect(runs).toBe(2);
        expect(await observer.query('select n from counters where id = 1')).toEqual([{ n: 11 }]);
      });

      test('run again after a real deadlock', async () => {
        let runs = 0;
        const first = [gate(), gate()] as const;
        const cross = (mine: 0 | 1) =>
          database.transaction(async (tx) => {
            runs += 1;
            await tx.query('update counters set n = n + 1 where id = $1', [mine + 1]);
            first[mine].open();
            await first[mine === 0 ? 1 : 0].opened;
            await tx.query('update counters set n = n + 1 where id = $1', [2 - mine]);
          });
        await Promise.all([cross(0), cross(1)]);
        expect(runs).toBe(3);
        expect(await observer.query('select sum(n)::integer as n from counters')).toEqual([{ n: 4 }]);
      });

      test('queue at a row lock in the order in which they came', async () => {
        const order: number[] = [];
        const [locked, finish] = [gate(), gate()];
        const holder = database.transaction(async (tx) => {
          await tx.query('select from counters where id = 1 for update');
          locked.open();
          await finish.opened;
        });
        await locked.opened;
        const waiting = [];
        for (const turn of [1, 2, 3, 4]) {
          const take = database.transaction(async (tx) => {
            await tx.query('select from counters where id = 1 for update');
            order.push(turn);
          });
          waiting.push(take);
          await until(async () => expect(await lockWaiters()).toBe(turn));
        }
        finish.open();
        await Promise.all([holder, ...waiting]);
        expect(order).toEqual([1, 2, 3, 4]);
      });

      test('whose connection is lost are unavailable and undone', async () => {
        const attempt = database.transaction(async (tx) => {
          await tx.query('update counters set n = 99 where id = 1');
          await terminateAll();
          await tx.query('update counters set n = 99 where id = 2');
        });
        await expect(attempt).rejects.toThrow(DatabaseUnavailable);
        expect(await observer.query('select n from counters')).toEqual([{ n: 0 }, { n: 0 }]);
        expect(await database.query('select 1 as one')).toEqual([{ one: 1 }]);
      });

      const lockWaiters = async () => {
        const [row] = await observer.query<{ n: number }>(
          `select count(*) as n from pg_stat_activity
           where datname = current_database() and wait_event_type = 'Lock'`,
        );
        return row?.n;
      };
    });

    describe('listeners', () => {
      test('are told of the gap and hear again when their connection was terminated', async () => {
        const listener = await listening();
        await notify('before');
        await until(() => expect(listener.heard).toEqual(['before']));
        await terminateAll();
        await comesBack(listener);
      });

      test('come back when the server was away for a while', async () => {
        const listener = await listening();
        await line.cut();
        await expect(database.query('select 1')).rejects.toThrow(DatabaseUnavailable);
        await line.mend();
        await comesBack(listener);
        expect(await database.query('select 1 as one')).toEqual([{ one: 1 }]);
      });

      test('come back when their connection died without a word', async () => {
        const listener = await listening();
        line.freeze();
        await comesBack(listener);
      });

      test('all share one connection', async () => {
        const stops = await Promise.all(
          ['orders_changed', 'calls_changed', 'orders_changed'].map((channel) =>
            database.listen(channel, nothing, nothing),
          ),
        );
        const [row] = await observer.query<{ n: number }>(
          `select count(*) as n from pg_stat_activity
           where datname = current_database() and (query ilike 'listen %' or query = 'select 1')`,
        );
        expect(row?.n).toBe(1);
        await Promise.all(stops.map((stop) => stop()));
      });
    });

    describe('statements', () => {
      test('that fall into a cut succeed or say that the database is unavailable', async () => {
        const load = Array.from({ length: 40 }, () => database.query('select pg_sleep(0.01)'));
        const outcomes = Promise.allSettled(load);
        await terminateAll();
        for (const outcome of await outcomes) {
          if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(DatabaseUnavailable);
        }
        await until(() => database.query('select 1'));
      });

      test('survive the loss of idle connections', async () => {
        await Promise.all(Array.from({ length: 5 }, () => database.query('select pg_sleep(0.01)')));
        await terminateAll();
        await until(async () => expect(await database.query('select 1 as one')).toEqual([{ one: 1 }]));
      });

      test('are cancelled after the statement timeout, and the connection serves on', async () => {
        const hasty = openPostgres(created.url, { log: quietLog, maxConnections: 1, statementTimeoutMs: 50 });
        await expect(hasty.query('select pg_sleep(10)')).rejects.toMatchObject({ code: '57014' });
        expect(await hasty.query('select 1 as one')).toEqual([{ one: 1 }]);
        const slow = { '0001-slow.sql': 'create table slow (); select pg_sleep(0.2)' };
        expect(await migrate(hasty, slow)).toEqual(['0001-slow.sql']);
        await hasty.close();
      });

      test.each([true, false])(
        'go on when another server changes the table (prepared: %s)',
        async (prepared) => {
          const reader = openPostgres(created.url, { log: quietLog, preparedStatements: prepared });
          const read = () => reader.query('select * from counters where id = $1', [1]);
          const readInside = () =>
            reader.transaction((tx) => tx.query('select * from counters where id = $1', [1]));
          expect(await read()).toEqual([{ id: 1, n: 0 }]);
          await observer.script('alter table counters add column one integer default 1');
          expect(await read()).toEqual([{ id: 1, n: 0, one: 1 }]);
          await observer.script('alter table counters drop column one');
          expect(await readInside()).toEqual([{ id: 1, n: 0 }]);
          await reader.close();
        },
      );

      test('that come when every connection is taken wait their turn', async () => {
        const single = openPostgres(created.url, { log: quietLog, maxConnections: 1 });
        const answers = Array.from({ length: 20 }, (_, n) => single.query('select $1::integer as n', [n]));
        expect((await Promise.all(answers)).flat()).toEqual(Array.from({ length: 20 }, (_, n) => ({ n })));
        await single.close();
      });
    });

    test('a database that is dropped under the driver is no crash', async () => {
      const doomed = await createServerDatabase(serverUrl);
      const reader = openPostgres(doomed.url, { log: quietLog });
      await reader.listen('orders_changed', nothing, nothing);
      await reader.query('select 1');
      await doomed.remove();
      await expect(reader.query('select 1')).rejects.toThrow();
      await reader.close();
      await administer(serverUrl, 'select 1');
    });
  });
}

function gate(): { open: () => void; opened: Promise<void> } {
  let open: () => void = nothing;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open, opened };
}
