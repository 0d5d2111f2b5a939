// Rows leave in requests that are taken, whatever stands before the server.
import { describe, expect, test } from 'vitest';
import { limits } from '#schemas/sync/protocol.ts';
import { sendInPortions } from '../../client/data/portions.ts';
import type { PushRow } from '../../client/data/wire.ts';

const row = (id: string, bytes = 10): PushRow => ({ newDocumentState: { id, note: 'x'.repeat(bytes) } });
const idOf = ({ newDocumentState }: PushRow) => String('id' in newDocumentState && newDocumentState.id);

/** A server that takes so many bytes, and keeps what it was sent. */
function taking(mostBytes: number) {
  const requests: string[][] = [];
  const send = (rows: readonly PushRow[]) => {
    if (Buffer.byteLength(JSON.stringify(rows)) > mostBytes) return Promise.resolve('too-large' as const);
    requests.push(rows.map(idOf));
    return Promise.resolve({ documents: rows.map(({ newDocumentState }) => newDocumentState), refused: [] });
  };
  return { requests, send };
}

describe('rows', () => {
  test('that fit go out in one request', async () => {
    const { requests, send } = taking(limits.bodyBytes);
    const rows = [row('a'), row('b'), row('c')];
    const told = await sendInPortions('customers', rows, send);
    expect(requests).toEqual([['a', 'b', 'c']]);
    expect(told.documents).toEqual(rows.map(({ newDocumentState }) => newDocumentState));
  });

  test('that do not are cut before the first request, in their order', async () => {
    const { requests, send } = taking(limits.bodyBytes);
    const large = limits.bodyBytes / 2 - 100;
    await sendInPortions(
      'customers',
      ['a', 'b', 'c', 'd', 'e'].map((id) => row(id, large)),
      send,
    );
    expect(requests).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
  });

  test('are counted in bytes, not in characters', async () => {
    const { requests, send } = taking(limits.bodyBytes);
    const wide = (id: string): PushRow => ({
      newDocumentState: { id, note: '车'.repeat(limits.bodyBytes / 6 + 1) },
    });
    await sendInPortions('customers', [wide('a'), wide('b')], send);
    expect(requests).toEqual([['a'], ['b']]);
  });

  test('are halved for a proxy that takes less', async () => {
    const { requests, send } = taking(400);
    const rows = ['a', 'b', 'c', 'd', 'e'].map((id) => row(id, 100));
    const told = await sendInPortions('commands', rows, send);
    expect(requests.flat()).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(told.documents).toHaveLength(5);
  });

  test('one of which is too large by itself: it is refused, and those around it land', async () => {
    const { requests, send } = taking(1000);
    const stands = { id: 'b', note: 'before' };
    const told = await sendInPortions(
      'customers',
      [row('a'), { ...row('b', 2000), assumedMasterState: stands }, row('c')],
      send,
    );
    expect(requests.flat()).toEqual(['a', 'c']);
    expect(told.refused).toEqual([expect.objectContaining({ id: 'b', code: 'invalid-document' })]);
    expect(told.documents).toContainEqual(stands);
  });

  test('one of which is new and too large: nothing stands in its place', async () => {
    const { send } = taking(1000);
    const told = await sendInPortions('customers', [row('b', 2000)], send);
    expect(told.documents).toEqual([expect.objectContaining({ id: 'b', _deleted: true })]);
  });

  test('a command that is too large is kept', async () => {
    const { send } = taking(1000);
    await expect(sendInPortions('commands', [row('b', 2000)], send)).rejects.toThrow('Refused');
  });
});
