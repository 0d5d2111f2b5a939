// What an entry of the quarantine is about, in words.
import type { QuarantineEntry } from '../data/quarantine.ts';
import { isRecord, plateIn } from '../sync/entered-fields.ts';

/** The command as it was entered: its parts are whatever came. */
export interface EnteredCommand {
  readonly type: string;
  readonly orderId: string;
  readonly at: string | undefined;
  readonly payload: unknown;
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** `undefined` for a document. */
export function commandIn({ kind, entered }: QuarantineEntry): EnteredCommand | undefined {
  if (kind !== 'command') return undefined;
  return {
    type: text(entered['type']) ?? '',
    orderId: text(entered['orderId']) ?? '',
    at: text(entered['at']),
    payload: entered['payload'],
  };
}

/** The name that the employee gave the document, else its id. */
export function documentNameIn({ entered, documentId }: QuarantineEntry): string {
  const { newDocumentState: mine } = entered;
  return (isRecord(mine) && text(mine['name'])) || documentId;
}

/** Those about the same order that were entered before this one, the earliest first. */
export function earlierOf(
  entry: QuarantineEntry,
  entries: readonly QuarantineEntry[],
): readonly QuarantineEntry[] {
  const orderId = commandIn(entry)?.orderId;
  if (!orderId) return [];
  return entries
    .filter((other) => commandIn(other)?.orderId === orderId && isBefore(other, entry))
    .sort((a, b) => (isBefore(a, b) ? -1 : 1));
}

/** A device counts what it sends; between devices the server's order of arrival stands. */
function isBefore(a: QuarantineEntry, b: QuarantineEntry): boolean {
  const [n, m] = [a.entered['n'], b.entered['n']];
  if (a.deviceId === b.deviceId && typeof n === 'number' && typeof m === 'number') return n < m;
  return a.id < b.id;
}

/** Which car an order is about, as its creation among the entries says: the order itself may not exist yet. */
export function platesIn(entries: readonly QuarantineEntry[]): ReadonlyMap<string, string> {
  const plates = new Map<string, string>();
  for (const entry of entries) {
    const command = commandIn(entry);
    const plate = plateIn(command?.payload);
    if (command && plate) plates.set(command.orderId, plate);
  }
  return plates;
}

/**
 * Where to go on after one entry was settled: what was entered next about the same order, else what stands in its
 * place.
 * @param place where it stood
 */
export function nextAfter(
  settled: QuarantineEntry,
  entries: readonly QuarantineEntry[],
  place: number,
): QuarantineEntry | undefined {
  const left = entries.filter(({ id }) => id !== settled.id);
  const orderId = commandIn(settled)?.orderId;
  const sameOrder = left.filter((other) => orderId && commandIn(other)?.orderId === orderId);
  const [first] = sameOrder.sort((a, b) => (isBefore(a, b) ? -1 : 1));
  return first ?? left[place] ?? left.at(-1);
}
