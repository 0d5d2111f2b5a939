// Drivers' cash on the server: two cashiers at once, a request that is sent again, and books that agree.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actor, command, creation } from '../setup/company.ts';
import { quietLog } from '../setup/quiet-log.ts';
import { testDatabases, type OpenTestDatabase } from '../setup/postgres.ts';
import { pullAll, startServer, type TestServer } from '../setup/server.ts';
import { createCommandExecutor } from '../../sync-server/orders/executor.ts';
import { sweep } from '../../sync-server/replication/sweep.ts';
import { differencesIn, type Accounts } from '#schemas/finance/accounts.ts';
import type { OrderInFull } from '#schemas/orders/search.ts';

const clock = () => new Date('2026-03-31T08:00:00Z');
const driverId = 'staff-driver1';
const method = 'settlement-cash';

describe.each(testDatabases)('drivers’ cash on $name', ({ openMigrated }) => {
  let opened: OpenTestDatabase;
  let server: TestServer;

  beforeAll(async () => {
    opened = await openMigrated();
    server = await startServer(opened.database, { clock });
  });
  afterAll(async () => {
    await server.stop();
    await opened.drop();
  });

  async function say(...said: Parameters<TestServer['say']>): Promise<void> {
    expect(await server.say(...said)).toMatchObject({ status: 'applied' });
  }
  async function collected(id: string, collectedFen: number): Promise<void> {
    await say('dispatcher', 'create-order', id, creation());
    await say('dispatcher', 'dispatch', id, { vehicleId: 'vehicle-1', driverId });
    await say('driver1', 'complete', id, { collectedFen });
  }
  const count = (orderIds: string[], fen: number) => ({
    ...{ driverId, orderIds, expectedFen: fen, countedFen: fen, method },
  });
  async function balance(account: string): Promise<number> {
    const { body } = await (await server.as('finance')).get<Accounts>('/api/finance/accounts');
    expect(differencesIn(body.balances)).toEqual([]);
    return body.balances.find((one) => one.account === account)?.ledgerFen ?? 0;
  }
  const executors = () =>
    [1, 2].map(() => createCommandExecutor({ database: opened.database, clock, log: quietLog }));

  it('is counted once when two cashiers count it at the same moment', async () => {
    for (let round = 0; round < 5; round++) {
      const before = await balance('money:settlement-cash');
      const id = `o-twice-${round}`;
      await collected(id, 1_000);
      const said = executors().map((executor, index) =>
        executor.submit(actor(index === 0 ? 'finance' : 'finance2'), [
          command('count-cash', `h-twice-${round}-${index}`, count([id], 1_000)),
        ]),
      );
      const verdicts = (await Promise.all(said)).flat().map(({ status, code }) => code ?? status);
      expect(verdicts.sort()).toEqual(['applied', 'cash-counted']);
      expect((await balance('money:settlement-cash')) - before).toBe(1_000);
    }
  });

  it('is booked once by a handover that arrives twice at once, under one id or two', async () => {
    await collected('o-again', 2_000);
    await collected('o-other', 3_000);
    const before = await balance('money:settlement-cash');
    const same = command('count-cash', 'h-again', count(['o-again'], 2_000));
    const other = command('count-cash', 'h-again', count(['o-other'], 3_000));
    const said = [same, same, other].map((one, index) =>
      executors()[index % 2]?.submit(actor('finance'), [one]),
    );
    const verdicts = (await Promise.all(said)).flat();
    expect(new Set(verdicts.map((verdict) => verdict?.code ?? verdict?.status))).toEqual(
      new Set(['applied', 'handover-exists']),
    );
    const booked = (await balance('money:settlement-cash')) - before;
    expect([2_000, 3_000]).toContain(booked);
  });

  it('is taken back once when two do it at the same moment', async () => {
    await collected('o-back', 4_000);
    await say('finance', 'count-cash', 'h-back', count(['o-back'], 4_000));
    const before = await balance('money:settlement-cash');
    const said = executors().map((executor) =>
      executor.submit(actor('admin'), [command('reverse-cash-count', 'h-back', { reason: '点错' })]),
    );
    const verdicts = (await Promise.all(said)).flat().map(({ status, code }) => code ?? status);
    expect(verdicts.sort()).toEqual(['applied', 'handover-not-found']);
    expect(before - (await balance('money:settlement-cash'))).toBe(4_000);
  });

  it('pays the order it was taken for, once, and the books agree at every step', async () => {
    await collected('o-paid', 30_000);
    await say('finance', 'verify', 'o-paid', { lines: [], amountFen: 30_000, method });
    await say('finance2', 'approve-price', 'o-paid', { amountFen: 30_000 });
    const before = await balance('money:settlement-cash');
    await say('finance', 'post-payment', 'o-paid', { receivedFen: 30_000, method });
    expect(await balance('money:settlement-cash')).toBe(before);
    await say('finance', 'count-cash', 'h-paid', {
      ...count(['o-paid'], 30_000),
      ...{ countedFen: 29_900, reason: '零钱' },
    });
    expect((await balance('money:settlement-cash')) - before).toBe(29_900);
    expect(await balance('difference:staff-driver1')).toBe(100);
    await say('admin', 'reverse-finance', 'o-paid', { reason: '重来' });
    expect((await balance('money:settlement-cash')) - before).toBe(29_900);
  });

  it('follows a repair of the amount, and of the payment it was taken for', async () => {
    await say('dispatcher', 'create-order', 'o-repair', creation());
    await say('dispatcher', 'dispatch', 'o-repair', { vehicleId: 'vehicle-1', driverId });
    const held = await balance('driver:staff-driver1');
    await say('driver1', 'complete', 'o-repair', { collectedFen: 20_000, collectedMethod: method });
    expect((await balance('driver:staff-driver1')) - held).toBe(20_000);
    await say('admin', 'repair-order', 'o-repair', {
      ...{ patch: { collectedFen: 18_000 }, base: { collectedFen: 20_000 }, reason: '收据为 180' },
    });
    expect((await balance('driver:staff-driver1')) - held).toBe(18_000);
    await say('finance', 'verify', 'o-repair', { lines: [], amountFen: 18_000, method });
    await say('finance2', 'approve-price', 'o-repair', { amountFen: 18_000 });
    await say('finance', 'post-payment', 'o-repair', { receivedFen: 10_000, method });
    await say('admin', 'repair-finance', 'o-repair', {
      ...{ patch: { receivedFen: 18_000 }, base: { receivedFen: 10_000 }, reason: '少输了' },
    });
    const { body } = await (await server.as('finance')).get<OrderInFull>('/api/orders/o-repair');
    expect(body.order.finance).toMatchObject({
      receivedFen: 18_000,
      taken: { takenFen: 18_000, paysFen: 18_000 },
    });
  });

  it('stays on the phone of whoever holds it, also when he drives the order no more', async () => {
    await say('dispatcher', 'create-order', 'o-former', creation());
    await say('dispatcher', 'dispatch', 'o-former', { vehicleId: 'vehicle-1', driverId });
    await say('dispatcher', 'dispatch', 'o-former', { vehicleId: 'vehicle-1', driverId: 'staff-driver2' });
    expect(await server.say('driver1', 'complete', 'o-former', { collectedFen: 500 })).toMatchObject({
      status: 'flagged',
    });
    const his = async () => (await pullAll(await server.as('driver1'), 'orders')).documents;
    const find = async () => (await his()).find(({ id }) => id === 'o-former');
    expect(await find()).toMatchObject({ cash: { driverId, collectedFen: 500 } });
    const muchLater = new Date(Date.now() + 90 * 24 * 60 * 60 * 1000);
    await sweep(opened.database, muchLater);
    expect(await find()).toMatchObject({ cash: { driverId } });
    await say('finance', 'count-cash', 'h-former', count(['o-former'], 500));
    expect(await find()).toBeUndefined();
  });
});
