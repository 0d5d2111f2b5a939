// A photo on its way from the camera to the server: wherever it is broken off, it goes on, and never twice.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { defer, firstValueFrom, throwError } from 'rxjs';
import { memoryPhotoStore } from '../setup/photo-store.ts';
import type { ClientData } from '../../client/data/client-data.ts';
import type { TakenPhoto } from '../../client/data/photo-queue.ts';
import type { PhotoStore } from '../../client/data/photo-store.ts';
import type { Transfer, TransferOutcome } from '../../client/data/photo-transfer.ts';
import { photosOn } from '#schemas/photos/decide.ts';
import { mostPhotos } from '#schemas/photos/photo.ts';
import { FakeServer } from './fake-server.ts';
import { FakeClock, openDeviceData, order, putReferences, reaches } from './fixtures.ts';

/** What the server does with the bytes, told by the test. */
class FakeTransfer {
  readonly begun: string[] = [];
  outcome: TransferOutcome = { kind: 'stored' };

  readonly run: Transfer = ({ id }, _bytes, { onSent }) => {
    this.begun.push(id);
    onSent(3);
    return Promise.resolve(this.outcome);
  };
}

const bytes = new Uint8Array([1, 2, 3, 4]).buffer;
const idOf = (index: number) => `01HZX00000000000000000000${index}`;
const taken = (index: number, orderId = 'a'): TakenPhoto => ({
  orderId,
  bytes,
  facts: {
    ...{ photoId: idOf(index), slot: 'scene', takenAt: '2026-03-01T08:00:00.000Z', source: 'camera' },
    ...{ sha256: '0'.repeat(64), bytes: 4, kind: 'image/jpeg' },
  },
});

let server: FakeServer;
let clock: FakeClock;
let transfer: FakeTransfer;
let photoStore: PhotoStore;
let data: ClientData;

beforeEach(async () => {
  server = await FakeServer.start();
  putReferences(server);
  server.put('orders', order('a'));
  clock = new FakeClock();
  transfer = new FakeTransfer();
  photoStore = memoryPhotoStore();
});

afterEach(async () => {
  await data.close();
  await server.stop();
});

async function open(): Promise<ClientData> {
  data = await openDeviceData(server, { clock, photoStore, transfer: transfer.run });
  await reaches(data, 'live');
  return data;
}

/** The app was killed before it told of it. */
const keep = ({ orderId, facts, ...content }: TakenPhoto) =>
  photoStore.put({ id: facts.photoId, orderId, facts, accepted: false, sent: 0 }, content);

const fullOrder = (id: string) => {
  const { timeline, ...rest } = order(id);
  const [created] = timeline;
  const added = Array.from({ length: mostPhotos }, (_, index) => ({
    ...{ at: rest.createdAt, recordedAt: rest.createdAt, by: 'x', type: 'add-photo' as const },
    ...{ id: `add-${index}`, photoId: `photo-${index}` },
  }));
  return order(id, { timeline: [...(created ? [created] : []), ...added] });
};

/** A busy machine takes its time. */
const patiently = { timeout: 8000 };

const keptAre = (...ids: string[]) =>
  vi.waitFor(async () => expect((await photoStore.list()).map(({ id }) => id)).toEqual(ids), patiently);

/** The time for the next try comes, once it has been set. */
const afterWaiting = () =>
  vi.waitFor(async () => {
    clock.advance(1000);
    expect(await photoStore.list()).toEqual([]);
  }, patiently);

const timePassesUntil = (condition: () => boolean) =>
  vi.waitFor(() => {
    clock.advance(100);
    expect(condition()).toBe(true);
  }, patiently);

const problemIs = (problem: string | undefined) =>
  vi.waitFor(async () => expect((await photoStore.list())[0]?.problem).toBe(problem), patiently);

/** This device has the order, with so much on its timeline. */
const has = (orderId: string, entries: number) =>
  vi.waitFor(
    async () => expect((await data.orders.read(orderId))?.timeline).toHaveLength(entries),
    patiently,
  );

const photosOf = async (orderId: string) => [
  ...photosOn((await data.orders.read(orderId))?.timeline ?? []).keys(),
];

