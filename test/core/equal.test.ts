// When two JSON values are the same.
import { describe, expect, test } from 'vitest';
import { equalJson } from '#schemas/core/equal.ts';

describe('JSON values', () => {
  test.each([
    [
      { a: 1, b: [1, { c: null }] },
      { b: [1, { c: null }], a: 1 },
    ],
    [{ a: 1, b: undefined }, { a: 1 }],
    [[], []],
    ['x', 'x'],
    [null, null],
  ])('%j equals %j', (a, b) => {
    expect([equalJson(a, b), equalJson(b, a)]).toEqual([true, true]);
  });

  test.each([
    [{ a: null }, {}],
    [null, undefined],
    [
      [1, 2],
      [2, 1],
    ],
    [[1], [1, undefined]],
    [[], {}],
    [{ 0: 'x' }, ['x']],
    ['1', 1],
    [0, false],
    [null, {}],
    [{ a: { b: 1 } }, { a: { b: 2 } }],
  ])('%j differs from %j', (a, b) => {
    expect([equalJson(a, b), equalJson(b, a)]).toEqual([false, false]);
  });
});
