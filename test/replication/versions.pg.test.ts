// Another schema version: a device takes what it holds over, unsent work included, and one that was not updated
// yet goes on reading and sending.
import type { RxStorage } from 'rxdb';
import { afterEach, describe, expect, it } from 'vitest';
import { openClientData, type ClientData } from '../../client/data/client-data.ts';
import { currentDefinition, type DefinitionOf } from '../../client/data/database.ts';
import { FakeClock } from '../data/fixtures.ts';
import { command, creation, type Who } from '../setup/company.ts';
import { testDatabases, type OpenTestDatabase } from '../setup/postgres.ts';
import { pullPath, startServer, type TestServer } from '../setup/server.ts';
import { memoryPhotoStore } from '../setup/photo-store.ts';
import { Disk, reaches, unsentAre } from '../traps/device.ts';
import { Network } from '../traps/network.ts';
import { eventually } from '../traps/setting.ts';
import { currentVersions, type VersionsOf } from '../../sync-server/replication/requests.ts';
import type { Actor } from '#schemas/staff/permissions.ts';
import type { Page } from '#schemas/sync/protocol.ts';
import { standingOfVersion, type Step, type Versioned } from '#schemas/sync/versions.ts';

/** As if the name had been called `title` in version 0 of customers, and commands had had no `at`. */
const steps: Readonly<Record<string, Readonly<Record<number, Step>>>> = {
  customers: {
    0: {
      up: ({ title, ...rest }) => (title === undefined ? rest : { ...rest, name: title }),
      down: ({ name, ...rest }) => ({ ...rest, title: name }),
    },
  },
  commands: {
    0: { up: (command) => ({ at: '2026-01-01T00:00:00Z', ...command }), down: (command) => command },
  },
};

const newDisk = () => new Disk().storage(undefined, () => undefined);

const laterVersion = (current: Versioned, name: string): Versioned =>
  steps[name] ? { version: 1, steps: steps[name] } : current;
const versions: VersionsOf = (name) => laterVersion(currentVersions(name), name);
const definitionOf: DefinitionOf = (name) => ({
  ...currentDefinition(name),
  ...laterVersion(currentDefinition(name), name),
});

describe('a version', () => {
  const up = (mark: string) => (doc: object) => ({ ...doc, way: `${'way' in doc ? doc.way : ''}${mark}` });
  const three: Versioned = {
    version: 3,
    steps: { 1: { up: up('1'), down: up('a') }, 2: { up: up('2'), down: up('b') } },
  };

  it('is converted step by step, up and down', () => {
    const standing = standingOfVersion(three, 1);
    if (standing.kind !== 'former') throw new Error(standing.kind);
    expect([standing.up({}), standing.down({})]).toEqual([{ way: '12' }, { way: 'ba' }]);
  });

  it.each([
    [3, 'current'],
    [2, 'former'],
    [0, 'too-old'],
    [4, 'too-new'],
  ])('%i is %s', (version, kind) => expect(standingOfVersion(three, version).kind).toBe(kind));
});

