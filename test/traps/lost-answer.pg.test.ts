// The answer to a push gets lost, or the tab is gone before it has noted it: nothing that was entered is lost,
// nothing is done twice.
import { describe, expect, it } from 'vitest';
import { creation } from '../setup/company.ts';
import { testDatabases } from '../setup/postgres.ts';
import type { DocumentOf } from '#schemas/sync/collections.ts';
import { Disk, reaches, unsentAre, type Device, type DeviceOptions } from './device.ts';
import { isPush } from './network.ts';
import { eventually, heldBy, useSetting } from './setting.ts';

type Customer = DocumentOf<'customers'>;

describe.each(testDatabases)('on $name', ({ openMigrated }) => {
  const setting = useSetting(openMigrated);
  const { open, close, stored, eventsOf } = setting;
  let made = 0;

  /** A customer whom nobody has edited yet. @returns the id */
  async function newCustomer(): Promise<string> {
    const id = `customer-edited-${++made}`;
    const { id: _, ...customer } = (await stored('customers', 'customer-all')) ?? {};
    await setting.change('customers', id, { ...customer, name: 'before' });
    return id;
  }

  async function edit(device: Device, id: string, patch: Partial<Customer>): Promise<void> {
    await (await device.database.customers.findOne(id).exec(true)).incrementalPatch(patch);
  }

  /** Device and server hold exactly this of the customer, and no conflict. */
  const expectBoth = (device: Device, id: string, expected: Partial<Customer>) =>
    eventually(async () => {
      for (const customer of [await stored('customers', id), await heldBy(device, 'customers', id)]) {
        expect(customer).toMatchObject(expected);
        expect(customer).not.toHaveProperty('conflicts');
      }
    });

  describe('a lost push answer', () => {
    it('of an edit, and the same field is edited again: the later edit stands, nothing is in conflict', async () => {
      const id = await newCustomer();
      const device = await open('admin');
      device.network.loseAnswer(isPush('customers'));
      await edit(device, id, { name: 'first' });
      await reaches(device, 'waiting');
      expect(await stored('customers', id), 'the server has it').toMatchObject({ name: 'first' });
      await edit(device, id, { name: 'second' });
      device.clock.advance(2000);
      await expectBoth(device, id, { name: 'second' });
    });

    it('of an edit, and another field is edited: both edits stand', async () => {
      const id = await newCustomer();
      const device = await open('admin');
      device.network.loseAnswer(isPush('customers'));
      await edit(device, id, { name: 'first' });
      await reaches(device, 'waiting');
      await edit(device, id, { needsConfirmation: true });
      device.clock.advance(2000);
      await expectBoth(device, id, { name: 'first', needsConfirmation: true });
    });

    it('and somebody else changed the same field meanwhile: it is not said again as a conflict', async () => {
      const id = await newCustomer();
      const device = await open('admin');
      device.network.loseAnswer(isPush('customers'));
      await edit(device, id, { name: 'first' });
      await reaches(device, 'waiting');
      await setting.change('customers', id, { name: 'theirs, knowing of the first' });
      await edit(device, id, { needsConfirmation: true });
      device.clock.advance(2000);
      await expectBoth(device, id, { name: 'theirs, knowing of the first', needsConfirmation: true });
      expect(await stored('customers', id)).not.toHaveProperty('conflicts');
    });

    it('of a command, and another one follows: each has one effect, and its verdict comes', async () => {
      const device = await open('admin');
      device.network.loseAnswer(isPush('commands'));
      const create = await device.issue('create-order', 'order-lost', creation());
      await reaches(device, 'waiting');
      const change = await device.issue('edit-order', 'order-lost', { patch: { note: '到了' }, base: {} });
      device.clock.advance(2000);
      await unsentAre(device, 0);
      expect(await eventsOf('order-lost')).toEqual([create, change]);
      for (const id of [create, change])
        expect(await heldBy(device, 'commands', id)).toMatchObject({ verdict: { status: 'applied' } });
    });
  });

  describe('a tab that is killed after the server took its push and before it has noted that', () => {
    it('has its commands applied once, and knows so when it is opened again', async () => {
      const disk = new Disk();
      const killed = await open('admin', { disk, ...diesAfterPush('commands') });
      const id = await killed.issue('create-order', 'order-killed', creation());
      await eventually(async () => expect(await eventsOf('order-killed')).toEqual([id]));
      await close(killed);

      const again = await open('admin', { disk });
      await unsentAre(again, 0);
      expect(await heldBy(again, 'commands', id)).toMatchObject({ verdict: { status: 'applied' } });
      expect(await eventsOf('order-killed')).toEqual([id]);
    });

    it('loses no edit: neither the one that was sent nor the one made after', async () => {
      const id = await newCustomer();
      const disk = new Disk();
      const killed = await open('admin', { disk, ...diesAfterPush('customers') });
      await edit(killed, id, { name: 'first', needsConfirmation: true });
      await eventually(async () => expect(await stored('customers', id)).toMatchObject({ name: 'first' }));
      await close(killed);

      const withoutNetwork = { opensUnready: true, prepare: ({ cut }: Device['network']) => cut() };
      const again = await open('admin', { disk, ...withoutNetwork });
      await edit(again, id, { name: 'second' });
      again.network.mend();
      await reaches(again, 'waiting');
      again.clock.advance(2000);
      await expectBoth(again, id, { name: 'second', needsConfirmation: true });
    });
  });
});

/** The tab's last moment is when the answer to this push is there: nothing of it is written any more. */
function diesAfterPush(collection: string): Pick<DeviceOptions, 'prepare' | 'diesBefore'> {
  let isAnswered = false;
  return {
    prepare: (network) => {
      const answer = network.holdAnswer(isPush(collection));
      void answer.arrived.then(() => {
        isAnswered = true;
        answer.letGo();
      });
    },
    diesBefore: () => isAnswered,
  };
}
