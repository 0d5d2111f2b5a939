// A device and a server over a real connection: nothing is lost, nothing is done twice, nothing blocks.
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import type { RxStorage } from 'rxdb';
import { filter, firstValueFrom } from 'rxjs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ClientData } from '../../client/data/client-data.ts';
import { FakeServer } from './fake-server.ts';
import { creation, FakeClock, openDeviceData, order, putReferences, reaches } from './fixtures.ts';

let server: FakeServer;
let clock: FakeClock;
let data: ClientData | undefined;

beforeEach(async () => {
  server = await FakeServer.start();
  clock = new FakeClock();
  putReferences(server);
});

afterEach(async () => {
  await data?.close();
  data = undefined;
  await server.stop();
});

async function open(storage?: RxStorage<unknown, unknown>): Promise<ClientData> {
  data = await openDeviceData(server, { clock, ...(storage && { storage }) });
  return data;
}

const numberOfOrders = (device: ClientData) => device.database.orders.count().exec();

const orderArrives = (device: ClientData, id: string) =>
  firstValueFrom(device.orders.one(id).pipe(filter((found) => found !== null)));

const unsentAre = (device: ClientData, count: number) =>
  firstValueFrom(device.log.unsent$.pipe(filter((commands) => commands.length === count)));

async function create(device: ClientData, id: string): Promise<string> {
  const issued = await device.commands.issue('create-order', id, creation);
  if (!issued.ok) throw new Error(issued.error.code);
  return issued.value.id;
}

describe('coming in', () => {
  test('the first sync brings everything, over as many pages as it takes', async () => {
    const documents = Array.from({ length: 1203 }, (_, index) => order(`o${index}`));
    server.put('orders', ...documents);
    const device = await open();
    await reaches(device, 'live');
    expect(await numberOfOrders(device)).toBe(1203);
    expect(device.sync.status$.value.initialSyncDone).toBe(true);
  });

  test('a message that follows without a gap is taken without asking', async () => {
    const device = await open();
    await reaches(device, 'live');
    const pulls = server.pulls;
    server.tell(server.put('orders', order('a')));
    await orderArrives(device, 'a');
    server.tell(server.put('orders', order('b')));
    await orderArrives(device, 'b');
    expect(server.pulls).toBe(pulls);
  });

  test('a message behind a gap brings what was missed as well', async () => {
    const device = await open();
    await reaches(device, 'live');
    server.put('orders', order('missed'));
    server.tell(server.put('orders', order('heard')));
    await orderArrives(device, 'missed');
    await orderArrives(device, 'heard');
  });

  test('RESYNC and a new connection bring what nobody told of', async () => {
    const device = await open();
    await reaches(device, 'live');
    server.put('orders', order('a'));
    server.tell('RESYNC');
    await orderArrives(device, 'a');
    server.cutStreams();
    server.put('orders', order('b'));
    await reaches(device, 'waiting');
    clock.advance(2000);
    await orderArrives(device, 'b');
  });

  test('a tombstone takes an order off the device', async () => {
    server.put('orders', order('a'));
    const device = await open();
    await reaches(device, 'live');
    server.tell(server.put('orders', { id: 'a', _deleted: true }));
    await firstValueFrom(device.orders.one('a').pipe(filter((found) => found === null)));
  });

  test('a page whose writing fails stops everything, and comes again after a restart', async () => {
    server.put('orders', ...Array.from({ length: 700 }, (_, index) => order(`o${index}`)));
    const device = await open(failingOnce('orders', 'replication-downstream'));
    await reaches(device, 'storage-failed');
    device.sync.restart();
    await reaches(device, 'live');
    expect(await numberOfOrders(device)).toBe(700);
  });

  test('a checkpoint that cannot be written does no harm either', async () => {
    server.put('orders', order('a'));
    const device = await open(failingOnce('', 'replication-set-checkpoint'));
    await reaches(device, 'storage-failed');
    clock.advance(60_000);
    await reaches(device, 'live');
    expect(await numberOfOrders(device)).toBe(1);
  });
});

