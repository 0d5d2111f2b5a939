// Whatever was agreed and done: a price is explained, whole and never less for more work.
import { describe, expect, test } from 'vitest';
import { bookOf, extras, km, outlays, rate, work } from '../../setup/prices.ts';
import { fc } from '../../setup/rules.ts';
import { lineAmount, totalFen } from '#schemas/core/money.ts';
import { PriceLine } from '#schemas/finance/lines.ts';
import { priceOf } from '#schemas/finance/pricing/price.ts';
import { legs, type Work } from '#schemas/finance/pricing/work.ts';
import type { RateCard } from '#schemas/finance/rate-card.ts';
import { Validator } from 'typebox/schema';

const cards = fc.array(rate, { maxLength: 2 });

function always(holds: (work: Work, cards: RateCard[]) => void): void {
  fc.assert(fc.property(work, cards, holds));
}

describe('a price', () => {
  test('is never negative, in whole fen, and each of its lines multiplies out', () => {
    always((done, agreed) => {
      const lines = priceOf(done, bookOf(agreed));
      expect(totalFen(lines)).toBeGreaterThanOrEqual(0);
      for (const { quantity, unitFen, amountFen } of lines) {
        expect(Number.isSafeInteger(amountFen)).toBe(true);
        expect(amountFen).toBe(lineAmount(quantity, unitFen));
      }
    });
  });

  test('consists of lines as they are stored, each with its reason', () => {
    const validator = new Validator({}, PriceLine);
    always((done, agreed) => {
      for (const line of priceOf(done, bookOf(agreed))) {
        expect(validator.Check(line)).toBe(true);
        expect(line.reason).toBeDefined();
      }
    });
  });

  test('does not fall when more is driven, waited or added', () => {
    const more = fc.record({
      leg: fc.constantFrom(...legs),
      km,
      minutes: fc.nat({ max: 300 }),
      extras,
      outlays,
    });
    const property = fc.property(work, cards, more, (done, agreed, added) => {
      const longer: Work = {
        ...done,
        km: { ...done.km, [added.leg]: done.km[added.leg] + added.km },
        waitingMinutes: done.waitingMinutes + added.minutes,
        extras: [...done.extras, ...added.extras],
        outlays: [...done.outlays, ...added.outlays],
      };
      const [before, after] = [done, longer].map((one) => totalFen(priceOf(one, bookOf(agreed))));
      expect(after).toBeGreaterThanOrEqual(before ?? NaN);
    });
    fc.assert(property);
  });

  test('lists all extra work, and every outlay that is charged, with how much was reported', () => {
    always((done, agreed) => {
      const lines = priceOf(done, bookOf(agreed));
      const reported = (rule: string) =>
        lines.filter(({ reason }) => reason?.rule === rule).map(({ reason }) => reason?.inputs?.['reported']);
      expect(reported('extra')).toEqual(done.extras.map(({ quantity }) => quantity));
      const paid = done.outlays.map(({ amountFen }) => amountFen);
      const withoutTolls = done.outlays.filter(({ itemId }) => itemId !== 'price-item-toll');
      expect([paid, withoutTolls.map(({ amountFen }) => amountFen)]).toContainEqual(reported('outlay'));
      for (const { amountFen, reason } of lines)
        if (reason?.rule === 'outlay') expect(amountFen).toBe(reason.inputs?.['reported']);
    });
  });

  test('stays within what was agreed at most, outlays aside', () => {
    always((done, agreed) => {
      const lines = priceOf({ ...done, outlays: [] }, bookOf(agreed));
      const used = agreed.find(({ id }) => lines.some(({ reason }) => reason?.rate?.id === id));
      if (agreed.length === 1 && used?.maximumFen !== undefined)
        expect(totalFen(lines)).toBeLessThanOrEqual(used.maximumFen);
    });
  });

  test('changes nothing that it was given', () => {
    always((done, agreed) => {
      const before = structuredClone({ done, agreed });
      priceOf(done, bookOf(agreed));
      expect({ done, agreed }).toEqual(before);
    });
  });
});
