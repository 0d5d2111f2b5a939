// Random rates, work and prices for the properties of pricing.
import { basicCatalog } from '../../sync-server/company/catalog.ts';
import { fc } from './rules.ts';
import { priceItemsOf } from '#schemas/finance/pricing/items.ts';
import type { Work } from '#schemas/finance/pricing/work.ts';
import type { RateCard } from '#schemas/finance/rate-card.ts';

export const fen = fc.nat({ max: 300_000 });
export const km = fc.nat({ max: 50_000 }).map((hundredths) => hundredths / 100);
const time = fc.constantFrom('00:00', '06:00', '08:30', '22:00', '24:00');
const percent = fc.nat({ max: 2000 }).map((halves) => halves / 2);

export const rate: fc.Arbitrary<RateCard> = fc.record(
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

/** With a price of the catalog, with none, and one that the catalog does not have. */
const itemId = fc.constantFrom('price-item-dolly', 'price-item-toll', 'price-item-parts', 'thrown-out');
const quantity = fc.integer({ min: 1, max: 20_000 }).map((thousandths) => thousandths / 1000);

export const extras = fc.array(fc.record({ itemId, quantity }), { maxLength: 3 });
export const outlays = fc.array(fc.record({ itemId, amountFen: fc.integer({ min: 1, max: 300_000 }) }), {
  maxLength: 3,
});

export const work: fc.Arbitrary<Work> = fc.record({
  serviceId: fc.constantFrom('service-tow', 'service-fuel'),
  result: fc.constantFrom('success', 'empty-run'),
  at: fc.constantFrom('2026-02-18T15:00:00Z', '2026-03-03T02:00:00Z', '2026-03-03T20:00:00Z'),
  km: fc.record({ out: km, tow: km, back: km }),
  waitingMinutes: fc.nat({ max: 600 }),
  extras,
  outlays,
});

export const items = priceItemsOf(basicCatalog());

export const bookOf = (rateCards: readonly RateCard[]) => ({
  ...{ rateCards, items, zone: 'Asia/Shanghai' },
  service: { code: 'tow', needsDestination: true },
});
