// A stock client, RxDB 15 with rxdb-server's own plugin, replicates with this server as if it were RxServer.
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { creation, type Who } from '../setup/company.ts';
import { testDatabases, type OpenTestDatabase } from '../setup/postgres.ts';
import { pullAll, startServer, type TestServer } from '../setup/server.ts';
import { startStock, type AskedProcess } from '../setup/stock.ts';
import type { Collection } from '#schemas/sync/collections.ts';
import { collections } from '#schemas/sync/collections.ts';
import { rxSchemaOf } from '#schemas/sync/rx-schema.ts';

type Doc = Record<string, unknown>;

const toDriver1 = { vehicleId: 'vehicle-1', driverId: 'staff-driver1' };
const toDriver2 = { vehicleId: 'vehicle-1', driverId: 'staff-driver2' };

describe.each(testDatabases)('the stock client on $name', ({ openMigrated }) => {
  let opened: OpenTestDatabase;
  let server: TestServer;
  let stock: AskedProcess;
  const clients: string[] = [];
  let made = 0;

  beforeAll(async () => {
    stock = await startStock('client.mjs');
    opened = await openMigrated();
    server = await startServer(opened.database);
  }, 240_000);
  afterEach(async () => {
    for (const client of clients.splice(0)) await stock.ask('close', { client });
  });
  afterAll(async () => {
    await stock.stop();
    await server.stop();
    await opened.drop();
  });

  /** Signs in and replicates one collection; resolves after the first replication. */
  async function replicate(who: Who, collection: Collection, push = false) {
    const client = `${who}-${++made}`;
    const { token } = await server.as(who);
    const url = `${server.url}/replication/${collection}/0`;
    const ask = <Value>(what: string, details: object = {}) => stock.ask<Value>(what, { client, ...details });
    const connect = () => ask('connect', { url, token, push });
    await ask('open', { collection, schema: rxSchemaOf(collections[collection]) });
    clients.push(client);
    await connect();
    return {
      connect,
      disconnect: () => ask('disconnect'),
      insert: (document: Doc) => ask('insert', { document }),
      patch: (id: unknown, change: Doc) => ask('patch', { id, change }),
      inSync: () => ask('inSync'),
      answered: () => ask<Doc[]>('answered'),
      failures: () => ask<string[]>('failures'),
      tombstones: (ids: readonly string[]) => ask<string[]>('tombstones', { ids }),
      document: async (id: unknown) =>
        (await ask<Doc[]>('documents')).find((document) => document['id'] === id),
      ids: async () => (await ask<Doc[]>('documents')).map(({ id }) => id),
    };
  }

  async function stored(collection: Collection, id: unknown): Promise<Doc | undefined> {
    const { documents } = await pullAll(await server.as('admin'), collection);
    const found = documents.find((document) => document['id'] === id);
    if (!found) return undefined;
    const { _deleted, ...document } = found;
    return _deleted ? undefined : document;
  }

  describe('pulls orders', () => {
    it('page by page at first', async () => {
      const orderIds = Array.from({ length: 45 }, (_, index) => `order-first-${index}`);
      for (const id of orderIds) await server.say('clerk', 'create-order', id, creation());
      const client = await replicate('dispatcher', 'orders');
      expect(await client.ids()).toEqual(expect.arrayContaining(orderIds));
      expect(await client.document('order-first-0')).toEqual(await stored('orders', 'order-first-0'));
      expect(await client.failures()).toEqual([]);
    });

    it('and hears of those created, changed and taken out of its reach', async () => {
      const client = await replicate('dispatcher', 'orders');
      await server.say('clerk', 'create-order', 'order-live', creation());
      await vi.waitFor(async () => expect(await client.ids()).toContain('order-live'), waiting);
      for (const assignment of [toDriver1, toDriver2]) {
        await server.say('dispatcher', 'dispatch', 'order-live', assignment);
        await vi.waitFor(
          async () => expect(await client.document('order-live')).toMatchObject({ assignment }),
          waiting,
        );
      }
      expect(await client.document('order-live')).toEqual(await stored('orders', 'order-live'));

      const verdict = await server.say('admin', 'edit-order', 'order-live', {
        patch: { outletId: 'outlet-2' },
        base: { outletId: 'outlet-1' },
      });
      expect(verdict.status).toBe('applied');
      await vi.waitFor(async () => expect(await client.ids()).not.toContain('order-live'), waiting);
      expect(await client.tombstones(['order-live'])).toEqual(['order-live']);
      expect(await client.failures()).toEqual([]);
    });
  });

  describe('pulls and pushes customers', () => {
    const customer = (changed: Doc = {}): Doc => ({
      id: `customer-stock-${++made}`,
      name: '平安',
      disabled: false,
      typeId: 'customer-type-insurer',
      contact: { name: '李' },
      outletIds: [],
      settlement: { cycle: 'monthly' },
      needsConfirmation: false,
      ...changed,
    });

    /** Somebody else's edit, through another session. */
    async function editElsewhere(id: unknown, change: Doc): Promise<void> {
      const { version: _, ...base } = (await stored('customers', id)) ?? {};
      const admin = await server.as('admin');
      const row = { assumedMasterState: base, newDocumentState: { ...base, ...change } };
      const { status, body } = await admin.post('/replication/customers/0/push', [row]);
      expect({ status, body }).toEqual({ status: 200, body: [] });
    }

    type StockClient = Awaited<ReturnType<typeof replicate>>;

    /** A document that the client has made and that both sides hold, with its version. */
    async function shared(client: StockClient, changed: Doc = {}): Promise<Doc> {
      const document = customer(changed);
      await client.insert(document);
      await settled(client, document['id']);
      return document;
    }

    /** Waits until the client holds what the server holds. */
    async function settled(client: StockClient, id: unknown): Promise<Doc> {
      await client.inSync();
      return vi.waitFor(async () => {
        const here = await client.document(id);
        expect(here?.['version']).toBeGreaterThan(0);
        expect(here).toEqual(await stored('customers', id));
        return here ?? {};
      }, waiting);
    }

    it('a new one, and an edit of it', async () => {
      const client = await replicate('admin', 'customers', true);
      expect(await client.ids()).toEqual(expect.arrayContaining(['customer-all', 'customer-2']));
      const { id, ...content } = await shared(client);
      expect(await stored('customers', id)).toMatchObject(content);
      await client.patch(id, { name: '太平洋' });
      expect(await settled(client, id)).toMatchObject({ ...content, name: '太平洋' });
      expect(await client.failures()).toEqual([]);
    });

    it('both edits, when two changed different fields', async () => {
      const client = await replicate('admin', 'customers', true);
      const { id } = await shared(client);
      await client.disconnect();
      await client.patch(id, { name: '太平洋' });
      await editElsewhere(id, { needsConfirmation: true });
      await client.connect();
      const merged = await settled(client, id);
      expect(merged).toMatchObject({ name: '太平洋', needsConfirmation: true });
      expect(merged).not.toHaveProperty('conflicts');
      expect(await client.answered()).toEqual([{ ...merged, _deleted: false }]);
      expect(await client.failures()).toEqual([]);
    });

    it('both values, when two changed the same field: the later one waits in a note', async () => {
      const client = await replicate('admin', 'customers', true);
      const { id } = await shared(client);
      await client.disconnect();
      await client.patch(id, { name: '太平洋' });
      await editElsewhere(id, { name: '人保' });
      await client.connect();
      const merged = await settled(client, id);
      expect(merged).toMatchObject({
        name: '人保',
        conflicts: [{ field: 'name', kept: '人保', other: '太平洋', by: 'staff-admin' }],
      });
      expect(await client.answered()).toEqual([{ ...merged, _deleted: false }]);
      expect(await client.failures()).toEqual([]);
    });

    it('nothing that is forbidden: it takes what the server answers, and goes on', async () => {
      const client = await replicate('clerk', 'customers', true);
      const before = await stored('customers', 'customer-all');
      await client.patch('customer-all', { name: 'mine now' });
      await vi.waitFor(async () => expect(await client.document('customer-all')).toEqual(before), waiting);
      await editElsewhere('customer-all', { address: '杭州' });
      await vi.waitFor(
        async () => expect(await client.document('customer-all')).toMatchObject({ address: '杭州' }),
        waiting,
      );
      expect(await client.failures()).toEqual([]);
    });
  });
});

const waiting = { timeout: 10_000, interval: 30 };
