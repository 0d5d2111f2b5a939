// Amounts against an independent calculation in whole numbers of any size.
import { describe, expect, test } from 'vitest';
import { fc } from '../setup/rules.ts';
import { lineAmount, roundHalfUp } from '#schemas/core/money.ts';

const thousandths = fc.integer({ min: 0, max: 1_000_000 });
/** Round prices too: with them half a fen comes up often, which is where floating point goes wrong. */
const unitFen = fc.oneof(
  fc.integer({ min: -1_000_000, max: 1_000_000 }),
  fc.constantFrom(50, 100, 500, 1_500),
);

/** Half away from zero, in big integers. */
function exactly(quantity: number, unit: number): number {
  const total = BigInt(quantity) * BigInt(unit);
  const size = total < 0n ? -total : total;
  const rounded = (size + 500n) / 1000n;
  return Number(total < 0n ? -rounded : rounded) || 0;
}

describe('the amount of a line', () => {
  test('is exact for every quantity of up to three decimals', () => {
    fc.assert(
      fc.property(thousandths, unitFen, (quantity, unit) => {
        expect(lineAmount(quantity / 1000, unit)).toBe(exactly(quantity, unit));
      }),
    );
  });
});

describe('rounding', () => {
  test('gives a whole number at most half a fen away, alike on both sides of zero', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), (fen) => {
        const rounded = roundHalfUp(fen);
        expect(Number.isInteger(rounded)).toBe(true);
        expect(Math.abs(rounded - fen)).toBeLessThanOrEqual(0.5);
        expect(roundHalfUp(-fen)).toBe(-rounded || 0);
      }),
    );
  });
});
