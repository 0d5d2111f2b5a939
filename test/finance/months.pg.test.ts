// Closing a month: what it needs, what is refused afterwards, by the database too, and where later entries go.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actor, company, command, creation } from '../setup/company.ts';
import { quietLog } from '../setup/quiet-log.ts';
import { testDatabases, type OpenTestDatabase } from '../setup/postgres.ts';
import { startServer, type TestServer } from '../setup/server.ts';
import { createCommandExecutor } from '../../sync-server/orders/executor.ts';
import type { Accounts } from '#schemas/finance/accounts.ts';
import { differencesIn } from '#schemas/finance/accounts.ts';
import type { BookMonths, OpenItems } from '#schemas/finance/months.ts';

const method = 'settlement-transfer';

describe.each(testDatabases)('the months on $name', ({ openMigrated }) => {
  let opened: OpenTestDatabase;
  let server: TestServer;
  let now = new Date('2026-03-20T08:00:00Z');

  beforeAll(async () => {
    opened = await openMigrated();
    server = await startServer(opened.database, { clock: () => now });
    await priced('o-march', 10_000);
    await say('finance', 'post-payment', 'o-march', { receivedFen: 10_000, method });
    await priced('o-owed', 5_000);
    await say('dispatcher', 'create-order', 'o-raw', creation());
    await say('dispatcher', 'complete', 'o-raw', {});
  });
  afterAll(async () => {
    await server.stop();
    await opened.drop();
  });

  async function say(...said: Parameters<TestServer['say']>): Promise<void> {
    expect(await server.say(...said)).toMatchObject({ status: 'applied' });
  }
  async function priced(id: string, amountFen: number): Promise<void> {
    await say('dispatcher', 'create-order', id, creation());
    await say('dispatcher', 'complete', id, {});
    await say('finance', 'verify', id, { lines: [], amountFen, method });
    await say('finance2', 'approve-price', id, { amountFen });
  }
  async function ask(who: 'finance' | 'admin' | 'clerk', month: string, what: 'close' | 'reopen', body = {}) {
    const client = await server.as(who);
    return client.post<{ code?: string } & BookMonths>(`/api/finance/months/${month}/${what}`, body);
  }
  async function months(): Promise<BookMonths> {
    return (await (await server.as('finance')).get<BookMonths>('/api/finance/months')).body;
  }
  async function agree(): Promise<void> {
    const { body } = await (await server.as('finance')).get<Accounts>('/api/finance/accounts');
    expect(differencesIn(body.balances)).toEqual([]);
  }
  const insert = (at: string, id: string) =>
    opened.database.query(
      `insert into posting_lines (company_id, posting_id, line, order_id, account, amount_fen, recorded_at)
       select $1, $2, line, 'o', 'money:x', amount, $3::timestamptz from (values (1, 5), (2, -5)) as v(line, amount)`,
      [company.id, id, at],
    );

  it('can be closed when they are over, in the company’s zone', async () => {
    now = new Date('2026-03-31T15:59:00Z');
    expect((await ask('finance', '2026-03', 'close')).body.code).toBe('month-not-over');
    expect((await months()).months[0]).toMatchObject({ month: '2026-03', state: 'running' });
    now = new Date('2026-03-31T16:00:00Z');
    expect((await months()).months.map(({ month, state }) => [month, state])).toEqual([
      ['2026-04', 'running'],
      ['2026-03', 'open'],
    ]);
  });

  it('say what is not finished', async () => {
    const client = await server.as('finance');
    const { body } = await client.get<OpenItems>('/api/finance/months/2026-03/open');
    expect(body.counts).toEqual({ unverified: 1, verified: 0, priced: 1 });
    expect(body.orders.map(({ id, stage }) => [id, stage])).toEqual([
      ['o-owed', 'priced'],
      ['o-raw', 'unverified'],
    ]);
  });

  it('are not closed while the books differ, nor by whoever may not', async () => {
    const change = `update documents set body = replace(body::text, $2, $3)::json where id = $1`;
    await opened.database.query(change, ['o-owed', '"amountFen":5000', '"amountFen":5001']);
    expect((await ask('finance', '2026-03', 'close')).body.code).toBe('books-differ');
    await opened.database.query(change, ['o-owed', '"amountFen":5001', '"amountFen":5000']);
    expect((await ask('clerk', '2026-03', 'close')).status).toBe(403);
    expect((await ask('finance', '2026-3', 'close')).body.code).toBe('invalid-request');
  });

  it('keep what the accounts stood at, and take no entry any more, by the database either', async () => {
    const { body } = await ask('finance', '2026-03', 'close');
    expect(body.closedUntil).toBe('2026-03-31T16:00:00.000Z');
    expect(body.months[1]).toMatchObject({ state: 'closed', revenueFen: 15_000, receivedFen: 10_000 });
    expect(body.months[1]?.closings[0]?.balances).toEqual({
      ...{ [`money:${method}`]: 10_000, 'receivable:customer-all': 5_000, 'revenue:rescue': -15_000 },
    });
    await expect(insert('2026-03-31T15:59:59Z', 'late')).rejects.toMatchObject({ code: 'TW003' });
    await expect(insert('2026-03-31T16:00:00Z', 'on-time')).resolves.toBeDefined();
    expect((await ask('finance', '2026-03', 'close')).body.code).toBe('month-closed-already');
    for (const change of ['update month_closings set month = month', 'delete from month_closings'])
      await expect(opened.database.query(change)).rejects.toMatchObject({ code: 'TW001' });
  });

  it('refuse a repair of their entries, and take it in the open month', async () => {
    const repair = { patch: { method: 'settlement-cash' }, base: { method }, reason: '方式记错' };
    expect(await server.say('finance', 'repair-finance', 'o-march', repair)).toMatchObject({
      ...{ status: 'rejected', code: 'month-closed' },
    });
    await say('finance', 'repair-finance', 'o-march', { ...repair, into: 'open-month' });
    const [april, march] = (await months()).months;
    // The reversal and the new entry, beside the one above.
    expect([april, march]).toMatchObject([{ receivedFen: 0, entries: 3 }, { receivedFen: 10_000 }]);
    await agree();
  });

  it('leave a later correction to the open month', async () => {
    await say('admin', 'reverse-finance', 'o-march', { reason: '收款有误' });
    const [april, march] = (await months()).months;
    expect(april).toMatchObject({ receivedFen: -10_000, revenueFen: 0 });
    expect(march).toMatchObject({ receivedFen: 10_000 });
    await agree();
  });

  it('date what a server with a slow clock records at the first open moment', async () => {
    const before = now;
    now = new Date('2026-03-31T15:00:00Z');
    await say('finance', 'post-payment', 'o-owed', { receivedFen: 5_000, method });
    now = before;
    const [row] = await opened.database.query<{ booked_at: Date }>(
      `select booked_at from posting_lines where order_id = 'o-owed' order by recorded_at desc limit 1`,
    );
    expect(row?.booked_at.toISOString()).toBe('2026-03-31T16:00:00.000Z');
    await agree();
  });

  it('are opened again, the last one first, with a reason that stays', async () => {
    expect((await ask('finance', '2026-03', 'reopen', { reason: '漏了发票' })).status).toBe(403);
    expect((await ask('admin', '2026-03', 'reopen', {})).body.code).toBe('invalid-request');
    expect((await ask('admin', '2026-02', 'reopen', { reason: 'x' })).body.code).toBe(
      'month-not-last-closed',
    );
    const { body } = await ask('admin', '2026-03', 'reopen', { reason: '漏了发票' });
    expect(body.months[1]).toMatchObject({ state: 'open' });
    expect(body.months[1]?.closings.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['reopen', '漏了发票'],
      ['close', undefined],
    ]);
    await expect(insert('2026-03-15T00:00:00Z', 'opened')).resolves.toBeDefined();
    await expect(insert('2026-02-28T00:00:00Z', 'older')).rejects.toMatchObject({ code: 'TW003' });
  });

  it('are closed once when two do it at the same moment, and no entry slips in behind', async () => {
    const executor = createCommandExecutor({ database: opened.database, clock: () => now, log: quietLog });
    await priced('o-race', 7_000);
    const posting = executor.submit(actor('finance'), [
      command('post-payment', 'o-race', { receivedFen: 7_000, method }),
    ]);
    const answers = await Promise.all([
      ask('finance', '2026-03', 'close'),
      ask('admin', '2026-03', 'close'),
      posting,
    ]);
    expect(answers[2]).toMatchObject([{ status: 'applied' }]);
    const [first, second] = answers;
    expect([first.status, second.status].sort()).toEqual([200, 409]);
    const [inside] = await opened.database.query<{ count: number }>(
      `select count(*)::int as count from posting_lines p where coalesce(booked_at, recorded_at) < $1::timestamptz
       and recorded_at > (select max(at) from month_closings where kind = 'close')`,
      ['2026-03-31T16:00:00Z'],
    );
    expect(inside).toEqual({ count: 0 });
  });
});
