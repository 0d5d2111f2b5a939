// A row that only this device knows of is marked as long as that is so, and no longer.
import { describe, expect, it } from 'vitest';
import { isUnsent } from '../../client/data/edits.ts';
import { testDatabases } from '../setup/postgres.ts';
import type { DocumentOf } from '#schemas/sync/collections.ts';
import { backUp, restore } from '../setup/backup.ts';
import { reaches, type Device } from './device.ts';
import { isPush } from './network.ts';
import { eventually, heldBy, useSetting } from './setting.ts';

type Customer = DocumentOf<'customers'>;

describe.each(testDatabases)('on $name', ({ openMigrated }) => {
  const setting = useSetting(openMigrated);
  const { open, stored, change } = setting;
  let made = 0;

  async function newCustomer(): Promise<string> {
    const id = `customer-unsent-${++made}`;
    const { id: _, ...customer } = (await stored('customers', 'customer-all')) ?? {};
    await change('customers', id, { ...customer, name: 'before' });
    return id;
  }

  const edit = async (device: Device, id: string, patch: Partial<Customer>): Promise<void> => {
    await (await device.database.customers.findOne(id).exec(true)).incrementalPatch(patch);
  };

  const marked = async (device: Device, id: string): Promise<boolean> => {
    const document = await heldBy(device, 'customers', id);
    return isUnsent((document ?? {}) as Customer, device.deviceId);
  };

  const becomes = (device: Device, id: string, expected: boolean) =>
    eventually(async () => expect(await marked(device, id)).toBe(expected));

  it('an edit is unsent until it was answered, also when another follows before that', async () => {
    const id = await newCustomer();
    const device = await open('admin');
    expect(await marked(device, id)).toBe(false);
    device.network.loseAnswer(isPush('customers'));
    await edit(device, id, { name: 'first' });
    expect(await marked(device, id)).toBe(true);
    await reaches(device, 'waiting');
    await edit(device, id, { name: 'second' });
    expect(await marked(device, id)).toBe(true);
    device.clock.advance(2000);
    await becomes(device, id, false);
    expect(await stored('customers', id)).toMatchObject({ name: 'second' });
  });

  it('nor is one that was merged with what somebody else had changed', async () => {
    const id = await newCustomer();
    const device = await open('admin');
    device.network.loseAnswer(isPush('customers'));
    await edit(device, id, { name: 'mine' });
    await reaches(device, 'waiting');
    await change('customers', id, { address: 'theirs' });
    device.clock.advance(2000);
    await becomes(device, id, false);
    expect(await stored('customers', id)).toMatchObject({ name: 'mine', address: 'theirs' });
  });

  it('an edit without an answer is entered again when a backup from before it was restored', async () => {
    const id = await newCustomer();
    const backup = await backUp(setting.database);
    const device = await open('admin');
    await change('customers', id, { address: 'since' });
    await eventually(async () => {
      expect(await heldBy(device, 'customers', id)).toMatchObject({ address: 'since' });
    });
    device.network.loseAnswer(isPush('customers'));
    await edit(device, id, { name: 'mine' });
    await reaches(device, 'waiting');
    expect(await stored('customers', id)).toMatchObject({ name: 'mine', address: 'since' });

    await restore(setting.database, backup);
    expect(await stored('customers', id)).toMatchObject({ name: 'before' });
    device.clock.advance(2000);
    await becomes(device, id, false);
    const after = await stored('customers', id);
    expect(after).toMatchObject({ name: 'mine' });
    expect(after?.address).not.toBe('since');
    await eventually(async () => expect(await heldBy(device, 'customers', id)).toMatchObject({ ...after }));
  });
});
