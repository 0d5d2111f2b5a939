// The change feed: what a pull hands out, to whom, and that a reader who pages by checkpoint misses nothing.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actor, command, creation } from '../setup/company.ts';
import { testDatabases } from '../setup/postgres.ts';
import { openFeed, ids, start, type FeedSetting } from './setting.ts';
import { foundCompany } from '../../sync-server/company/found.ts';
import { quietLog } from '../setup/quiet-log.ts';
import { createCommandExecutor } from '../../sync-server/orders/executor.ts';
import { pull } from '../../sync-server/replication/pull.ts';
import type { Checkpoint, Page } from '#schemas/sync/protocol.ts';
import type { Actor } from '#schemas/staff/permissions.ts';

const toDriver1 = { vehicleId: 'vehicle-1', driverId: 'staff-driver1' };
const toDriver2 = { vehicleId: 'vehicle-1', driverId: 'staff-driver2' };
const move = (from: string, to: string) => ({ patch: { outletId: to }, base: { outletId: from } });

describe.each(testDatabases)('the feed on $name', ({ openMigrated }) => {
  let setting: FeedSetting;
  let say: FeedSetting['say'];
  let read: FeedSetting['read'];

  beforeAll(async () => {
    setting = await openFeed(openMigrated);
    ({ say, read } = setting);
  });
  afterAll(() => setting.drop());

  it('fills pages with what the reader may see, however much else lies in between', async () => {
    for (let index = 0; index < 3; index++) {
      await say('clerk', 'create-order', `order-mine-${index}`, creation());
      for (let other = 0; other < 20; other++)
        await say(
          'dispatcher2',
          'create-order',
          `order-far-${index}-${other}`,
          creation({ outletId: 'outlet-2' }),
        );
    }
    const first = await read('clerk', 'orders', start, 2);
    expect(ids(first)).toEqual(['order-mine-0', 'order-mine-1']);
    const second = await read('clerk', 'orders', first.checkpoint, 2);
    expect(ids(second)).toEqual(['order-mine-2']);
    const third = await read('clerk', 'orders', second.checkpoint, 2);
    expect(third).toEqual({ documents: [], checkpoint: second.checkpoint });
  });

  it('goes on from a checkpoint without loss and without telling things twice', async () => {
    const { checkpoint } = await read('admin', 'orders');
    await say('clerk', 'create-order', 'order-later-1', creation());
    await say('dispatcher', 'dispatch', 'order-later-1', toDriver1);
    await say('clerk', 'create-order', 'order-later-2', creation());
    const page = await read('admin', 'orders', checkpoint);
    expect(ids(page)).toEqual(['order-later-1', 'order-later-2']);
    expect(page.documents[0]).toMatchObject({ status: 'dispatched', _deleted: false });
    expect(ids(await read('admin', 'orders', page.checkpoint))).toEqual([]);
  });

  it('takes an order from the driver it was taken from, and hands it to the new one', async () => {
    const id = 'order-redispatched';
    await say('clerk', 'create-order', id, creation());
    await say('dispatcher', 'dispatch', id, toDriver1);
    const one = await read('driver1', 'orders');
    const two = await read('driver2', 'orders');
    expect(ids(one)).toContain(id);
    expect(ids(two)).not.toContain(id);
    await say('dispatcher', 'dispatch', id, toDriver2);
    expect((await read('driver1', 'orders', one.checkpoint)).documents).toEqual([{ id, _deleted: true }]);
    expect((await read('driver2', 'orders', two.checkpoint)).documents).toEqual([
      expect.objectContaining({ id, assignment: toDriver2, _deleted: false }),
    ]);
    expect(ids(await read('driver1', 'orders')), 'nothing to forget for a new device').not.toContain(id);
  });

  it('gives an order back to a driver who gets it again', async () => {
    const id = 'order-back-again';
    await say('clerk', 'create-order', id, creation());
    for (const to of [toDriver1, toDriver2]) await say('dispatcher', 'dispatch', id, to);
    const { checkpoint } = await read('driver1', 'orders');
    await say('dispatcher', 'dispatch', id, toDriver1);
    expect(ids(await read('driver1', 'orders', checkpoint))).toEqual([id]);
  });

  it('follows an order to another outlet', async () => {
    const id = 'order-moved';
    await say('clerk', 'create-order', id, creation());
    const before = {
      clerk: await read('clerk', 'orders'),
      there: await read('dispatcher2', 'orders'),
      admin: await read('admin', 'orders'),
    };
    await say('admin', 'edit-order', id, move('outlet-1', 'outlet-2'));
    expect((await read('clerk', 'orders', before.clerk.checkpoint)).documents).toEqual([
      { id, _deleted: true },
    ]);
    for (const [who, { checkpoint }] of [
      ['dispatcher2', before.there],
      ['admin', before.admin],
    ] as const)
      expect((await read(who, 'orders', checkpoint)).documents).toEqual([
        expect.objectContaining({ id, outletId: 'outlet-2', _deleted: false }),
      ]);
  });

  it('shows a document once to a reader of both outlets, wherever it goes', async () => {
    const id = 'order-between';
    await say('clerk', 'create-order', id, creation());
    const both = { ...actor('dispatcher'), outletIds: ['outlet-1', 'outlet-2'] };
    const before = await readAs(both);
    await say('admin', 'edit-order', id, move('outlet-1', 'outlet-2'));
    const after = await readAs(both, before.checkpoint);
    expect(after.documents).toEqual([expect.objectContaining({ id, outletId: 'outlet-2', _deleted: false })]);
  });

  it('shows commands to their author only', async () => {
    for (const who of ['clerk', 'dispatcher', 'dispatcher2', 'admin'] as const) {
      const { documents } = await read(who, 'commands');
      expect(documents.length, who).toBeGreaterThan(0);
      expect(new Set(documents.map(({ actorId }) => actorId)), who).toEqual(new Set([`staff-${who}`]));
    }
    expect(ids(await read('finance', 'commands'))).toEqual([]);
  });

  it('brings a person over whose outlet changed: forget the one, get the other', async () => {
    const clerk = actor('clerk');
    const before = await readAs(clerk);
    const left = new Set(ids(before));
    const moved = { ...clerk, outletIds: ['outlet-2'] };
    const after = await readAs(moved, before.checkpoint);
    const gone = after.documents.filter(({ _deleted }) => _deleted).map(({ id }) => String(id));
    const shown = after.documents.filter(({ _deleted }) => !_deleted).map(({ id }) => String(id));
    expect(new Set(shown)).toEqual(new Set(ids(await readAs(moved))));
    expect([...left].filter((id) => !gone.includes(id) && !shown.includes(id))).toEqual([]);
    expect(gone.filter((id) => shown.includes(id))).toEqual([]);
    expect(ids(await readAs(moved, after.checkpoint))).toEqual([]);
  });

  it('brings a person over in small pages without losing anything', async () => {
    const before = await readAs(actor('clerk'));
    const moved = { ...actor('clerk'), outletIds: ['outlet-2'] };
    const shown: string[] = [];
    for (let { checkpoint } = before, more = true; more;) {
      const page = await readAs(moved, checkpoint, 7);
      shown.push(...page.documents.filter(({ _deleted }) => !_deleted).map(({ id }) => String(id)));
      more = page.documents.length >= 7;
      ({ checkpoint } = page);
    }
    expect(new Set(shown).size, 'each document once').toBe(shown.length);
    expect(new Set(shown)).toEqual(new Set(ids(await readAs(moved))));
  });

  it('leaves a person whose permissions went nothing but tombstones', async () => {
    const before = await readAs(actor('clerk'));
    const { documents } = await readAs({ ...actor('clerk'), permissions: [] }, before.checkpoint);
    expect(documents.every(({ _deleted }) => _deleted)).toBe(true);
    expect(documents.map(({ id }) => id)).toEqual(expect.arrayContaining(ids(before)));
  });

  it('tells a device of a restored database what to forget, whatever its own count was', async () => {
    const id = 'order-restored';
    await say('clerk', 'create-order', id, creation());
    const { checkpoint } = await read('clerk', 'orders');
    await say('admin', 'edit-order', id, move('outlet-1', 'outlet-2'));
    const [, scopes] = checkpoint.id.split('.');
    const ahead = { id: `another-epoch.${scopes}`, lwt: checkpoint.lwt + 1_000_000 };
    const page = await read('clerk', 'orders', ahead);
    expect(page.documents).toContainEqual({ id, _deleted: true });
    expect(ids(page)).toEqual(expect.arrayContaining(ids(await read('clerk', 'orders'))));
    expect(page.checkpoint.id).toBe(checkpoint.id);
  });

  it('never shows a company what belongs to another', async () => {
    const { database } = setting;
    const other: Actor = { ...actor('admin'), companyId: 'beta' };
    const beta = { id: 'beta', name: 'Beta', zone: 'Asia/Taipei' };
    await database.transaction((tx) => foundCompany(tx, beta, setting.documents, [], new Date()));
    const executor = createCommandExecutor({ database, clock: () => new Date(), log: quietLog });
    const create = command('create-order', 'order-beta', creation({ car: { plate: '浙B00001' } }));
    expect(await executor.submit(other, [create])).toEqual([{ status: 'applied' }]);
    for (const collection of ['orders', 'commands'] as const) {
      const hers = await pullAs(other, collection);
      expect(ids(hers)).toEqual([collection === 'orders' ? 'order-beta' : create.id]);
      expect(ids(await read('admin', collection))).not.toContain(ids(hers)[0]);
    }
    const voided = command('void', 'order-mine-0', { reason: '重复' });
    expect(await executor.submit(other, [voided])).toMatchObject([{ code: 'order-not-found' }]);
  });

  async function pullAs(who: Actor, collection: 'orders' | 'commands', checkpoint = start, limit = 1000) {
    const page: Page = JSON.parse(String(await pull(setting.database, who, collection, checkpoint, limit)));
    return page;
  }

  const readAs = (who: Actor, checkpoint: Checkpoint = start, limit = 1000) =>
    pullAs(who, 'orders', checkpoint, limit);
});
