// A backup is restored: what was entered since is offered again before what builds on it, and what had been refused
// stays refused.
import { firstValueFrom } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { creation } from '../setup/company.ts';
import { testDatabases } from '../setup/postgres.ts';
import { backUp, restore } from '../setup/backup.ts';
import { reaches, unsentAre, type Device } from './device.ts';
import { eventually, heldBy, useSetting } from './setting.ts';

const crew = { vehicleId: 'vehicle-1', driverId: 'staff-driver1' };

describe.each(testDatabases)('after a backup was restored on $name', ({ openMigrated }) => {
  const setting = useSetting(openMigrated);

  const isJudged = (device: Device, id: string, verdict: object) =>
    eventually(async () => {
      device.clock.advance(500);
      expect((await heldBy(device, 'commands', id))?.verdict).toMatchObject(verdict);
    });

  /** The server is out of reach while somebody works on, and then it is one from before. */
  async function isTakenBack(
    device: Device,
    backup: Awaited<ReturnType<typeof backUp>>,
    work: () => Promise<void>,
  ) {
    device.network.cut();
    await reaches(device, 'waiting');
    await work();
    await restore(setting.database, backup);
    device.network.mend();
  }

  it('a driver\u2019s later steps wait for those that are lost', async () => {
    const { say } = setting.server;
    await say('clerk', 'create-order', 'order-steps', creation());
    await say('dispatcher', 'dispatch', 'order-steps', crew);
    const driver = await setting.open('driver1');
    await driver.issue('accept', 'order-steps', {});
    await unsentAre(driver, 0);
    const backup = await backUp(setting.database);
    const lost = await driver.issue('depart', 'order-steps', {});
    await isJudged(driver, lost, { status: 'applied' });

    const steps: string[] = [];
    await isTakenBack(driver, backup, async () => {
      steps.push(await driver.issue('arrive', 'order-steps', {}));
      steps.push(await driver.issue('start-work', 'order-steps', {}));
      steps.push(await driver.issue('complete', 'order-steps', {}));
    });
    for (const id of [lost, ...steps]) await isJudged(driver, id, { status: 'applied' });
    const events = await setting.eventsOf('order-steps');
    expect(events.slice(-4)).toEqual([lost, ...steps]);
    expect(await setting.stored('orders', 'order-steps')).toMatchObject({ status: 'completed' });
  });

  it('what builds on an order that is lost waits for it', async () => {
    const backup = await backUp(setting.database);
    const office = await setting.open('dispatcher');
    const created = await office.issue('create-order', 'order-lost', creation());
    await isJudged(office, created, { status: 'applied' });
    let dispatched = '';
    await isTakenBack(office, backup, async () => {
      dispatched = await office.issue('dispatch', 'order-lost', crew);
    });
    await isJudged(office, dispatched, { status: 'applied' });
    expect(await setting.eventsOf('order-lost')).toEqual([created, dispatched]);
  });

  it('what was refused is not done after all', async () => {
    const { id: _, ...customer } = (await setting.stored('customers', 'customer-all')) ?? {};
    await setting.change('customers', 'customer-resigned', customer);
    const backup = await backUp(setting.database);
    const device = await setting.open('clerk');
    device.network.cut();
    await reaches(device, 'waiting');
    const refused = await device.issue(
      'create-order',
      'order-refused',
      creation({ customerId: 'customer-resigned' }),
    );
    await setting.change('customers', 'customer-resigned', { disabled: true });
    device.network.mend();
    await isJudged(device, refused, { status: 'rejected', code: 'disabled-reference' });

    let next = '';
    await isTakenBack(device, backup, async () => {
      next = await device.issue('create-order', 'order-next', creation());
    });
    await isJudged(device, next, { status: 'applied' });
    await eventually(async () =>
      expect(await heldBy(device, 'commands', refused)).not.toHaveProperty('version'),
    );
    expect(await setting.stored('orders', 'order-refused')).toBeUndefined();
    expect(await firstValueFrom(device.log.refused$)).toMatchObject([{ id: refused }]);
  });
});
