// The server's word comes by another way before the answer to a push. RxDB passes over what it hears about a
// document whose push it still waits for, and never asks for it again: it must reach the device all the same.
import { describe, expect, it } from 'vitest';
import { creation, type Who } from '../setup/company.ts';
import { testDatabases } from '../setup/postgres.ts';
import { Disk, reaches, unsentAre, type Device } from './device.ts';
import { Held, isHealing, isPull, isPush, type Network } from './network.ts';
import { eventually, heldBy, useSetting } from './setting.ts';

describe.each(testDatabases)('a push whose answer comes last on $name', ({ openMigrated }) => {
  const setting = useSetting(openMigrated);
  let device: Device;
  let markers = 0;

  /**
   * A device that was closed with something unsent, opened again; the answer to its first push is held. RxDB
   * delays what the stream tells during other pushes, but not during those that it begins with.
   */
  async function reopened(
    who: Who,
    collection: string,
    enter: (closed: Device) => Promise<unknown>,
    prepare?: (network: Network) => void,
  ): Promise<Held> {
    const disk = new Disk();
    const closed = await setting.open(who, { disk });
    closed.network.cut();
    await enter(closed);
    await setting.close(closed);
    let answer = new Held();
    device = await setting.open(who, {
      disk,
      opensUnready: true,
      prepare: (network) => {
        network.holdRequest(isHealing);
        answer = network.holdAnswer(isPush(collection));
        prepare?.(network);
      },
    });
    await answer.arrived;
    return answer;
  }

  /** Whatever the stream told before this is taken in, since a later message of another collection is. */
  async function streamIsTakenIn(): Promise<void> {
    const id = `outlet-marker-${++markers}`;
    const { id: _, ...outlet } = (await setting.stored('outlets', 'outlet-1')) ?? {};
    await setting.change('outlets', id, outlet);
    await eventually(async () => expect(await heldBy(device, 'outlets', id)).toBeDefined());
  }

  it('of a command: the verdict that was heard before is kept', async () => {
    let id = '';
    const enter = async (closed: Device) => {
      id = await closed.issue('create-order', 'order-late', creation());
    };
    const answer = await reopened('clerk', 'commands', enter);
    await reaches(device, 'live');
    await streamIsTakenIn();
    answer.letGo();
    await unsentAre(device, 0);
    expect(await heldBy(device, 'commands', id)).toMatchObject({
      verdict: { status: 'applied' },
      actorId: 'staff-clerk',
    });
  });

  it('of an edit: what somebody else has changed meanwhile is kept', async () => {
    let pull = new Held();
    const enter = async ({ database }: Device) =>
      (await database.customers.findOne('customer-all').exec(true)).incrementalPatch({ name: 'mine' });
    const answer = await reopened('admin', 'customers', enter, (network) => {
      pull = network.holdRequest(isPull('customers'));
    });
    await setting.change('customers', 'customer-all', { contact: { name: 'theirs' } });
    pull.letGo();
    await reaches(device, 'live');
    await streamIsTakenIn();
    answer.letGo();
    const both = { name: 'mine', contact: { name: 'theirs' } };
    await eventually(async () =>
      expect(await heldBy(device, 'customers', 'customer-all')).toMatchObject(both),
    );
    expect(await setting.stored('customers', 'customer-all')).toMatchObject(both);
  });
});
