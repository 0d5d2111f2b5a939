// Two servers on one Postgres behind one address: one is killed, Postgres is restarted, or a server alone loses the
// connection by which it hears of changes. Devices go on by themselves, within ten seconds; nothing is lost or doubled.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { administer, createServerDatabase, quietLog } from '../setup/postgres.ts';
import { startServerProcess, type ServerProcess } from '../setup/server-process.ts';
import { startTcpProxy, type Address, type TcpProxy } from '../setup/tcp-proxy.ts';
import { audit } from '../simulation/accounts.ts';
import { agreement } from '../simulation/agreement.ts';
import { actorAtFirst, found, owners, signIn } from '../simulation/company.ts';
import { openDevice } from '../simulation/devices.ts';
import { askTheRest } from '../simulation/finance.ts';
import { Journal } from '../simulation/journal.ts';
import { managerDeeds } from '../simulation/manager.ts';
import { createOrder } from '../simulation/office.ts';
import { createPerson, doSomething, type Person } from '../simulation/person.ts';
import type { Database } from '../../sync-server/database/database.ts';
import { migrate } from '../../sync-server/database/migrate.ts';
import { loadMigrations } from '../../sync-server/database/migrations.ts';
import { openPostgres } from '../../sync-server/database/postgres.ts';

const postgresUrl = process.env['TEST_DATABASE_URL'];
const seed = Number(process.env['SOAK_SEED'] ?? Date.now() % 1_000_000);

/** How soon every device is up to date once a server can be reached again, which is what the product promises. */
const promisedMs = 10_000;
/** For what nothing is promised. */
const patienceMs = 30_000;

/** Enough to disagree; the soak test has all of them. */
const names = ['admin', 'clerk', 'dispatcher', 'dispatcher-tablet', 'driver1', 'finance'];
const some = owners.filter(({ device }) => names.includes(device));

const addressOf = (url: string, usualPort = 80): Address => {
  const { hostname, port } = new URL(url);
  return { host: hostname, port: Number(port || usualPort) };
};

const nameOf = (url: string): string => new URL(url).pathname.slice(1);

const soon = (holds: () => unknown, interval = 50): Promise<unknown> =>
  vi.waitFor(holds, { timeout: 20_000, interval });

describe('the proxy before the servers', () => {
  it('passes over a server that is dead', async () => {
    const dead = { host: '127.0.0.1', port: 1 };
    const alive = await startTcpProxy(() => []);
    const proxy = await startTcpProxy(() => [dead, { host: '127.0.0.1', port: alive.port }, dead]);
    for (let time = 0; time < 3; time++) {
      await expect(fetch(`http://127.0.0.1:${proxy.port}`)).rejects.toThrow('fetch failed');
    }
    expect(alive.accepted).toBe(3);
    await Promise.all([proxy.stop(), alive.stop()]);
  });
});

