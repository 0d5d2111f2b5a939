// A device that loads everything for the first time may have a person's commands before the orders that they
// made. It must not make orders out of them: what is shown is whole or not there yet.
import { describe, expect, it } from 'vitest';
import { creation } from '../setup/company.ts';
import { testDatabases } from '../setup/postgres.ts';
import type { ProjectedOrder } from '../../client/data/projection.ts';
import { Held, isPull } from './network.ts';
import { eventually, heldBy, useSetting } from './setting.ts';

const orderIds = Array.from({ length: 12 }, (_, index) => `order-${index}`);

describe.each(testDatabases)('a first load on $name', ({ openMigrated }) => {
  const setting = useSetting(openMigrated);

  it('shows no half orders, though the commands of another device come before the orders', async () => {
    const office = await setting.open('dispatcher');
    for (const id of orderIds) {
      await office.issue('create-order', id, creation());
      await office.issue('dispatch', id, { vehicleId: 'vehicle-1', driverId: 'staff-driver1' });
    }
    const last = orderIds.at(-1) ?? '';
    await eventually(async () =>
      expect(await setting.stored('orders', last)).toMatchObject({ status: 'dispatched' }),
    );

    const issued = await office.database.commands.find().exec();
    await setting.close(office);
    let orders = new Held();
    const phone = await setting.open('dispatcher', {
      opensUnready: true,
      prepare: (network) => (orders = network.holdAnswer(isPull('orders'))),
    });
    const shown: (readonly ProjectedOrder[])[] = [];
    const watching = phone.orders.page({}, 50).subscribe((page) => shown.push(page.orders));
    for (const { id } of issued)
      await eventually(async () => expect(await heldBy(phone, 'commands', id)).toBeDefined());
    await orders.arrived;
    expect(await phone.orders.read(last)).toBeNull();
    orders.letGo();
    await eventually(() => expect(shown.at(-1)).toHaveLength(orderIds.length));
    watching.unsubscribe();
    const half = shown.flat().filter(({ number, status }) => number === '' || status !== 'dispatched');
    expect(half).toEqual([]);
  });
});
