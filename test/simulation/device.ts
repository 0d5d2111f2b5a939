// A device with the app's data layer on it and a storage that outlives the app. RxDB lets a program hold the
// collections of one device, so each device runs a copy of this file of its own; see devices.ts.
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { memoryPhotoStore } from '../setup/photo-store.ts';
import { filter, firstValueFrom } from 'rxjs';
import { StorageFailure, unreliable, type Unreliable } from './storage-accidents.ts';
import { openClientData, type ClientData } from '../../client/data/client-data.ts';
import type { OnlineRequest, Issued, OnlineVerdict } from '../../client/data/commands.ts';
import { systemClock } from '../../client/data/gate.ts';
import { createHttp, type Http } from '../../client/data/http.ts';
import type { KeptPhoto } from '../../client/data/photo-store.ts';
import { createTransfer, type SendBytes } from '../../client/data/photo-transfer.ts';
import type { ProjectedOrder } from '../../client/data/projection.ts';
import { equalJson } from '#schemas/core/equal.ts';
import type { CommandPayload, CommandType } from '#schemas/orders/commands.ts';
import type { Statement } from '#schemas/finance/statements/statement.ts';
import type { Actor } from '#schemas/staff/permissions.ts';
import {
  collectionNames,
  type Collection,
  type DocumentOf,
  type ReferenceCollection,
} from '#schemas/sync/collections.ts';
import { chanceOf } from './chance.ts';
import { fastClock } from './fast-clock.ts';
import { sendingTo } from './upload.ts';

export interface DeviceOptions {
  /** Unique, also when one person has two devices. */
  readonly name: string;
  readonly seed: number;
  readonly token: string;
  readonly actor: Actor;
  /** Address of the network. */
  readonly base: string;
  /** Whether its time runs fast; it does unless said otherwise. */
  readonly isHurried?: boolean;
}

export type Documents = ReadonlyMap<string, object>;

export type Photograph = Pick<CommandPayload<'add-photo'>, 'photoId' | 'sha256' | 'kind'> & {
  readonly bytes: ArrayBuffer;
};

/** @throws when the storage cannot be opened */
export async function openDevice(options: DeviceOptions): Promise<Device> {
  const device = new Device(options);
  await device.start();
  return device;
}

export class Device {
  readonly name: string;
  /** As the app last learned from the server. */
  actor: Actor;
  private readonly seed: number;
  private readonly http: Http;
  private readonly storage: Unreliable;
  private opened: ClientData | undefined;
  private readonly isHurried: boolean;
  private starts = 0;
  private readonly photoStore = memoryPhotoStore();
  private readonly sendBytes: SendBytes;

  constructor({ name, seed, token, actor, base, isHurried = true }: DeviceOptions) {
    this.name = name;
    this.actor = actor;
    this.seed = seed;
    this.isHurried = isHurried;
    const bearer = { Authorization: `Bearer ${token}` };
    this.sendBytes = sendingTo(base, bearer);
    this.http = createHttp(base, (url, init) =>
      fetch(url, { ...init, headers: { ...Object.fromEntries(new Headers(init.headers)), ...bearer } }),
    );
    // Storages in memory share what they hold unless they are given something to hold it in.
    this.storage = unreliable(Object.assign(getRxStorageMemory(), { collectionStates: new Map() }));
  }

  get data(): ClientData {
    if (!this.opened) throw new Error(`The app of ${this.name} is closed`);
    return this.opened;
  }

  async start(): Promise<void> {
    this.storage.revive();
    const chance = chanceOf(this.seed, `${this.name} clock ${++this.starts}`);
    this.opened = await openClientData(this.actor, {
      http: this.http,
      isSignedIn: () => true,
      clock: this.isHurried ? fastClock(chance) : systemClock,
      storage: this.storage.storage,
      photoStore: this.photoStore,
      transfer: createTransfer(this.http, this.sendBytes),
      multiInstance: false,
    });
  }

  async close(): Promise<void> {
    const data = this.data;
    this.opened = undefined;
    await data.close();
  }

  /** The app ends between two writes, without a word. */
  async crash(): Promise<void> {
    this.storage.die();
    await this.close().catch(() => undefined);
    await this.start();
  }

  /** Writes fail for some time, as when the disk is full. */
  fill(ms: number): void {
    this.storage.fill(ms);
  }

  /** Opens the app again, with the rights that the server says, if it can be reached. */
  async restart(): Promise<void> {
    await this.close();
    const answer = await this.http.getJson('/api/session');
    if (answer.ok && isActor(answer.value)) this.actor = answer.value;
    await this.start();
  }

  /** Resolves when the app has loaded for the first time what its person may see. */
  async loaded(): Promise<void> {
    await firstValueFrom(this.data.sync.status$.pipe(filter(({ initialSyncDone }) => initialSyncDone)));
  }

