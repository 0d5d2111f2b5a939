// What is entered in one collection and named in another goes out in the order in which it was entered.
import { describe, expect, it } from 'vitest';
import { companyDocuments, creation } from '../setup/company.ts';
import { testDatabases } from '../setup/postgres.ts';
import { Disk, reaches, type Device } from './device.ts';
import { isPush } from './network.ts';
import { eventually, heldBy, useSetting } from './setting.ts';
import type { DocumentOf } from '#schemas/sync/collections.ts';

const [known] = companyDocuments.flatMap((filed) =>
  filed.collection === 'customers' && filed.document.id === 'customer-all' ? [filed.document] : [],
);

describe.each(testDatabases)('what was entered together on $name', ({ openMigrated }) => {
  const { open, close, stored } = useSetting(openMigrated);

  const enterCustomer = (device: Device, id: string) =>
    device.database.customers.insert({ ...(known as DocumentOf<'customers'>), id, name: id });
  const isApplied = (device: Device, command: string) =>
    eventually(async () => {
      device.clock.advance(1000);
      expect((await heldBy(device, 'commands', command))?.verdict).toMatchObject({ status: 'applied' });
    });

  it('without a network: a customer, and an order of his', async () => {
    const device = await open('admin');
    device.network.cut();
    await reaches(device, 'waiting');
    await enterCustomer(device, 'offline-customer');
    const order = await device.issue('create-order', 'o-1', creation({ customerId: 'offline-customer' }));
    device.network.mend();
    await isApplied(device, order);
    expect(await stored('customers', 'offline-customer')).toBeDefined();
  });

  it('while the customer is slower on his way', async () => {
    const device = await open('admin');
    const held = device.network.holdRequest(isPush('customers'));
    await enterCustomer(device, 'slow-customer');
    const order = await device.issue('create-order', 'o-2', creation({ customerId: 'slow-customer' }));
    await held.arrived;
    held.letGo();
    await isApplied(device, order);
  });

  it('on a device that was closed in between', async () => {
    const disk = new Disk();
    const device = await open('admin', { disk });
    device.network.cut();
    await reaches(device, 'waiting');
    await enterCustomer(device, 'restarted-customer');
    const order = await device.issue('create-order', 'o-3', creation({ customerId: 'restarted-customer' }));
    await close(device);
    const again = await open('admin', { disk });
    await isApplied(again, order);
  });
});