describe('a photo that was taken', () => {
  test('is told of once, whoever else finds it untold meanwhile', async () => {
    const device = await open();
    await has('a', 1);
    const adding = device.photos.queue.add(taken(1));
    await keptAre(idOf(1));
    const [photo] = await photoStore.list();
    if (!photo) throw new Error('It was kept just now');
    const told = await Promise.all([
      adding,
      device.photos.queue.announce(photo),
      device.photos.queue.announce(photo),
    ]);
    expect(told.map((issued) => issued.ok && issued.value.id)).toEqual([idOf(1), idOf(1), idOf(1)]);
    expect(await device.database.commands.find().exec()).toHaveLength(1);
  });

  test('is on its order at once, and its bytes are kept until the server has them', async () => {
    transfer.outcome = { kind: 'not-yet' };
    const device = await open();
    expect(await device.photos.queue.add(taken(1))).toMatchObject({ ok: true });
    expect(await photosOf('a')).toEqual([idOf(1)]);
    await vi.waitFor(() => expect(transfer.begun).toEqual([idOf(1)]));
    await keptAre(idOf(1));
    transfer.outcome = { kind: 'stored' };
    await afterWaiting();
    expect(server.applied).toHaveLength(1);
  });

  test('waits until the server has judged the command that tells of it', async () => {
    const device = await open();
    server.status = 503;
    await device.photos.queue.add(taken(1));
    await vi.waitFor(() => expect(device.sync.status$.value.phase).toBe('waiting'));
    expect(transfer.begun).toEqual([]);
    server.status = undefined;
    device.sync.networkIsBack();
    await afterWaiting();
    expect(transfer.begun).toEqual([idOf(1)]);
  });

  test('that has no room on the device is on no order, and its person is told', async () => {
    const device = await open();
    photoStore.put = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
    expect(await device.photos.queue.add(taken(1))).toMatchObject({ error: { code: 'not-stored' } });
    expect(await photosOf('a')).toEqual([]);
  });

  test('and was stored when the app was killed is told of at the next start', async () => {
    await keep(taken(1));
    await open();
    await keptAre();
    expect(transfer.begun).toEqual([idOf(1)]);
    expect(server.applied).toHaveLength(1);
  });

  test('is told of also where its order has left the device meanwhile: the server decides', async () => {
    await keep(taken(1, 'given-away'));
    await open();
    await keptAre();
    expect(transfer.begun).toEqual([idOf(1)]);
    expect(server.applied).toHaveLength(1);
  });

  test('shows why nobody can be told of it, and can be given up', async () => {
    server.put('orders', fullOrder('full'));
    const device = await open();
    await has('full', mostPhotos + 1);
    await keep(taken(1, 'full'));
    await problemIs('too-many-photos');
    expect(await device.photos.queue.retry(idOf(1))).toMatchObject({ error: { code: 'too-many-photos' } });
    await keptAre(idOf(1));
    await device.photos.queue.giveUp(idOf(1));
    await keptAre();
  });

  test('is told of once there is no reason against it any more', async () => {
    server.put('orders', fullOrder('full'));
    await open();
    await has('full', mostPhotos + 1);
    await keep(taken(1, 'full'));
    await problemIs('too-many-photos');
    server.tell(server.put('orders', order('full')));
    await has('full', 1);
    await afterWaiting();
    expect(transfer.begun).toEqual([idOf(1)]);
  });
});

