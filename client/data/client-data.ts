// The data of whoever is signed in, put together: what pages reach by the hooks.
import type { RxStorage } from 'rxdb';
import type { Actor } from '#schemas/staff/permissions.ts';
import { openCommandLog, type CommandLog } from './command-log.ts';
import { createCommands, type Commands } from './commands.ts';
import { openClientDatabase, type ClientDatabase, type DefinitionOf } from './database.ts';
import { openDevice } from './device.ts';
import { stampEdits } from './edits.ts';
import type { Clock } from './gate.ts';
import type { Http } from './http.ts';
import { createOrderSource, type OrderSource } from './order-source.ts';
import { openReferences, type References } from './references.ts';
import { openSync, type Sync } from './sync.ts';

export interface ClientData {
  readonly actor: Actor;
  readonly database: ClientDatabase;
  readonly references: References;
  readonly log: CommandLog;
  readonly orders: OrderSource;
  readonly commands: Commands;
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
}

/** Rejects when the browser gives no storage. Works without a network. */
export async function openClientData(actor: Actor, options: ClientDataOptions): Promise<ClientData> {
  let reportFailure: (error: unknown) => void = () => undefined;
  const database = await openClientDatabase(actor, {
    ...options,
    onStorageFailure: (error) => reportFailure(error),
  });
  const device = await openDevice(database);
  stampEdits(database, device);
  const sync = await openSync(database, { ...options, deviceId: device.id });
  reportFailure = (error) => sync.storageFailed(error);
  const references = await openReferences(database);
  const log = await openCommandLog(database, device.id, sync.ordersVersion$);
  const context = () => ({ actor, find: references.find, ordersVersion: sync.ordersVersion$.value });
  const orders = createOrderSource({ database, log, context });
  const commands = createCommands({ ...options, database, device, log, orders, context });
  void sync.lead();
  return {
    ...{ actor, database, references, log, orders, commands, sync },
    close: async () => {
      log.close();
      references.close();
      await sync.close();
      await database.close();
    },
  };
}
