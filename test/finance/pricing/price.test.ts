// Prices as a clerk would work them out by hand.
import { describe, expect, test } from 'vitest';
import { startLines } from '../../../client/finance/draft-lines.ts';
import { basicCatalog } from '../../../sync-server/company/catalog.ts';
import { totalFen } from '#schemas/core/money.ts';
import { isHoliday } from '#schemas/core/holidays.ts';
import { priceItemsOf } from '#schemas/finance/pricing/items.ts';
import { agreedExtra, priceOf, type PriceBook } from '#schemas/finance/pricing/price.ts';
import { agreedRate } from '#schemas/finance/pricing/rate-of.ts';
import type { Work } from '#schemas/finance/pricing/work.ts';
import type { RateCard } from '#schemas/finance/rate-card.ts';

const items = priceItemsOf(basicCatalog());
const tow = { code: 'tow', needsDestination: true };
const site = { code: 'jump-start', needsDestination: false };

/** 100 kilometres free, then ¥15 by day and a fifth more at night. */
const insurer: RateCard = {
  id: 'insurer.tow.2',
  serviceIds: ['service-tow'],
  version: 2,
  validFrom: '2026-01-01',
  startFen: 30_000,
  includedKm: 100,
  kmFen: { out: 0, tow: 1500, back: 200, empty: 500 },
  emptyRunFen: 10_000,
  night: { from: '22:00', to: '06:00', percent: 20 },
  holidayPercent: 30,
  waiting: { freeMinutes: 30, hourFen: 6000 },
  extras: [{ itemId: 'price-item-dolly', unitFen: 7000 }],
  tolls: 'at-cost',
};

const work = (changes: Partial<Work> = {}): Work => ({
  serviceId: 'service-tow',
  result: 'success',
  at: '2026-03-03T02:00:00Z',
  km: { out: 12, tow: 20, back: 0 },
  waitingMinutes: 0,
  extras: [],
  outlays: [],
  ...changes,
});

const book = (changes: Partial<PriceBook> = {}): PriceBook => ({
  rateCards: [insurer],
  service: tow,
  items,
  zone: 'Asia/Shanghai',
  ...changes,
});

const short = (done: Work, by: PriceBook = book()) =>
  priceOf(done, by).map(({ item, quantity, amountFen }) => [
    item.replace('price-item-', ''),
    quantity,
    amountFen,
  ]);

describe('an agreed rate', () => {
  test('holds kilometres with the car first, then those out, then those back', () => {
    expect(short(work())).toEqual([['tow-start', 1, 30_000]]);
    expect(short(work({ km: { out: 90, tow: 20, back: 110 } }))).toEqual([
      ['tow-start', 1, 30_000],
      ['return-km', 110, 22_000],
    ]);
    expect(short(work({ km: { out: 0, tow: 132.4, back: 0 } }))).toEqual([
      ['tow-start', 1, 30_000],
      ['tow-km', 32.4, 48_600],
    ]);
  });

  test('says of each line which rule, which version and what went in', () => {
    expect(priceOf(work({ km: { out: 0, tow: 132.4, back: 0 } }), book())[1]?.reason).toEqual({
      rule: 'kilometres',
      rate: { id: 'insurer.tow.2', version: 2 },
      inputs: { km: 132.4, includedKm: 100 },
    });
  });

  test('adds for night and holiday from the same sum, by the company’s clock', () => {
    // 22:30 in Shanghai, on the second day of the Spring Festival.
    const night = work({ at: '2026-02-18T14:30:00Z', waitingMinutes: 90 });
    expect(short(night)).toEqual([
      ['tow-start', 1, 30_000],
      ['waiting', 1, 6000],
      ['night', 1, 6000],
      ['holiday', 1, 9000],
    ]);
    expect(short(work({ at: '2026-03-03T22:00:00Z' }))).toHaveLength(1);
    expect(short(work({ at: '2026-03-03T21:59:00Z' }))).toHaveLength(2);
  });

  test('takes agreed prices for extras, the usual ones for others, and outlays as they were paid', () => {
    const done = work({
      extras: [
        { itemId: 'price-item-dolly', quantity: 2 },
        { itemId: 'price-item-weighing', quantity: 1 },
      ],
      outlays: [{ itemId: 'price-item-toll', amountFen: 3500 }],
    });
    expect(short(done).slice(1)).toEqual([
      ['dolly', 2, 14_000],
      ['weighing', 1, 5000],
      ['toll', 1, 3500],
    ]);
    expect(short(done, book({ rateCards: [{ ...insurer, tolls: 'included' }] }))).toHaveLength(3);
  });

  test('says of extra work and outlays how much was reported', () => {
    const done = work({
      extras: [{ itemId: 'price-item-dolly', quantity: 2 }],
      outlays: [{ itemId: 'price-item-toll', amountFen: 3500 }],
    });
    const rate = { id: 'insurer.tow.2', version: 2 };
    const reasons = priceOf(done, book()).map(({ reason }) => reason);
    expect(reasons.slice(1)).toEqual([
      { rule: 'extra', rate, inputs: { reported: 2 } },
      { rule: 'outlay', rate, inputs: { reported: 3500 } },
    ]);
  });

  test('lists what was reported also without a price, and under 其他费用 what the catalog does not have', () => {
    const done = work({
      extras: ['price-item-parts', 'thrown-out'].map((itemId) => ({ itemId, quantity: 1 })),
      outlays: [{ itemId: 'thrown-out', amountFen: 900 }],
    });
    expect(short(done).slice(1)).toEqual([
      ['parts', 1, 0],
      ['other', 1, 0],
      ['other', 1, 900],
    ]);
  });

  test('says of extra work that it names no price for that nothing was agreed: it is asked for', () => {
    const done = work({
      extras: ['price-item-parts', 'price-item-dolly'].map((itemId) => ({ itemId, quantity: 1 })),
    });
    const lines = priceOf(done, book()).filter(({ reason }) => reason?.rule === 'extra');
    expect(lines.map(({ unitFen, reason }) => [unitFen, reason?.rate?.version])).toEqual([
      [0, undefined],
      [7000, 2],
    ]);
    const drafts = startLines({ finance: { stage: 'unverified' } }, lines);
    expect(drafts.map(({ unitFen }) => unitFen)).toEqual([null, 7000]);
    const freeOfCharge = { ...insurer, extras: [{ itemId: 'price-item-parts', unitFen: 0 }] };
    const [agreed] = priceOf(done, book({ rateCards: [freeOfCharge] })).filter(
      ({ reason }) => reason?.rule === 'extra',
    );
    expect(
      startLines({ finance: { stage: 'unverified' } }, agreed ? [agreed] : []).map(({ unitFen }) => unitFen),
    ).toEqual([0]);
  });

  test('charges extra work and outlays of an empty run as well', () => {
    const done = work({
      ...{ result: 'empty-run', km: { out: 0, tow: 0, back: 0 } },
      extras: [{ itemId: 'price-item-dolly', quantity: 1 }],
      outlays: [{ itemId: 'price-item-toll', amountFen: 3500 }],
    });
    expect(short(done)).toEqual([
      ['empty-run', 1, 10_000],
      ['dolly', 1, 7000],
      ['toll', 1, 3500],
    ]);
  });

  test('says what extra work costs on the day, by which version of it', () => {
    const costs = (item: string, changes: Partial<Work> = {}) =>
      agreedExtra(work(changes), book(), `price-item-${item}`);
    const rate = { id: 'insurer.tow.2', version: 2 };
    expect(costs('dolly')).toEqual({ unitFen: 7000, reason: { rule: 'extra', rate } });
    expect(costs('weighing')).toBeUndefined();
    expect(costs('dolly', { serviceId: 'service-fuel' })).toBeUndefined();
    expect(costs('dolly', { at: '2025-12-31T02:00:00Z' })).toBeUndefined();
  });

  test('charges an empty run with what was driven for nothing', () => {
    expect(short(work({ result: 'empty-run', km: { out: 24, tow: 0, back: 0 } }))).toEqual([
      ['empty-run', 1, 10_000],
      ['empty-km', 24, 12_000],
    ]);
  });

  test('charges at least and at most what was agreed, outlays aside', () => {
    const outlay = { outlays: [{ itemId: 'price-item-toll', amountFen: 5000 }] };
    const least = book({ rateCards: [{ ...insurer, minimumFen: 35_000 }] });
    const most = book({ rateCards: [{ ...insurer, maximumFen: 25_000 }] });
    expect(totalFen(priceOf(work(outlay), least))).toBe(40_000);
    expect(totalFen(priceOf(work(outlay), most))).toBe(30_000);
  });

  test('charges at most what was agreed where the least is more', () => {
    const rate = { ...insurer, minimumFen: 90_000, maximumFen: 80_000 };
    expect(totalFen(priceOf(work(), book({ rateCards: [rate] })))).toBe(80_000);
  });
});