if (postgresUrl) {
  describe(`devices of two servers, seed ${seed}`, { timeout: 120_000 }, () => {
    const serverUrl: string = postgresUrl;
    const journal = new Journal();
    const people: Person[] = [];
    const servers: ServerProcess[] = [];
    let created: Awaited<ReturnType<typeof createServerDatabase>>;
    let database: Database;
    /** Between the servers and Postgres. */
    let line: TcpProxy;
    /** Between the devices and the servers. */
    let door: TcpProxy;

    beforeAll(async () => {
      vi.spyOn(console, 'error').mockImplementation(() => undefined);
      created = await createServerDatabase(postgresUrl);
      database = openPostgres(created.url, { log: quietLog, maxConnections: 3 });
      await migrate(database, loadMigrations());
      await found(database);
      line = await startTcpProxy(() => [addressOf(created.url, 5432)]);
      door = await startTcpProxy(() => servers.map(({ url }) => addressOf(url)));
      await Promise.all([addServer(), addServer()]);
      people.push(...(await Promise.all(some.map(openPerson))));
      await Promise.all(people.map(({ device }) => device.loaded()));
    }, 120_000);

    afterAll(async () => {
      await Promise.allSettled(people.map(({ device }) => device.close()));
      await Promise.all(servers.map((server) => server.stop()));
      await Promise.all([door.stop(), line.stop()]);
      await database.close();
      await created.remove();
    });

    async function addServer(): Promise<void> {
      const url = new URL(created.url);
      url.hostname = '127.0.0.1';
      url.port = String(line.port);
      servers.push(await startServerProcess({ databaseUrl: url.href }));
    }

    async function openPerson(owner: (typeof owners)[number], place: number): Promise<Person> {
      const device = await openDevice(place, {
        ...{ name: owner.device, seed, isHurried: false },
        token: await signIn(database, owner.staffId),
        actor: actorAtFirst(owner.staffId),
        base: `http://127.0.0.1:${door.port}`,
      });
      // Rights stay as they are: it takes longer until every device has followed a change of them.
      return createPerson(owner, device, journal, seed, owner.role === 'manager' ? managerDeeds : undefined);
    }

    /** Everybody works until it is over; then each of the office adds one more thing, and all have to agree. */
    async function survive(what: string, happen: () => Promise<void>): Promise<void> {
      let over = Infinity;
      const happening = happen().finally(() => (over = Date.now()));
      await Promise.all([happening, ...people.map((person) => workALittle(person, () => over < Infinity))]);
      await Promise.all(people.filter(({ owner }) => owner.role === 'office').map(createOrder));
      const wrong = await agreement(people, database, over + promisedMs - Date.now());
      console.log(`${what}: all devices agree ${Date.now() - over} ms later (promised ${promisedMs} ms)`);
      expect(wrong).toEqual([]);
      await Promise.all(people.filter(({ owner }) => owner.role === 'finance').map(askTheRest));
      expect(await agreement(people, database, patienceMs)).toEqual([]);
      expect(await audit(database, journal)).toEqual([]);
    }

    async function workALittle(person: Person, isOver: () => boolean): Promise<void> {
      for (let step = 0; step < 8 && !isOver(); step++) await doSomething(person);
    }

    const amidPushes = () => soon(async () => expect(await unsentOfAll()).toBeGreaterThan(5), 5);

    it('agree after one server was killed in the middle of pushes', async () => {
      await survive('a killed server', async () => {
        await amidPushes();
        const [victim] = servers.splice(0, 1);
        await victim?.kill();
      });
      await addServer();
    });

    it('agree after Postgres was restarted in the middle of pushes', async () => {
      await survive('Postgres restarted', async () => {
        await amidPushes();
        // It ends what it was doing, nobody listens for a while, and who comes too early is sent away.
        line.refuse();
        await takeConnections(false);
        await soon(async () => expect(await endSessions()).toBe(0));
        line.cut();
        await soon(async () => expect(await statesOfServers()).toEqual([503, 503]));
        line.accept();
        const early = line.accepted;
        await soon(() => expect(line.accepted).toBeGreaterThan(early + servers.length));
        expect(await statesOfServers()).toEqual([503, 503]);
        expect(people.map(({ device }) => device.phase)).toContain('waiting');
        await takeConnections(true);
        await soon(async () => expect(await statesOfServers()).toEqual([200, 200]));
      });
    });

    it('agree after a server alone lost the connection that hears of changes', async () => {
      let ended = 0;
      await survive('listeners cut', async () => {
        await amidPushes();
        ended = await endListeners();
      });
      expect(ended).toBeGreaterThan(0);
    });

    async function unsentOfAll(): Promise<number> {
      const counts = await Promise.all(people.map(({ device }) => device.unsent()));
      return counts.reduce((sum, count) => sum + count, 0);
    }

    /** As a Postgres that is not up yet answers, to everybody. */
    const takeConnections = (isTaking: boolean) =>
      administer(serverUrl, `alter database "${nameOf(created.url)}" allow_connections ${isTaking}`);

    /** @returns how many there were */
    async function endSessions(): Promise<number> {
      const ended = await administer(
        serverUrl,
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${nameOf(created.url)}'`,
      );
      return ended.length;
    }

    const statesOfServers = () =>
      Promise.all(servers.map(({ url }) => fetch(`${url}/health`).then(({ status }) => status)));

    /** A listener's last statement is its LISTEN, or its later sign of life. */
    async function endListeners(): Promise<number> {
      const rows = await database.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid() and application_name = 'towline'
           and state = 'idle' and (query ilike 'listen %' or query = 'select 1')`,
      );
      return rows.length;
    }
  });
}
