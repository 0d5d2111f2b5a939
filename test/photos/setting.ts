// A company that takes photos: a server with a folder for them, and what its people do with them.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { creation, type Who } from '../setup/company.ts';
import { jpeg, type Picture } from '../setup/pictures.ts';
import type { TestDatabase } from '../setup/postgres.ts';
import { pullAll, startServer, type TestServer } from '../setup/server.ts';
import type { Database } from '../../sync-server/database/database.ts';
import type { CommandPayload, Verdict } from '#schemas/orders/commands.ts';
import type { Photo } from '#schemas/photos/photo.ts';
import { tusDevice, type TusDevice } from './tus.ts';

export interface PhotoSetting {
  readonly database: Database;
  readonly server: TestServer;
  readonly folder: string;
  /** What is sent where a test does not say another. */
  readonly picture: Picture;
  /** Lets so many milliseconds pass on the server's clock. */
  pass(ms: number): void;
  deviceOf(who: Who): Promise<TusDevice>;
  /** @returns the id of an order that driver1 was sent to */
  dispatchedOrder(): Promise<string>;
  add(
    who: Who,
    orderId: string,
    taken: Picture,
    more?: Partial<CommandPayload<'add-photo'>>,
  ): Promise<Verdict | undefined>;
  announced(who?: Who, taken?: Picture): Promise<TakenPhoto>;
  stored(who?: Who, taken?: Picture): Promise<TakenPhoto>;
  stateOf(who: Who, id: string): Promise<unknown>;
  seen(who: Who, id: string): Promise<Photo | undefined>;
  fetchAs(who: Who, path: string, headers?: Record<string, string>): Promise<Response>;
  close(): Promise<void>;
}

interface TakenPhoto {
  readonly orderId: string;
  readonly id: string;
}

let made = 0;
export const newNumber = (): number => ++made;
export const newPhotoId = () => `01HZX00000000000000000${String(newNumber()).padStart(4, '0')}`;

export const factsOf = ({ bytes, kind, sha256 }: Picture) => ({
  slot: 'scene',
  takenAt: '2026-03-01T08:00:00Z',
  sha256,
  bytes: bytes.length,
  kind,
  source: 'camera' as const,
});

export async function openPhotos({ name, openMigrated }: TestDatabase): Promise<PhotoSetting> {
  const opened = await openMigrated();
  const folder = await mkdtemp(join(tmpdir(), 'towline-photos-'));
  let ahead = 0;
  const clock = () => new Date(Date.now() + ahead);
  const server = await startServer(opened.database, { photosDir: folder, clock });
  const picture = await jpeg();

  const deviceOf = async (who: Who): Promise<TusDevice> =>
    tusDevice(server.url, (await server.as(who)).token);

  async function dispatchedOrder(): Promise<string> {
    const orderId = `order-${name}-${newNumber()}`;
    await server.say('clerk', 'create-order', orderId, creation());
    const crew = { vehicleId: 'vehicle-1', driverId: 'staff-driver1' };
    await server.say('dispatcher', 'dispatch', orderId, crew);
    return orderId;
  }

  const add = (who: Who, orderId: string, taken: Picture, more: Partial<CommandPayload<'add-photo'>> = {}) =>
    server.say(who, 'add-photo', orderId, { photoId: newPhotoId(), ...factsOf(taken), ...more });

  async function announced(who: Who = 'driver1', taken = picture): Promise<TakenPhoto> {
    const [orderId, id] = [await dispatchedOrder(), newPhotoId()];
    expect(await add(who, orderId, taken, { photoId: id })).toMatchObject({ status: 'applied' });
    return { orderId, id };
  }

  async function stored(who: Who = 'driver1', taken = picture): Promise<TakenPhoto> {
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

  return {
    ...{ database: opened.database, server, folder, picture },
    ...{ deviceOf, dispatchedOrder, add, announced, stored, stateOf, seen, fetchAs },
    pass: (ms) => void (ahead += ms),
    close: async () => {
      await server.stop();
      await opened.drop();
      await rm(folder, { recursive: true });
    },
  };
}
