// Devices whose clocks differ by half a day. What counts is the order of commits; a device's clock is shown and
// never compared.
import { firstValueFrom } from 'rxjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { creation, type Who } from '../setup/company.ts';
import { testDatabases } from '../setup/postgres.ts';
import { copyOfProgram } from './copies.ts';
import { Disk, reaches, unsentAre, type Device } from './device.ts';
import { eventually, heldBy, useSetting } from './setting.ts';

const hour = 60 * 60 * 1000;
const skew = { slow: -5 * hour, fast: 7 * hour };

describe.each(testDatabases)('with clocks hours apart on $name', ({ openMigrated }) => {
  const setting = useSetting(openMigrated);

  beforeAll(async () => {
    (await copyOfProgram(1)).setClockBy(skew.slow);
    (await copyOfProgram(2)).setClockBy(skew.fast);
  });

  async function twoDevices(one: Who, other: Who) {
    const slow = await setting.open(one, { copy: 1 });
    const fast = await setting.open(other, { copy: 2 });
    return { slow, fast };
  }

  const edit = async (device: Device, name: string) =>
    (await device.database.customers.findOne('customer-all').exec(true)).incrementalPatch({ name });

  const note = (device: Device, orderId: string, text: string) =>
    device.issue('edit-order', orderId, { patch: { note: text }, base: {} });

  const create = (device: Device, id: string) => device.issue('create-order', id, creation());

  const arrives = (device: Device, id: string, steps: number) =>
    eventually(async () => expect((await heldBy(device, 'orders', id))?.timeline).toHaveLength(steps));

  async function offline(...devices: Device[]): Promise<void> {
    for (const device of devices) device.network.cut();
    for (const device of devices) await reaches(device, 'waiting');
  }

  async function online(device: Device): Promise<void> {
    device.network.mend();
    device.clock.advance(100_000);
    await reaches(device, 'live');
    await unsentAre(device, 0);
  }

  it('an order’s history stands in the order of commits, and shows each device’s own time', async () => {
    const { slow, fast } = await twoDevices('clerk', 'dispatcher');
    const id = 'order-clocks';
    await create(slow, id);
    await arrives(fast, id, 1);
    await fast.issue('dispatch', id, { vehicleId: 'vehicle-1', driverId: 'staff-driver1' });
    await arrives(slow, id, 2);
    await note(slow, id, '钥匙在前台');
    await arrives(fast, id, 3);

    const order = await setting.stored('orders', id);
    const timeline = order?.timeline ?? [];
    expect(timeline.map(({ type }) => type)).toEqual(['create-order', 'dispatch', 'edit-order']);
    const ahead = timeline.map(({ at, recordedAt }) => Date.parse(at) - Date.parse(recordedAt));
    expect(ahead.map((ms) => Math.round(ms / hour))).toEqual([-5, 7, -5]);
    const recorded = timeline.map(({ recordedAt }) => recordedAt);
    expect(recorded).toEqual(recorded.toSorted());
    expect(order?.createdAt).toBe(recorded[0]);
    expect((await heldBy(slow, 'orders', id))?.timeline).toEqual(timeline);
  });

  it('the newest order stands on top everywhere, however slow the clock it was made by', async () => {
    const { slow, fast } = await twoDevices('clerk', 'dispatcher');
    await create(fast, 'order-earlier');
    await arrives(slow, 'order-earlier', 1);
    await create(slow, 'order-later');
    for (const device of [slow, fast]) {
      await arrives(device, 'order-later', 1);
      const { orders } = await firstValueFrom(device.orders.page({}, 2));
      expect(orders.map(({ id }) => id)).toEqual(['order-later', 'order-earlier']);
    }
  });

  it.each(['slow', 'fast'] as const)(
    'of two changes without network, the %s one that commits first stands',
    async (first) => {
      const { slow, fast } = await twoDevices('clerk', 'dispatcher');
      const id = `order-${first}-first`;
      await create(slow, id);
      await arrives(fast, id, 1);
      await offline(slow, fast);
      await note(slow, id, 'slow');
      await note(fast, id, 'fast');
      const [earlier, later] = first === 'slow' ? [slow, fast] : [fast, slow];
      await online(earlier);
      await online(later);
      for (const device of [slow, fast])
        await eventually(async () =>
          expect(await heldBy(device, 'orders', id)).toMatchObject({ note: first }),
        );
      expect((await setting.stored('orders', id))?.timeline).toHaveLength(2);
      const refused = await firstValueFrom(later.log.refused$);
      expect(refused[0]).toMatchObject({ orderId: id, verdict: { code: 'edit-conflict' } });
    },
  );

  it.each(['slow', 'fast'] as const)(
    'of two edits of reference data, the %s one that commits first stands',
    async (first) => {
      const { slow, fast } = await twoDevices('admin', 'admin');
      await offline(slow, fast);
      await edit(slow, `${first}: slow`);
      await edit(fast, `${first}: fast`);
      const [earlier, later] = first === 'slow' ? [slow, fast] : [fast, slow];
      await online(earlier);
      const name = () => setting.stored('customers', 'customer-all').then((customer) => customer?.name);
      await eventually(async () => expect(await name()).toBe(`${first}: ${first}`));
      await online(later);
      const other = `${first}: ${first === 'slow' ? 'fast' : 'slow'}`;
      const settled = { name: `${first}: ${first}`, conflicts: [{ field: 'name', other }] };
      for (const device of [slow, fast])
        await eventually(async () =>
          expect(await heldBy(device, 'customers', 'customer-all')).toMatchObject(settled),
        );
      await setting.change('customers', 'customer-all', { name: 'customer-all', conflicts: [] });
    },
  );

  it('what was entered after a clock was set back goes out, also when the app was closed before', async () => {
    const disk = new Disk();
    (await copyOfProgram(3)).setClockBy(3 * hour);
    const before = await setting.open('clerk', { disk, copy: 3 });
    // When the second one is through, RxDB has noted that the first one is.
    for (const id of ['order-before', 'order-just-before']) {
      await create(before, id);
      await unsentAre(before, 0);
    }
    await setting.close(before);
    const withoutNetwork = { opensUnready: true, prepare: ({ cut }: Device['network']) => cut() };
    const after = await setting.open('clerk', { disk, copy: 4, ...withoutNetwork });
    await create(after, 'order-after');
    await setting.close(after);

    const again = await setting.open('clerk', { disk, copy: 5 });
    await unsentAre(again, 0);
    expect(await setting.stored('orders', 'order-after')).toBeDefined();
  });
});
