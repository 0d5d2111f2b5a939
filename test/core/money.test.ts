// Fen are whole: how a half is rounded, and that no fen is lost to floating point.
import { describe, expect, test } from 'vitest';
import { lineAmount, roundHalfUp, sumFen } from '#schemas/core/money.ts';

describe('rounding to fen', () => {
  test.each([
    [0.49, 0],
    [0.5, 1],
    [1.5, 2],
    [2.5, 3],
    [-0.5, -1],
    [-2.5, -3],
    [-0.49, 0],
    [7, 7],
  ])('%s becomes %s', (fen, rounded) => {
    expect(roundHalfUp(fen)).toBe(rounded);
  });

  test('never gives a negative zero', () => {
    expect(Object.is(roundHalfUp(-0.2), 0)).toBe(true);
    expect(Object.is(roundHalfUp(-0), 0)).toBe(true);
  });
});

describe('the amount of a line', () => {
  test.each([
    [2, 8_000, 16_000],
    [12.5, 1_500, 18_750],
    [1.15, 50, 58],
    [1.005, 100, 101],
    [0.145, 100, 15],
    [8.2, 1_005, 8_241],
    [0.333, 100, 33],
    [2.5, -1, -3],
    [0, 1_500, 0],
  ])('%s at %s fen is %s fen', (quantity, unitFen, amount) => {
    expect(lineAmount(quantity, unitFen)).toBe(amount);
  });
});

describe('a sum', () => {
  test('of nothing is nothing', () => {
    expect(sumFen([])).toBe(0);
    expect(sumFen([30_000, -2_000, 1])).toBe(28_001);
  });
});