describe('what the server does not take', () => {
  /** It would take it on order b. */
  async function refusedOnA(): Promise<ClientData> {
    server.put('orders', order('b'));
    server.judge = ({ orderId }) =>
      orderId === 'a' ? { status: 'rejected', code: 'not-permitted' } : { status: 'applied' };
    const device = await open();
    await has('b', 1);
    await device.photos.queue.add(taken(1));
    await problemIs('not-permitted');
    return device;
  }

  test('is kept with the reason, and goes its way when it is tried again', async () => {
    server.judge = () => ({ status: 'rejected', code: 'not-permitted' });
    const device = await open();
    await device.photos.queue.add(taken(1));
    await problemIs('not-permitted');
    server.judge = () => ({ status: 'applied' });
    await device.photos.queue.retry(idOf(1));
    await keptAre();
    expect(await photosOf('a')).toEqual([idOf(1)]);
  });

  test('is put on another order, or shows something else, and its refusal is told no more', async () => {
    const device = await refusedOnA();
    const changed = await device.photos.queue.change(idOf(1), { orderId: 'b', slot: 'signature' });
    expect(changed).toMatchObject({ ok: true, value: { orderId: 'b', payload: { slot: 'signature' } } });
    await keptAre();
    expect([await photosOf('a'), await photosOf('b')]).toEqual([[], [idOf(1)]]);
    expect(await firstValueFrom(device.log.refused$)).toEqual([]);
  });

  test('stays as it was where it cannot be on the other order either', async () => {
    server.put('orders', fullOrder('full'));
    server.judge = () => ({ status: 'rejected', code: 'not-permitted' });
    const device = await open();
    await has('full', mostPhotos + 1);
    await device.photos.queue.add(taken(1));
    await problemIs('not-permitted');
    const changed = await device.photos.queue.change(idOf(1), { orderId: 'full', slot: 'scene' });
    expect(changed).toMatchObject({ error: { code: 'too-many-photos' } });
    expect(await photoStore.list()).toMatchObject([{ orderId: 'a', problem: 'not-permitted' }]);
  });

  test('is told of on the other order when the app was killed as it was changed', async () => {
    await refusedOnA();
    await photoStore.update(idOf(1), { orderId: 'b', tellAs: 'told-as-changed' });
    await keptAre();
    expect(await photosOf('b')).toEqual([idOf(1)]);
  });

  test('is handed in where a manager is to decide, and stays until its person has', async () => {
    server.judge = () => ({ status: 'rejected', code: 'not-permitted' });
    const device = await open();
    await device.photos.queue.add(taken(1));
    await vi.waitFor(
      async () =>
        expect(await photoStore.list()).toMatchObject([{ problem: 'not-permitted', handedIn: true }]),
      patiently,
    );
    expect(transfer.begun).toEqual([idOf(1)]);
  });

  test('stays with its person alone where it is his to mend', async () => {
    server.judge = () => ({ status: 'rejected', code: 'too-many-photos' });
    const device = await open();
    await device.photos.queue.add(taken(1));
    await problemIs('too-many-photos');
    await device.photos.queue.add(taken(2));
    await vi.waitFor(async () => expect((await photoStore.list())[1]?.problem).toBeDefined(), patiently);
    expect(transfer.begun).toEqual([]);
  });

  test('is forgotten when it is given up', async () => {
    server.judge = () => ({ status: 'rejected', code: 'not-permitted' });
    const device = await open();
    await device.photos.queue.add(taken(1));
    await problemIs('not-permitted');
    await device.photos.queue.giveUp(idOf(1));
    await keptAre();
    expect(await photosOf('a')).toEqual([]);
  });

  test('holds up none of the others, and is tried again later and later', async () => {
    transfer.outcome = { kind: 'not-yet', code: 'photo-damaged' };
    const device = await open();
    await device.photos.queue.add(taken(1));
    await problemIs('photo-damaged');
    await device.photos.queue.add(taken(2));
    await vi.waitFor(() => expect(transfer.begun).toEqual([idOf(1), idOf(2)]));
    await keptAre(idOf(1), idOf(2));
    transfer.outcome = { kind: 'stored' };
    await afterWaiting();
  });

  test('is tried at its own time, however long another one has to wait', async () => {
    transfer.outcome = { kind: 'not-yet', code: 'photo-damaged' };
    const device = await open();
    const [quick, slow] = [idOf(1), idOf(2)];
    await device.photos.queue.add(taken(2));
    await vi.waitFor(() => expect(transfer.begun).toEqual([slow]), patiently);
    await timePassesUntil(() => transfer.begun.length === 2);
    await device.photos.queue.add(taken(1));
    await vi.waitFor(() => expect(transfer.begun).toEqual([slow, slow, quick]), patiently);
    await timePassesUntil(() => transfer.begun.length >= 5);
    expect(transfer.begun).toEqual([slow, slow, quick, quick, slow]);
  });
});

describe('a reading that fails', () => {
  beforeEach(() => void vi.spyOn(console, 'error').mockReturnValue());
  afterEach(() => void vi.restoreAllMocks());

  test('is tried again: what is kept is listed and sent', async () => {
    const { photos$ } = photoStore;
    const readings = [throwError(() => new Error('not now'))];
    photoStore = { ...photoStore, photos$: defer(() => readings.pop() ?? photos$) };
    transfer.outcome = { kind: 'not-yet' };
    const device = await open();
    await device.photos.queue.add(taken(1));
    await vi.waitFor(() => expect(transfer.begun).toEqual([idOf(1)]), patiently);
    expect(device.photos.kept$.value).toEqual([]);
    clock.advance(60_000);
    expect(device.photos.kept$.value).toMatchObject([{ id: idOf(1) }]);
  });

  test('of one photo holds up none of the others', async () => {
    const device = await open();
    vi.spyOn(photoStore, 'content').mockRejectedValueOnce(new Error('not now'));
    await device.photos.queue.add(taken(1));
    await device.photos.queue.add(taken(2));
    await keptAre(idOf(1));
    await afterWaiting();
  });
});

test('a photo that is given up on its way leaves the order', async () => {
  transfer.outcome = { kind: 'not-yet' };
  const device = await open();
  await device.photos.queue.add(taken(1));
  await vi.waitFor(() => expect(transfer.begun).toEqual([idOf(1)]));
  await device.photos.queue.giveUp(idOf(1));
  await keptAre();
  expect(await photosOf('a')).toEqual([]);
});
