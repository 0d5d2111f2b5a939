// What a driver is asked for at the end, of the ready-made price items.
import { describe, expect, test } from 'vitest';
import { basicCatalog } from '../../../sync-server/company/catalog.ts';
import { priceItemsOf } from '#schemas/finance/pricing/items.ts';
import { priceOf } from '#schemas/finance/pricing/price.ts';
import { reportedAs } from '#schemas/finance/pricing/reportable.ts';

const catalog = basicCatalog();
const codes = [...priceItemsOf(catalog).keys()];
const tow = { code: 'tow', needsDestination: true };
const asked = (kind: 'extras' | 'outlays', service = tow) =>
  codes.filter((code) => reportedAs(code, service) === kind);

describe('price items', () => {
  test('are extra work, outlays, or worked out', () => {
    expect(asked('outlays')).toEqual(['toll', 'parking', 'weighing', 'other']);
    expect(asked('extras')).toEqual([
      ...['basement', 'dolly', 'recovery', 'crane', 'highway', 'overlong', 'storage', 'parts'],
    ]);
    expect(reportedAs('one-of-our-own', tow)).toBe('extras');
  });

  test('that a service begins with are not asked for again', () => {
    expect(asked('extras', { code: 'basement-tow', needsDestination: true })).not.toContain('basement');
    expect(asked('extras', { code: 'crane-lift', needsDestination: false })).not.toContain('crane');
  });

  test('that the rules work out are reported by nobody', () => {
    const rate = {
      ...{ id: 'all', serviceIds: [], version: 1, validFrom: '2026-01-01', startFen: 1, includedKm: 0 },
      ...{ kmFen: { out: 1, tow: 1, back: 1, empty: 1 }, emptyRunFen: 1, extras: [] },
      ...{ night: { from: '00:00', to: '24:00', percent: 100 }, holidayPercent: 100 },
      ...{ waiting: { freeMinutes: 0, hourFen: 100 }, tolls: 'at-cost' as const },
    };
    const work = {
      ...{ at: '2026-02-18T14:30:00Z', km: { out: 9, tow: 9, back: 9 }, waitingMinutes: 60 },
      ...{ serviceId: 'service-tow', extras: [], outlays: [] },
    };
    const book = { rateCards: [rate], service: tow, items: priceItemsOf(catalog), zone: 'Asia/Shanghai' };
    const lines = (['success', 'empty-run'] as const).flatMap((result) => priceOf({ ...work, result }, book));
    const made = lines.map(({ item }) => catalog.find(({ id }) => id === item)?.code ?? '');
    expect(new Set(made).size).toBeGreaterThan(7);
    expect(made.filter((code) => reportedAs(code, tow))).toEqual([]);
  });
});
