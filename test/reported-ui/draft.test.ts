// Extra work and outlays while a driver enters them.
import { describe, expect, test } from 'vitest';
import {
  nothing,
  reportOf,
  stepped,
  withItem,
  withoutRow,
  withRow,
  type Draft,
} from '../../client/reported/draft.ts';
import { commandOf, line } from '../setup/rules.ts';
import { mostReported } from '#schemas/orders/work-reported.ts';

const wheels = withItem(nothing, 'extras', 'price-item-dolly');
const toll = withItem(nothing, 'outlays', 'price-item-toll');

describe('what is chosen', () => {
  test('is one of it at first, and one more each time', () => {
    expect(wheels.extras).toEqual([{ item: 'price-item-dolly', value: 1 }]);
    const again = withItem(wheels, 'extras', 'price-item-dolly');
    expect(again.extras).toMatchObject([{ item: 'price-item-dolly', value: 2 }]);
  });

  test('of outlays is another one with an amount of its own', () => {
    expect(withItem(toll, 'outlays', 'price-item-toll').outlays).toEqual([
      { item: 'price-item-toll', value: null },
      { item: 'price-item-toll', value: null },
    ]);
  });

  test('ends where a command ends', () => {
    const full = Array.from({ length: mostReported + 3 }).reduce<Draft>(
      (draft) => withItem(draft, 'outlays', 'price-item-toll'),
      nothing,
    );
    expect(full.outlays).toHaveLength(mostReported);
  });

  test('can be taken away again', () => {
    expect(withoutRow(wheels, 'extras', 0)).toEqual(nothing);
  });
});

describe('a step', () => {
  test('never leads to nothing or beyond the most', () => {
    expect([stepped(2, -1), stepped(1, -1), stepped(0.5, -1), stepped(null, 1)]).toEqual([1, 1, 0.5, 1]);
    expect([stepped(1000, 1), stepped(0.1, 1)]).toEqual([1000, 1.1]);
  });
});

describe('what is reported', () => {
  test('is nothing where nothing was chosen', () => {
    expect(reportOf(nothing)).toEqual({});
  });

  test('waits for what is missing or cannot be read', () => {
    expect(reportOf(toll)).toBeUndefined();
    expect(reportOf(withRow(wheels, 'extras', 0, { value: null, problem: 'x' }))).toBeUndefined();
  });

  test('is what a command takes', () => {
    const draft = { ...wheels, outlays: withRow(toll, 'outlays', 0, { value: 3500 }).outlays };
    const report = reportOf(withRow(draft, 'extras', 0, { value: 1.23456 }));
    expect(report).toEqual({
      extras: [{ item: 'price-item-dolly', quantity: 1.235 }],
      outlays: [{ item: 'price-item-toll', amountFen: 3500 }],
    });
    expect(() => commandOf(line('driver1', 'complete', report ?? {}), 'one')).not.toThrow();
  });
});
