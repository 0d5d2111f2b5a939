// Companies from before adjustments were filed under their orders: the migration finds for each entry the order that
// it speaks of, as a server of today writes it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadMigrations } from '../../sync-server/database/migrations.ts';
import { creation } from '../setup/company.ts';
import { testDatabases, type OpenTestDatabase } from '../setup/postgres.ts';
import { startServer, type TestServer } from '../setup/server.ts';

const migration = loadMigrations()['0026-adjustments-by-order.sql'] ?? '';
const method = 'settlement-monthly';

describe.each(testDatabases)('adjustments by order on $name', ({ openMigrated }) => {
  let opened: OpenTestDatabase;
  let server: TestServer;

  beforeAll(async () => {
    opened = await openMigrated();
    server = await startServer(opened.database);
  });
  afterAll(async () => {
    await server.stop();
    await opened.drop();
  });

  const say = async (...command: Parameters<TestServer['say']>): Promise<void> => {
    expect(await server.say(...command)).toMatchObject({ status: 'applied' });
  };
  const entries = () =>
    opened.database.query<{ posting: string; line: number; order: string }>(
      `select posting_id as posting, line, order_id as order from posting_lines order by posting_id, line`,
    );

  it('are found again, also where one receipt waives the rest of several lines', async () => {
    await say('finance', 'open-statement', 's-1', {
      customerId: 'customer-all',
      period: { from: '2026-03-01', until: '2026-03-31' },
    });
    for (const id of ['o-1', 'o-2', 'o-3']) {
      await say('dispatcher', 'create-order', id, creation({ outletId: 'outlet-1' }));
      await say('dispatcher', 'complete', id, {});
      await say('finance', 'verify', id, { lines: [], amountFen: 10_000, method });
      await say('finance2', 'approve-price', id, { amountFen: 10_000 });
      await say('finance', 'add-to-statement', id, { statementId: 's-1' });
    }
    await say('finance', 'adjust-line', 's-1', { lineId: 'o-2', amountFen: 500, reason: '夜间' });
    await say('finance', 'send-statement', 's-1', {});
    await say('finance', 'receive-payment', 's-1', {
      ...{ amountFen: 12_000, method: 'settlement-transfer', receivedOn: '2026-04-02' },
      ...{ waivesRest: true, reason: '客户只付一部分' },
    });
    const today = await entries();
    expect(new Set(today.map(({ order }) => order))).toEqual(new Set(['s-1', 'o-1', 'o-2', 'o-3']));

    const { database } = opened;
    await database.query('alter table posting_lines disable trigger posting_lines_append_only');
    const former = `
      update posting_lines l set order_id = e.order_id from order_events e where e.event_id = l.posting_id`;
    await database.query(former);
    await database.query('alter table posting_lines enable trigger posting_lines_append_only');
    expect(await entries()).not.toEqual(today);

    await database.transaction(async (tx) => {
      for (const step of migration.split(';\n\n')) await tx.query(step);
    });
    expect(await entries()).toEqual(today);
    await expect(database.query('delete from posting_lines')).rejects.toThrow('append-only');
  });
});
