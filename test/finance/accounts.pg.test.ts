// The books on the server: what was posted and what the documents come to are worked out apart, and agree until one
// of them is wrong.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { company, creation } from '../setup/company.ts';
import { testDatabases, type OpenTestDatabase } from '../setup/postgres.ts';
import { startServer, type TestServer } from '../setup/server.ts';
import { readDebts } from '../../sync-server/finance/accounts.ts';
import { differencesIn, owedOf, type Accounts, type DebtOrders } from '#schemas/finance/accounts.ts';

const ended = '2026-03-31T08:00:00Z';
const method = 'settlement-monthly';

describe.each(testDatabases)('accounts on $name', ({ openMigrated }) => {
  let opened: OpenTestDatabase;
  let server: TestServer;

  beforeAll(async () => {
    opened = await openMigrated();
    server = await startServer(opened.database, { clock: () => new Date(ended) });
    await posted('o-paid', 30_000);
    await posted('o-short', 20_000, 15_000);
    await priced('o-owed', 10_000);
    for (const [id, amountFen] of [
      ['o-first', 8_000],
      ['o-second', 6_000],
    ] as const)
      await priced(id, amountFen);
    await say('finance', 'open-statement', 's-1', {
      customerId: 'customer-all',
      period: { from: '2026-03-01', until: '2026-03-31' },
    });
    for (const id of ['o-first', 'o-second'])
      await say('finance', 'add-to-statement', id, { statementId: 's-1' });
    await say('finance', 'adjust-line', 's-1', { lineId: 'o-second', amountFen: -1_000, reason: '优惠' });
    await say('finance', 'send-statement', 's-1', {});
    await say('finance', 'receive-payment', 's-1', {
      ...{ amountFen: 9_000, method: 'settlement-transfer', receivedOn: '2026-03-31' },
    });
  });
  afterAll(async () => {
    await server.stop();
    await opened.drop();
  });

  async function say(...command: Parameters<TestServer['say']>): Promise<void> {
    expect(await server.say(...command)).toMatchObject({ status: 'applied' });
  }
  async function priced(id: string, amountFen: number): Promise<void> {
    await say('dispatcher', 'create-order', id, creation({ outletId: 'outlet-1' }));
    await say('dispatcher', 'complete', id, {});
    await say('finance', 'verify', id, { lines: [], amountFen, method });
    await say('finance2', 'approve-price', id, { amountFen });
  }
  async function posted(id: string, amountFen: number, receivedFen = amountFen): Promise<void> {
    await priced(id, amountFen);
    await say('finance2', 'post-payment', id, { receivedFen, method });
  }
  async function books(): Promise<Accounts> {
    const { status, body } = await (await server.as('finance')).get<Accounts>('/api/finance/accounts');
    expect(status).toBe(200);
    return body;
  }

  const balanceOf = ({ balances }: Accounts, of: string): number =>
    balances.find(({ account }) => account === of)?.ledgerFen ?? 0;

  it('know the rest of a short payment by the way it came, and what went back of one too large', async () => {
    const before = await books();
    await posted('o-part', 10_000, 4_000);
    await say('finance2', 'settle-rest', 'o-part', {
      ...{ receivedFen: 5_000, seenReceivedFen: 4_000, method: 'settlement-transfer', note: '再付一部分' },
    });
    await posted('o-over', 10_000, 11_000);
    await say('finance2', 'settle-rest', 'o-over', {
      ...{ receivedFen: -1_000, seenReceivedFen: 11_000, method: 'settlement-transfer' },
    });
    const after = await books();
    expect(differencesIn(after.balances)).toEqual([]);
    const moved = (account: string) => balanceOf(after, account) - balanceOf(before, account);
    expect(moved(`money:${method}`)).toBe(15_000);
    expect(moved('money:settlement-transfer')).toBe(4_000);
    expect(moved('receivable:customer-all')).toBe(1_000);
    await say('admin', 'reverse-finance', 'o-part', { reason: '重来' });
    await say('admin', 'reverse-finance', 'o-over', { reason: '重来' });
    const back = await books();
    expect(differencesIn(back.balances)).toEqual([]);
    for (const id of ['o-part', 'o-over']) await say('admin', 'reverse-finance', id, { reason: '重来' });
    expect((await books()).balances).toEqual(before.balances);
  });

  it('say what was received, earned and is owed, and agree with the documents', async () => {
    const { balances } = await books();
    expect(differencesIn(balances)).toEqual([]);
    expect(Object.fromEntries(balances.map(({ account, ledgerFen }) => [account, ledgerFen]))).toEqual({
      'clearing:customer-all': -1_000,
      'money:settlement-monthly': 45_000,
      'money:settlement-transfer': 9_000,
      'receivable:customer-all': 20_000,
      'revenue:adjustment': 1_000,
      'revenue:rescue': -74_000,
    });
  });

  it('let what is owed grow old, order by order', async () => {
    const [debt] = (await books()).debts;
    expect(debt).toEqual({
      // 8,000 paid the first order of the statement; 1,000 lie there for the second, which is owed 4,000 more.
      ...{ customerId: 'customer-all', orders: 3, partFen: 1_000 },
      ...{ upTo30: 19_000, upTo60: 0, upTo90: 0, older: 0 },
    });
    const [later] = await readDebts(opened.database, company.id, '2026-05-10T08:00:00Z');
    expect(later).toMatchObject({ upTo30: 0, upTo60: 19_000 });
    expect(later && owedOf(later)).toBe(19_000);
  });

  it('come of orders, which are told with what was received of each', async () => {
    const finance = await server.as('finance');
    const path = '/api/finance/debts/customer-all';
    const { body } = await finance.get<DebtOrders>(path);
    expect(
      body.orders.map(({ orderId, age, fen, partFen, statementId }) => [
        ...[orderId, age, fen, partFen, statementId],
      ]),
    ).toEqual([
      ['o-owed', 'upTo30', 10_000, 0, undefined],
      ['o-second', 'upTo30', 4_000, 1_000, 's-1'],
      ['o-short', 'upTo30', 5_000, 0, undefined],
    ]);
    expect(body).toMatchObject({ asOf: new Date(ended).toISOString(), count: 3 });
    expect(body.orders[0]).toMatchObject({
      number: expect.stringMatching(/^\d/) as string,
      endedAt: expect.any(String) as string,
    });
    expect((await finance.get<DebtOrders>('/api/finance/debts/customer-none')).body.orders).toEqual([]);
    expect((await finance.get('/api/finance/debts/%00')).status).toBe(400);
    expect((await (await server.as('clerk')).get(path)).status).toBe(403);
  });

  it('show an order that says something else than what was posted', async () => {
    const change = `update documents set body = replace(body::text, $2, $3)::json where id = $1`;
    await opened.database.query(change, ['o-owed', '"amountFen":10000', '"amountFen":10001']);
    expect(differencesIn((await books()).balances)).toEqual([
      { account: 'receivable:customer-all', ledgerFen: 20_000, documentsFen: 20_001 },
      { account: 'revenue:rescue', ledgerFen: -74_000, documentsFen: -74_001 },
    ]);
    await opened.database.query(change, ['o-owed', '"amountFen":10001', '"amountFen":10000']);
    expect(differencesIn((await books()).balances)).toEqual([]);
  });

  it.each([
    ['membership', 'orders', 'o-second', '"statementId":"s-1"', '"statementId":"s-2"'],
    ['amount', 'statements', 's-1', '"amountFen":6000', '"amountFen":6001'],
    ['paid', 'statements', 's-1', '"posted":true', '"posted":false'],
    ['received', 'statements', 's-1', '"receivedFen":8000', '"receivedFen":7999'],
    ['total', 'statements', 's-1', '"totalFen":13000', '"totalFen":12999'],
    ['receipts', 'statements', 's-1', '"overFen":0', '"overFen":1'],
  ] as const)('show where a statement says otherwise: %s', async (what, collection, id, said, wrong) => {
    const body = `select body::text as text from documents where collection = $1 and id = $2`;
    const set = 'update documents set body = $3::json where collection = $1 and id = $2';
    const [stored] = await opened.database.query<{ text: string }>(body, [collection, id]);
    const text = stored?.text ?? '';
    expect(text).toContain(said);
    expect((await books()).faults).toEqual([]);
    await opened.database.query(set, [collection, id, text.replaceAll(said, wrong)]);
    expect((await books()).faults).toContainEqual(expect.objectContaining({ what, statementId: 's-1' }));
    const answer = await (await server.as('finance')).post('/api/finance/months/2026-02/close', {});
    expect(answer.body).toMatchObject({ code: 'books-differ' });
    await opened.database.query(set, [collection, id, text]);
    expect((await books()).faults).toEqual([]);
  });

  it('are owed what the ledger says, order by order, also after a line left its statement', async () => {
    await priced('o-left', 5_000);
    await say('finance', 'open-statement', 's-left', {
      customerId: 'customer-all',
      period: { from: '2026-03-01', until: '2026-03-31' },
    });
    await say('finance', 'add-to-statement', 'o-left', { statementId: 's-left' });
    await say('finance', 'adjust-line', 's-left', { lineId: 'o-left', amountFen: 700, reason: '夜间加价' });
    const owed = () =>
      opened.database.query<{ orderId: string; fen: number }>(
        `select order_id as "orderId", sum(amount_fen)::bigint as fen from posting_lines
         where account like 'receivable:%' group by order_id having sum(amount_fen) <> 0 order by order_id`,
      );
    expect(await owed()).toContainEqual({ orderId: 'o-left', fen: 5_700 });
    await say('finance', 'remove-from-statement', 'o-left', { statementId: 's-left' });
    expect(await owed()).toEqual([
      { orderId: 'o-left', fen: 5_000 },
      { orderId: 'o-owed', fen: 10_000 },
      { orderId: 'o-second', fen: 5_000 },
      { orderId: 'o-short', fen: 5_000 },
    ]);
  });

  it('are shown to those who see the finance of all outlets', async () => {
    for (const who of ['clerk', 'dispatcher', 'driver1'] as const) {
      const { status } = await (await server.as(who)).get('/api/finance/accounts');
      expect(status).toBe(403);
    }
  });
});
