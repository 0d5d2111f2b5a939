// Photos on their way to the server and from it: none is lost, doubled, taken for another, or shown to others.
import {
  appendFile,
  mkdir,
  mkdtemp,
  open,
  rm,
  stat,
  utimes,
  writeFile,
  type FileHandle,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { command, creation, type Who } from '../setup/company.ts';
import { damagedHeic, heic, jpeg, sha256Of, type Picture } from '../setup/pictures.ts';
import { testDatabases, type OpenTestDatabase } from '../setup/postgres.ts';
import { quietLog } from '../setup/quiet-log.ts';
import { pullAll, startServer, type SignedInClient, type TestServer } from '../setup/server.ts';
import { rememberedFor } from '../../sync-server/staff/sessions.ts';
import { tidyPhotos } from '../../sync-server/photos/sweep.ts';
import { sweepHeldBack } from '../../sync-server/photos/held-back.ts';
import { createPhotoFiles } from '../../sync-server/photos/files.ts';
import type { CommandPayload, Verdict } from '#schemas/orders/commands.ts';
import type { Order } from '#schemas/orders/order.ts';
import type { Photo } from '#schemas/photos/photo.ts';
import { tusDevice, type TusDevice } from './tus.ts';

const day = 24 * 60 * 60 * 1000;
let made = 0;
const newPhotoId = () => `01HZX00000000000000000${String(++made).padStart(4, '0')}`;

const factsOf = ({ bytes, kind, sha256 }: Picture) => ({
  slot: 'scene',
  takenAt: '2026-03-01T08:00:00Z',
  sha256,
  bytes: bytes.length,
  kind,
  source: 'camera' as const,
});

describe.each(testDatabases)('photos on $name', ({ name, openMigrated }) => {
  let opened: OpenTestDatabase;
  let server: TestServer;
  let folder: string;
  let picture: Picture;
  let ahead = 0;

  beforeAll(async () => {
    opened = await openMigrated();
    folder = await mkdtemp(join(tmpdir(), 'towline-photos-'));
    const clock = () => new Date(Date.now() + ahead);
    server = await startServer(opened.database, { photosDir: folder, clock });
    picture = await jpeg();
  });
  afterAll(async () => {
    await server.stop();
    await opened.drop();
    await rm(folder, { recursive: true });
  });

  const deviceOf = async (who: Who): Promise<TusDevice> =>
    tusDevice(server.url, (await server.as(who)).token);

  async function dispatchedOrder(): Promise<string> {
    const orderId = `order-${name}-${++made}`;
    await server.say('clerk', 'create-order', orderId, creation());
    const crew = { vehicleId: 'vehicle-1', driverId: 'staff-driver1' };
    await server.say('dispatcher', 'dispatch', orderId, crew);
    return orderId;
  }

  const add = (who: Who, orderId: string, taken: Picture, more: Partial<CommandPayload<'add-photo'>> = {}) =>
    server.say(who, 'add-photo', orderId, { photoId: newPhotoId(), ...factsOf(taken), ...more });

  async function announced(who: Who = 'driver1', taken = picture): Promise<{ orderId: string; id: string }> {
    const [orderId, id] = [await dispatchedOrder(), newPhotoId()];
    expect(await add(who, orderId, taken, { photoId: id })).toMatchObject({ status: 'applied' });
    return { orderId, id };
  }

  async function stored(who: Who = 'driver1', taken = picture): Promise<{ orderId: string; id: string }> {
    const photo = await announced(who, taken);
    const device = await deviceOf(who);
    expect((await device.create(photo.id, taken.bytes.length)).status).toBe(201);
    expect((await device.send(photo.id, taken.bytes)).status).toBe(204);
    expect(await stateOf(who, photo.id)).toBe('stored');
    return photo;
  }

  async function stateOf(who: Who, id: string): Promise<unknown> {
    const { body } = await (await server.as(who)).get<Record<string, unknown>>(`/api/photos/${id}`);
    return body['state'] ?? body['code'];
  }

  async function seen(who: Who, id: string): Promise<Photo | undefined> {
    const { documents } = await pullAll(await server.as(who), 'photos');
    return documents.find((document) => document['id'] === id) as Photo | undefined;
  }

  const fetchAs = async (who: Who, path: string, headers: Record<string, string> = {}) =>
    fetch(`${server.url}/api/photos/${path}`, {
      headers: { authorization: `Bearer ${(await server.as(who)).token}`, ...headers },
    });

  it('a photo is on its order at once, and can be looked at when its bytes are there', async () => {
    const { id, orderId } = await announced();
    expect(await seen('dispatcher', id)).toMatchObject({ orderId, state: 'waiting', by: 'staff-driver1' });
    expect((await fetchAs('dispatcher', `${id}/original`)).status).toBe(404);
    const device = await deviceOf('driver1');
    await device.create(id, picture.bytes.length);
    await device.send(id, picture.bytes);
    await vi.waitFor(async () => expect(await seen('dispatcher', id)).toMatchObject({ state: 'stored' }));
    const { body: page } = await (
      await server.as('dispatcher')
    ).get<{ documents: Order[] }>('/replication/orders/0/pull?limit=1000&lwt=0&id=');
    const order = page.documents.find((each) => each.id === orderId);
    expect(order?.timeline.at(-1)).toMatchObject({ type: 'add-photo', photoId: id, slot: 'scene' });
  });

  it('keeps the original to the byte and serves a preview without what the camera noted', async () => {
    const { id } = await stored();
    const original = await fetchAs('dispatcher', `${id}/original`);
    expect(original.headers.get('content-type')).toBe('image/jpeg');
    expect(original.headers.get('cache-control')).toBe('private, no-cache');
    expect(original.headers.get('content-security-policy')).toContain('sandbox');
    expect(sha256Of(Buffer.from(await original.arrayBuffer()))).toBe(picture.sha256);
    const preview = await fetchAs('driver1', `${id}/preview`);
    expect(preview.headers.get('content-type')).toBe('image/jpeg');
    expect(Buffer.from(await preview.arrayBuffer()).includes('Towline')).toBe(false);
    const tag = preview.headers.get('etag') ?? '';
    const known = { 'if-none-match': tag, 'cache-control': 'max-age=0' };
    expect((await fetchAs('driver1', `${id}/preview`, known)).status).toBe(304);
  });

  it('an upload that was cut off goes on where it was, also on another server', async () => {
    const large = await jpeg(1600, 1200);
    const { id } = await announced('driver1', large);
    const device = await deviceOf('driver1');
    await device.create(id, large.bytes.length);
    await device.breakOff(id, large.bytes, 200_000);
    const another = await startServer(opened.database, { photosDir: folder });
    const there = tusDevice(another.url, (await another.as('driver1')).token);
    const offset = await vi.waitFor(async () => {
      const has = Number((await there.look(id)).headers.get('upload-offset'));
      expect(has).toBeGreaterThan(0);
      return has;
    });
    expect(offset).toBeLessThan(large.bytes.length);
    expect((await there.send(id, large.bytes, offset)).status).toBe(204);
    expect(await stateOf('driver1', id)).toBe('stored');
    await another.stop();
  });

  it('the same photo twice is one, whatever was sent again', async () => {
    const { id, orderId } = await announced();
    expect(await add('driver1', orderId, picture, { photoId: id })).toMatchObject({ status: 'applied' });
    const device = await deviceOf('driver1');
    await device.create(id, picture.bytes.length);
    const half = picture.bytes.subarray(0, 500);
    await device.send(id, half);
    expect((await device.create(id, picture.bytes.length)).status).toBe(201);
    expect((await device.look(id)).headers.get('upload-offset')).toBe('500');
    await device.send(id, picture.bytes, 500);
    expect(await stateOf('driver1', id)).toBe('stored');
    expect((await device.create(id, picture.bytes.length)).status).toBe(409);
    expect((await device.send(id, picture.bytes)).status).toBe(409);
    const { documents } = await pullAll(await server.as('driver1'), 'photos');
    expect(documents.filter((document) => document['orderId'] === orderId)).toHaveLength(1);
  });

  it('bytes that are not those announced are thrown away, and the photo waits for the right ones', async () => {
    const { id } = await announced();
    const device = await deviceOf('driver1');
    const damaged = Buffer.from(picture.bytes);
    damaged[1000] = (damaged[1000] ?? 0) ^ 1;
    await device.create(id, damaged.length);
    await device.send(id, damaged);
    expect(await stateOf('driver1', id)).toBe('waiting');
    expect((await device.look(id)).status).toBe(404);
    await device.create(id, picture.bytes.length);
    await device.send(id, picture.bytes);
    expect(await stateOf('driver1', id)).toBe('stored');
  });

  it('what is no picture is not taken, whatever it is called', async () => {
    const bytes = Buffer.from('<html><script>alert(1)</script></html>');
    const page: Picture = { bytes, kind: 'image/jpeg', sha256: sha256Of(bytes) };
    const { id } = await announced('driver1', page);
    const device = await deviceOf('driver1');
    await device.create(id, bytes.length);
    await device.send(id, bytes);
    expect(await stateOf('driver1', id)).toBe('waiting');
  });

  it('an HEIC photo is kept and handed out as it is, and as a JPEG to be looked at', async () => {
    const { id } = await stored('dispatcher', await heic());
    const preview = await fetchAs('dispatcher', `${id}/preview`);
    expect(preview.headers.get('content-type')).toBe('image/jpeg');
    const original = await fetchAs('dispatcher', `${id}/original`);
    expect(original.headers.get('content-type')).toBe('image/heic');
  });

  it('a photo that is damaged has no preview', async () => {
    const { id } = await stored('dispatcher', damagedHeic());
    expect((await fetchAs('dispatcher', `${id}/preview`)).status).toBe(404);
    expect((await fetchAs('dispatcher', `${id}/original`)).status).toBe(200);
  });

  it('takes nothing of another length, larger than any photo, or from another person', async () => {
    const { id, orderId } = await announced();
    const device = await deviceOf('driver1');
    expect((await device.create(id, picture.bytes.length + 1)).status).toBe(400);
    expect(await add('driver1', orderId, picture, { bytes: 31 * 1024 * 1024 })).toMatchObject({
      status: 'rejected',
      code: 'invalid-command',
    });
    const stranger = await deviceOf('dispatcher');
    expect((await stranger.create(id, picture.bytes.length)).status).toBe(404);
    expect(await stateOf('dispatcher', id)).toBe('photo-not-announced');
  });

  it('only who may see the order sees its photos, and adds some', async () => {
    const { id, orderId } = await stored();
    expect(await seen('dispatcher2', id)).toBeUndefined();
    for (const who of ['dispatcher2', 'driver2', 'driver3'] as const) {
      expect((await fetchAs(who, `${id}/original`)).status).toBe(404);
      expect(await add(who, orderId, picture)).toMatchObject({ status: 'rejected' });
    }
    expect(await add('finance', orderId, picture)).toMatchObject({ code: 'not-permitted' });
    expect((await fetchAs('finance', `${id}/preview`)).status).toBe(200);
    expect((await fetch(`${server.url}/api/photos/${id}/original`)).status).toBe(401);
  });

  it('a driver whom the order was taken from hands in what he had photographed', async () => {
    const orderId = await dispatchedOrder();
    const crew = { vehicleId: 'vehicle-1', driverId: 'staff-driver2' };
    await server.say('dispatcher', 'dispatch', orderId, crew);
    const id = newPhotoId();
    expect(await add('driver1', orderId, picture, { photoId: id })).toMatchObject({ status: 'applied' });
    const device = await deviceOf('driver1');
    await device.create(id, picture.bytes.length);
    await device.send(id, picture.bytes);
    expect(await stateOf('driver1', id)).toBe('stored');
    expect(await seen('driver2', id)).toBeDefined();
    expect(await seen('driver1', id)).toBeUndefined();
  });

  describe('of somebody who was disabled', () => {
    let device: TusDevice;

    /** He keeps the session he had, as a device does. */
    async function disable(who: Who, disabled: boolean): Promise<void> {
      device = await deviceOf(who);
      const admin = await server.as('admin');
      const { documents } = await pullAll(admin, 'staff');
      const stored = documents.find(({ id }) => id === `staff-${who}`);
      const row = { assumedMasterState: stored, newDocumentState: { ...stored, disabled } };
      expect(await admin.post('/replication/staff/0/push', [row])).toMatchObject({ status: 200, body: [] });
      // For so long a server remembers who somebody is.
      ahead += rememberedFor;
    }
    afterEach(() => disable('clerk', false));

    it('what was on its order already is taken', async () => {
      const { id } = await announced('clerk');
      await disable('clerk', true);
      await device.create(id, picture.bytes.length);
      expect((await device.send(id, picture.bytes)).status).toBe(204);
      await vi.waitFor(async () => expect(await seen('admin', id)).toMatchObject({ state: 'stored' }));
    });

    it('what was held back is taken, shown to a manager, and on its order when he takes it over', async () => {
      const [orderId, id, held] = [await dispatchedOrder(), newPhotoId(), await jpeg(640, 480)];
      const former = await server.as('clerk');
      await disable('clerk', true);
      expect((await device.create(id, held.bytes.length)).status).toBe(404);
      const adds = command('add-photo', orderId, { photoId: id, ...factsOf(held) });
      await former.post('/replication/commands/0/push', [{ newDocumentState: adds }]);
      await device.create(id, held.bytes.length);
      await device.send(id, held.bytes.subarray(0, 500));
      expect((await device.send(id, held.bytes, 500)).status).toBe(204);
      const { body: state } = await former.get<{ state: string }>(`/api/photos/${id}`);
      expect(state).toMatchObject({ state: 'stored', sha256: held.sha256 });
      expect(await seen('admin', id)).toBeUndefined();

      const entry = await heldBackEntry(adds.id);
      expect((await pictureOf('admin', entry)).headers.get('content-type')).toBe('image/jpeg');
      expect((await pictureOf('dispatcher', entry)).status).toBe(403);
      expect(await add('admin', orderId, held, { photoId: id })).toMatchObject({ status: 'applied' });
      const deps = { database: opened.database, files: createPhotoFiles(folder), log: quietLog };
      const stop = tidyPhotos(deps, () => new Date());
      await vi.waitFor(async () => expect(await seen('admin', id)).toMatchObject({ state: 'stored' }));
      stop();
      const original = await fetchAs('admin', `${id}/original`);
      expect(sha256Of(Buffer.from(await original.arrayBuffer()))).toBe(held.sha256);
    });

    it('what was announced by nobody, or by somebody else, is not', async () => {
      const { id } = await announced('driver1');
      await disable('clerk', true);
      expect((await device.create(id, picture.bytes.length)).status).toBe(404);
      expect((await device.create(newPhotoId(), picture.bytes.length)).status).toBe(404);
    });

    it('what was held back is kept while anybody may want it, and no longer', async () => {
      const former = await server.as('clerk');
      const orderId = await dispatchedOrder();
      await disable('clerk', true);
      const pictures = await Promise.all([jpeg(320, 240), jpeg(321, 240), jpeg(322, 240), jpeg(323, 240)]);
      const [open, recent, old, twice] = await Promise.all(
        pictures.map((one) => heldBack(former, orderId, one)),
      );
      const again = await announceHeldBack(former, orderId, newPhotoId(), pictures[3] ?? picture);
      await settled('90 days', old, twice);
      await settled('1 day', recent);
      // What no entry names goes by its own age; a fresh one is in nobody's way.
      const files = createPhotoFiles(folder);
      const there = async () => {
        const names = new Set((await files.listHeldBack()).map(({ sha256 }) => sha256));
        return pictures.map(({ sha256 }) => names.has(sha256));
      };
      // A device is answered before its photo has come to its place.
      await vi.waitFor(async () => expect(await there()).toEqual([true, true, true, true]));
      const sweep = () => sweepHeldBack(opened.database, files, new Date(Date.now() - 30 * day));
      expect(await sweep(), 'they came later than that').toBe(0);
      for (const { companyId, sha256 } of await files.listHeldBack()) {
        const { original } = files.heldBack(companyId, { sha256 });
        await utimes(original, new Date(0), new Date(0));
      }
      await sweep();
      expect(await there()).toEqual([true, true, false, true]);
      await settled('90 days', open, again);
      await sweep();
      expect(await there()).toEqual([false, true, false, false]);
    });

    /** @returns the id of its command */
    async function heldBack(from: SignedInClient, orderId: string, held: Picture): Promise<string> {
      const id = newPhotoId();
      const commandId = await announceHeldBack(from, orderId, id, held);
      await device.create(id, held.bytes.length);
      expect((await device.send(id, held.bytes)).status).toBe(204);
      return commandId;
    }

    async function announceHeldBack(from: SignedInClient, orderId: string, id: string, held: Picture) {
      const adds = command('add-photo', orderId, { photoId: id, ...factsOf(held) });
      await from.post('/replication/commands/0/push', [{ newDocumentState: adds }]);
      return adds.id;
    }

    const settled = (ago: string, ...commands: (string | undefined)[]) =>
      opened.database.query(
        `update quarantine set handled_at = now() - $1::interval, handled_by = 'staff-admin'
         where document_id = any($2::text[])`,
        [ago, commands.map(String)],
      );

    async function heldBackEntry(commandId: string): Promise<number> {
      const { body } = await (
        await server.as('admin')
      ).get<{ entries: { id: number; documentId: string }[] }>('/api/quarantine');
      return body.entries.find(({ documentId }) => documentId === commandId)?.id ?? 0;
    }

    const pictureOf = async (who: Who, entry: number) =>
      fetch(`${server.url}/api/quarantine/${entry}/photo`, {
        headers: { authorization: `Bearer ${(await server.as(who)).token}` },
      });
  });

  it('photos follow their order to another outlet', async () => {
    const { id, orderId } = await announced();
    const patch = { outletId: 'outlet-2' };
    await server.say('admin', 'edit-order', orderId, { patch, base: { outletId: 'outlet-1' } });
    expect(await seen('dispatcher2', id)).toBeDefined();
    expect(await seen('dispatcher', id)).toBeUndefined();
  });

  it('a photo whose order is still on the way waits, and goes on with it', async () => {
    const [orderId, photoId] = [`order-${name}-late-${++made}`, newPhotoId()];
    const device = await deviceOf('clerk');
    expect((await device.create(photoId, picture.bytes.length)).status).toBe(404);
    const clerk = await server.as('clerk');
    const { body } = await clerk.post<{ verdicts: Verdict[] }>('/api/commands', {
      commands: [
        command('create-order', orderId, creation()),
        command('add-photo', orderId, { photoId, ...factsOf(picture) }),
      ],
    });
    expect(body.verdicts.map(({ status }) => status)).toEqual(['applied', 'applied']);
    expect((await device.create(photoId, picture.bytes.length)).status).toBe(201);
    await device.send(photoId, picture.bytes);
    expect(await stateOf('clerk', photoId)).toBe('stored');
  });

  it('a photo that was taken again, or off the order, is shown to nobody; the bytes are kept', async () => {
    const { id, orderId } = await stored();
    const again = newPhotoId();
    await add('driver1', orderId, picture, { photoId: again, replaces: id });
    expect(await seen('dispatcher', id)).toBeUndefined();
    expect(await seen('dispatcher', again)).toBeDefined();
    expect((await fetchAs('admin', `${id}/original`)).status).toBe(404);
    expect(await server.say('clerk', 'remove-photo', orderId, { photoId: again })).toMatchObject({
      status: 'applied',
    });
    expect(await seen('driver1', again)).toBeUndefined();
    expect(await server.say('clerk', 'remove-photo', orderId, { photoId: again })).toMatchObject({
      code: 'photo-not-found',
    });
    const { takeOver } = createPhotoFiles(folder);
    const kept = { id, bytes: picture.bytes.length } as Photo;
    expect(await takeOver('acme', kept)).toBe('taken');
  });

  it('what was complete when its server was killed is taken over when the device asks', async () => {
    const { id } = await announced();
    const device = await deviceOf('driver1');
    await device.create(id, picture.bytes.length);
    await device.send(id, picture.bytes.subarray(0, picture.bytes.length - 1));
    const { incomingFolder } = createPhotoFiles(folder);
    await appendFile(join(incomingFolder('acme'), id), picture.bytes.subarray(-1));
    expect((await device.look(id)).status).toBe(409);
    expect(await stateOf('driver1', id)).toBe('stored');
  });

  it('what is taken over by several at once is taken over', async () => {
    const large = await jpeg(1600, 1200);
    const { id } = await announced('driver1', large);
    const device = await deviceOf('driver1');
    await device.create(id, large.bytes.length);
    await device.send(id, large.bytes.subarray(0, -1));
    await appendFile(join(createPhotoFiles(folder).incomingFolder('acme'), id), large.bytes.subarray(-1));
    const states = await Promise.all(Array.from({ length: 6 }, () => stateOf('driver1', id)));
    expect(states).toEqual(Array(6).fill('stored'));
  });

  it('what lies on the disk when a backup was restored is told to be there at the next start', async () => {
    const [{ id }, { id: missing }] = [await announced(), await announced()];
    const path = createPhotoFiles(folder).original({ companyId: 'acme', id });
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, picture.bytes);
    expect((await fetchAs('dispatcher', `${id}/original`)).status).toBe(404);
    const deps = { database: opened.database, files: createPhotoFiles(folder), log: quietLog };
    const stop = tidyPhotos(deps, () => new Date());
    await vi.waitFor(async () => expect(await seen('dispatcher', id)).toMatchObject({ state: 'stored' }));
    expect((await fetchAs('dispatcher', `${id}/original`)).status).toBe(200);
    expect(await seen('dispatcher', missing)).toMatchObject({ state: 'waiting' });
    stop();
  });

  it('is told to be stored only when its bytes and its name are on the disk', async () => {
    const { id } = await announced();
    const device = await deviceOf('driver1');
    await device.create(id, picture.bytes.length);
    const original = createPhotoFiles(folder).original({ companyId: 'acme', id });
    const synced = await watchSyncs();
    try {
      synced.fail = true;
      await device.send(id, picture.bytes);
      expect(await stateOf('driver1', id)).not.toBe('stored');
      synced.fail = false;
      expect(await stateOf('driver1', id)).toBe('stored');
    } finally {
      vi.restoreAllMocks();
    }
    for (const path of [original, dirname(original)]) expect(synced.inodes).toContain((await stat(path)).ino);
  });

  it('an upload that nobody goes on with is swept away, and can be begun anew', async () => {
    const { id } = await announced();
    const device = await deviceOf('driver1');
    await device.create(id, picture.bytes.length);
    await device.send(id, picture.bytes.subarray(0, 100));
    const files = createPhotoFiles(folder);
    expect(await files.sweepIncoming(new Date(Date.now() - 60_000))).toBe(0);
    const longAgo = new Date('2026-01-01');
    await utimes(join(files.incomingFolder('acme'), id), longAgo, longAgo);
    expect(await files.sweepIncoming(new Date(Date.now() - 60_000))).toBe(1);
    expect((await device.create(id, picture.bytes.length)).status).toBe(201);
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
