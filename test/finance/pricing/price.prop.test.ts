// Whatever was agreed and done: a price is explained, whole and never less for more work.
import { describe, expect, test } from 'vitest';
import { fc } from '../../setup/rules.ts';
import { basicCatalog } from '../../../sync-server/company/catalog.ts';
import { lineAmount, totalFen } from '#schemas/core/money.ts';
import { PriceLine } from '#schemas/finance/lines.ts';
import { priceItemsOf } from '#schemas/finance/pricing/items.ts';
import { priceOf } from '#schemas/finance/pricing/price.ts';
import { legs, type Work } from '#schemas/finance/pricing/work.ts';
import type { RateCard } from '#schemas/finance/rate-card.ts';
import { Validator } from 'typebox/schema';

const items = priceItemsOf(basicCatalog());
const fen = fc.nat({ max: 300_000 });
const km = fc.nat({ max: 50_000 }).map((hundredths) => hundredths / 100);
const time = fc.constantFrom('00:00', '06:00', '08:30', '22:00', '24:00');
const percent = fc.nat({ max: 2000 }).map((halves) => halves / 2);

const rate: fc.Arbitrary<RateCard> = fc.record(
  {
    id: fc.constant('agreed'),
    serviceIds: fc.constantFrom(['service-tow'], []),
    version: fc.integer({ min: 1, max: 9 }),
    validFrom: fc.constantFrom('2020-01-01', '2026-02-18'),
    startFen: fen,
    includedKm: km,
    kmFen: fc.record({ out: fen, tow: fen, back: fen, empty: fen }),
    emptyRunFen: fen,
    night: fc.record({ from: time, to: time, percent }),
    holidayPercent: percent,
    waiting: fc.record({ freeMinutes: fc.nat({ max: 60 }), hourFen: fen }),
    extras: fc.constantFrom([], [{ itemId: 'price-item-dolly', unitFen: 7000 }]),
    tolls: fc.constantFrom('at-cost', 'included'),
    minimumFen: fen,
    maximumFen: fen,
  },
  {
    requiredKeys: [
      ...(['id', 'serviceIds', 'version', 'validFrom', 'startFen', 'includedKm', 'kmFen'] as const),
      ...(['emptyRunFen', 'extras', 'tolls'] as const),
    ],
  },
);

const work: fc.Arbitrary<Work> = fc.record({
  serviceId: fc.constantFrom('service-tow', 'service-fuel'),
  result: fc.constantFrom('success', 'empty-run'),
  at: fc.constantFrom('2026-02-18T15:00:00Z', '2026-03-03T02:00:00Z', '2026-03-03T20:00:00Z'),
  km: fc.record({ out: km, tow: km, back: km }),
  waitingMinutes: fc.nat({ max: 600 }),
  extras: fc.constantFrom([], [{ itemId: 'price-item-dolly', quantity: 2 }]),
  outlays: fc.constantFrom([], [{ itemId: 'price-item-toll', amountFen: 3500 }]),
});

const bookOf = (rateCards: readonly RateCard[]) => ({
  ...{ rateCards, items, zone: 'Asia/Shanghai' },
  service: { code: 'tow', needsDestination: true },
});

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
      wheels: fc.nat({ max: 4 }),
    });
    const property = fc.property(work, cards, more, (done, agreed, added) => {
      const longer: Work = {
        ...done,
        km: { ...done.km, [added.leg]: done.km[added.leg] + added.km },
        waitingMinutes: done.waitingMinutes + added.minutes,
        extras: [...done.extras, { itemId: 'price-item-dolly', quantity: added.wheels }],
      };
      const [before, after] = [done, longer].map((one) => totalFen(priceOf(one, bookOf(agreed))));
      expect(after).toBeGreaterThanOrEqual(before ?? NaN);
    });
    fc.assert(property);
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
