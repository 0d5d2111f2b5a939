// Many write at the same moment while others page through the feed: in the end a reader holds what is stored.
import { describe, expect, it } from 'vitest';
import { actor, command, creation, type Who } from '../setup/company.ts';
import { testDatabases } from '../setup/postgres.ts';
import { openFeed, start, type FeedSetting } from './setting.ts';
import { createCommandExecutor } from '../../sync-server/orders/executor.ts';

const writers = 8;
const rounds = 26;
const ordersPerRound = 5;

describe.each(testDatabases)('readers among writers on $name', ({ openMigrated }) => {
  it('miss nothing', { timeout: 120_000 }, async () => {
    const setting = await openFeed(openMigrated);
    try {
      let writing = true;
      const readers = (['admin', 'dispatcher', 'driver1'] as const).map((who) =>
        follow(setting, who, () => writing),
      );
      await Promise.all(Array.from({ length: writers }, (_, index) => write(setting, index)));
      writing = false;
      const [everything, outlet, driver] = await Promise.all(readers);
      expect(everything).toEqual(await storedFor(setting, 'outlet:*'));
      expect(outlet).toEqual(await storedFor(setting, 'outlet:outlet-1'));
      expect(driver).toEqual(await storedFor(setting, 'driver:staff-driver1'));
      expect(everything?.size).toBe(writers * rounds * ordersPerRound);
    } finally {
      await setting.drop();
    }
  });
});

/** Each writer is a server of its own: creates orders, and dispatches those of the round before. */
async function write({ database }: FeedSetting, writer: number): Promise<void> {
  const executor = createCommandExecutor(database, () => new Date());
  const orderIds = (round: number) =>
    Array.from({ length: ordersPerRound }, (_, index) => `order-${writer}-${round}-${index}`);
  const to = (index: number) => ({
    vehicleId: 'vehicle-1',
    driverId: index % 2 ? 'staff-driver1' : 'staff-driver2',
  });
  for (let round = 0; round < rounds; round++) {
    const created = orderIds(round).map((id) => command('create-order', id, creation()));
    const earlier = round > 0 ? orderIds(round - 1) : [];
    const dispatched = earlier.map((id, index) => command('dispatch', id, to(index)));
    const verdicts = await executor.submit(actor('dispatcher'), [...created, ...dispatched]);
    expect(verdicts.filter(({ status }) => status !== 'applied')).toEqual([]);
  }
}

/** Pulls until nobody writes any more and a page came short. @returns what a device then holds, with versions */
async function follow(
  setting: FeedSetting,
  who: Who,
  writing: () => boolean,
): Promise<Map<unknown, unknown>> {
  const held = new Map<unknown, unknown>();
  for (let checkpoint = start; ;) {
    const isLast = !writing();
    const page = await setting.read(who, 'orders', checkpoint, 20);
    for (const { id, version, _deleted } of page.documents)
      if (_deleted) held.delete(id);
      else held.set(id, version);
    expect(page.checkpoint.lwt).toBeGreaterThanOrEqual(checkpoint.lwt);
    ({ checkpoint } = page);
    if (isLast && page.documents.length < 20) return held;
  }
}

async function storedFor({ database }: FeedSetting, scope: string): Promise<Map<unknown, unknown>> {
  const rows = await database.query<{ id: string; version: number }>(
    `select d.id, d.version from documents d join visibility v
       on v.company_id = d.company_id and v.collection = d.collection and v.document_id = d.id
     where d.collection = 'orders' and v.scope = $1 and not v.gone`,
    [scope],
  );
  return new Map(rows.map(({ id, version }) => [id, version]));
}
