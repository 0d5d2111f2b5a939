// What was entered goes out in as many requests as it needs: the server, or a proxy before it, takes no more than so
// many bytes at once, and a batch that is refused as a whole would block everything behind it for ever.
import { isReference, type Collection } from '#schemas/sync/collections.ts';
import { limits } from '#schemas/sync/protocol.ts';
import type { PushAnswer, PushRow } from './wire.ts';

/** Sends rows in one request. */
type Send = (rows: readonly PushRow[]) => Promise<PushAnswer | 'too-large'>;

/**
 * In their order, one portion after the other. A record that is too large by itself is refused on the spot; rejects
 * for a command that is, as `send` does where rows are not taken for another reason.
 */
export async function sendInPortions(
  name: Collection,
  rows: readonly PushRow[],
  send: Send,
): Promise<PushAnswer> {
  const answers: PushAnswer[] = [];
  for (const portion of portionsOf(rows)) answers.push(await sendHalved(name, portion, send));
  return joined(answers);
}

/** A proxy may take less than our server does. */
async function sendHalved(name: Collection, rows: readonly PushRow[], send: Send): Promise<PushAnswer> {
  const answer = await send(rows);
  if (answer !== 'too-large') return answer;
  const [first] = rows;
  if (rows.length === 1 && first) return refusal(name, first);
  const middle = Math.ceil(rows.length / 2);
  const before = await sendHalved(name, rows.slice(0, middle), send);
  return joined([before, await sendHalved(name, rows.slice(middle), send)]);
}

/** What stands there in its place is what it was entered over; nothing, where it was new. */
function refusal(name: Collection, { newDocumentState, assumedMasterState }: PushRow): PushAnswer {
  const id = 'id' in newDocumentState ? String(newDocumentState.id) : '';
  if (!isReference(name)) throw new Error(`Refused: ${name} ${id} is too large`);
  const stands = assumedMasterState ?? { ...newDocumentState, _deleted: true };
  return { documents: [stands], refused: [{ id, code: 'invalid-document', detail: 'It is too large' }] };
}

const joined = (answers: readonly PushAnswer[]): PushAnswer => ({
  documents: answers.flatMap(({ documents }) => documents),
  refused: answers.flatMap(({ refused }) => refused),
});

/** With at least one row each. */
function portionsOf(rows: readonly PushRow[]): PushRow[][] {
  const portions: PushRow[][] = [];
  let room = 0;
  for (const row of rows) {
    const bytes = bytesOf(row);
    if (bytes > room) {
      portions.push([]);
      room = limits.bodyBytes - brackets;
    }
    portions.at(-1)?.push(row);
    room -= bytes;
  }
  return portions;
}

const brackets = 2;
const encoder = new TextEncoder();
/** With the comma behind it. */
const bytesOf = (row: PushRow): number => encoder.encode(JSON.stringify(row)).length + 1;
