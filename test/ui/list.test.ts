// What a list remembers and does, without a screen: columns, ticked rows, batches.
import { describe, expect, it } from 'vitest';
import { startBatch, type BatchVerdict } from '../../client/ui/batch.ts';
import { readChoices, shownColumns, toggleColumn, type Choices } from '../../client/ui/column-choices.ts';
import { tickedRows } from '../../client/ui/selection.ts';
import { money } from '../../client/ui/spreadsheet/cell.ts';
import { sortByColumn } from '../../client/ui/table-columns.ts';

describe('the choice of columns', () => {
  const name = { id: 'name' };
  const note = { id: 'note', hidden: true };
  const menu = { id: 'menu', hideHeader: true };
  const columns = [name, note, menu];
  const idsOf = (choices: Choices) => shownColumns(columns, choices).map(({ id }) => id);

  it('begins with what the table shows, and keeps only what differs from it', () => {
    expect(idsOf({})).toEqual(['name', 'menu']);
    const withNote = toggleColumn(columns, {}, note);
    expect(withNote).toEqual({ note: true });
    expect(idsOf(withNote)).toEqual(['name', 'note', 'menu']);
    expect(toggleColumn(columns, withNote, note)).toEqual({});
  });

  it('leaves one column, and never counts the menu of a row', () => {
    expect(toggleColumn(columns, {}, name)).toEqual({});
    const onlyNote = toggleColumn(columns, { note: true }, name);
    expect(idsOf(onlyNote)).toEqual(['note', 'menu']);
    expect(toggleColumn(columns, onlyNote, note)).toBe(onlyNote);
  });

  it('gives way when what was chosen is there no more', () => {
    expect(shownColumns([name, menu], { name: false, gone: true })).toEqual([name, menu]);
    expect(readChoices('{"a":true,"b":1}')).toEqual({ a: true });
    expect([readChoices('not json'), readChoices('null'), readChoices(null)]).toEqual([{}, {}, {}]);
  });
});

it('ticked are only rows that are shown, in their order', () => {
  const ticked = new Set(['c', 'hidden', 'a']);
  expect(tickedRows(['a', 'b', 'c'], ticked, (row) => row)).toEqual(['a', 'c']);
});

it('a column sorts by its value when it says so, and an unknown one leaves the order', () => {
  const columns = [{ id: 'amount', header: '', value: (fen: number) => money(fen), sort: true as const }];
  const sorted = (column: string) =>
    sortByColumn(columns, [300, 20, 1000], { column, direction: 'descending' }, 'en');
  expect(sorted('amount')).toEqual([1000, 300, 20]);
  expect(sorted('gone')).toEqual([300, 20, 1000]);
});

describe('a batch', () => {
  /** Lets the test answer each call by hand. */
  function driven(items: readonly string[], atOnce = 1) {
    const calls: { items: readonly string[]; answer: (verdicts: BatchVerdict[]) => Promise<void> }[] = [];
    const batch = startBatch({
      items,
      key: (item) => item,
      label: (item) => item.toUpperCase(),
      broken: 'broken',
      atOnce,
      perform: (some) =>
        new Promise((resolve) => {
          const answer = async (verdicts: BatchVerdict[]) => {
            resolve(verdicts);
            await new Promise((settled) => setImmediate(settled));
          };
          calls.push({ items: some, answer });
        }),
    });
    const states = () => batch.rows().map(({ key, state }) => `${key} ${state}`);
    return { batch, calls, states };
  }

  it('goes through its rows in their order, as many at once as it may', async () => {
    const { batch, calls, states } = driven(['a', 'b', 'c'], 2);
    expect(states()).toEqual(['a running', 'b running', 'c waiting']);
    await calls[0]?.answer(['done', { failed: 'no' }]);
    expect(states()).toEqual(['a done', 'b failed', 'c running']);
    await calls[1]?.answer(['done']);
    expect(batch.isRunning()).toBe(false);
    expect(batch.counts()).toEqual({ waiting: 0, running: 0, done: 2, failed: 1 });
    expect(batch.rows()[1]).toMatchObject({ label: 'B', reason: 'no' });
  });

  it('tries again only what failed, and forgets its reason', async () => {
    const { batch, calls, states } = driven(['a', 'b'], 2);
    await calls[0]?.answer([{ failed: 'no' }, 'done']);
    batch.retryFailed();
    expect(calls[1]?.items).toEqual(['a']);
    expect(batch.rows()[0]?.reason).toBeUndefined();
    await calls[1]?.answer(['done']);
    expect(states()).toEqual(['a done', 'b done']);
  });

  it('stops after what is under way, and goes on when told', async () => {
    const { batch, calls, states } = driven(['a', 'b']);
    batch.stop();
    await calls[0]?.answer(['done']);
    expect([states(), batch.isRunning()]).toEqual([['a done', 'b waiting'], false]);
    batch.resume();
    expect(calls[1]?.items).toEqual(['b']);
  });

  it('takes a missing verdict for a failure', async () => {
    const { batch, calls } = driven(['a', 'b'], 2);
    await calls[0]?.answer(['done']);
    expect(batch.rows()[1]).toMatchObject({ state: 'failed', reason: 'broken' });
  });
});
