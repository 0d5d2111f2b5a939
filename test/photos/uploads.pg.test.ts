// Whose upload bytes go into.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { creation } from '../setup/company.ts';
import { jpeg, type Picture } from '../setup/pictures.ts';
import { testDatabases, type OpenTestDatabase } from '../setup/postgres.ts';
import { startServer, type TestServer } from '../setup/server.ts';
import { tusDevice, type TusDevice } from './tus.ts';

const own = '01HZX000000000000000000001';
const theirs = '01HZX000000000000000000002';

describe.each(testDatabases)('an upload on $name', ({ openMigrated }) => {
  let opened: OpenTestDatabase;
  let server: TestServer;
  let folder: string;
  let picture: Picture;
  let device: TusDevice;
  let other: TusDevice;

  beforeAll(async () => {
    opened = await openMigrated();
    folder = await mkdtemp(join(tmpdir(), 'towline-uploads-'));
    server = await startServer(opened.database, { photosDir: folder });
    picture = await jpeg();
    await server.say('clerk', 'create-order', 'order-1', creation());
    device = await begun('dispatcher', own);
    other = await begun('clerk', theirs);
    await other.send(theirs, picture.bytes.subarray(0, 500));
  });
  afterAll(async () => {
    await server.stop();
    await opened.drop();
    await rm(folder, { recursive: true });
  });

  async function begun(who: 'dispatcher' | 'clerk', photoId: string): Promise<TusDevice> {
    const { bytes, kind, sha256 } = picture;
    const said = { slot: 'scene', takenAt: '2026-03-01T08:00:00Z', source: 'camera' } as const;
    const facts = { photoId, ...said, kind, sha256, bytes: bytes.length };
    expect(await server.say(who, 'add-photo', 'order-1', facts)).toMatchObject({ status: 'applied' });
    const its = tusDevice(server.url, (await server.as(who)).token);
    expect((await its.create(photoId, bytes.length)).status).toBe(201);
    return its;
  }

  const offset = async (from: TusDevice, address: string) =>
    (await from.look(address)).headers.get('upload-offset');

  it.each([`?x=/${theirs}`, `?/${theirs}/`, `/?x=/..%2Fc-acme%2F${theirs}`])(
    'is the one that was allowed, also at an address that ends in %s',
    async (end) => {
      expect(await offset(device, own + end)).toBe('0');
      expect((await device.send(own + end, picture.bytes, 500)).status).toBe(409);
      expect(await offset(other, theirs)).toBe('500');
    },
  );

  it('takes the bytes that are sent to it, whatever else its address names', async () => {
    expect((await device.send(`${own}?x=/${theirs}`, picture.bytes)).status).toBe(204);
    const { body } = await (await server.as('dispatcher')).get(`/api/photos/${own}`);
    expect(body).toMatchObject({ state: 'stored' });
    expect(await offset(other, theirs)).toBe('500');
  });
});
