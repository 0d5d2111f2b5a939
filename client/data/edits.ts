// Every edit of a reference document says by which device it was made and as which of its edits: so the server
// knows a device's own change again whose answer was lost, and takes the next one for what it is.
import { collectionNames, isReference, type Collection } from '#schemas/sync/collections.ts';
import type { CommandDocument } from '#schemas/orders/commands.ts';
import { isHeldBack } from '#schemas/sync/quarantine.ts';
import type { ClientDatabase } from './database.ts';
import type { Device } from './device.ts';
import { openRecord, type LocalRecord } from './local-record.ts';

interface Stamped {
  edit?: { deviceId: string; n: number; on?: number };
  version?: number;
}

/**
 * RxDB runs these hooks on a person's writes only, not on what the replication writes. The server passes over
 * a number that it has had: so that none comes twice even when the count was lost, the time takes part in it.
 */
export async function stampEdits(database: ClientDatabase, { id: deviceId }: Device): Promise<void> {
  const next = numbering(await openRecord(database, 'edits', { n: 0 }));
  const stamp = async (document: Stamped) => {
    document.edit = { deviceId, n: await next(), on: document.version ?? 0 };
  };
  for (const name of collectionNames.filter(isReference)) {
    database.collections[name].preInsert(stamp, false);
    database.collections[name].preSave(stamp, false);
  }
}

/** Numbers that are asked for at the same moment are counted with one write: an import asks for many at once. */
export function numbering(count: LocalRecord<{ n: number }>): () => Promise<number> {
  let asked = 0;
  let first: Promise<number> | undefined;
  const reserve = async (): Promise<number> => {
    await Promise.resolve();
    const wanted = asked;
    [asked, first] = [0, undefined];
    let from = 0;
    await count.modify((last) => ({ n: (from = Math.max(last.n + 1, Date.now())) + wanted - 1 }));
    return from;
  };
  return async () => {
    const place = asked++;
    first ??= reserve();
    return (await first) + place;
  };
}

/** Whether the server has not answered this device's last change to it. */
export const isUnsent = ({ edit, version = 0 }: Stamped, deviceId: string): boolean =>
  edit?.deviceId === deviceId && edit.on === version;

/**
 * The server has no memory of these: a backup from before them was restored. What was entered here is sent
 * again, in the order in which it was entered; what had been refused is not, since its author knows of it and may
 * have done something else. @returns those of others, which are not this device's to send
 */
export async function offerAgain(
  database: ClientDatabase,
  deviceId: string,
  name: Collection,
  ids: readonly string[],
): Promise<string[]> {
  const own = await enteredHere(database, deviceId, name, ids);
  own.sort((a, b) => numberOf(a.toJSON()) - numberOf(b.toJSON()));
  for (const document of own)
    await document.incrementalModify(isRefused(document.toJSON()) ? unversioned : asEntered);
  const offered = new Set(own.map(({ primary }) => primary));
  return ids.filter((id) => !offered.has(id));
}

/** Those of the documents that this device entered, or was the last to change. */
export async function enteredHere(
  database: ClientDatabase,
  deviceId: string,
  name: Collection,
  ids: readonly string[],
) {
  const found = await database.collections[name].findByIds([...ids]).exec();
  return [...found.values()].filter((document) => enteredBy(document.toJSON()) === deviceId);
}

function enteredBy(document: object): unknown {
  if ('edit' in document) return (document as Stamped).edit?.deviceId;
  return 'deviceId' in document ? document.deviceId : undefined;
}

const numberOf = (document: object): number =>
  'n' in document && typeof document.n === 'number' ? document.n : ((document as Stamped).edit?.n ?? 0);

/** What is kept for a manager has to come to one again. */
function isRefused(document: object): boolean {
  const { verdict } = document as Partial<CommandDocument>;
  return verdict?.status === 'rejected' && !isHeldBack(verdict.code);
}

/** Without what the server had added. */
const asEntered = <Doc extends object>(document: Doc): Doc =>
  without(document, ['version', 'verdict', 'actorId', 'decidedAt']);

/** Kept on this device alone. */
const unversioned = <Doc extends object>(document: Doc): Doc => without(document, ['version']);

function without<Doc extends object>(document: Doc, fields: readonly string[]): Doc {
  const kept = Object.entries(document).filter(([field]) => !fields.includes(field));
  return Object.fromEntries(kept) as Doc;
}
