// Rights that change while a person works: his devices follow, and nothing that he had entered is dropped.
import { filter, firstValueFrom, timeout } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { companyDocuments, creation, type Who } from '../setup/company.ts';
import { testDatabases } from '../setup/postgres.ts';
import type { Device } from '../traps/device.ts';
import { eventually, useSetting } from '../traps/setting.ts';
import { rememberedFor } from '../../sync-server/staff/sessions.ts';
import { usualHeartbeatMs } from '../../sync-server/replication/stream.ts';
import type { Collection } from '#schemas/sync/collections.ts';
import type { QuarantineEntry } from '#schemas/sync/quarantine.ts';

it('follows within a minute: a stream looks this often, at what may be this old', () => {
  expect(usualHeartbeatMs + rememberedFor).toBeLessThan(60_000);
});

describe.each(testDatabases)('rights that change on $name', ({ openMigrated }) => {
  let shift = 0;
  const setting = useSetting(openMigrated, {
    clock: () => new Date(Date.now() + shift),
    heartbeatMs: 50,
  });

  /** Lets the time pass that a server believes what it looked up. */
  const later = () => (shift += rememberedFor + 1);

  async function changeStaff(who: Who, patch: object): Promise<void> {
    await setting.change('staff', `staff-${who}`, patch);
    later();
  }

  async function restore(who: Who): Promise<void> {
    const found = companyDocuments.find(({ document }) => document.id === `staff-${who}`)?.document;
    await changeStaff(who, { ...found });
  }

  const held = async (device: Device, name: Collection): Promise<string[]> => {
    const found = await device.database.collections[name].find().exec();
    return found.map(({ primary }) => primary).sort();
  };

  /** The device's own time passes as well: it tries again after a while. */
  const follows = (device: Device, check: () => Promise<void>) =>
    eventually(async () => {
      device.clock.advance(2000);
      await check();
    });

  async function quarantined(commandId: string): Promise<QuarantineEntry | undefined> {
    const admin = await setting.server.as('admin');
    const { body } = await admin.get<{ entries: QuarantineEntry[] }>('/api/quarantine');
    return body.entries.find(({ documentId }) => documentId === commandId);
  }

  const refusedOn = ({ log }: Device, id: string) =>
    firstValueFrom(
      log.refused$.pipe(
        filter((commands) => commands.some((command) => command.id === id)),
        timeout(8000),
      ),
    );

  it('an order that is given to another outlet’s driver leaves the first one’s device and comes to his', async () => {
    const say = setting.server.say;
    await say('clerk', 'create-order', 'wanders', creation());
    await say('dispatcher', 'dispatch', 'wanders', { vehicleId: 'vehicle-1', driverId: 'staff-driver1' });
    const first = await setting.open('driver1');
    expect(await held(first, 'orders')).toEqual(['wanders']);
    const moved = await say('admin', 'edit-order', 'wanders', {
      patch: { outletId: 'outlet-2' },
      base: { outletId: 'outlet-1' },
    });
    expect(moved.status).toBe('applied');
    expect(await held(first, 'orders')).toEqual(['wanders']);
    await say('dispatcher2', 'dispatch', 'wanders', { vehicleId: 'vehicle-2', driverId: 'staff-driver3' });
    await eventually(async () => expect(await held(first, 'orders')).toEqual([]));
    // RxDB's open build has room for one device at a time in a process.
    await setting.close(first);
    const second = await setting.open('driver3');
    expect(await held(second, 'orders')).toEqual(['wanders']);
  });

  it('somebody who is moved to another outlet sees that one’s orders, and what he had entered is held', async () => {
    const say = setting.server.say;
    await say('admin', 'create-order', 'of-1', creation());
    await say('admin', 'create-order', 'of-2', creation({ outletId: 'outlet-2' }));
    const device = await setting.open('dispatcher');
    expect(await held(device, 'orders')).toContain('of-1');
    device.network.cut();
    const id = await device.issue('create-order', 'entered-before', creation());
    await changeStaff('dispatcher', { outletIds: ['outlet-2'] });
    device.network.mend();
    await follows(device, async () => {
      expect(await held(device, 'orders')).toContain('of-2');
      expect(await held(device, 'orders')).not.toContain('of-1');
    });
    await refusedOn(device, id);
    expect(await quarantined(id)).toMatchObject({
      code: 'outlet-not-yours',
      actorName: 'dispatcher',
      entered: { type: 'create-order', orderId: 'entered-before', payload: creation() },
    });
    await restore('dispatcher');
  });

  it('somebody whose role is cut down loses what it showed, while he is connected', async () => {
    const device = await setting.open('dispatcher');
    expect(await held(device, 'orders')).toContain('of-1');
    expect(await held(device, 'customers')).not.toEqual([]);
    await setting.change('roles', 'role-dispatcher', { permissions: ['outlets.view', 'staff.view'] });
    later();
    await follows(device, async () => {
      expect(await held(device, 'orders')).toEqual([]);
      expect(await held(device, 'customers')).toEqual([]);
      expect(await held(device, 'outlets')).not.toEqual([]);
    });
    const stored = await setting.stored('orders', 'of-1');
    expect(stored, 'the server keeps what left the device').toBeDefined();
    const found = companyDocuments.find(({ document }) => document.id === 'role-dispatcher')?.document;
    await setting.change('roles', 'role-dispatcher', { ...found });
    later();
    await follows(device, async () => expect(await held(device, 'orders')).toContain('of-1'));
  });

  it('what somebody had entered before his role was cut down comes to a manager', async () => {
    const device = await setting.open('dispatcher');
    device.network.cut();
    const id = await device.issue('create-order', 'entered-before-the-cut', creation());
    await setting.change('roles', 'role-dispatcher', { permissions: ['outlets.view', 'staff.view'] });
    later();
    device.network.mend();
    await follows(device, async () => expect(await held(device, 'orders')).toEqual([]));
    await refusedOn(device, id);
    expect(await quarantined(id)).toMatchObject({
      code: 'not-permitted',
      actorName: 'dispatcher',
      entered: { type: 'create-order', orderId: 'entered-before-the-cut', payload: creation() },
    });
    const found = companyDocuments.find(({ document }) => document.id === 'role-dispatcher')?.document;
    await setting.change('roles', 'role-dispatcher', { ...found });
    later();
  });

  it('somebody who is disabled gets nothing any more, hands in what he had entered, and may be enabled again', async () => {
    const clerk = await setting.open('clerk');
    clerk.network.cut();
    const ids = [];
    for (const order of ['of-disabled-1', 'of-disabled-2'])
      ids.push(await clerk.issue('create-order', order, creation()));
    await changeStaff('clerk', { disabled: true });
    clerk.network.mend();
    await follows(clerk, async () => {
      expect(clerk.sync.status$.value.phase).toBe('account-disabled');
      const unsent = await firstValueFrom(clerk.log.unsent$);
      expect(unsent).toEqual([]);
    });
    for (const each of ids) {
      await refusedOn(clerk, each);
      expect(await quarantined(each)).toMatchObject({ code: 'sender-disabled', actorName: 'clerk' });
    }
    expect(await setting.eventsOf('of-disabled-1')).toEqual([]);

    await restore('clerk');
    await eventually(() => {
      clerk.clock.advance(61_000);
      expect(clerk.sync.status$.value.phase).toBe('live');
    });
    await clerk.issue('create-order', 'after-enabled', creation());
    await follows(clerk, async () => expect(await setting.eventsOf('after-enabled')).toHaveLength(1));
  });
});
