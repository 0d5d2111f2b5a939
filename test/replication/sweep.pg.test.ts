// The daily sweep: what was finished long ago leaves the devices, and stays on the server.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { creation } from '../setup/company.ts';
import { testDatabases } from '../setup/postgres.ts';
import { ids, openFeed, start, type FeedSetting } from './setting.ts';
import { sweep, workingSetDays } from '../../sync-server/replication/sweep.ts';

const toDriver1 = { vehicleId: 'vehicle-1', driverId: 'staff-driver1' };
const priced = { lines: [], amountFen: 30_000, method: 'settlement-monthly' };
const day = 24 * 60 * 60 * 1000;
const muchLater = () => new Date(Date.now() + (workingSetDays + 1) * day);

describe.each(testDatabases)('the sweep on $name', ({ openMigrated }) => {
  let setting: FeedSetting;
  let say: FeedSetting['say'];
  let read: FeedSetting['read'];

  beforeAll(async () => {
    setting = await openFeed(openMigrated);
    ({ say, read } = setting);
    for (const id of ['order-open', 'order-voided', 'order-unfinished', 'order-posted', 'order-fresh']) {
      await say('clerk', 'create-order', id, creation());
      await say('dispatcher', 'dispatch', id, toDriver1);
    }
    for (const id of ['order-voided', 'order-fresh']) await say('dispatcher', 'void', id, { reason: '取消' });
    for (const id of ['order-unfinished', 'order-posted']) await say('driver1', 'complete', id, {});
    await say('finance', 'verify', 'order-posted', priced);
    await say('finance2', 'approve-price', 'order-posted', { amountFen: 30_000 });
    await say('finance', 'post-payment', 'order-posted', {
      receivedFen: 30_000,
      method: 'settlement-cash',
    });
  });
  afterAll(() => setting.drop());

  const stored = () =>
    setting.database.query('select collection, id, body, version from documents order by collection, id');

  it('takes nothing before its time', async () => {
    expect(await sweep(setting.database, new Date())).toBe(0);
    expect(await sweep(setting.database, new Date(Date.now() + (workingSetDays - 1) * day))).toBe(0);
  });

  it('lets old finished orders and decided commands leave by tombstones, and deletes nothing', async () => {
    const before = {
      stored: await stored(),
      clerk: await read('clerk', 'orders'),
      driver: await read('driver1', 'orders'),
      commands: await read('clerk', 'commands'),
    };
    await setting.database.query(
      `update documents set changed_at = now() + interval '100 days' where id = 'order-fresh'`,
    );
    expect(await sweep(setting.database, muchLater())).toBeGreaterThan(0);

    const gone = (...orderIds: string[]) => orderIds.map((id) => ({ id, _deleted: true }));
    const clerk = await read('clerk', 'orders', before.clerk.checkpoint);
    expect(sorted(clerk.documents)).toEqual(gone('order-posted', 'order-voided'));
    const driver = await read('driver1', 'orders', before.driver.checkpoint);
    expect(sorted(driver.documents)).toEqual(gone('order-posted', 'order-unfinished', 'order-voided'));
    const commands = await read('clerk', 'commands', before.commands.checkpoint);
    expect(sorted(commands.documents)).toEqual(
      sorted(before.commands.documents.map(({ id }) => ({ id, _deleted: true }))),
    );
    expect(ids(await read('finance', 'orders', start)).sort()).toEqual([
      'order-fresh',
      'order-open',
      'order-unfinished',
    ]);
    expect(await stored()).toEqual(before.stored);
    expect(await sweep(setting.database, muchLater())).toBe(0);
  });

  it('gives an order back when something happens to it', async () => {
    const { checkpoint } = await read('clerk', 'orders');
    await say('finance', 'reverse-finance', 'order-posted', { reason: '录错' });
    expect(ids(await read('clerk', 'orders', checkpoint))).toEqual(['order-posted']);
  });
});

describe.each(testDatabases.filter(({ name }) => name === 'postgres'))(
  'the sweep beside writers on $name',
  ({ openMigrated }) => {
    it('leaves alone what is changed while it waits for its turn', async () => {
      const { database, say, read, drop } = await openFeed(openMigrated);
      try {
        await say('clerk', 'create-order', 'order-old', creation());
        await say('dispatcher', 'void', 'order-old', { reason: '取消' });
        let sweeping: Promise<number> | undefined;
        await database.transaction(async (tx) => {
          await tx.query('update companies set version = version + 1');
          sweeping = sweep(database, muchLater());
          await vi.waitFor(async () => {
            const waiting = await database.query(
              `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
            );
            expect(waiting).toHaveLength(1);
          });
          await tx.query(
            `update visibility set version = (select version from companies)
             where document_id = 'order-old'`,
          );
        });
        await sweeping;
        expect(ids(await read('clerk', 'orders'))).toEqual(['order-old']);
      } finally {
        await drop();
      }
    });
  },
);

function sorted(documents: readonly object[]): object[] {
  return [...documents].sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
}
