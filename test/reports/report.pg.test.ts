// The reports count each order once, as it stands, for whoever may see it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actor, command, company, creation, type Who } from '../setup/company.ts';
import { testDatabases, type OpenTestDatabase } from '../setup/postgres.ts';
import { startServer, type TestServer } from '../setup/server.ts';
import { countOrders } from '../../sync-server/reports/count.ts';
import { ordersOfRow, type ReportValues } from '../../client/reports/query.ts';
import { findOrders } from '../../sync-server/orders/search.ts';
import { readReport } from '../../sync-server/reports/report.ts';
import { figuresRules } from '#schemas/reports/figures.ts';
import type { Command } from '#schemas/orders/commands.ts';
import type { OrdersCounted, OrdersFoundPage } from '#schemas/orders/search.ts';
import type { ReportFigure } from '#schemas/reports/drill.ts';
import {
  marginOf,
  outstandingOf,
  reportDimensions,
  totalOf,
  type Figures,
  type Report,
} from '#schemas/reports/report.ts';

const method = 'settlement-transfer';

describe.each(testDatabases)('reports on $name', ({ openMigrated }) => {
  let opened: OpenTestDatabase;
  let server: TestServer;
  let now = new Date('2026-03-31T10:00:00Z');

  beforeAll(async () => {
    opened = await openMigrated();
    server = await startServer(opened.database, { clock: () => now });
    await priced('o-1', 40_000, [line('price-item-start', 35_000), line('price-item-toll', 5_000)]);
    await say('finance', 'post-payment', 'o-1', { receivedFen: 30_000, method, note: '先收一部分' });
    await priced('o-2', 20_000);
    await say('dispatcher', 'create-order', 'o-void', creation());
    await say('dispatcher', 'void', 'o-void', { reason: '客户取消' });
    await say('dispatcher2', 'create-order', 'o-other', creation({ outletId: 'outlet-2' }));
    // 16:30 UTC is the next day, and month, in Shanghai.
    now = new Date('2026-03-31T16:30:00Z');
    await say('dispatcher', 'create-order', 'o-april', creation({ serviceId: 'service-tyre-change' }));
  });
  afterAll(async () => {
    await server.stop();
    await opened.drop();
  });

  const line = (item: string, unitFen: number) => ({ item, quantity: 1, unitFen, amountFen: unitFen });
  async function say(...said: Parameters<TestServer['say']>): Promise<void> {
    expect(await server.say(...said)).toMatchObject({ status: 'applied' });
  }
  async function priced(id: string, amountFen: number, lines = [line('price-item-start', amountFen)]) {
    await say('dispatcher', 'create-order', id, creation());
    await say('dispatcher', 'complete', id, {});
    await say('finance', 'verify', id, { lines, amountFen, method });
    await say('finance2', 'approve-price', id, { amountFen });
  }
  async function ask(query: string, who: Who = 'finance'): Promise<Report> {
    const { status, body } = await (await server.as(who)).get<Report>(`/api/reports/orders?${query}`);
    expect(status).toBe(200);
    return body;
  }
  const counted = async (query: string, who?: Who) =>
    (await ask(query, who)).rows.map(({ key, orders }) => [key, orders]);

  it('add up what stands in the books', async () => {
    const { rows, periods, isComplete } = await ask('by=customer');
    expect(isComplete).toBe(true);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ key: 'customer-all', orders: 5, completed: 2, voided: 1, unpriced: 2 });
    const total = totalOf(rows);
    expect(total).toMatchObject({ revenueFen: 60_000, outlayFen: 5_000, receivedFen: 30_000 });
    expect([marginOf(total), outstandingOf(total)]).toEqual([55_000, 30_000]);
    expect(totalOf(periods)).toEqual(total);
  });

  it('go by the days and months of the company', async () => {
    expect(await counted('by=month')).toEqual([
      ['2026-03', 4],
      ['2026-04', 1],
    ]);
    const { periods } = await ask('by=service&from=2026-03-31T16:00:00Z&to=2026-04-30T16:00:00Z');
    expect(periods.map(({ period, orders }) => [period, orders])).toEqual([['2026-04-01', 1]]);
    expect(await counted('by=service&from=2026-03-31T16:00:00Z')).toEqual([['service-tyre-change', 1]]);
  });

  it('say why orders ended without a rescue', async () => {
    expect(await counted('by=reason')).toEqual([['客户取消', 1]]);
  });

  it('are narrowed by outlet, customer and service', async () => {
    expect(await counted('by=outlet&outlet=outlet-2')).toEqual([['outlet-2', 1]]);
    expect(await counted('by=outlet&service=service-tyre-change')).toEqual([['outlet-1', 1]]);
    expect(await counted('by=outlet&customer=nobody')).toEqual([]);
  });

  it('count for somebody of one outlet what is of it, whatever he asks for', async () => {
    const all = actor('finance');
    const permissions = all.permissions.filter((permission) => permission !== 'outlets.all');
    const local = { ...all, permissions, outletIds: ['outlet-2'] };
    const asked = (outlet?: string) =>
      readReport(opened.database, local, { by: 'outlet', ...(outlet !== undefined && { outlet }) });
    expect((await asked()).rows.map(({ key, orders }) => [key, orders])).toEqual([['outlet-2', 1]]);
    expect(await asked('outlet-1')).toEqual({ rows: [], periods: [] });
  });

  it('follow what becomes of an order, and count it once', async () => {
    const before = await ask('by=outlet');
    await say('finance', 'reverse-finance', 'o-1', { reason: '入错账' });
    const after = await ask('by=outlet');
    expect(totalOf(after.rows)).toEqual({ ...totalOf(before.rows), receivedFen: 0 });
    await Promise.all([ask('by=outlet'), ask('by=driver'), ask('by=vehicle')]);
    expect((await ask('by=outlet')).rows).toEqual(after.rows);
  });

  it('say what a statement made an order more or less, as the ledger does', async () => {
    const [id, statement] = ['o-adjusted', 'statement-1'];
    const adjusted = async () => {
      const { revenueFen, receivedFen } = totalOf((await ask('by=customer')).rows);
      const inLedger = async (like: string) => {
        const [row] = await opened.database.query<{ fen: number }>(
          `select coalesce(sum(amount_fen), 0)::bigint as fen from posting_lines where account like $1`,
          [like],
        );
        return Number(row?.fen);
      };
      expect(revenueFen).toBe(-(await inLedger('revenue:%')));
      expect(revenueFen - receivedFen).toBe(await inLedger('receivable:%'));
      return revenueFen - 60_000;
    };
    expect(await adjusted()).toBe(0);
    await priced(id, 30_000);
    const period = { from: '2026-03-01', until: '2026-03-31' };
    await say('finance', 'open-statement', statement, { customerId: 'customer-all', period });
    await say('finance', 'add-to-statement', id, { statementId: statement });
    await say('finance', 'adjust-line', statement, { lineId: id, amountFen: -5_000, reason: '少算' });
    expect(await adjusted()).toBe(25_000);
    // Off the statement it costs what it did, and on it again too.
    await say('finance', 'remove-from-statement', id, { statementId: statement });
    expect(await adjusted()).toBe(30_000);
    await say('finance', 'add-to-statement', id, { statementId: statement });
    await say('finance', 'adjust-line', statement, { lineId: id, amountFen: -5_000, reason: '少算' });
    await say('finance', 'send-statement', statement, {});
    await say('finance', 'receive-payment', statement, {
      ...{ amountFen: 24_000, method, receivedOn: '2026-04-01', waivesRest: true, reason: '抹零' },
    });
    expect(await adjusted()).toBe(24_000);
    const { rows } = await ask('by=customer');
    await opened.database.query('update figures_read set rules = $1', [figuresRules - 1]);
    expect((await ask('by=customer')).rows).toEqual(rows);
  });

  describe('lead to the orders of each figure', () => {
    const found = async (query: string) => {
      const { get } = await server.as('finance');
      const [{ body: page }, { body: counted }] = await Promise.all([
        get<OrdersFoundPage>(`/api/orders/search?${query}`),
        get<OrdersCounted>(`/api/orders/search/count?${query}`),
      ]);
      expect(page.orders).toHaveLength(counted.count);
      const amounts = Object.values(page.amounts ?? {});
      expect(amounts.reduce((sum, fen) => sum + fen, 0)).toBe(counted.amountFen ?? 0);
      return { ...counted, ids: page.orders.map(({ id }) => id).sort() };
    };
    /** As the page of the reports makes it out of a row. */
    const addressOf = (values: Partial<ReportValues>, key: string, figure: ReportFigure): string => {
      const address = ordersOfRow(
        {
          ...{ by: 'customer', taken: {}, outlet: undefined, customer: undefined, service: undefined },
          ...values,
        },
        key,
        company.zone,
        figure,
      );
      const named = new URLSearchParams(new URL(address, 'http://towline').search);
      const [from, to] = named.get('taken')?.split('_') ?? [];
      named.delete('taken');
      for (const name of ['outlet', 'customer', 'service', 'vehicle', 'driver']) {
        const id = named.get(name);
        named.delete(name);
        if (id) named.set(`${name}Id`, id);
      }
      if (from) named.set('from', from);
      if (to) named.set('to', to);
      return named.toString();
    };

    /** By its driver, so many minutes after it was taken. */
    const reported = async (minutes: number, step: Command): Promise<void> => {
      const at = new Date(now.getTime() + minutes * 60_000).toISOString();
      const driver = await server.as('driver1');
      const { body } = await driver.post('/api/commands', { commands: [{ ...step, at }] });
      expect(body).toMatchObject({ verdicts: [{ status: 'applied' }] });
    };

    beforeAll(async () => {
      await say('dispatcher', 'create-order', 'o-late', creation({ customerId: 'customer-confirms' }));
      await say('dispatcher', 'dispatch', 'o-late', { vehicleId: 'vehicle-1', driverId: 'staff-driver1' });
      await reported(10, command('accept', 'o-late', {}));
      await reported(60, command('arrive', 'o-late', {}));
      await reported(70, command('empty-run', 'o-late', { reason: '人已离开' }));
      await say('dispatcher', 'create-order', 'o-other-reason', creation());
      await say('dispatcher', 'void', 'o-other-reason', { reason: '重复建单' });
    });

    it.each(reportDimensions)('by %s, and they come to it', async (by) => {
      const { rows } = await ask(`by=${by}`);
      expect(rows.length).toBeGreaterThan(1 - Number(by === 'customer'));
      for (const row of rows) {
        for (const [figure, value] of figuresIn(row)) {
          const { count, amountFen } = await found(addressOf({ by }, row.key, figure));
          expect([by, row.key, figure, amountFen ?? count]).toEqual([by, row.key, figure, value]);
        }
      }
    });

    it('by day, as the chart shows them', async () => {
      const { periods } = await ask('by=customer&from=2026-03-20T16:00:00Z&to=2026-04-10T16:00:00Z');
      expect(periods.length).toBeGreaterThan(1);
      for (const { period, orders } of periods) {
        const from = new Date(`${period}T00:00:00+08:00`).toISOString();
        const to = new Date(Date.parse(from) + 86_400_000).toISOString();
        expect((await found(`figure=orders&from=${from}&to=${to}`)).count).toBe(orders);
      }
    });

    it('of the whole report, narrowed as it is', async () => {
      const total = totalOf((await ask('by=customer&service=service-tow')).rows);
      for (const [figure, value] of figuresIn(total)) {
        const { count, amountFen } = await found(`figure=${figure}&serviceId=service-tow`);
        expect([figure, amountFen ?? count]).toEqual([figure, value]);
      }
    });

    it('which can be searched for a word like others', async () => {
      expect((await found('figure=lost&text=王先生')).ids).toEqual((await found('figure=lost')).ids);
      expect((await found('figure=lost&text=子虚乌有')).ids).toEqual([]);
      expect((await found('reason=客户取消')).ids).toEqual(['o-void']);
      expect((await found('figure=acceptMissed')).ids).toEqual(['o-late']);
      expect((await found('figure=arriveMissed')).ids).toEqual(['o-late']);
    });

    it('for whoever sees finance, of the outlets that he sees', async () => {
      const dispatcher = await server.as('dispatcher');
      expect((await dispatcher.get('/api/orders/search?figure=revenue')).status).toBe(403);
      expect((await dispatcher.get('/api/orders/search/count?figure=orders')).status).toBe(403);
      const all = actor('finance');
      const permissions = all.permissions.filter((permission) => permission !== 'outlets.all');
      const local = { ...all, permissions, outletIds: ['outlet-2'] };
      const seen = await findOrders(
        opened.database,
        local,
        { figure: 'orders' },
        { after: undefined, limit: 50 },
      );
      expect(seen.orders.map(({ id }) => id)).toEqual(['o-other']);
    });
  });

  it('are counted anew by other rules', async () => {
    const { rows } = await ask('by=outlet');
    await opened.database.query('update order_figures set revenue_fen = 1 where company_id = $1', [
      company.id,
    ]);
    await opened.database.query('update figures_read set rules = $1', [figuresRules - 1]);
    expect((await ask('by=outlet')).rows).toEqual(rows);
  });

  it('say that they are not complete while there is more to count', async () => {
    await opened.database.query('update figures_read set version = 0');
    expect(await countOrders(opened.database, company.id, 0)).toBe(false);
    expect(await countOrders(opened.database, company.id)).toBe(true);
  });

  it('are refused to who sees no finance, and a question that is none with what is wrong', async () => {
    const driver = await server.as('driver1');
    expect((await driver.get('/api/reports/orders?by=customer')).status).toBe(403);
    const finance = await server.as('finance');
    for (const wrong of ['', 'by=weather', 'by=customer&from=yesterday', 'by=customer&limit=5'])
      expect((await finance.get(`/api/reports/orders?${wrong}`)).status, wrong).toBe(400);
  });
});

/** What a row shows, by what it leads to. */
const figuresIn = (row: Figures): [ReportFigure, number][] => [
  ['orders', row.orders],
  ['completed', row.completed],
  ['emptyRuns', row.emptyRuns],
  ['voided', row.voided],
  ['lost', row.emptyRuns + row.voided],
  ['unpriced', row.unpriced],
  ['accepted', row.accepted],
  ['acceptMissed', row.acceptTimed - row.accepted],
  ['arrived', row.arrived],
  ['arriveMissed', row.arriveTimed - row.arrived],
  ['finished', row.finished],
  ['finishMissed', row.finishTimed - row.finished],
  ['revenue', row.revenueFen],
  ['outlay', row.outlayFen],
  ['margin', marginOf(row)],
  ['received', row.receivedFen],
  ['outstanding', outstandingOf(row)],
];
