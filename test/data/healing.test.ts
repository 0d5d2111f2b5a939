// A device whose replica was damaged, or whose server was taken back to a backup, comes right by itself.
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { memoryPhotoStore } from '../setup/photo-store.ts';
import type { RxDocumentData } from 'rxdb';
import { filter, firstValueFrom } from 'rxjs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ClientData } from '../../client/data/client-data.ts';
import { collectionNames, type Collection, type DocumentOf } from '#schemas/sync/collections.ts';
import { differences, digestOf } from '#schemas/sync/digest.ts';
import { FakeServer } from './fake-server.ts';
import { creation, customer, FakeClock, openDeviceData, order, putReferences, reaches } from './fixtures.ts';

const healingMs = 5 * 60_000;
let server: FakeServer;
let clock: FakeClock;
let data: ClientData | undefined;

beforeEach(async () => {
  vi.spyOn(console, 'warn').mockReturnValue(undefined);
  server = await FakeServer.start();
  clock = new FakeClock();
  putReferences(server);
});

afterEach(async () => {
  await data?.close();
  data = undefined;
  await server.stop();
});

async function open(): Promise<ClientData> {
  data = await openDeviceData(server, { clock, storage: getRxStorageMemory() });
  await reaches(data, 'live');
  clock.advance(10_000);
  await vi.waitFor(() => expect(server.comparisons).toBe(1));
  return data;
}

/** Past RxDB, as a fault of the disk would: nobody hears of it. */
async function damage<Name extends Collection>(
  device: ClientData,
  name: Name,
  id: string,
  change: (document: RxDocumentData<DocumentOf<Name>>) => RxDocumentData<DocumentOf<Name>>,
): Promise<void> {
  const instance = device.database.collections[name].storageInstance;
  const [stored] = await instance.findDocumentsById([id], true);
  if (!stored) throw new Error(`${name} ${id} is not on the device`);
  const previous = stored as RxDocumentData<DocumentOf<Name>>;
  const document = change(structuredClone(previous));
  document._rev = `${Number.parseInt(previous._rev, 10) + 1}-damaged`;
  await instance.bulkWrite([{ previous: previous as never, document: document as never }], 'damage');
}

/** A document whose revision is still that of what the server told; RxDB raises both here, a disk neither. */
function asTold<Doc extends { _rev: string; _meta: object }>(document: Doc): Doc {
  const { hash } = (document._meta as { o: { hash: string } }).o;
  const raised = Number.parseInt(document._rev, 10) + 1;
  return { ...document, _meta: { ...document._meta, o: { hash, _rev: raised } } };
}

/** Minutes without a sign of life cut the stream, so that time has to pass until it is made anew. */
async function minutesPass(): Promise<void> {
  const before = server.comparisons;
  clock.advance(healingMs);
  await vi.waitFor(() => {
    clock.advance(2000);
    expect(server.comparisons).toBeGreaterThan(before);
  });
}

const heldIds = async (device: ClientData, name: Collection) =>
  (await device.database.collections[name].find().exec()).map(({ primary }) => primary).sort();

const versionOf = async (device: ClientData, id: string) =>
  (await device.database.customers.findOne(id).exec())?.toJSON().version;

const healed = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 5000, interval: 20 });

describe('a checksum', () => {
  test('does not depend on the order, and tells every single difference', () => {
    const held = [['a', 1] as const, ['b', 2] as const, ['c', 3] as const];
    const whole = digestOf(held);
    expect(whole).toEqual({ count: 3, sum: digestOf([...held].reverse()).sum });
    for (const other of [held.slice(1), [...held, ['d', 4] as const], [['a', 2] as const, ...held.slice(1)]])
      expect(digestOf(other)).not.toEqual(whole);
  });

  test('has the list behind it compared', () => {
    const here = new Map([
      ['same', 1],
      ['older', 1],
      ['extra', 4],
    ]);
    const there = new Map([
      ['same', 1],
      ['older', 2],
      ['missing', 3],
    ]);
    expect(differences(here, there).sort()).toEqual(['extra', 'missing', 'older']);
  });
});