describe('going out', () => {
  test('a command whose answer was lost is sent again and has one effect', async () => {
    const device = await open();
    await reaches(device, 'live');
    server.loseAnswers = 1;
    const id = await create(device, 'order-1');
    await reaches(device, 'waiting');
    clock.advance(2000);
    await unsentAre(device, 0);
    expect(server.applied).toEqual([id]);
    expect(server.pushes).toEqual([1, 1]);
  });

  test('a refused command is told and does not block what is behind it', async () => {
    const device = await open();
    await reaches(device, 'live');
    server.status = 503;
    const ids: string[] = [];
    for (const orderId of ['order-1', 'order-2', 'order-3']) ids.push(await create(device, orderId));
    server.judge = ({ id }) =>
      id === ids[1] ? { status: 'rejected', code: 'order-exists' } : { status: 'applied' };
    await reaches(device, 'waiting');
    server.status = undefined;
    clock.advance(2000);
    await unsentAre(device, 0);
    const refused = await firstValueFrom(device.log.refused$);
    expect(refused.map(({ id, verdict }) => [id, verdict?.code])).toEqual([[ids[1], 'order-exists']]);
    await device.log.dismiss(ids[1] ?? '');
    await firstValueFrom(device.log.refused$.pipe(filter((commands) => commands.length === 0)));
  });

  test('hours of work without network arrive in the order in which they were done', async () => {
    const device = await open();
    await reaches(device, 'live');
    server.status = 503;
    const ids: string[] = [];
    for (let n = 0; n < 120; n++) ids.push(await create(device, `order-${n}`));
    await reaches(device, 'waiting');
    server.status = undefined;
    clock.advance(2000);
    await unsentAre(device, 0);
    expect(server.applied).toEqual(ids);
    expect(Math.max(...server.pushes)).toBeLessThanOrEqual(50);
  });

  test('after the session has ended nothing unsent is lost, and it goes out after signing in', async () => {
    const device = await open();
    await reaches(device, 'live');
    server.status = 401;
    await create(device, 'order-1');
    await reaches(device, 'signed-out');
    await create(device, 'order-2');
    expect(await unsentAre(device, 2)).toHaveLength(2);
    server.status = undefined;
    device.sync.signedIn();
    await unsentAre(device, 0);
    expect(server.applied).toHaveLength(2);
  });

  test('an outdated app stops asking and keeps what is unsent', async () => {
    const device = await open();
    await reaches(device, 'live');
    server.status = 426;
    await create(device, 'order-1');
    await reaches(device, 'update-needed');
    expect(await unsentAre(device, 1)).toHaveLength(1);
  });
});

describe('on the screen', () => {
  test('a creation is shown at once and stays, without a flicker, when the server has it', async () => {
    const device = await open();
    await reaches(device, 'live');
    const shown: (string | null)[] = [];
    const subscription = device.orders.one('order-1').subscribe((found) => {
      shown.push(found && `${found.status} ${found.unsent}`);
    });
    const id = await create(device, 'order-1');
    await unsentAre(device, 0);
    const timeline = [{ ...order('order-1').timeline[0], id }];
    server.tell(server.put('orders', { ...order('order-1'), timeline } as never));
    await firstValueFrom(device.orders.one('order-1').pipe(filter((found) => found?.number === 'N-order-1')));
    subscription.unsubscribe();
    expect(shown.slice(shown.findIndex((each) => each !== null))).not.toContain(null);
    expect(shown.at(-1)).toBe('pending 0');
  });

  test('what the rule refuses is refused at once and not queued', async () => {
    const device = await open();
    await reaches(device, 'live');
    const issued = await device.commands.issue('void', 'nobody', { reason: 'x' });
    expect(issued).toEqual({ ok: false, error: { code: 'order-not-found' } });
    expect(await device.database.commands.count().exec()).toBe(0);
  });

  test('the list is narrowed by status and text, newest first, with own creations on top', async () => {
    server.put('orders', order('old', { createdAt: '2026-01-01T08:00:00.000Z' }));
    server.put('orders', order('new', { createdAt: '2026-02-01T08:00:00.000Z' }));
    server.put('orders', order('done', { status: 'completed', car: { plate: '沪B77777' } }));
    const device = await open();
    await reaches(device, 'live');
    server.status = 503;
    await create(device, 'order-1');
    const ids = async (query: Parameters<ClientData['orders']['page']>[0]) =>
      (await firstValueFrom(device.orders.page(query, 50))).orders.map(({ id }) => id);
    expect(await ids({ statuses: ['pending', 'dispatched'] })).toEqual(['order-1', 'new', 'old']);
    expect(await ids({ text: '沪b 777' })).toEqual(['done']);
    expect(await ids({})).toEqual(['order-1', 'done', 'new', 'old']);
  });
});

/** A storage of which one write fails, as when the disk is full for a moment. */
function failingOnce(collection: string, context: string): RxStorage<unknown, unknown> {
  const memory: RxStorage<unknown, unknown> = getRxStorageMemory();
  let left = 1;
  return {
    ...memory,
    createStorageInstance: async (params) => {
      const instance = await memory.createStorageInstance(params);
      const bulkWrite = instance.bulkWrite.bind(instance);
      instance.bulkWrite = async (rows, of) => {
        const fails = of.startsWith(context) && (!collection || params.collectionName === collection);
        if (fails && left-- > 0) throw new DOMException('The quota has been exceeded', 'QuotaExceededError');
        return bulkWrite(rows, of);
      };
      return instance;
    },
  };
}
