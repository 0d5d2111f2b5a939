// Statements on the server: one transaction for a statement and its orders, however many ask at once.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actor, command, creation } from '../setup/company.ts';
import { testDatabases, type OpenTestDatabase } from '../setup/postgres.ts';
import { pullAll, startServer, type TestServer } from '../setup/server.ts';
import { quietLog } from '../setup/quiet-log.ts';
import { createCommandExecutor } from '../../sync-server/orders/executor.ts';
import type { Statement } from '#schemas/finance/statements/statement.ts';
import type { Order } from '#schemas/orders/order.ts';

const clock = () => new Date('2026-03-31T08:00:00Z');
const period = { from: '2026-03-01', until: '2026-03-31' };

describe.each(testDatabases)('statements on $name', ({ openMigrated }) => {
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

  async function priced(id: string, amountFen: number, outletId = 'outlet-1') {
    const who = outletId === 'outlet-1' ? 'dispatcher' : 'dispatcher2';
    const method = 'settlement-monthly';
    for (const verdict of [
      await server.say(who, 'create-order', id, creation({ outletId })),
      await server.say(who, 'complete', id, {}),
      await server.say('finance', 'verify', id, { lines: [], amountFen, method }),
      await server.say('finance2', 'approve-price', id, { amountFen }),
    ])
      expect(verdict).toMatchObject({ status: 'applied' });
  }
  const open = (id: string) =>
    server.say('finance', 'open-statement', id, { customerId: 'customer-all', period });
  const add = (orderId: string, statementId: string) =>
    server.say('finance', 'add-to-statement', orderId, { statementId });
  async function sent(statementId: string, amounts: Readonly<Record<string, number>>) {
    for (const [id, amountFen] of Object.entries(amounts)) await priced(id, amountFen);
    await open(statementId);
    for (const id of Object.keys(amounts))
      expect(await add(id, statementId)).toMatchObject({ status: 'applied' });
    expect(await server.say('finance', 'send-statement', statementId, {})).toMatchObject({
      status: 'applied',
    });
  }
  async function read<Doc>(collection: string, id: string): Promise<Doc> {
    const [row] = await opened.database.query<{ body: Doc }>(
      'select body from documents where collection = $1 and id = $2',
      [collection, id],
    );
    if (!row) throw new Error(`There is no ${id}`);
    return row.body;
  }
  const statement = (id: string) => read<Statement>('statements', id);
  const order = (id: string) => read<Order>('orders', id);
  async function ledger(account: string): Promise<number> {
    const [row] = await opened.database.query<{ total: number }>(
      'select coalesce(sum(amount_fen), 0)::bigint as total from posting_lines where account = $1',
      [account],
    );
    return Number(row?.total);
  }
  const payment = (amountFen: number) => ({
    ...{ amountFen, method: 'settlement-transfer', receivedOn: '2026-04-02' },
  });

  it('are numbered by customer and month, a refused one apart', async () => {
    const refused = { customerId: 'customer-none', period };
    expect(await server.say('finance', 'open-statement', 'n-0', refused)).toMatchObject({
      code: 'unknown-reference',
    });
    await open('n-1');
    await open('n-2');
    await server.say('finance', 'open-statement', 'n-3', { customerId: 'customer-2', period });
    expect(await Promise.all(['n-1', 'n-2', 'n-3'].map(async (id) => (await statement(id)).number))).toEqual([
      ...['202603-01', '202603-02', '202603-01'],
    ]);
    expect((await open('n-1')).code).toBe('invalid-command');
  });

  it('settle their orders through the ordinary posting, in one transaction with the ledger', async () => {
    await sent('s-settled', { 'o-1': 30_000, 'o-2': 20_000 });
    const before = await ledger('receivable:customer-all');
    const part = await server.say('finance', 'receive-payment', 's-settled', payment(35_000));
    expect(part).toMatchObject({ status: 'applied' });
    expect((await order('o-1')).finance).toMatchObject({ stage: 'posted', receivedFen: 30_000 });
    expect((await order('o-2')).finance.stage).toBe('priced');
    expect(await ledger('clearing:customer-all')).toBe(-5_000);
    await server.say('finance', 'receive-payment', 's-settled', payment(15_000));
    expect(await statement('s-settled')).toMatchObject({ state: 'settled', receivedFen: 50_000 });
    expect(await ledger('clearing:customer-all')).toBe(0);
    expect(before - (await ledger('receivable:customer-all'))).toBe(50_000);
    expect(await server.say('finance', 'reverse-finance', 'o-1', { reason: 'x' })).toMatchObject({
      code: 'on-statement',
      detail: (await statement('s-settled')).number,
    });
  });

  it('have one effect of a command, however often it is sent', async () => {
    await sent('s-once', { 'o-once': 10_000 });
    const client = await server.as('finance');
    const receive = command('receive-payment', 's-once', payment(4_000));
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        client.post<{ verdicts: object[] }>('/api/commands', { commands: [receive] }),
      ),
    );
    for (const { body } of answers) expect(body.verdicts).toEqual([{ id: receive.id, status: 'applied' }]);
    expect(await statement('s-once')).toMatchObject({ receivedFen: 4_000, state: 'sent' });
    expect((await statement('s-once')).receipts).toHaveLength(1);
  });

  it('share no order: of two clerks who put it on two at once, one is told where it is', async () => {
    const executors = [1, 2].map(() =>
      createCommandExecutor({ database: opened.database, clock, log: quietLog }),
    );
    for (let round = 0; round < 6; round++) {
      const [orderId, ids] = [`o-both-${round}`, [`s-left-${round}`, `s-right-${round}`]];
      await priced(orderId, 5_000);
      for (const id of ids) await open(id);
      const said = executors.map((executor, index) =>
        executor.submit(actor(index === 0 ? 'finance' : 'finance2'), [
          command('add-to-statement', orderId, { statementId: ids[index] ?? '' }),
        ]),
      );
      const verdicts = (await Promise.all(said)).flat().map(({ status, code }) => code ?? status);
      expect(verdicts.sort()).toEqual(['applied', 'on-statement']);
      const on = (await Promise.all(ids.map(statement))).filter(({ orderIds }) => orderIds.length > 0);
      expect(on.map(({ id }) => id)).toEqual([(await order(orderId)).finance.statementId]);
    }
  });

  it('are not sent over an order that leaves at the same moment', async () => {
    const executors = [1, 2].map(() =>
      createCommandExecutor({ database: opened.database, clock, log: quietLog }),
    );
    for (let round = 0; round < 6; round++) {
      const [id, leaving, staying] = [`s-race-${round}`, `o-leaves-${round}`, `o-stays-${round}`];
      await priced(leaving, 1_000);
      await priced(staying, 2_000);
      await open(id);
      for (const each of [leaving, staying]) await add(each, id);
      const [send, remove] = (
        await Promise.all([
          executors[0]?.submit(actor('finance'), [command('send-statement', id, { seenFen: 3_000 })]),
          executors[1]?.submit(actor('finance2'), [
            command('remove-from-statement', leaving, { statementId: id }),
          ]),
        ])
      ).map((verdicts) => verdicts?.[0]?.code ?? verdicts?.[0]?.status);
      expect([
        ['applied', 'wrong-statement-state'],
        ['amount-changed', 'applied'],
      ]).toContainEqual([send, remove]);
      const now = await statement(id);
      expect(now.totalFen).toBe(send === 'applied' ? 3_000 : 2_000);
      expect((await order(leaving)).finance.statementId).toBe(send === 'applied' ? id : undefined);
    }
  });

  it('say of each order of a batch what became of it', async () => {
    await priced('o-good', 1_000);
    await open('s-batch');
    const client = await server.as('finance');
    const { body } = await client.post<{ verdicts: { code?: string; status: string }[] }>('/api/commands', {
      commands: ['o-good', 'o-none', 'o-once'].map((id) =>
        command('add-to-statement', id, { statementId: 's-batch', seenFen: 1_000 }),
      ),
    });
    expect(body.verdicts.map(({ status, code }) => code ?? status)).toEqual([
      ...['applied', 'order-not-found', 'on-statement'],
    ]);
    expect((await statement('s-batch')).orderIds).toEqual(['o-good']);
  });

  it('are opened, filled and sent in one batch', async () => {
    await priced('o-together', 7_000);
    const client = await server.as('finance');
    const { body } = await client.post<{ verdicts: object[] }>('/api/commands', {
      commands: [
        command('open-statement', 's-together', { customerId: 'customer-all', period }),
        command('add-to-statement', 'o-together', { statementId: 's-together' }),
        command('send-statement', 's-together', { seenFen: 7_000 }),
      ],
    });
    expect(body.verdicts).toEqual(body.verdicts.map(() => expect.objectContaining({ status: 'applied' })));
    expect(await statement('s-together')).toMatchObject({ state: 'sent', totalFen: 7_000 });
  });

  it('are seen by finance alone, and what is said of them is logged beside the orders’ events', async () => {
    const seenBy = async (who: 'finance' | 'dispatcher') =>
      (await pullAll(await server.as(who), 'statements')).documents.map(({ id }) => id);
    expect(await seenBy('finance')).toContain('s-settled');
    expect(await seenBy('dispatcher')).toEqual([]);
    const rows = await opened.database.query<{ type: string }>(
      `select type from order_events where order_id = 's-settled' order by seq`,
    );
    expect(rows.map(({ type }) => type)).toEqual([
      ...['open-statement', 'send-statement', 'receive-payment', 'receive-payment'],
    ]);
  });
});