describe('which rate counts', () => {
  const general = { ...insurer, id: 'general', serviceIds: [], version: 1 };
  const former = { ...insurer, id: 'former', version: 1, validFrom: '2025-01-01' };

  test('is the last that began, for the service before the one for all others', () => {
    const cards = [general, former, insurer];
    expect(agreedRate(cards, 'service-tow', '2026-01-01')?.id).toBe('insurer.tow.2');
    expect(agreedRate(cards, 'service-tow', '2025-12-31')?.id).toBe('former');
    expect(agreedRate(cards, 'service-fuel', '2026-05-01')?.id).toBe('general');
    expect(agreedRate(cards, 'service-tow', '2024-12-31')).toBeUndefined();
  });

  test('ends with its last day', () => {
    const ending = [{ ...insurer, validUntil: '2026-03-31' }];
    expect(agreedRate(ending, 'service-tow', '2026-03-31')).toBeDefined();
    expect(agreedRate(ending, 'service-tow', '2026-04-01')).toBeUndefined();
  });
});

describe('the usual prices', () => {
  test('are those of the catalog, by service', () => {
    const usual = (service: PriceBook['service']) => book({ rateCards: [], service });
    expect(short(work(), usual(tow))).toEqual([
      ['tow-start', 1, 30_000],
      ['tow-km', 5, 7500],
    ]);
    expect(short(work({ km: { out: 9, tow: 0, back: 9 } }), usual(site))).toEqual([['start', 1, 20_000]]);
    expect(short(work(), usual({ code: 'crane-lift', needsDestination: false }))[0]?.[0]).toBe('crane');
    expect(priceOf(work(), usual(tow))[0]?.reason).not.toHaveProperty('rate');
  });
});

describe('statutory holidays', () => {
  test('are the thirteen days of 2026', () => {
    const year = Array.from({ length: 365 }, (_, day) =>
      new Date(Date.UTC(2026, 0, day + 1)).toISOString().slice(0, 10),
    );
    expect(year.filter(isHoliday)).toEqual([
      '2026-01-01',
      '2026-02-16',
      '2026-02-17',
      '2026-02-18',
      '2026-02-19',
      '2026-04-05',
      '2026-05-01',
      '2026-05-02',
      '2026-06-19',
      '2026-09-25',
      '2026-10-01',
      '2026-10-02',
      '2026-10-03',
    ]);
  });
});
