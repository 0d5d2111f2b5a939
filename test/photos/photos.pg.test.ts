// Photos on their way to the server and from it: none is lost, doubled, taken for another, or shown to others.
import { appendFile, mkdir, open, stat, utimes, writeFile, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { command, creation } from '../setup/company.ts';
import { damagedHeic, heic, jpeg, sha256Of, type Picture } from '../setup/pictures.ts';
import { testDatabases } from '../setup/postgres.ts';
import { quietLog } from '../setup/quiet-log.ts';
import { pullAll, startServer } from '../setup/server.ts';
import { tidyPhotos } from '../../sync-server/photos/sweep.ts';
import { createPhotoFiles } from '../../sync-server/photos/files.ts';
import type { Verdict } from '#schemas/orders/commands.ts';
import type { Order } from '#schemas/orders/order.ts';
import type { Photo } from '#schemas/photos/photo.ts';
import { factsOf, newNumber, newPhotoId, openPhotos, type PhotoSetting } from './setting.ts';
import { tusDevice } from './tus.ts';

describe.each(testDatabases)('photos on $name', (kind) => {
  let photos: PhotoSetting;
  beforeAll(async () => (photos = await openPhotos(kind)));
  afterAll(() => photos.close());

  it('a photo is on its order at once, and can be looked at when its bytes are there', async () => {
    const { id, orderId } = await photos.announced();
    expect(await photos.seen('dispatcher', id)).toMatchObject({
      orderId,
      state: 'waiting',
      by: 'staff-driver1',
    });
    expect((await photos.fetchAs('dispatcher', `${id}/original`)).status).toBe(404);
    const device = await photos.deviceOf('driver1');
    await device.create(id, photos.picture.bytes.length);
    await device.send(id, photos.picture.bytes);
    await vi.waitFor(async () =>
      expect(await photos.seen('dispatcher', id)).toMatchObject({ state: 'stored' }),
    );
    const { body: page } = await (
      await photos.server.as('dispatcher')
    ).get<{ documents: Order[] }>('/replication/orders/0/pull?limit=1000&lwt=0&id=');
    const order = page.documents.find((each) => each.id === orderId);
    expect(order?.timeline.at(-1)).toMatchObject({ type: 'add-photo', photoId: id, slot: 'scene' });
  });

  it('keeps the original to the byte and serves a preview without what the camera noted', async () => {
    const { id } = await photos.stored();
    const original = await photos.fetchAs('dispatcher', `${id}/original`);
    expect(original.headers.get('content-type')).toBe('image/jpeg');
    expect(original.headers.get('cache-control')).toBe('private, no-cache');
    expect(original.headers.get('content-security-policy')).toContain('sandbox');
    expect(sha256Of(Buffer.from(await original.arrayBuffer()))).toBe(photos.picture.sha256);
    const preview = await photos.fetchAs('driver1', `${id}/preview`);
    expect(preview.headers.get('content-type')).toBe('image/jpeg');
    expect(Buffer.from(await preview.arrayBuffer()).includes('Towline')).toBe(false);
    const tag = preview.headers.get('etag') ?? '';
    const known = { 'if-none-match': tag, 'cache-control': 'max-age=0' };
    expect((await photos.fetchAs('driver1', `${id}/preview`, known)).status).toBe(304);
  });

  it('an upload that was cut off goes on where it was, also on another server', async () => {
    const large = await jpeg(1600, 1200);
    const { id } = await photos.announced('driver1', large);
    const device = await photos.deviceOf('driver1');
    await device.create(id, large.bytes.length);
    await device.breakOff(id, large.bytes, 200_000);
    const another = await startServer(photos.database, { photosDir: photos.folder });
    const there = tusDevice(another.url, (await another.as('driver1')).token);
    const offset = await vi.waitFor(async () => {
      const has = Number((await there.look(id)).headers.get('upload-offset'));
      expect(has).toBeGreaterThan(0);
      return has;
    });
    expect(offset).toBeLessThan(large.bytes.length);
    expect((await there.send(id, large.bytes, offset)).status).toBe(204);
    expect(await photos.stateOf('driver1', id)).toBe('stored');
    await another.stop();
  });

  it('the same photo twice is one, whatever was sent again', async () => {
    const { id, orderId } = await photos.announced();
    expect(await photos.add('driver1', orderId, photos.picture, { photoId: id })).toMatchObject({
      status: 'applied',
    });
    const device = await photos.deviceOf('driver1');
    await device.create(id, photos.picture.bytes.length);
    const half = photos.picture.bytes.subarray(0, 500);
    await device.send(id, half);
    expect((await device.create(id, photos.picture.bytes.length)).status).toBe(201);
    expect((await device.look(id)).headers.get('upload-offset')).toBe('500');
    await device.send(id, photos.picture.bytes, 500);
    expect(await photos.stateOf('driver1', id)).toBe('stored');
    expect((await device.create(id, photos.picture.bytes.length)).status).toBe(409);
    expect((await device.send(id, photos.picture.bytes)).status).toBe(409);
    const { documents } = await pullAll(await photos.server.as('driver1'), 'photos');
    expect(documents.filter((document) => document['orderId'] === orderId)).toHaveLength(1);
  });

  it('bytes that are not those announced are thrown away, and the photo waits for the right ones', async () => {
    const { id } = await photos.announced();
    const device = await photos.deviceOf('driver1');
    const damaged = Buffer.from(photos.picture.bytes);
    damaged[1000] = (damaged[1000] ?? 0) ^ 1;
    await device.create(id, damaged.length);
    await device.send(id, damaged);
    expect(await photos.stateOf('driver1', id)).toBe('waiting');
    expect((await device.look(id)).status).toBe(404);
    await device.create(id, photos.picture.bytes.length);
    await device.send(id, photos.picture.bytes);
    expect(await photos.stateOf('driver1', id)).toBe('stored');
  });

  it('what is no picture is not taken, whatever it is called', async () => {
    const bytes = Buffer.from('<html><script>alert(1)</script></html>');
    const page: Picture = { bytes, kind: 'image/jpeg', sha256: sha256Of(bytes) };
    const { id } = await photos.announced('driver1', page);
    const device = await photos.deviceOf('driver1');
    await device.create(id, bytes.length);
    await device.send(id, bytes);
    expect(await photos.stateOf('driver1', id)).toBe('waiting');
  });

  it('an HEIC photo is kept and handed out as it is, and as a JPEG to be looked at', async () => {
    const { id } = await photos.stored('dispatcher', await heic());
    const preview = await photos.fetchAs('dispatcher', `${id}/preview`);
    expect(preview.headers.get('content-type')).toBe('image/jpeg');
    const original = await photos.fetchAs('dispatcher', `${id}/original`);
    expect(original.headers.get('content-type')).toBe('image/heic');
  });

  it('a photo that is damaged has no preview', async () => {
    const { id } = await photos.stored('dispatcher', damagedHeic());
    expect((await photos.fetchAs('dispatcher', `${id}/preview`)).status).toBe(404);
    expect((await photos.fetchAs('dispatcher', `${id}/original`)).status).toBe(200);
  });

  it('takes nothing of another length, larger than any photo, or from another person', async () => {
    const { id, orderId } = await photos.announced();
    const device = await photos.deviceOf('driver1');
    expect((await device.create(id, photos.picture.bytes.length + 1)).status).toBe(400);
    expect(await photos.add('driver1', orderId, photos.picture, { bytes: 31 * 1024 * 1024 })).toMatchObject({
      status: 'rejected',
      code: 'invalid-command',
    });
    const stranger = await photos.deviceOf('dispatcher');
    expect((await stranger.create(id, photos.picture.bytes.length)).status).toBe(404);
    expect(await photos.stateOf('dispatcher', id)).toBe('photo-not-announced');
  });

  it('only who may see the order sees its photos, and adds some', async () => {
    const { id, orderId } = await photos.stored();
    expect(await photos.seen('dispatcher2', id)).toBeUndefined();
    for (const who of ['dispatcher2', 'driver2', 'driver3'] as const) {
      expect((await photos.fetchAs(who, `${id}/original`)).status).toBe(404);
      expect(await photos.add(who, orderId, photos.picture)).toMatchObject({ status: 'rejected' });
    }
    expect(await photos.add('finance', orderId, photos.picture)).toMatchObject({ code: 'not-permitted' });
    expect((await photos.fetchAs('finance', `${id}/preview`)).status).toBe(200);
    expect((await fetch(`${photos.server.url}/api/photos/${id}/original`)).status).toBe(401);
  });

  it('a driver whom the order was taken from hands in what he had photographed', async () => {
    const orderId = await photos.dispatchedOrder();
    const crew = { vehicleId: 'vehicle-1', driverId: 'staff-driver2' };
    await photos.server.say('dispatcher', 'dispatch', orderId, crew);
    const id = newPhotoId();
    expect(await photos.add('driver1', orderId, photos.picture, { photoId: id })).toMatchObject({
      status: 'applied',
    });
    const device = await photos.deviceOf('driver1');
    await device.create(id, photos.picture.bytes.length);
    await device.send(id, photos.picture.bytes);
    expect(await photos.stateOf('driver1', id)).toBe('stored');
    expect(await photos.seen('driver2', id)).toBeDefined();
    expect(await photos.seen('driver1', id)).toBeUndefined();
  });

  it('photos follow their order to another outlet', async () => {
    const { id, orderId } = await photos.announced();
    const patch = { outletId: 'outlet-2' };
    await photos.server.say('admin', 'edit-order', orderId, { patch, base: { outletId: 'outlet-1' } });
    expect(await photos.seen('dispatcher2', id)).toBeDefined();
    expect(await photos.seen('dispatcher', id)).toBeUndefined();
  });

  it('a photo whose order is still on the way waits, and goes on with it', async () => {
    const [orderId, photoId] = [`order-${kind.name}-late-${newNumber()}`, newPhotoId()];
    const device = await photos.deviceOf('clerk');
    expect((await device.create(photoId, photos.picture.bytes.length)).status).toBe(404);
    const clerk = await photos.server.as('clerk');
    const { body } = await clerk.post<{ verdicts: Verdict[] }>('/api/commands', {
      commands: [
        command('create-order', orderId, creation()),
        command('add-photo', orderId, { photoId, ...factsOf(photos.picture) }),
      ],
    });
    expect(body.verdicts.map(({ status }) => status)).toEqual(['applied', 'applied']);
    expect((await device.create(photoId, photos.picture.bytes.length)).status).toBe(201);
    await device.send(photoId, photos.picture.bytes);
    expect(await photos.stateOf('clerk', photoId)).toBe('stored');
  });

  it('a photo that was taken again, or off the order, is shown to nobody; the bytes are kept', async () => {
    const { id, orderId } = await photos.stored();
    const again = newPhotoId();
    await photos.add('driver1', orderId, photos.picture, { photoId: again, replaces: id });
    expect(await photos.seen('dispatcher', id)).toBeUndefined();
    expect(await photos.seen('dispatcher', again)).toBeDefined();
    expect((await photos.fetchAs('admin', `${id}/original`)).status).toBe(404);
    expect(await photos.server.say('clerk', 'remove-photo', orderId, { photoId: again })).toMatchObject({
      status: 'applied',
    });
    expect(await photos.seen('driver1', again)).toBeUndefined();
    expect(await photos.server.say('clerk', 'remove-photo', orderId, { photoId: again })).toMatchObject({
      code: 'photo-not-found',
    });
    const { takeOver } = createPhotoFiles(photos.folder);
    const kept = { id, bytes: photos.picture.bytes.length } as Photo;
    expect(await takeOver('acme', kept)).toBe('taken');
  });

  it('what was complete when its server was killed is taken over when the device asks', async () => {
    const { id } = await photos.announced();
    const device = await photos.deviceOf('driver1');
    await device.create(id, photos.picture.bytes.length);
    await device.send(id, photos.picture.bytes.subarray(0, photos.picture.bytes.length - 1));
    const { incomingFolder } = createPhotoFiles(photos.folder);
    await appendFile(join(incomingFolder('acme'), id), photos.picture.bytes.subarray(-1));
    expect((await device.look(id)).status).toBe(409);
    expect(await photos.stateOf('driver1', id)).toBe('stored');
  });

  it('what is taken over by several at once is taken over', async () => {
    const large = await jpeg(1600, 1200);
    const { id } = await photos.announced('driver1', large);
    const device = await photos.deviceOf('driver1');
    await device.create(id, large.bytes.length);
    await device.send(id, large.bytes.subarray(0, -1));
    await appendFile(
      join(createPhotoFiles(photos.folder).incomingFolder('acme'), id),
      large.bytes.subarray(-1),
    );
    const states = await Promise.all(Array.from({ length: 6 }, () => photos.stateOf('driver1', id)));
    expect(states).toEqual(Array(6).fill('stored'));
  });

  it('what lies on the disk when a backup was restored is told to be there at the next start', async () => {
    const [{ id }, { id: missing }] = [await photos.announced(), await photos.announced()];
    const path = createPhotoFiles(photos.folder).original({ companyId: 'acme', id });
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, photos.picture.bytes);
    expect((await photos.fetchAs('dispatcher', `${id}/original`)).status).toBe(404);
    const deps = { database: photos.database, files: createPhotoFiles(photos.folder), log: quietLog };
    const stop = tidyPhotos(deps, () => new Date());
    await vi.waitFor(async () =>
      expect(await photos.seen('dispatcher', id)).toMatchObject({ state: 'stored' }),
    );
    expect((await photos.fetchAs('dispatcher', `${id}/original`)).status).toBe(200);
    expect(await photos.seen('dispatcher', missing)).toMatchObject({ state: 'waiting' });
    stop();
  });

  it('is told to be stored only when its bytes and its name are on the disk', async () => {
    const { id } = await photos.announced();
    const device = await photos.deviceOf('driver1');
    await device.create(id, photos.picture.bytes.length);
    const original = createPhotoFiles(photos.folder).original({ companyId: 'acme', id });
    const synced = await watchSyncs();
    try {
      synced.fail = true;
      await device.send(id, photos.picture.bytes);
      expect(await photos.stateOf('driver1', id)).not.toBe('stored');
      synced.fail = false;
      expect(await photos.stateOf('driver1', id)).toBe('stored');
    } finally {
      vi.restoreAllMocks();
    }
    for (const path of [original, dirname(original)]) expect(synced.inodes).toContain((await stat(path)).ino);
  });

  it('an upload that nobody goes on with is swept away, and can be begun anew', async () => {
    const { id } = await photos.announced();
    const device = await photos.deviceOf('driver1');
    await device.create(id, photos.picture.bytes.length);
    await device.send(id, photos.picture.bytes.subarray(0, 100));
    const files = createPhotoFiles(photos.folder);
    expect(await files.sweepIncoming(new Date(Date.now() - 60_000))).toBe(0);
    const longAgo = new Date('2026-01-01');
    await utimes(join(files.incomingFolder('acme'), id), longAgo, longAgo);
    expect(await files.sweepIncoming(new Date(Date.now() - 60_000))).toBe(1);
    expect((await device.create(id, photos.picture.bytes.length)).status).toBe(201);
    expect((await device.look(id)).headers.get('upload-offset')).toBe('0');
  });
});

/** Which files and folders are written through to the disk, and a disk that refuses to. */
async function watchSyncs(): Promise<{ fail: boolean; readonly inodes: number[] }> {
  const watched: { fail: boolean; readonly inodes: number[] } = { fail: false, inodes: [] };
  const handle = await open(tmpdir());
  const kind = Object.getPrototypeOf(handle) as FileHandle;
  await handle.close();
  const { sync } = kind;
  vi.spyOn(kind, 'sync').mockImplementation(async function (this: FileHandle) {
    if (watched.fail) throw new Error('the disk is gone');
    watched.inodes.push((await this.stat()).ino);
    await sync.call(this);
  });
  return watched;
}