describe('a damaged replica', () => {
  test('that is whole asks for nothing', async () => {
    server.put('orders', order('a'));
    await open();
    await minutesPass();
    await minutesPass();
    expect(server.askedFor).toEqual([]);
  });

  test('gets back what is gone, and loses what it should not have', async () => {
    server.put('orders', ...Array.from({ length: 1200 }, (_, index) => order(`o${index}`)));
    const device = await open();
    const lost = Array.from({ length: 700 }, (_, index) => `o${index}`);
    for (const id of lost)
      await damage(device, 'orders', id, (document) => ({ ...document, _deleted: true }));
    await damage(device, 'orders', 'o900', (document) => ({ ...document, version: 1 }));
    await damage(device, 'customers', customer.id, (document) => ({ ...document, _deleted: true }));
    await minutesPass();
    await healed(async () => {
      expect((await heldIds(device, 'orders')).length).toBe(1200);
      expect(await heldIds(device, 'customers')).toEqual([customer.id]);
    });
    const mended = await device.database.orders.findOne('o900').exec();
    expect(mended?.get('version')).toBeGreaterThan(1);
    expect(new Set(server.askedFor)).toEqual(new Set([...lost, 'o900', customer.id]));
  });

  test('says again what the server told, where a fault changed a word of it', async () => {
    server.put('orders', order('a'), order('b'));
    const device = await open();
    await damage(device, 'orders', 'a', (document) => asTold({ ...document, number: 'N-?' }));
    await damage(device, 'customers', customer.id, (document) => asTold({ ...document, name: '?' }));
    await minutesPass();
    await healed(async () => {
      const kept = await device.database.customers.findOne(customer.id).exec();
      const healedOrder = await device.database.orders.findOne('a').exec();
      expect([healedOrder?.get('number'), kept?.get('name')]).toEqual(['N-a', customer.name]);
    });
    await minutesPass();
    expect(server.askedFor.toSorted()).toEqual(['a', customer.id]);
    expect(server.pushes).toEqual([]);
  });

  test('heals at the next start as well', async () => {
    server.put('orders', order('a'), order('b'));
    const storage = getRxStorageMemory();
    const first = await openDeviceData(server, { clock, storage });
    await reaches(first, 'live');
    await damage(first, 'orders', 'a', (document) => ({ ...document, _deleted: true }));
    const { actor } = first;
    await first.close();
    const { openClientData } = await import('../../client/data/client-data.ts');
    const { createHttp } = await import('../../client/data/http.ts');
    data = await openClientData(actor, {
      ...{ http: createHttp(server.url), isSignedIn: () => true, clock, storage, multiInstance: false },
      photoStore: memoryPhotoStore(),
    });
    const reopened = data;
    await reaches(reopened, 'live');
    clock.advance(10_000);
    await healed(async () => expect(await heldIds(reopened, 'orders')).toEqual(['a', 'b']));
  });

  test('what is not sent yet is no damage', async () => {
    const device = await open();
    server.status = 503;
    await device.commands.issue('create-order', 'mine', creation);
    await device.database.customers.insert({ ...customer, id: 'customer-mine' });
    await reaches(device, 'waiting');
    server.status = undefined;
    clock.advance(2000);
    await firstValueFrom(device.log.unsent$.pipe(filter((commands) => commands.length === 0)));
    await minutesPass();
    await healed(async () => expect(await heldIds(device, 'customers')).toContain('customer-mine'));
    expect(server.askedFor).toEqual([]);
  });
});

describe('a restored backup', () => {
  test('takes away what it does not know, and is offered again what was entered since', async () => {
    const device = await open();
    server.put('orders', order('before'));
    const backup = server.version;
    const ids: string[] = [];
    for (const orderId of ['order-1', 'order-2']) {
      const issued = await device.commands.issue('create-order', orderId, creation);
      if (issued.ok) ids.push(issued.value.id);
    }
    await firstValueFrom(device.log.unsent$.pipe(filter((commands) => commands.length === 0)));
    server.tell(server.put('orders', order('after')));
    await healed(async () => expect(await heldIds(device, 'orders')).toEqual(['after', 'before']));
    expect(server.applied).toEqual(ids);

    server.restore('2', backup);
    server.tell('RESYNC');
    await healed(async () => expect(await heldIds(device, 'orders')).toEqual(['before']));
    await healed(async () => expect(server.applied).toEqual([...ids, ...ids]));
    await firstValueFrom(device.log.unsent$.pipe(filter((commands) => commands.length === 0)));
    expect((await heldIds(device, 'commands')).sort()).toEqual([...ids].sort());
  });

  /** As when its server is taken back: nobody is reached for a while, and then it is another one. */
  async function isRestoredWhileAway(device: ClientData, upTo: number, entering: () => Promise<void>) {
    server.status = 503;
    server.cutStreams();
    await reaches(device, 'waiting');
    await entering();
    server.restore('2', upTo);
    server.status = undefined;
  }

  const issue = async (
    device: ClientData,
    ...[type, orderId, payload]: Parameters<typeof device.commands.issue>
  ) => {
    const issued = await device.commands.issue(type, orderId, payload);
    if (!issued.ok) throw new Error(issued.error.code);
    return issued.value.id;
  };

  const nothingUnsent = (device: ClientData) =>
    healed(async () => {
      clock.advance(500);
      expect(await firstValueFrom(device.log.unsent$)).toEqual([]);
    });

  test('does not bring to life what was refused', async () => {
    const device = await open();
    const backup = server.version;
    server.judge = () => ({ status: 'rejected', code: 'unknown-reference' });
    const refused = await issue(device, 'create-order', 'order-1', creation);
    await nothingUnsent(device);
    const asked = server.applied.length;
    server.judge = () => ({ status: 'applied' });
    let next = '';
    await isRestoredWhileAway(device, backup, async () => {
      next = await issue(device, 'create-order', 'order-2', creation);
    });
    await nothingUnsent(device);
    await minutesPass();
    expect(server.applied.slice(asked)).toEqual([next]);
    const [kept] = await firstValueFrom(device.log.refused$);
    expect(kept).toMatchObject({ id: refused, verdict: { code: 'unknown-reference' } });
  });

  test('is offered again the records that were made since', async () => {
    const device = await open();
    const backup = server.version;
    await device.database.customers.insert({ ...customer, id: 'customer-since' });
    await vi.waitFor(() => expect(server.applied).toEqual(['customer-since']));
    await healed(async () => expect(await versionOf(device, 'customer-since')).toBeGreaterThan(0));

    server.restore('2', backup);
    server.tell('RESYNC');
    await healed(async () => expect(server.applied).toEqual(['customer-since', 'customer-since']));
    await healed(async () => expect(await heldIds(device, 'customers')).toContain('customer-since'));
  });

  test('leaves alone what it knows', async () => {
    server.put('orders', order('a'));
    const device = await open();
    const held = async () => Promise.all(collectionNames.map((name) => heldIds(device, name)));
    const before = await held();
    server.restore('2', server.version);
    server.tell('RESYNC');
    server.tell(server.put('orders', order('b')));
    await healed(async () => expect(await heldIds(device, 'orders')).toEqual(['a', 'b']));
    await minutesPass();
    const expected = collectionNames.map((name, at) => (name === 'orders' ? ['a', 'b'] : before[at]));
    expect(await held()).toEqual(expected);
    expect(server.pushes).toEqual([]);
  });
});
