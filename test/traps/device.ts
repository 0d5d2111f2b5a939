// A person's device as the traps need it: the client's whole data layer against a real server, on a disk that
// outlives the tab, so that the tab can be killed at any write.
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import type { RxStorage } from 'rxdb';
import { filter, firstValueFrom, timeout } from 'rxjs';
import { openClientData, type ClientData } from '../../client/data/client-data.ts';
import type { SyncPhase } from '../../client/data/sync.ts';
import { FakeClock } from '../data/fixtures.ts';
import type { Who } from '../setup/company.ts';
import type { TestServer } from '../setup/server.ts';
import { memoryPhotoStore } from '../setup/photo-store.ts';
import type { Actor } from '#schemas/staff/permissions.ts';
import type { CommandPayload, CommandType } from '#schemas/orders/commands.ts';
import { Network } from './network.ts';

export interface Device extends ClientData {
  readonly network: Network;
  readonly clock: FakeClock;
  /** Throws when the command is refused at once. @returns its id */
  issue<Kind extends CommandType>(
    type: Kind,
    orderId: string,
    payload: CommandPayload<Kind>,
  ): Promise<string>;
}

export interface DeviceOptions {
  /** Default: a new one. */
  readonly disk?: Disk;
  /** The tab is gone just before the first write that is this one: neither it nor anything later happens. */
  readonly diesBefore?: (context: string, collection: string) => boolean;
  /** Called with the network before the first request. */
  readonly prepare?: (network: Network) => void;
  /** It cannot get ready by itself, and is not waited for. */
  readonly opensUnready?: boolean;
  /** Which copy of the program it runs on, for tests with several devices at a time; see copies.ts. */
  readonly copy?: number;
}

export async function openDevice(server: TestServer, who: Who, options: DeviceOptions = {}): Promise<Device> {
  const client = await server.as(who);
  const { body: actor } = await client.get<Actor>('/api/session');
  const network = new Network(server.url, client.token);
  options.prepare?.(network);
  const clock = new FakeClock();
  const disk = options.disk ?? new Disk();
  const storage = disk.storage(options.diesBefore, () => network.cut());
  const data = await openClientData(actor, {
    ...{ http: network.http, isSignedIn: () => true, clock, storage, multiInstance: false },
    photoStore: memoryPhotoStore(),
  });
  return {
    ...data,
    network,
    clock,
    issue: async (type, orderId, payload) => {
      const issued = await data.commands.issue(type, orderId, payload);
      if (!issued.ok) throw new Error(`${who} ${type}: ${JSON.stringify(issued.error)}`);
      return issued.value.id;
    },
  };
}

let disks = 0;

/** What is stored on a device; a tab that is closed or killed leaves it behind. */
export class Disk {
  /** RxDB tells databases of one name apart by this. */
  readonly #name = `memory-${++disks}`;
  readonly #memory: RxStorage<unknown, unknown> = {
    ...getRxStorageMemory(),
    ...{ name: this.#name, collectionStates: new Map() },
  };

  /** The storage as one tab has it. */
  storage(diesBefore: DeviceOptions['diesBefore'], onDeath: () => void): RxStorage<unknown, unknown> {
    const memory = this.#memory;
    let isDead = false;
    return {
      ...memory,
      createStorageInstance: async (params) => {
        const instance = await memory.createStorageInstance(params);
        const bulkWrite = instance.bulkWrite.bind(instance);
        instance.bulkWrite = (rows, context) => {
          if (!isDead && diesBefore?.(context, params.collectionName)) {
            isDead = true;
            onDeath();
          }
          return isDead ? Promise.resolve({ error: [] }) : bulkWrite(rows, context);
        };
        return instance;
      },
    };
  }
}

/** Rejects after some seconds, so that a device that never does ends its own test and no other. */
export async function reaches({ sync }: ClientData, phase: SyncPhase): Promise<void> {
  const reached$ = sync.status$.pipe(filter((status) => status.phase === phase));
  await firstValueFrom(reached$.pipe(timeout(patienceMs)));
}

export async function unsentAre({ log }: ClientData, count: number): Promise<void> {
  const reached$ = log.unsent$.pipe(filter((commands) => commands.length === count));
  await firstValueFrom(reached$.pipe(timeout(patienceMs)));
}

const patienceMs = 8000;
