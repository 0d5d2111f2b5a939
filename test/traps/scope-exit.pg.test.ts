// What leaves a person's scope leaves his device as a tombstone. This is no deletion: the device sends none, the
// server takes none, and what comes back into scope is there again.
import { beforeAll, describe, expect, it } from 'vitest';
import { creation } from '../setup/company.ts';
import { testDatabases } from '../setup/postgres.ts';
import { basicRoles } from '../../sync-server/company/roles.ts';
import type { CommandPayload } from '#schemas/orders/commands.ts';
import { Disk, reaches, type Device } from './device.ts';
import { eventually, heldBy, useSetting } from './setting.ts';

const to = (driver: 1 | 2): CommandPayload<'dispatch'> => ({
  vehicleId: 'vehicle-1',
  driverId: `staff-driver${driver}`,
});

describe.each(testDatabases)('on $name', ({ openMigrated }) => {
  const setting = useSetting(openMigrated);
  const { open, close, change, stored } = setting;
  let made = 0;

  const say = async (...line: Parameters<typeof setting.server.say>) =>
    expect(await setting.server.say(...line)).toMatchObject({ status: 'applied' });

  const isHeld = (device: Device, collection: 'orders' | 'customers', id: string, expected: boolean) =>
    eventually(async () => expect((await heldBy(device, collection, id)) !== undefined).toBe(expected));

  /** Nothing that any device of ours sends says that something is deleted. */
  const sentDeletions = (...devices: Device[]) =>
    devices
      .flatMap(({ network }) => network.posted)
      .filter(({ body }) => JSON.stringify(body).includes('"_deleted":true'));

  /** Clerks may edit customers here; done before one signs in, since a session knows its rights for a while. */
  beforeAll(async () => {
    const role = basicRoles().find(({ id }) => id === 'role-clerk');
    await change('roles', 'role-clerk', { permissions: [...(role?.permissions ?? []), 'customers.edit'] });
  });

  async function customerOf(outletId: string): Promise<string> {
    const id = `customer-moved-${++made}`;
    const { id: _, ...customer } = (await stored('customers', 'customer-all')) ?? {};
    await change('customers', id, { ...customer, outletIds: [outletId] });
    return id;
  }

  describe('an order that is taken from a driver', () => {
    it('leaves his device, stays on the server, and is there again when he gets it back', async () => {
      const disk = new Disk();
      const device = await open('driver1', { disk });
      const id = `order-taken-${++made}`;
      await say('clerk', 'create-order', id, creation());
      await say('dispatcher', 'dispatch', id, to(1));
      await isHeld(device, 'orders', id, true);
      await say('dispatcher', 'dispatch', id, to(2));
      await isHeld(device, 'orders', id, false);
      await close(device);

      const again = await open('driver1', { disk });
      expect(await heldBy(again, 'orders', id)).toBeUndefined();
      expect(await stored('orders', id)).toMatchObject({ assignment: to(2) });
      await say('dispatcher', 'dispatch', id, to(1));
      await isHeld(again, 'orders', id, true);
      expect(sentDeletions(device, again)).toEqual([]);
    });
  });

  describe('a customer that is moved out of an outlet and back', () => {
    it('leaves the device and is there again, also when the device was closed in between', async () => {
      const id = await customerOf('outlet-1');
      const disk = new Disk();
      const device = await open('clerk', { disk });
      expect(await heldBy(device, 'customers', id)).toBeDefined();
      await change('customers', id, { outletIds: ['outlet-2'] });
      await isHeld(device, 'customers', id, false);
      await close(device);

      const again = await open('clerk', { disk });
      expect(await stored('customers', id)).toMatchObject({ outletIds: ['outlet-2'] });
      await change('customers', id, { outletIds: ['outlet-1'], name: 'back' });
      await eventually(async () =>
        expect(await heldBy(again, 'customers', id)).toMatchObject({ name: 'back' }),
      );
      expect(sentDeletions(device, again)).toEqual([]);
    });

    it('with an edit in between: the edit is kept for a manager, the customer is there again', async () => {
      const id = await customerOf('outlet-1');
      const device = await open('clerk');
      device.network.cut();
      await (await device.database.customers.findOne(id).exec(true)).incrementalPatch({ name: 'edited' });
      await reaches(device, 'waiting');
      await change('customers', id, { outletIds: ['outlet-2'] });
      device.network.mend();
      device.clock.advance(2000);
      await isHeld(device, 'customers', id, false);
      expect(await stored('customers', id)).toMatchObject({ name: 'customer-all', outletIds: ['outlet-2'] });
      expect(await heldBack(id)).toEqual(['edited']);

      await change('customers', id, { outletIds: ['outlet-1'] });
      await isHeld(device, 'customers', id, true);
      expect(await heldBy(device, 'customers', id)).toMatchObject({ name: 'customer-all' });
      expect(sentDeletions(device)).toEqual([]);
      await (
        await device.database.customers.findOne(id).exec(true)
      ).incrementalPatch({ name: 'edited again' });
      await eventually(async () =>
        expect(await stored('customers', id)).toMatchObject({ name: 'edited again' }),
      );
    });

    it('is not lost when the tab was killed before it had noted whose the tombstone was', async () => {
      const id = await customerOf('outlet-1');
      const disk = new Disk();
      await close(await open('clerk', { disk }));
      const killed = await open('clerk', { disk, diesBefore: onceTaken('customers') });
      await change('customers', id, { outletIds: ['outlet-2'] });
      await isHeld(killed, 'customers', id, false);
      await close(killed);
      await change('customers', id, { outletIds: ['outlet-1'] });

      const again = await open('clerk', { disk });
      await isHeld(again, 'customers', id, true);
      expect(await stored('customers', id)).toMatchObject({ outletIds: ['outlet-1'] });
      expect(sentDeletions(again)).toEqual([]);
    });
  });

  describe('a forged push of a tombstone', () => {
    it('changes nothing, whatever it is pushed into', async () => {
      const id = `order-forged-${++made}`;
      await say('clerk', 'create-order', id, creation());
      const before = {
        order: await stored('orders', id),
        customer: await stored('customers', 'customer-all'),
      };
      const [customer, order] = ['customer-all', id].map((each) => [{ newDocumentState: tombstone(each) }]);
      for (const who of ['admin', 'clerk', 'driver1'] as const) {
        const client = await setting.server.as(who);
        await client.post('/replication/customers/0/push', customer);
        await client.post('/replication/orders/0/push', order);
        await client.post('/replication/commands/0/push', order);
      }
      expect(await stored('orders', id)).toEqual(before.order);
      expect(await stored('customers', 'customer-all')).toEqual(before.customer);
      const fresh = await open('admin');
      expect(await heldBy(fresh, 'orders', id)).toBeDefined();
      expect(await heldBy(fresh, 'customers', 'customer-all')).toBeDefined();
    });
  });

  async function heldBack(id: string): Promise<unknown[]> {
    const rows = await setting.database.query<{ row: { newDocumentState: { name: unknown } } }>(
      'select row from quarantine where document_id = $1',
      [id],
    );
    return rows.map(({ row }) => row.newDocumentState.name);
  }
});

/** True of the first write after one by which the server's word on this collection was stored. */
function onceTaken(collection: string): (context: string, collection: string) => boolean {
  let isTaken = false;
  return (context, written) => {
    if (isTaken) return true;
    isTaken = written === collection && context.startsWith('replication-downstream');
    return false;
  };
}

const tombstone = (id: string) => ({ id, _deleted: true });
