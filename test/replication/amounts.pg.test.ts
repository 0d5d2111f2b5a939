// What an order costs is for whoever sees finance: others have the order without it, on whichever way it comes.
import { describe, expect, it } from 'vitest';
import { actor, companyDocuments, creation, type Who } from '../setup/company.ts';
import { testDatabases } from '../setup/postgres.ts';
import type { Device } from '../traps/device.ts';
import { eventually, useSetting } from '../traps/setting.ts';
import { rememberedFor } from '../../sync-server/staff/sessions.ts';
import type { Order } from '#schemas/orders/order.ts';
import { shownTo } from '#schemas/orders/search.ts';
import type { Permission } from '#schemas/staff/permissions.ts';
import type { Page } from '#schemas/sync/protocol.ts';
import { pullAll } from '../setup/server.ts';

const id = 'o-amounts';
const extras = [{ item: 'price-item-dolly', quantity: 2 }];
const outlays = [{ item: 'price-item-toll', amountFen: 3_700 }];

describe.each(testDatabases)('amounts on $name', ({ openMigrated }) => {
  let shift = 0;
  const setting = useSetting(openMigrated, {
    clock: () => new Date(Date.now() + shift),
    heartbeatMs: 50,
  });

  /** Everything that finance says of an order, a repair and a way back included. */
  async function settle(): Promise<void> {
    const { say } = setting.server;
    const told = [
      await say('dispatcher', 'create-order', id, creation()),
      await say('dispatcher', 'dispatch', id, { vehicleId: 'vehicle-1', driverId: 'staff-driver1' }),
      await say('driver1', 'complete', id, {
        ...{ collectedFen: 10_000, collectedMethod: 'settlement-cash', extras, outlays },
      }),
      await say('finance', 'verify', id, { lines: [], amountFen: 31_000, method: 'settlement-cash' }),
      await say('finance2', 'approve-price', id, { amountFen: 31_000, seenFen: 31_000 }),
      await say('finance', 'post-payment', id, {
        ...{ receivedFen: 31_000, method: 'settlement-cash', seenFen: 31_000 },
      }),
      await say('admin', 'repair-finance', id, {
        ...{ patch: { receivedFen: 30_000 }, base: { receivedFen: 31_000 }, reason: '少收' },
      }),
      await say('admin', 'reverse-finance', id, { reason: '重做' }),
    ];
    expect(told.map(({ status }) => status)).toEqual(told.map(() => 'applied'));
  }

  async function allow(permissions: readonly Permission[] | undefined): Promise<void> {
    const found = companyDocuments.find(({ document }) => document.id === 'role-dispatcher')?.document;
    await setting.change(
      'roles',
      'role-dispatcher',
      permissions ? { permissions: [...permissions] } : { ...found },
    );
    shift += rememberedFor + 1;
  }

  const orderOn = async (device: Device): Promise<Order | undefined> => {
    const found = await device.database.collections.orders.findOne(id).exec();
    return found?.toMutableJSON() as Order | undefined;
  };

  const pulled = async (who: Who) => {
    const { documents } = await pullAll(await setting.server.as(who), 'orders');
    return documents.find((order) => order['id'] === id);
  };

  it('come with no way of reading to whoever does not see them', async () => {
    await settle();
    const whole = await pulled('finance');
    expect(whole).toMatchObject({ finance: { stage: 'priced', amountFen: 31_000 } });
    for (const who of ['dispatcher', 'driver1', 'clerk'] as const) {
      const shown = shownTo(actor(who), whole as unknown as Order);
      expect(shown.finance).toEqual({ stage: 'priced' });
      expect(await pulled(who)).toEqual(shown);
      const client = await setting.server.as(who);
      const { body } = await client.post<Page>('/replication/orders/0/documents', { ids: [id] });
      expect(body.documents).toEqual([shown]);
      expect(JSON.stringify(shown)).not.toMatch(/3[01]000|"method"/);
      // What he paid himself a driver knows.
      const end = shown.timeline.find(({ type }) => type === 'complete');
      expect(end?.extras).toEqual(extras);
      expect(end?.outlays).toEqual(who === 'driver1' ? outlays : undefined);
    }
  });

  it('come and go on a device as the right to see them does', async () => {
    const device = await setting.open('dispatcher');
    const whole = await pulled('finance');
    const isShown = async (isWhole: boolean) =>
      eventually(async () => {
        device.clock.advance(2000);
        expect((await orderOn(device))?.finance).toEqual(isWhole ? whole?.['finance'] : { stage: 'priced' });
      });
    await isShown(false);
    await allow([...actor('dispatcher').permissions, 'finance.view']);
    await isShown(true);
    await allow(undefined);
    await isShown(false);
    // What comes while the stream is open comes without them as well.
    await setting.server.say('finance', 'post-payment', id, {
      receivedFen: 31_000,
      method: 'settlement-cash',
    });
    await eventually(async () => expect((await orderOn(device))?.finance).toEqual({ stage: 'posted' }));
  });
});
