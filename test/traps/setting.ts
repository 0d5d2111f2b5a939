// What the traps share: a server with the small company, people's devices joined to it, and what is stored.
import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest';
import type { Who } from '../setup/company.ts';
import type { OpenTestDatabase, TestDatabase } from '../setup/postgres.ts';
import { startServer, type TestServer, type TestServerOptions } from '../setup/server.ts';
import type { Database } from '../../sync-server/database/database.ts';
import type { Collection, DocumentOf, ReferenceCollection } from '#schemas/sync/collections.ts';
import { copyOfProgram } from './copies.ts';
import { openDevice, reaches, type Device, type DeviceOptions } from './device.ts';

export interface Setting {
  readonly server: TestServer;
  readonly database: Database;
  /** A device that is live, unless it is to die or has no network. Closed after the test. */
  open(who: Who, options?: DeviceOptions): Promise<Device>;
  /** Closes it before the test's end. */
  close(device: Device): Promise<void>;
  stored<Name extends Collection>(collection: Name, id: string): Promise<DocumentOf<Name> | undefined>;
  /** Changes a stored document from somewhere else, as whoever may. */
  change<Name extends ReferenceCollection>(
    collection: Name,
    id: string,
    patch: Partial<DocumentOf<Name>>,
  ): Promise<void>;
  /** The ids of an order's events, in order. */
  eventsOf(orderId: string): Promise<string[]>;
}

/** To be called in a `describe`: the server starts before its tests and is gone after them. */
export function useSetting(
  openMigrated: TestDatabase['openMigrated'],
  options: TestServerOptions = {},
): Setting {
  let opened: OpenTestDatabase;
  let server: TestServer;
  let devices: Device[] = [];
  let edits = 0;
  beforeAll(async () => {
    opened = await openMigrated();
    server = await startServer(opened.database, options);
  });
  afterEach(async () => {
    for (const device of devices.splice(0)) await device.close();
  });
  afterAll(async () => {
    await server.stop();
    await opened.drop();
  });

  const setting: Setting = {
    get server() {
      return server;
    },
    get database() {
      return opened.database;
    },
    open: async (who, deviceOptions = {}) => {
      const { copy } = deviceOptions;
      const program = copy === undefined ? { openDevice } : await copyOfProgram(copy);
      const device = await program.openDevice(server, who, deviceOptions);
      devices.push(device);
      if (!deviceOptions.opensUnready) await reaches(device, 'live');
      return device;
    },
    close: async (device) => {
      devices = devices.filter((each) => each !== device);
      await device.close();
    },
    stored: async (collection, id) => {
      const [row] = await opened.database.query<{ body: DocumentOf<typeof collection> }>(
        'select body from documents where collection = $1 and id = $2',
        [collection, id],
      );
      return row?.body;
    },
    change: async (collection, id, patch) => {
      const before = await setting.stored(collection, id);
      const edit = { deviceId: 'device-elsewhere', n: ++edits };
      const newDocumentState = { ...before, id, edit, ...patch };
      const admin = await server.as('admin');
      const { body } = await admin.post(`/replication/${collection}/0/push`, [
        { newDocumentState, ...(before && { assumedMasterState: before }) },
      ]);
      expect(body).toEqual([]);
    },
    eventsOf: async (orderId) => {
      const rows = await opened.database.query<{ event_id: string }>(
        'select event_id from order_events where order_id = $1 order by seq',
        [orderId],
      );
      return rows.map(({ event_id }) => event_id);
    },
  };
  return setting;
}

/** Resolves when nothing in it throws any more; several seconds at most. */
export const eventually = (check: () => void | Promise<void>): Promise<void> =>
  vi.waitFor(check, { timeout: 8000, interval: 20 });

/** What a device holds; undefined when it has no such document. */
export async function heldBy<Name extends Collection>(
  { database }: Device,
  collection: Name,
  id: string,
): Promise<DocumentOf<Name> | undefined> {
  const [found] = await database.collections[collection].storageInstance.findDocumentsById([id], false);
  if (!found) return undefined;
  const own = Object.entries(found).filter(([field]) => !field.startsWith('_'));
  return Object.fromEntries(own) as DocumentOf<Name>;
}
