// The demo company as it is stored: its replayed history keeps every promise that the live system makes.
import { describe, expect, it } from 'vitest';
import { testDatabases } from '../setup/postgres.ts';
import { loadDemo } from '../../sync-server/demo/load.ts';
import { createSeal } from '../../sync-server/seal.ts';
import { statusOf } from '#schemas/orders/evolve.ts';
import type { Statement } from '#schemas/finance/statements/statement.ts';
import type { Notice } from '#schemas/notices/notice.ts';
import type { VehiclePosition } from '#schemas/fleet/vehicle.ts';
import type { Order } from '#schemas/orders/order.ts';

describe.each(testDatabases)('the demo company on $name', ({ name, openMigrated }) => {
  it('is loaded whole: orders, events and ledger agree', async () => {
    const { database, drop } = await openMigrated();
    try {
      const began = performance.now();
      const now = new Date();
      await database.transaction((tx) => loadDemo(tx, now, createSeal(undefined)));
      console.log(`The demo company was loaded in ${Math.round(performance.now() - began)} ms (${name})`);

      const rows = await database.query<{ body: Order }>(
        `select body from documents where collection = 'orders'`,
      );
      const orders = rows.map(({ body }) => body);
      expect(orders.length).toBeGreaterThanOrEqual(300);
      expect(orders.filter(({ status, timeline }) => status !== statusOf(timeline))).toEqual([]);
      expect(new Set(orders.map(({ number }) => number)).size).toBe(orders.length);

      const [events] = await database.query(
        `select count(*)::int as count from order_events join documents on id = order_id and collection = 'orders'`,
      );
      expect(events).toEqual({ count: orders.reduce((sum, { timeline }) => sum + timeline.length, 0) });
      const [ledger] = await database.query<{ sum: number; lines: number }>(
        'select sum(amount_fen)::int as sum, count(*)::int as lines from posting_lines',
      );
      expect(ledger?.sum).toBe(0);
      expect(ledger?.lines).toBeGreaterThan(0);

      const statements = await database.query<{ body: Statement }>(
        `select body from documents where collection = 'statements'`,
      );
      expect(statements.map(({ body }) => body.state).sort()).toEqual(['disputed', 'draft', 'settled']);
      const commands = await database.query(
        `select body from documents where collection = 'commands' and body -> 'verdict' ->> 'status' = 'rejected'`,
      );
      expect(commands).toEqual([]);

      const notices = await database.query<{ body: Notice }>(
        `select body from documents where collection = 'notices'`,
      );
      const states = notices.map(({ body }) => body.state).sort();
      expect(states).toEqual(['converted', 'new', 'new', 'new']);
      expect(notices.filter(({ body }) => Date.parse(body.receivedAt) > now.getTime())).toEqual([]);
      const noticed = orders.filter(({ noticeId }) => noticeId);
      const converted = notices.find(({ body }) => body.state === 'converted')?.body;
      expect(noticed).toMatchObject([{ id: converted?.orderId, noticeId: converted?.id }]);
      expect(converted?.receivedAt).toSatisfy((at) => String(at) < (noticed[0]?.createdAt ?? ''));

      const waiting = await database.query<{ kind: string }>('select distinct kind from outbox_jobs');
      expect(waiting).toEqual([{ kind: 'notice-status' }]);

      const told = await database.query<{ body: VehiclePosition }>(
        `select body from documents where collection = 'positions'`,
      );
      const positions = told.map(({ body }) => body);
      expect(positions).toHaveLength(9);
      expect(new Set(positions.map(({ outletId }) => outletId)).size).toBe(2);
      expect(positions.filter(({ vehicleId }) => vehicleId).length).toBeGreaterThan(5);
      expect(positions.filter(({ at }) => Date.parse(at) > now.getTime())).toEqual([]);
    } finally {
      await drop();
    }
  });
});