describe.each(testDatabases)('schema versions on $name', ({ openMigrated }) => {
  const devices: ClientData[] = [];
  afterEach(async () => {
    for (const device of devices.splice(0)) await device.close();
  });

  async function withServer(
    run: (server: TestServer, opened: OpenTestDatabase) => Promise<void>,
    later = true,
  ) {
    const opened = await openMigrated();
    const server = await startServer(opened.database, later ? { versions } : {});
    await run(server, opened).finally(async () => {
      await server.stop();
      await opened.drop();
    });
  }

  async function open(server: TestServer, who: Who, storage: RxStorage<unknown, unknown>, later = false) {
    const client = await server.as(who);
    const { body: actor } = await client.get<Actor>('/api/session');
    const network = new Network(server.url, client.token);
    const clock = new FakeClock();
    const data = await openClientData(
      { ...actor, companyId: actor.companyId },
      {
        ...{ http: network.http, isSignedIn: () => true, clock, storage, multiInstance: false },
        photoStore: memoryPhotoStore(),
        ...(later && { definitionOf }),
      },
    );
    devices.push(data);
    return Object.assign(data, { network, clock });
  }

  const customerOf = async (data: ClientData, id: string): Promise<object | undefined> =>
    (await data.database.customers.findOne(id).exec())?.toJSON();

  it('a device one version behind goes on reading, sending, and hearing what is new', async () => {
    await withServer(async (server) => {
      const raw = await server.as('admin');
      const page = (await raw.get<Page>(pullPath('customers'))).body;
      expect(page.documents).toContainEqual(
        expect.objectContaining({ id: 'customer-all', title: 'customer-all' }),
      );
      for (const document of page.documents) expect(document).not.toHaveProperty('name');
      const [before] = page.documents;
      const pushed = await raw.post('/replication/customers/0/push', [
        { newDocumentState: { ...before, title: '新名' }, assumedMasterState: before },
      ]);
      expect(pushed).toEqual({ status: 200, body: [] });
      const now = (await raw.get<Page>(pullPath('customers').replace('/0/', '/1/'))).body;
      expect(now.documents).toContainEqual(expect.objectContaining({ id: before?.id, name: '新名' }));
      const conflict = await raw.post<object[]>('/replication/customers/0/push', [
        { newDocumentState: { ...before, title: '另一个' }, assumedMasterState: before },
      ]);
      expect(conflict.body).toMatchObject([
        { title: '新名', conflicts: [{ kept: '新名', other: '另一个' }] },
      ]);
    });
  });

  it('a device one version behind keeps sending commands', async () => {
    await withServer(async (server, { database }) => {
      const device = await open(server, 'clerk', newDisk());
      await reaches(device, 'live');
      const issued = await device.commands.issue('create-order', 'from-behind', creation());
      expect(issued.ok).toBe(true);
      await unsentAre(device, 0);
      const rows = await database.query(`select 1 from order_events where order_id = 'from-behind'`);
      expect(rows).toHaveLength(1);
    });
  });

  it('a device one version behind hears of what others change while it is connected', async () => {
    await withServer(async (server) => {
      const device = await open(server, 'clerk', newDisk());
      await reaches(device, 'live');
      expect(await customerOf(device, 'customer-all')).toMatchObject({ title: 'customer-all' });
      const raw = await server.as('admin');
      const page = (await raw.get<Page>(pullPath('customers').replace('/0/', '/1/'))).body;
      const stored = page.documents.find((document) => document['id'] === 'customer-all');
      await raw.post('/replication/customers/1/push', [
        { newDocumentState: { ...stored, name: '听说的新名' }, assumedMasterState: stored },
      ]);
      await eventually(async () => {
        const heard = await customerOf(device, 'customer-all');
        expect(heard).toMatchObject({ title: '听说的新名' });
        expect(heard).not.toHaveProperty('name');
      });
    });
  });

  it('an update takes over what the device holds, what is not sent yet included, and sends it once', async () => {
    await withServer(async (server, { database }) => {
      const storage = newDisk();
      const before = await open(server, 'admin', storage);
      await reaches(before, 'live');
      before.network.cut();
      const issued = await before.commands.issue('create-order', 'before-update', creation());
      expect(issued.ok).toBe(true);
      const customer = await before.database.customers.findOne('customer-all').exec();
      await customer?.incrementalPatch({ address: '文三路 1 号' });
      expect(await customerOf(before, 'customer-all')).toHaveProperty('title');
      await before.close();
      devices.length = 0;

      const after = await open(server, 'admin', storage, true);
      expect(await customerOf(after, 'customer-all')).toMatchObject({
        name: 'customer-all',
        address: '文三路 1 号',
      });
      await reaches(after, 'live');
      await unsentAre(after, 0);
      await eventually(async () => {
        const [stored] = await database.query<{ body: object }>(
          `select body from documents where collection = 'customers' and id = 'customer-all'`,
        );
        expect(stored?.body).toMatchObject({ name: 'customer-all', address: '文三路 1 号' });
        expect(stored?.body).not.toHaveProperty('conflicts');
        expect(stored?.body).not.toHaveProperty('title');
      });
      const events = await database.query(`select 1 from order_events where order_id = 'before-update'`);
      expect(events).toHaveLength(1);
    });
  });

  it('an app that is newer than its server keeps what is entered, and waits', async () => {
    await withServer(async (server) => {
      const device = await open(server, 'clerk', newDisk(), true);
      await reaches(device, 'server-outdated');
      await device.database.commands.insert(command('create-order', 'too-early', creation()));
      await unsentAre(device, 1);
      device.clock.advance(61_000);
      await reaches(device, 'server-outdated');
      await unsentAre(device, 1);
    }, false);
  });
});
