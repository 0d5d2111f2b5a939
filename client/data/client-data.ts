// The data of whoever is signed in, put together: what pages reach by the hooks.
import type { RxStorage } from 'rxdb';
import type { Actor } from '#schemas/staff/permissions.ts';
import { openKeptAnswers, type KeptAnswers } from './kept-answers.ts';
import { openCommandLog, type CommandLog } from './command-log.ts';
import { createCommands, type Commands } from './commands.ts';
import { openClientDatabase, type ClientDatabase, type DefinitionOf } from './database.ts';
import { openDevice } from './device.ts';
import { stampEdits } from './edits.ts';
import type { Clock } from './gate.ts';
import type { Http } from './http.ts';
import { createOrderIndex, type OrderIndex } from './order-index.ts';
import { createOrderSource, type OrderSource } from './order-source.ts';
import { openPhotoData, type PhotoData } from './photo-data.ts';
import { openPhotoStore, type PhotoStore } from './photo-store.ts';
import type { Transfer } from './photo-transfer.ts';
import { openRefusedEdits, type RefusedEdits } from './refused-edits.ts';
import { openReferences, type References } from './references.ts';
import { openSync, type Sync } from './sync.ts';

export interface ClientData {
  readonly actor: Actor;
  /** This device, as the server knows it. */
  readonly deviceId: string;
  readonly database: ClientDatabase;
  readonly references: References;
  readonly log: CommandLog;
  readonly refusedEdits: RefusedEdits;
  readonly orders: OrderSource;
  readonly orderIndex: OrderIndex;
  readonly commands: Commands;
  readonly photos: PhotoData;
  /** What the server last answered to pages that ask it. */
  readonly answers: KeptAnswers;
  readonly sync: Sync;
  close(): Promise<void>;
}

export interface ClientDataOptions {
  readonly http: Http;
  /** Who holds the session, if anybody does; another person's requests must not carry these commands. */
  readonly isSignedIn: () => boolean;
  readonly clock?: Clock;
  readonly storage?: RxStorage<unknown, unknown>;
  readonly multiInstance?: boolean;
  readonly definitionOf?: DefinitionOf;
  readonly photoStore?: PhotoStore;
  readonly transfer?: Transfer;
}

/** Rejects when the browser gives no storage. Works without a network. */
export async function openClientData(actor: Actor, options: ClientDataOptions): Promise<ClientData> {
  const failures = new Failures();
  const database = await openClientDatabase(actor, { ...options, onStorageFailure: failures.report });
  try {
    return await assemble(actor, database, options, failures);
  } catch (error) {
    // Left open it would be in the way of the next try.
    await database.close();
    throw error;
  }
}

/** A write may fail before there is anything to be told of it. */
class Failures {
  private tell: (error: unknown) => void = () => undefined;
  readonly report = (error: unknown): void => this.tell(error);

  to(tell: (error: unknown) => void): void {
    this.tell = tell;
  }
}

async function assemble(
  actor: Actor,
  database: ClientDatabase,
  options: ClientDataOptions,
  failures: Failures,
): Promise<ClientData> {
  const device = await openDevice(database);
  await stampEdits(database, device);
  const refusedEdits = await openRefusedEdits(database);
  const sync = await openSync(database, { ...options, deviceId: device.id, refusedEdits });
  failures.to((error) => sync.storageFailed(error));
  const references = await openReferences(database);
  const log = await openCommandLog(database, device.id, sync.ordersVersion$);
  const context = () => ({ actor, find: references.find, ordersVersion: sync.ordersVersion$.value });
  const orders = createOrderSource({ database, log, context });
  const orderIndex = createOrderIndex(database.orders, orders.own$);
  const commands = createCommands({ ...options, database, device, log, orders, context });
  const store = options.photoStore ?? openPhotoStore(actor);
  const photos = openPhotoData({ ...options, database, store, commands, log, status$: sync.status$ });
  const answers = await openKeptAnswers(database, actor);
  void sync.lead();
  return {
    ...{
      actor,
      deviceId: device.id,
      database,
      references,
      log,
      refusedEdits,
      orders,
      orderIndex,
      commands,
      photos,
      answers,
      sync,
    },
    close: async () => {
      photos.close();
      orderIndex.close();
      log.close();
      references.close();
      await sync.close();
      await database.close();
    },
  };
}
