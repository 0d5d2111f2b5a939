// What was entered here, on its way out: what is news to the server, in which order, and after what.
import { filter, firstValueFrom } from 'rxjs';
import { equalJson } from '#schemas/core/equal.ts';
import type { Collection } from '#schemas/sync/collections.ts';
import type { ClientDatabase } from './database.ts';
import type { Clock, Gate, GateState } from './gate.ts';
import type { PushRow } from './wire.ts';

/**
 * Batches go one after the other, since a later command builds on an earlier one, and RxDB sends several at a
 * time. What the server said itself is not sent back to it.
 */
export function pushHandler(
  name: Collection,
  deviceId: string,
  send: (rows: readonly PushRow[]) => Promise<object[]>,
) {
  let last: Promise<unknown> = Promise.resolve();
  const isNews = ({ newDocumentState, assumedMasterState }: PushRow) =>
    isEnteredHere(newDocumentState, deviceId) &&
    !(name === 'commands' && 'verdict' in newDocumentState) &&
    !equalJson(newDocumentState, assumedMasterState);
  return (rows: PushRow[]): Promise<never[]> => {
    const news = rows.filter(isNews).sort(byNumber);
    if (news.length === 0) return Promise.resolve([]);
    const sent = last.then(() => send(news));
    last = sent.catch(() => undefined);
    return sent as Promise<never[]>;
  };
}

export const idOf = ({ newDocumentState }: PushRow): unknown =>
  'id' in newDocumentState ? newDocumentState.id : undefined;

const numberOf = ({ newDocumentState }: PushRow) =>
  'n' in newDocumentState && typeof newDocumentState.n === 'number' ? newDocumentState.n : 0;
export const byNumber = (a: PushRow, b: PushRow) => numberOf(a) - numberOf(b);

/**
 * What a push needs at the server before it. A server that answers, and will not come to it, is waited for only so
 * long: rather something is refused, with its reason, than that it is never sent.
 */
export async function waitFor(
  awaited: Promise<unknown>,
  { gate, clock }: { readonly gate: Gate; readonly clock: Clock },
  patienceMs: number,
): Promise<void> {
  let callOff = (): void => undefined;
  const isAnswering = gate.state$.pipe(filter((state) => answering.includes(state)));
  const isOver = firstValueFrom(isAnswering, { defaultValue: 'shut' }).then(
    () => new Promise<void>((resolve) => (callOff = clock.after(patienceMs, resolve))),
  );
  const isShut = firstValueFrom(gate.state$.pipe(filter((state) => state === 'shut')));
  await Promise.race([awaited, isOver, isShut]);
  callOff();
}

const answering: readonly GateState[] = ['open', 'account-disabled'];

/**
 * Commands that were entered before the last of these and are not sent either: a restored backup did not know them any
 * more, and RxDB sends them as the latest changes of this device, behind what builds on them.
 */
export async function unsentBefore(
  { commands }: Pick<ClientDatabase, 'commands'>,
  rows: readonly PushRow[],
  deviceId: string,
): Promise<PushRow[]> {
  const last = Math.max(...rows.map(numberOf));
  const sent = new Set(rows.map(idOf));
  const selector = { deviceId, n: { $lt: last }, verdict: { $exists: false } };
  const found = await commands.find({ selector, sort: [{ n: 'asc' }] }).exec();
  return found
    .filter(({ id }) => !sent.has(id))
    .map((document) => ({ newDocumentState: { ...document.toJSON(), _deleted: false } }));
}

/**
 * A tab that is killed while it stores what the server told leaves it without RxDB's note of whose it is, and
 * RxDB would send it as an edit. What was entered here carries this device's id.
 */
function isEnteredHere(
  document: { edit?: { deviceId?: unknown }; deviceId?: unknown },
  deviceId: string,
): boolean {
  return (document.edit ?? document).deviceId === deviceId;
}
