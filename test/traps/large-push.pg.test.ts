// What was entered is larger than one request may be: it goes out in several, and nothing is blocked behind it.
import { describe, expect, it } from 'vitest';
import { companyDocuments } from '../setup/company.ts';
import { testDatabases } from '../setup/postgres.ts';
import { reaches } from './device.ts';
import { isPush } from './network.ts';
import { eventually, useSetting } from './setting.ts';
import type { RateCard } from '#schemas/finance/rate-card.ts';
import type { DocumentOf } from '#schemas/sync/collections.ts';
import { limits } from '#schemas/sync/protocol.ts';

const [known] = companyDocuments.flatMap((filed) =>
  filed.collection === 'customers' && filed.document.id === 'customer-all' ? [filed.document] : [],
);

const rateCards: RateCard[] = Array.from({ length: 150 }, (_, index) => ({
  ...{ id: `rate-${index}`, serviceIds: ['service-tow'], version: index + 1 },
  validFrom: new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10),
  ...{ startFen: 20_000, includedKm: 10, kmFen: { out: 0, tow: 800, back: 0, empty: 0 }, emptyRunFen: 5000 },
  ...{ night: { from: '22:00', to: '06:00', percent: 20 }, waiting: { freeMinutes: 30, hourFen: 5000 } },
  ...{ extras: [{ itemId: 'item-dolly', unitFen: 10_000 }], tolls: 'at-cost' },
}));

describe.each(testDatabases)('a push that is too large on $name', ({ openMigrated }) => {
  const setting = useSetting(openMigrated);

  /** With more than a hundred agreed prices each: some 50 KB. */
  const customers = (prefix: string, count: number): DocumentOf<'customers'>[] =>
    Array.from({ length: count }, (_, index) => ({
      ...(known as DocumentOf<'customers'>),
      ...{ id: `${prefix}-${index}`, name: `${prefix} ${index}`, rateCards },
    }));
  const bytesOf = (body: unknown) => Buffer.byteLength(JSON.stringify(body));

  it('goes out in portions', async () => {
    const device = await setting.open('admin');
    const entered = customers('portion', 50);
    expect(bytesOf(entered)).toBeGreaterThan(limits.bodyBytes);
    device.network.cut();
    await device.database.customers.bulkInsert(entered);
    await reaches(device, 'waiting');
    device.network.mend();
    device.clock.advance(2000);
    await eventually(async () => expect(await setting.stored('customers', 'portion-49')).toBeDefined());
    for (const { id } of entered) expect(await setting.stored('customers', id)).toBeDefined();
    const sent = device.network.posted.filter(isPush('customers'));
    for (const { body } of sent) expect(bytesOf(body)).toBeLessThanOrEqual(limits.bodyBytes);
  });
});