  /** What the board shows. */
  async orders(): Promise<readonly ProjectedOrder[]> {
    return (await firstValueFrom(this.data.orders.page({}, 60))).orders;
  }

  async jobs(): Promise<readonly ProjectedOrder[]> {
    return (await firstValueFrom(this.data.orders.page({ driverId: this.actor.id }, 40))).orders;
  }

  /** What he may accept before somebody else does. */
  async offers(): Promise<readonly ProjectedOrder[]> {
    return (await firstValueFrom(this.data.orders.page({ offeredTo: this.actor.id }, 40))).orders;
  }

  list<Name extends ReferenceCollection>(name: Name): DocumentOf<Name>[] {
    const lookup: { readonly value: ReadonlyMap<string, DocumentOf<Name>> } =
      this.data.references.lookups[name];
    return [...lookup.value.values()];
  }

  issue<Kind extends CommandType>(
    type: Kind,
    orderId: string,
    payload: CommandPayload<Kind>,
  ): Promise<Issued> {
    return this.data.commands.issue(type, orderId, payload);
  }

  /** Takes a photo of something that nothing else shows. */
  photograph(orderId: string, photo: Photograph): Promise<Issued> {
    const { bytes, ...facts } = photo;
    const taken = { ...facts, slot: 'scene', takenAt: new Date().toISOString(), source: 'camera' as const };
    return this.data.photos.queue.add({ orderId, bytes, facts: { ...taken, bytes: bytes.byteLength } });
  }

  /** Photos whose bytes the server does not have, or that are on no order. */
  keptPhotos(): Promise<readonly KeptPhoto[]> {
    return this.photoStore.list();
  }

  statements(): readonly Statement[] {
    return [...this.data.references.statements.value.values()];
  }

  /** Undefined when the disk is full. */
  async decide(requests: readonly OnlineRequest[]): Promise<readonly OnlineVerdict[] | undefined> {
    try {
      return await this.data.commands.decideManyOnline(requests);
    } catch (error) {
      if (error instanceof StorageFailure) return undefined;
      throw error;
    }
  }

  /**
   * Changes a reference document as a form does: nothing when it is not on this device any more.
   * @returns whether it is stored here now
   */
  async edit(collection: ReferenceCollection, id: string, change: object): Promise<boolean> {
    const document = await this.data.database[collection].findOne(id).exec();
    return document ? isStored(document.incrementalPatch(change)) : false;
  }

  async add<Name extends ReferenceCollection>(name: Name, document: DocumentOf<Name>): Promise<boolean> {
    return isStored(this.data.database[name].insert(document as never));
  }

  get phase(): string {
    return this.data.sync.status$.value.phase;
  }

  /** What the board shows and what is stored of the orders: the same when nothing is on its way. */
  async shownWrongly(): Promise<readonly string[]> {
    const { orders } = await firstValueFrom(this.data.orders.page({}, 10_000));
    const stored = await this.heldOf('orders');
    const shown = new Map(orders.map(({ unsent: _, ...order }) => [order.id, order]));
    return [...new Set([...shown.keys(), ...stored.keys()])].filter(
      (id) => !equalJson(shown.get(id), stored.get(id)),
    );
  }

  async unsent(): Promise<number> {
    return (await firstValueFrom(this.data.log.unsent$)).length;
  }

  /** Everything that it holds. */
  async held(): Promise<ReadonlyMap<Collection, Documents>> {
    const all = collectionNames.map(async (name) => [name, await this.heldOf(name)] as const);
    return new Map(await Promise.all(all));
  }

  /** Commands that were refused by a database that is gone: of them this device alone knows. */
  async keptRefusals(): Promise<readonly string[]> {
    const commands = [...(await this.everythingIn('commands'))];
    return commands.filter(([, command]) => isKeptRefusal(command)).map(([id]) => id);
  }

  private async heldOf(name: Collection): Promise<Documents> {
    const all = [...(await this.everythingIn(name))];
    return new Map(all.filter(([, document]) => name !== 'commands' || !isKeptRefusal(document)));
  }

  private async everythingIn(name: Collection): Promise<Documents> {
    const found = await this.data.database[name].find().exec();
    return new Map(found.map((document): [string, object] => [document.id, document.toMutableJSON()]));
  }
}

const isKeptRefusal = (command: object) => 'verdict' in command && !('version' in command);

/** Not when the server has taken the document away in the same moment, or when the disk is full. */
async function isStored(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof StorageFailure || (error instanceof Error && 'rxdb' in error)) return false;
    throw error;
  }
}

const isActor = (value: unknown): value is Actor =>
  typeof value === 'object' && value !== null && 'permissions' in value && 'outletIds' in value;
