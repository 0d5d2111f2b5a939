// Who decided each stage of an order's finance, after whatever was reversed in between.
import { describe, expect, test } from 'vitest';
import { standingOf } from '#schemas/finance/standing.ts';
import {
  approved,
  continued,
  line,
  posted,
  priced,
  reversed,
  told,
  verified,
  wayTo,
} from '../setup/rules.ts';

const completedOrder = told(...wayTo.completed);
const who = (...lines: Parameters<typeof continued>[1][]) => {
  const standing = standingOf(continued(completedOrder, ...lines));
  return Object.entries(standing).map(([stage, { by }]) => [stage, by]);
};

describe('what stands of an order', () => {
  test('is nothing before it was verified', () => {
    expect(standingOf(completedOrder)).toEqual({});
  });

  test('is one word for each stage, of whoever said it', () => {
    expect(who(verified, approved, posted)).toEqual([
      ['verified', 'staff-finance'],
      ['priced', 'staff-finance2'],
      ['posted', 'staff-finance'],
    ]);
  });

  test('is less by one for each step back', () => {
    expect(who(verified, approved, posted, reversed).map(([stage]) => stage)).toEqual(['verified', 'priced']);
    expect(who(verified, approved, reversed, reversed)).toEqual([]);
  });

  test('is the last word where a stage was decided again', () => {
    const anew = line('finance2', 'verify', priced);
    expect(who(verified, reversed, anew)).toEqual([['verified', 'staff-finance2']]);
  });
});
