// The photos of somebody who was disabled: what was on its order is taken, what was not waits for a manager.
import { utimes } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { command, type Who } from '../setup/company.ts';
import { jpeg, sha256Of, type Picture } from '../setup/pictures.ts';
import { testDatabases } from '../setup/postgres.ts';
import { quietLog } from '../setup/quiet-log.ts';
import { pullAll, type SignedInClient } from '../setup/server.ts';
import { rememberedFor } from '../../sync-server/staff/sessions.ts';
import { tidyPhotos } from '../../sync-server/photos/sweep.ts';
import { sweepHeldBack } from '../../sync-server/photos/held-back.ts';
import { createPhotoFiles } from '../../sync-server/photos/files.ts';
import type { TusDevice } from './tus.ts';
import { factsOf, newPhotoId, openPhotos, type PhotoSetting } from './setting.ts';

const day = 24 * 60 * 60 * 1000;

describe.each(testDatabases)('photos of somebody who was disabled on $name', (kind) => {
  let photos: PhotoSetting;
  beforeAll(async () => (photos = await openPhotos(kind)));
  afterAll(() => photos.close());

  let device: TusDevice;

  /** He keeps the session he had, as a device does. */
  async function disable(who: Who, disabled: boolean): Promise<void> {
    device = await photos.deviceOf(who);
    const admin = await photos.server.as('admin');
    const { documents } = await pullAll(admin, 'staff');
    const stored = documents.find(({ id }) => id === `staff-${who}`);
    const row = { assumedMasterState: stored, newDocumentState: { ...stored, disabled } };
    expect(await admin.post('/replication/staff/0/push', [row])).toMatchObject({ status: 200, body: [] });
    // For so long a server remembers who somebody is.
    photos.pass(rememberedFor);
  }
  afterEach(() => disable('clerk', false));

  it('what was on its order already is taken', async () => {
    const { id } = await photos.announced('clerk');
    await disable('clerk', true);
    await device.create(id, photos.picture.bytes.length);
    expect((await device.send(id, photos.picture.bytes)).status).toBe(204);
    await vi.waitFor(async () => expect(await photos.seen('admin', id)).toMatchObject({ state: 'stored' }));
  });

  it('what was held back is taken, shown to a manager, and on its order when he takes it over', async () => {
    const [orderId, id, held] = [await photos.dispatchedOrder(), newPhotoId(), await jpeg(640, 480)];
    const former = await photos.server.as('clerk');
    await disable('clerk', true);
    expect((await device.create(id, held.bytes.length)).status).toBe(404);
    const adds = command('add-photo', orderId, { photoId: id, ...factsOf(held) });
    await former.post('/replication/commands/0/push', [{ newDocumentState: adds }]);
    await device.create(id, held.bytes.length);
    await device.send(id, held.bytes.subarray(0, 500));
    expect((await device.send(id, held.bytes, 500)).status).toBe(204);
    const { body: state } = await former.get<{ state: string }>(`/api/photos/${id}`);
    expect(state).toMatchObject({ state: 'stored', sha256: held.sha256 });
    expect(await photos.seen('admin', id)).toBeUndefined();

    const entry = await heldBackEntry(adds.id);
    expect((await pictureOf('admin', entry)).headers.get('content-type')).toBe('image/jpeg');
    expect((await pictureOf('dispatcher', entry)).status).toBe(403);
    expect(await photos.add('admin', orderId, held, { photoId: id })).toMatchObject({ status: 'applied' });
    const deps = { database: photos.database, files: createPhotoFiles(photos.folder), log: quietLog };
    const stop = tidyPhotos(deps, () => new Date());
    await vi.waitFor(async () => expect(await photos.seen('admin', id)).toMatchObject({ state: 'stored' }));
    stop();
    const original = await photos.fetchAs('admin', `${id}/original`);
    expect(sha256Of(Buffer.from(await original.arrayBuffer()))).toBe(held.sha256);
  });

  it('what was announced by nobody, or by somebody else, is not', async () => {
    const { id } = await photos.announced('driver1');
    await disable('clerk', true);
    expect((await device.create(id, photos.picture.bytes.length)).status).toBe(404);
    expect((await device.create(newPhotoId(), photos.picture.bytes.length)).status).toBe(404);
  });

  it('what was held back is kept while anybody may want it, and no longer', async () => {
    const former = await photos.server.as('clerk');
    const orderId = await photos.dispatchedOrder();
    await disable('clerk', true);
    const pictures = await Promise.all([jpeg(320, 240), jpeg(321, 240), jpeg(322, 240), jpeg(323, 240)]);
    const [open, recent, old, twice] = await Promise.all(
      pictures.map((one) => heldBack(former, orderId, one)),
    );
    const again = await announceHeldBack(former, orderId, newPhotoId(), pictures[3] ?? photos.picture);
    await settled('90 days', old, twice);
    await settled('1 day', recent);
    // What no entry names goes by its own age; a fresh one is in nobody's way.
    const files = createPhotoFiles(photos.folder);
    const there = async () => {
      const names = new Set((await files.listHeldBack()).map(({ sha256 }) => sha256));
      return pictures.map(({ sha256 }) => names.has(sha256));
    };
    // A device is answered before its photo has come to its place.
    await vi.waitFor(async () => expect(await there()).toEqual([true, true, true, true]));
    const sweep = () => sweepHeldBack(photos.database, files, new Date(Date.now() - 30 * day));
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
    photos.database.query(
      `update quarantine set handled_at = now() - $1::interval, handled_by = 'staff-admin'
       where document_id = any($2::text[])`,
      [ago, commands.map(String)],
    );

  async function heldBackEntry(commandId: string): Promise<number> {
    const { body } = await (
      await photos.server.as('admin')
    ).get<{ entries: { id: number; documentId: string }[] }>('/api/quarantine');
    return body.entries.find(({ documentId }) => documentId === commandId)?.id ?? 0;
  }

  const pictureOf = async (who: Who, entry: number) =>
    fetch(`${photos.server.url}/api/quarantine/${entry}/photo`, {
      headers: { authorization: `Bearer ${(await photos.server.as(who)).token}` },
    });
});
