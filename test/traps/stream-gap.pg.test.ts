// A message of the stream gets lost. The next one says what came before it, so the device sees the gap and asks.
import { describe, expect, it } from 'vitest';
import { creation } from '../setup/company.ts';
import { testDatabases } from '../setup/postgres.ts';
import type { StreamMessage } from '#schemas/sync/protocol.ts';
import type { Device, DeviceOptions } from './device.ts';
import { isHealing, isPull } from './network.ts';
import { eventually, heldBy, useSetting } from './setting.ts';

/** It would find out as well, some minutes later. */
const withoutHealing: DeviceOptions = { prepare: (network) => void network.holdRequest(isHealing) };

describe.each(testDatabases)('a lost stream message on $name', ({ openMigrated }) => {
  const setting = useSetting(openMigrated);

  const create = async (id: string) =>
    expect(await setting.server.say('clerk', 'create-order', id, creation())).toMatchObject({
      status: 'applied',
    });
  const pullsOf = ({ network }: Device, collection: string) =>
    network.requests.filter(isPull(collection)).length;

  it('is noticed by the next one, and what it told is pulled', async () => {
    const device = await setting.open('dispatcher', withoutHealing);
    await create('order-before');
    await eventually(async () => expect(await heldBy(device, 'orders', 'order-before')).toBeDefined());
    const pulls = pullsOf(device, 'orders');

    const lost = device.network.loseMessage(tells('order-lost'));
    await create('order-lost');
    await lost;
    await create('order-after');
    for (const id of ['order-after', 'order-lost'])
      await eventually(async () => expect(await heldBy(device, 'orders', id)).toBeDefined());
    const told = device.network.heard.flatMap(({ documents }) => documents.map(({ id }) => id));
    expect(told).not.toContain('order-lost');
    expect(told).toContain('order-after');
    expect(pullsOf(device, 'orders')).toBe(pulls + 1);
  });

  it('is noticed as well when it took something away: it goes', async () => {
    const device = await setting.open('clerk', withoutHealing);
    await create('order-moved');
    await eventually(async () => expect(await heldBy(device, 'orders', 'order-moved')).toBeDefined());
    const lost = device.network.loseMessage(tells('order-moved'));
    const move = { patch: { outletId: 'outlet-2' }, base: { outletId: 'outlet-1' } };
    await setting.server.say('admin', 'edit-order', 'order-moved', move);
    await lost;
    await create('order-next');
    await eventually(async () => expect(await heldBy(device, 'orders', 'order-next')).toBeDefined());
    await eventually(async () => expect(await heldBy(device, 'orders', 'order-moved')).toBeUndefined());
  });
});

const tells =
  (orderId: string) =>
  ({ documents }: StreamMessage): boolean =>
    documents.some(({ id }) => id === orderId);
