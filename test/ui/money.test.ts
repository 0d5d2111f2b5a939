// Money as typed and as shown: text ↔ integer fen.
import { describe, expect, it } from 'vitest';
import { formatFen, formatMoney, parseFen } from '../../client/ui/money.ts';
import { parseNumber } from '../../client/ui/number.ts';

const fenOf = (text: string): number | string => {
  const parsed = parseFen(text);
  return parsed.kind === 'fen' ? parsed.fen : parsed.kind;
};

describe('reading an amount', () => {
  it.each([
    ['0', 0],
    ['12', 1200],
    ['0.29', 29],
    ['1.1', 110],
    ['.5', 50],
    ['7.', 700],
    ['1,234.50', 123450],
    ['¥ 1 234.5', 123450],
    ['￥２００．５', 20050],
    ['三', 'not-an-amount'],
    ['200元', 20000],
    ['-20', -2000],
    ['-0', 0],
    ['1.10000', 110],
    ['1.234', 'too-many-decimals'],
    ['', 'empty'],
    [' ¥ ', 'empty'],
    ['.', 'not-an-amount'],
    ['1.2.3', 'not-an-amount'],
    ['1e5', 'not-an-amount'],
    ['99999999999999', 'too-large'],
    ['9999999999999.99', 999999999999999],
  ])('%j is %j', (text, expected) => {
    expect(fenOf(text)).toBe(expected);
  });

  it('gives every fen below ten yuan exactly, where floats would not', () => {
    for (let fen = 0; fen < 1000; fen += 1) expect(fenOf(formatFen(fen))).toBe(fen);
  });
});

describe('showing an amount', () => {
  it.each([
    [0, '¥0.00'],
    [5, '¥0.05'],
    [123450, '¥1,234.50'],
    [100000000, '¥1,000,000.00'],
    [-2000, '-¥20.00'],
  ])('%j fen is %s', (fen, expected) => {
    expect(formatMoney(fen)).toBe(expected);
  });
});

describe('reading a number', () => {
  it.each([
    ['3.5', 3.5],
    ['１２', 12],
    ['1,200', 1200],
    ['-4', -4],
    ['', 'empty'],
    ['12a', 'not-a-number'],
    ['0x10', 'not-a-number'],
    ['-', 'not-a-number'],
  ])('%j is %j', (text, expected) => {
    expect(parseNumber(text)).toBe(expected);
  });
});
