// An order that is offered to several drivers: who gets it on his phone, who has it, and what the others hear.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actor, command, creation } from '../setup/company.ts';
import { testDatabases, type OpenTestDatabase } from '../setup/postgres.ts';
import { quietLog } from '../setup/quiet-log.ts';
import { pullAll, startServer, type TestServer } from '../setup/server.ts';
import { createCommandExecutor } from '../../sync-server/orders/executor.ts';
import type { Order } from '#schemas/orders/order.ts';
import type { Checkpoint } from '#schemas/sync/protocol.ts';

const crew = (driverId: string) => ({ vehicleId: 'vehicle-1', driverId });
const toBoth = { to: [crew('staff-driver1'), crew('staff-driver2')] };
const clock = () => new Date('2026-03-01T08:00:00Z');

describe.each(testDatabases)('an offer on $name', ({ openMigrated }) => {
  let opened: OpenTestDatabase;
  let server: TestServer;
  let say: TestServer['say'];

  beforeAll(async () => {
    opened = await openMigrated();
    server = await startServer(opened.database, { clock });
    ({ say } = server);
  });
  afterAll(async () => {
    await server.stop();
    await opened.drop();
  });

  async function offer(id: string): Promise<void> {
    await say('clerk', 'create-order', id, creation());
    expect(await say('dispatcher', 'offer', id, toBoth)).toEqual(
      expect.objectContaining({ status: 'applied' }),
    );
  }

  /** What a phone gets to know of an order after a point, and the next point. */
  async function heard(who: 'driver1' | 'driver2', id: string, from?: Checkpoint) {
    const { documents, checkpoint } = await pullAll(await server.as(who), 'orders', from);
    return { checkpoint, order: documents.find((document) => document['id'] === id) };
  }

  it('is on the phones of those who are asked, and leaves that of whoever declines', async () => {
    await offer('order-declined');
    const [first, second] = [
      await heard('driver1', 'order-declined'),
      await heard('driver2', 'order-declined'),
    ];
    expect([first.order, second.order]).toMatchObject([{ status: 'pending' }, { status: 'pending' }]);
    await say('driver1', 'decline', 'order-declined', { reason: '太远' });
    expect((await heard('driver1', 'order-declined', first.checkpoint)).order).toEqual({
      id: 'order-declined',
      _deleted: true,
    });
    expect((await heard('driver2', 'order-declined', second.checkpoint)).order).toMatchObject({
      offer: { to: [{ driverId: 'staff-driver1', declined: '太远' }, { driverId: 'staff-driver2' }] },
    });
  });

  it('stays on the phone of the first who accepts, and leaves the others', async () => {
    await offer('order-taken');
    const [first, second] = [await heard('driver1', 'order-taken'), await heard('driver2', 'order-taken')];
    expect(await say('driver2', 'accept', 'order-taken', {})).toMatchObject({ status: 'applied' });
    expect((await heard('driver2', 'order-taken', second.checkpoint)).order).toMatchObject({
      status: 'accepted',
      assignment: crew('staff-driver2'),
    });
    expect((await heard('driver1', 'order-taken', first.checkpoint)).order).toEqual({
      id: 'order-taken',
      _deleted: true,
    });
    expect(await say('driver1', 'accept', 'order-taken', {})).toMatchObject({
      status: 'rejected',
      code: 'offer-taken',
      detail: 'driver2 · 浙A12345',
    });
  });

  it('leaves every phone when the office takes it back or voids the order', async () => {
    for (const end of ['withdraw-offer', 'void'] as const) {
      const id = `order-${end}`;
      await offer(id);
      const before = await heard('driver1', id);
      if (end === 'void') await say('dispatcher', end, id, { reason: '客户取消' });
      else await say('dispatcher', end, id, {});
      expect((await heard('driver1', id, before.checkpoint)).order).toEqual({ id, _deleted: true });
    }
  });

  it('is granted to exactly one of two who accept at the same moment, also by two servers', async () => {
    const executors = [1, 2].map(() =>
      createCommandExecutor({ database: opened.database, clock, log: quietLog }),
    );
    for (let round = 0; round < 10; round++) {
      const id = `order-race-${round}`;
      await offer(id);
      const verdicts = await Promise.all(
        (['driver1', 'driver2'] as const).map((who, index) =>
          executors[index]?.submit(actor(who), [command('accept', id, {})]),
        ),
      );
      const decided = verdicts.flatMap((each) => each ?? []);
      expect(decided.map(({ status }) => status).sort()).toEqual(['applied', 'rejected']);
      const winner = decided[0]?.status === 'applied' ? 'driver1' : 'driver2';
      expect(decided.find(({ status }) => status === 'rejected')).toEqual({
        ...{ status: 'rejected', code: 'offer-taken', detail: `${winner} · 浙A12345` },
      });
      const [row] = await opened.database.query<{ body: Order }>(
        `select body from documents where collection = 'orders' and id = $1`,
        [id],
      );
      expect(row?.body).toMatchObject({ status: 'accepted', assignment: crew(`staff-${winner}`) });
    }
  });

  it('that a third of another outlet never got cannot be accepted by him', async () => {
    await offer('order-foreign');
    expect(await say('driver3', 'accept', 'order-foreign', {})).toMatchObject({ code: 'order-not-found' });
  });
});

describe.each(testDatabases)('two dispatchers on $name', ({ openMigrated }) => {
  it('give an order away at the same moment: one is granted, the other refused', async () => {
    const opened = await openMigrated();
    const server = await startServer(opened.database, { clock });
    try {
      await server.say('clerk', 'create-order', 'order-both', creation());
      const verdicts = await Promise.all([
        server.say('dispatcher', 'dispatch', 'order-both', { ...crew('staff-driver1'), seen: null }),
        server.say('admin', 'dispatch', 'order-both', { ...crew('staff-driver2'), seen: null }),
      ]);
      expect(verdicts.map(({ code = 'applied' }) => code).sort()).toEqual([
        'applied',
        'dispatched-meanwhile',
      ]);
    } finally {
      await server.stop();
      await opened.drop();
    }
  });
});
