// The own commands that still matter on this device, held in memory: not yet sent, judged but not yet visible
// in their order, or refused and not yet dismissed. They are few, whatever the collection holds.
import { BehaviorSubject, combineLatest, distinctUntilChanged, map, type Observable } from 'rxjs';
import type { RxDocumentData } from 'rxdb';
import { isOnline } from '#schemas/finance/online.ts';
import type { CommandDocument } from '#schemas/orders/commands.ts';
import type { ClientDatabase } from './database.ts';
import { openRecord } from './local-record.ts';
import { isUnderWay, isUnsent } from './projection.ts';

export interface CommandLog {
  /** Unsent or under way: what projections fold. */
  readonly active$: Observable<readonly CommandDocument[]>;
  /** Oldest first. */
  readonly unsent$: Observable<readonly CommandDocument[]>;
  /** Refused on this device and not dismissed, newest first. */
  readonly refused$: Observable<readonly CommandDocument[]>;
  /** Those of `active$` about one order, now. */
  about(orderId: string): CommandDocument[];
  /** Makes a command known before the storage tells of it. */
  add(command: CommandDocument): void;
  dismiss(id: string): Promise<void>;
  close(): void;
}

/** @param deviceId what was refused elsewhere was told there, and is not told again here */
export async function openCommandLog(
  database: ClientDatabase,
  deviceId: string,
  ordersVersion$: BehaviorSubject<number>,
): Promise<CommandLog> {
  const dismissed = await openRecord<{ ids: string[] }>(database, 'dismissed', { ids: [] });
  const isRefusedHere = (command: CommandDocument) => isRefused(command) && command.deviceId === deviceId;
  // What another device entered and the server took comes with the orders: a device that loads everything for
  // the first time has the commands before the orders, and must not make orders out of them.
  const isUnderWayHere = (command: CommandDocument) =>
    command.deviceId === deviceId && isUnderWay(command, ordersVersion$.value);
  const matters = (command: CommandDocument) =>
    isUnsent(command) || isRefused(command) || isUnderWayHere(command);
  const known = new Map<string, CommandDocument>();
  const commands$ = new BehaviorSubject<readonly CommandDocument[]>([]);
  const publish = () => commands$.next([...known.values()]);
  const take = (command: CommandDocument) => {
    if (matters(command)) known.set(command.id, command);
    else known.delete(command.id);
  };
  const seen = new Set<string>();
  const changes = database.commands.$.subscribe(({ documentData }) => {
    seen.add(documentData.id);
    if (documentData._deleted) known.delete(documentData.id);
    else take(plain(documentData));
    publish();
  });
  // What changed while the storage was read is newer than what was read.
  const stored = await database.commands.find().exec();
  for (const document of stored) if (!seen.has(document.id)) take(document.toMutableJSON());
  const versions = ordersVersion$.subscribe(() => {
    for (const command of known.values()) take(command);
    publish();
  });

  const active = () => [...known.values()].filter((each) => isUnsent(each) || isUnderWayHere(each));
  return {
    active$: commands$.pipe(map(active), distinctUntilChanged(sameCommands)),
    unsent$: commands$.pipe(
      map((all) => all.filter(isUnsent).sort((a, b) => a.n - b.n)),
      distinctUntilChanged(sameCommands),
    ),
    refused$: combineLatest([commands$, dismissed.data$]).pipe(
      map(([all, { ids }]) =>
        all.filter((each) => isRefusedHere(each) && !ids.includes(each.id)).sort(newestFirst),
      ),
      distinctUntilChanged(sameCommands),
    ),
    about: (orderId) => active().filter((command) => command.orderId === orderId),
    add: (command) => {
      if (known.has(command.id)) return;
      take(command);
      publish();
    },
    dismiss: async (id) => {
      // Only those that still exist are remembered, so that the list cannot grow for ever.
      await dismissed.modify(({ ids }) => ({ ids: [...ids.filter((each) => known.has(each)), id] }));
    },
    close: () => {
      changes.unsubscribe();
      versions.unsubscribe();
    },
  };
}

/** Finance is decided while the person waits, so its refusals were seen. */
const isRefused = ({ verdict, type }: CommandDocument) => verdict?.status === 'rejected' && !isOnline(type);

const newestFirst = (a: CommandDocument, b: CommandDocument) => (a.id < b.id ? 1 : -1);

const sameCommands = (a: readonly CommandDocument[], b: readonly CommandDocument[]) =>
  a.length === b.length && a.every((command, index) => command === b[index]);

/** Without RxDB's own fields. */
function plain({
  _rev,
  _meta,
  _deleted,
  _attachments,
  ...fields
}: RxDocumentData<CommandDocument>): CommandDocument {
  return fields;
}
