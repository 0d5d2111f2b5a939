// Sorting, moving and ticking in tables; finding in comboboxes.
import { describe, expect, it } from 'vitest';
import { matchOptions, stepOption } from '../../client/ui/combobox-match.ts';
import { columnTemplate, columnsThatFit, leastWidth } from '../../client/ui/data-table-layout.ts';
import { moveActive, nextSort, sortRows, toggleRows } from '../../client/ui/table-model.ts';

describe('sorting', () => {
  it('goes up, down, and back to the order that came', () => {
    const up = nextSort(undefined, 'a');
    const down = nextSort(up, 'a');
    expect([up?.direction, down?.direction, nextSort(down, 'a')]).toEqual([
      'ascending',
      'descending',
      undefined,
    ]);
    expect(nextSort(down, 'b')).toEqual({ column: 'b', direction: 'ascending' });
  });

  it('orders Chinese by sound, numbers in text by value, and leaves the given rows alone', () => {
    const rows = ['王', '李', '张'];
    expect(sortRows(rows, (row) => row, 'ascending', 'zh-CN')).toEqual(['李', '王', '张']);
    expect(sortRows(['A10', 'A9'], (row) => row, 'ascending', 'zh-CN')).toEqual(['A9', 'A10']);
    expect(rows).toEqual(['王', '李', '张']);
  });

  it('puts missing values last both ways', () => {
    const rows = [null, 2, undefined, 1];
    expect(sortRows(rows, (row) => row, 'ascending', 'en').slice(0, 2)).toEqual([1, 2]);
    expect(sortRows(rows, (row) => row, 'descending', 'en').slice(0, 2)).toEqual([2, 1]);
  });
});

describe('moving the active row', () => {
  it.each([
    ['ArrowDown', -1, 0],
    ['ArrowDown', 9, 9],
    ['ArrowUp', -1, 9],
    ['ArrowUp', 0, 0],
    ['PageDown', 2, 6],
    ['PageUp', 2, 0],
    ['Home', 5, 0],
    ['End', 5, 9],
    ['x', 5, undefined],
  ])('%s from %d goes to %j', (key, from, expected) => {
    expect(moveActive(key, from, 10, 4)).toBe(expected);
  });

  it('goes nowhere in an empty table', () => {
    expect(moveActive('ArrowDown', -1, 0, 4)).toBeUndefined();
  });
});

describe('ticking', () => {
  const keys = ['a', 'b', 'c', 'd'];
  it('turns one row on and off', () => {
    expect([...toggleRows(new Set(), keys, 'b', undefined)]).toEqual(['b']);
    expect([...toggleRows(new Set(['b']), keys, 'b', undefined)]).toEqual([]);
  });

  it('takes the range since the last tick, in either direction', () => {
    expect([...toggleRows(new Set(['d']), keys, 'b', 'd')].sort()).toEqual(['b', 'c', 'd']);
    expect([...toggleRows(new Set(['a']), keys, 'c', 'a')]).toEqual(['a', 'b', 'c']);
  });

  it('takes one row when the last ticked one has gone', () => {
    expect([...toggleRows(new Set(), keys, 'b', 'gone')]).toEqual(['b']);
  });
});

it('gives fixed columns their width and the others the rest', () => {
  const columns = [{ header: '单号', width: 80 }, { header: '客户' }, { header: '', width: 200, grow: true }];
  expect(columnTemplate(columns, true)).toBe('40px 80px minmax(120px, 1fr) minmax(200px, 1fr)');
  expect(leastWidth(columns, false)).toBe(400);
});

it('leaves out what only stands where there is room, one after the other, and nothing else', () => {
  const named = (id: string, roomy = false) => ({ id, header: '', width: 100, roomy });
  const columns = [named('a'), named('b', true), named('c', true), named('d')];
  const shown = (room: number) =>
    columnsThatFit(columns, room, false)
      .map(({ id }) => id)
      .join('');
  expect(shown(400)).toBe('abcd');
  expect(shown(399)).toBe('acd');
  expect(shown(299)).toBe('ad');
  expect(shown(10)).toBe('ad');
});

it('leaves out columns in the order of their rank until the rest fits', () => {
  const columns = [
    { id: 'number', header: '', width: 100 },
    { id: 'outlet', header: '', width: 80, rank: 1 },
    { id: 'age', header: '', width: 80, rank: 2 },
  ];
  const ids = (room: number) => columnsThatFit(columns, room, false).map(({ id }) => id);
  expect(ids(260)).toEqual(['number', 'outlet', 'age']);
  expect(ids(200)).toEqual(['number', 'age']);
  expect(ids(50)).toEqual(['number']);
});

it('makes a column as wide as its header, but for one that is not shown or very long', () => {
  const edge = { header: '', width: 0 };
  const widthOf = (header: string, hideHeader = false) =>
    leastWidth([edge, { header, width: 80, hideHeader }, edge], false) - leastWidth([edge, edge], false);
  expect(widthOf('单号')).toBe(80);
  expect(widthOf('里程（公里）')).toBeGreaterThan(80);
  expect(widthOf('里程（公里）', true)).toBe(80);
  expect(widthOf('Cash collected by the driver')).toBe(widthOf('Cash collected by the driver and another'));
});

describe('options', () => {
  const options = [
    { value: '1', label: '东门人民路', detail: '1 号' },
    { value: '2', label: '人民广场', detail: '185 号', keywords: 'renmin' },
    { value: '3', label: '世纪公园', disabled: true },
  ];
  it('match every word, in any field, those that begin with it first', () => {
    expect(matchOptions(options, '人民').map((o) => o.value)).toEqual(['2', '1']);
    expect(matchOptions(options, 'RENMIN １８５').map((o) => o.value)).toEqual(['2']);
    expect(matchOptions(options, ' ')).toBe(options);
  });

  it('are stepped through round the ends, past those that can not be chosen', () => {
    expect(stepOption(options, -1, 1)).toBe(0);
    expect(stepOption(options, 1, 1)).toBe(0);
    expect(stepOption(options, 0, -1)).toBe(1);
    expect(stepOption(options, -1, -1)).toBe(1);
    expect(stepOption([{ value: 'x', label: 'x', disabled: true }], -1, 1)).toBe(-1);
  });
});
