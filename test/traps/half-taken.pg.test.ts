// The tab is gone after it has stored what the server told and before it has noted that the server told it. To
// RxDB this looks like something the person entered; it must not be sent back as if it were.
import { describe, expect, it } from 'vitest';
import { testDatabases } from '../setup/postgres.ts';
import { Disk, reaches, type Device, type DeviceOptions } from './device.ts';
import { isPush } from './network.ts';
import { eventually, heldBy, useSetting } from './setting.ts';

type DiesBefore = NonNullable<DeviceOptions['diesBefore']>;

/** What RxDB notes after it has stored what it was told: how far it has looked, and whose it is. */
const momentsOfDeath = [
  ['before any note of it', () => true],
  ['before the note of whose it is', (context: string) => context === 'replication-down-write-meta'],
] as const;

describe.each(testDatabases)('a tab killed while it takes in on $name', ({ openMigrated }) => {
  const setting = useSetting(openMigrated);
  const { open, close, change, stored } = setting;
  const id = 'customer-all';

  const nameOnServer = async () => (await stored('customers', id))?.name ?? '';

  const shows = (device: Device, name: string) =>
    eventually(async () => expect((await heldBy(device, 'customers', id))?.name).toBe(name));

  /** It is opened again after somebody has given the customer another name. */
  async function expectNothingSent(disk: Disk): Promise<void> {
    const next = `after ${await nameOnServer()}`;
    await change('customers', id, { name: next });
    const again = await open('admin', { disk });
    await shows(again, next);
    expect(again.network.posted.filter(isPush('customers'))).toEqual([]);
    expect(await stored('customers', id)).not.toHaveProperty('conflicts');
  }

  it.each(momentsOfDeath)(
    'a change, %s: it is not sent back, and what has followed comes',
    async (_, isNote) => {
      const disk = new Disk();
      await close(await open('admin', { disk }));
      const killed = await open('admin', { disk, diesBefore: onceStored('customers', isNote) });
      const next = `changed ${await nameOnServer()}`;
      await change('customers', id, { name: next });
      await shows(killed, next);
      await close(killed);
      await expectNothingSent(disk);
    },
  );

  it('a change, and something else is edited on it: only this edit is sent as news', async () => {
    const disk = new Disk();
    await close(await open('admin', { disk }));
    const isNote = (context: string) => context === 'replication-down-write-meta';
    const killed = await open('admin', { disk, diesBefore: onceStored('customers', isNote) });
    const told = `told ${await nameOnServer()}`;
    await change('customers', id, { name: told });
    await shows(killed, told);
    await close(killed);

    const without = { opensUnready: true, prepare: ({ cut }: Device['network']) => cut() };
    const again = await open('admin', { disk, ...without });
    await (await again.database.customers.findOne(id).exec(true)).incrementalPatch({ address: '新路 1' });
    const next = `after ${told}`;
    await change('customers', id, { name: next });
    again.network.mend();
    await reaches(again, 'waiting');
    again.clock.advance(2000);
    await eventually(async () =>
      expect(await stored('customers', id)).toMatchObject({ name: next, address: '新路 1' }),
    );
    expect(await stored('customers', id)).not.toHaveProperty('conflicts');
    await shows(again, next);
  });

  it.each(momentsOfDeath)(
    'its first load, %s: it is not sent back, and what has followed comes',
    async (_, isNote) => {
      const disk = new Disk();
      const diesBefore = onceStored('customers', isNote);
      const killed = await open('admin', { disk, opensUnready: true, diesBefore });
      await shows(killed, await nameOnServer());
      await close(killed);
      await expectNothingSent(disk);
    },
  );
});

/** True of the first such note after a collection's documents were stored. */
function onceStored(collection: string, isNote: (context: string) => boolean): DiesBefore {
  let areStored = false;
  return (context, written) => {
    if (areStored && isNote(context)) return true;
    areStored ||= written === collection;
    return false;
  };
}
