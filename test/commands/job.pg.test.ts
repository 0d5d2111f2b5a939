// One rescue from the call to the money, told through the API by everybody who has a part in it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { creation } from '../setup/company.ts';
import { testDatabases, type OpenTestDatabase } from '../setup/postgres.ts';
import { startServer, type TestServer } from '../setup/server.ts';
import type { Order } from '#schemas/orders/order.ts';

const toDriver1 = { vehicleId: 'vehicle-1', driverId: 'staff-driver1' };
const toDriver2 = { vehicleId: 'vehicle-1', driverId: 'staff-driver2' };
const priced = { lines: [], amountFen: 30_000, method: 'settlement-monthly' };
const paid = { receivedFen: 28_000, method: 'settlement-cash' };
const applied = { status: 'applied' };

describe.each(testDatabases)('a job on $name', ({ openMigrated }) => {
  let opened: OpenTestDatabase;
  let server: TestServer;
  let say: TestServer['say'];

  beforeAll(async () => {
    opened = await openMigrated();
    server = await startServer(opened.database);
    ({ say } = server);
  });
  afterAll(async () => {
    await server.stop();
    await opened.drop();
  });

  async function order(id: string): Promise<Order | undefined> {
    const [row] = await opened.database.query<{ body: Order }>(
      `select body from documents where collection = 'orders' and id = $1`,
      [id],
    );
    return row?.body;
  }

  /** The balance of every account that is not even, over all orders or one. */
  async function balances(orderId: string | null = null): Promise<Record<string, number>> {
    const rows = await opened.database.query<{ account: string; balance: number }>(
      `select account, sum(amount_fen)::int as balance from posting_lines
       where $1::text is null or order_id = $1 group by account having sum(amount_fen) <> 0`,
      [orderId],
    );
    return Object.fromEntries(rows.map(({ account, balance }) => [account, balance]));
  }

  it('goes its whole way, although the office voids it before the driver completes it', async () => {
    const id = 'order-main';
    expect(await say('clerk', 'create-order', id, creation())).toMatchObject(applied);
    expect(await say('dispatcher', 'dispatch', id, toDriver1)).toMatchObject(applied);
    for (const step of ['accept', 'depart', 'arrive', 'start-work', 'load', 'reach-destination'] as const)
      expect(await say('driver1', step, id, {}), step).toMatchObject(applied);
    expect(await say('dispatcher', 'void', id, { reason: '客户取消' })).toMatchObject(applied);
    expect(await say('driver1', 'complete', id, { mileageKm: 12.5 })).toMatchObject({
      status: 'flagged',
      code: 'completed-after-void',
    });
    const completed = await order(id);
    expect(completed).toMatchObject({ status: 'completed', result: 'success' });
    expect(completed?.attention.map(({ code }) => code)).toEqual(['completed-after-void']);
    expect(completed?.timeline).toHaveLength(10);

    expect(await say('finance', 'verify', id, priced)).toMatchObject(applied);
    expect(await say('finance', 'approve-price', id, { amountFen: 28_000 })).toMatchObject({
      status: 'rejected',
      code: 'same-person',
    });
    expect(await say('finance2', 'approve-price', id, { amountFen: 28_000 })).toMatchObject(applied);
    expect(await say('finance', 'post-payment', id, paid)).toMatchObject(applied);
    expect((await order(id))?.finance.stage).toBe('posted');
    expect(await balances(id)).toEqual({ 'money:settlement-cash': 28_000, 'revenue:rescue': -28_000 });
  });

  it('is given back stage by stage, and every reversal brings the balances back', async () => {
    const id = 'order-reversed';
    await say('clerk', 'create-order', id, creation());
    await say('dispatcher', 'dispatch', id, toDriver1);
    await say('driver1', 'complete', id, {});
    await say('finance', 'verify', id, priced);
    await say('finance2', 'approve-price', id, { amountFen: 25_000 });
    const approved = await balances(id);
    await say('finance', 'post-payment', id, { ...paid, receivedFen: 20_000 });
    expect(await balances(id)).not.toEqual(approved);
    expect(await say('finance2', 'reverse-finance', id, { reason: '录错' })).toMatchObject(applied);
    expect(await balances(id)).toEqual(approved);
    expect(await say('finance2', 'reverse-finance', id, { reason: '录错' })).toMatchObject(applied);
    expect(await balances(id)).toEqual({});
    expect((await order(id))?.finance.stage).toBe('verified');
  });

  it('leaves a ledger that sums to zero, overall and posting by posting', async () => {
    const { database } = opened;
    const [total] = await database.query(
      'select sum(amount_fen)::int as sum, count(*)::int as lines from posting_lines',
    );
    expect(total).toEqual({ sum: 0, lines: 12 });
    const uneven = await database.query(
      'select posting_id from posting_lines group by company_id, posting_id having sum(amount_fen) <> 0',
    );
    expect(uneven).toEqual([]);
  });

  it('counts what a driver did whom the order was taken from', async () => {
    const id = 'order-previous';
    await say('clerk', 'create-order', id, creation());
    await say('dispatcher', 'dispatch', id, toDriver1);
    await say('dispatcher', 'dispatch', id, toDriver2);
    expect(await say('driver1', 'depart', id, {})).toMatchObject({ code: 'done-by-previous-driver' });
    expect((await order(id))?.status).toBe('dispatched');
    expect(await say('driver1', 'complete', id, {})).toMatchObject({
      status: 'flagged',
      code: 'done-by-previous-driver',
    });
    expect(await order(id)).toMatchObject({ status: 'completed', assignment: toDriver2 });
  });

  it('does not exist for people of another outlet', async () => {
    const id = 'order-foreign';
    await say('clerk', 'create-order', id, creation());
    const missing = { status: 'rejected', code: 'order-not-found' };
    const toDriver3 = { vehicleId: 'vehicle-2', driverId: 'staff-driver3' };
    expect(await say('dispatcher2', 'dispatch', id, toDriver3)).toMatchObject(missing);
    expect(await say('dispatcher2', 'void', id, { reason: '重复' })).toMatchObject(missing);
    expect(await say('driver3', 'complete', id, {})).toMatchObject(missing);
    expect(await say('dispatcher2', 'void', 'order-none', { reason: '重复' })).toMatchObject(missing);
    expect((await order(id))?.timeline).toHaveLength(1);
  });

  it('cannot be rewritten: the database refuses to change or delete an event or a posting', async () => {
    const { database } = opened;
    for (const table of ['order_events', 'posting_lines']) {
      await expect(database.query(`update ${table} set order_id = 'x'`)).rejects.toThrow('append-only');
      await expect(database.query(`delete from ${table}`)).rejects.toThrow('append-only');
    }
  });

  it('cannot be posted unevenly: the database refuses the commit', async () => {
    const before = await balances();
    let reachedCommit = false;
    const uneven = opened.database.transaction(async (tx) => {
      await tx.query(
        `insert into posting_lines (company_id, posting_id, line, order_id, account, amount_fen, recorded_at)
         values ('acme', 'uneven', 1, 'order-main', 'revenue:rescue', 1, now())`,
      );
      reachedCommit = true;
    });
    await expect(uneven).rejects.toThrow('does not balance');
    expect(reachedCommit).toBe(true);
    expect(await balances()).toEqual(before);
  });
});
