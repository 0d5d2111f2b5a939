// One row among many is refused: the good ones around it land, the queue moves on, and the person sees why.
import { firstValueFrom } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { creation } from '../setup/company.ts';
import { testDatabases } from '../setup/postgres.ts';
import { Disk, reaches, unsentAre } from './device.ts';
import { isPush, type Exchange } from './network.ts';
import { eventually, heldBy, useSetting } from './setting.ts';

describe.each(testDatabases)('a refused row on $name', ({ openMigrated }) => {
  const setting = useSetting(openMigrated);

  it('among commands: those before and after it are applied, the next ones too, and it says why', async () => {
    const { id: _, ...customer } = (await setting.stored('customers', 'customer-all')) ?? {};
    await setting.change('customers', 'customer-soon-gone', customer);
    const device = await setting.open('clerk');
    device.network.cut();
    const ids: string[] = [];
    for (let n = 1; n <= 5; n++) {
      const customerId = n === 3 ? 'customer-soon-gone' : 'customer-all';
      ids.push(await device.issue('create-order', `order-row-${n}`, creation({ customerId })));
    }
    await reaches(device, 'waiting');
    await setting.change('customers', 'customer-soon-gone', { disabled: true });
    device.network.mend();
    device.clock.advance(2000);
    await unsentAre(device, 0);

    const stored = await Promise.all([1, 2, 3, 4, 5].map((n) => setting.stored('orders', `order-row-${n}`)));
    expect(stored.map((order) => order !== undefined)).toEqual([true, true, false, true, true]);
    const batch = device.network.posted.filter(isPush('commands')).find(carries(ids[2]));
    expect(batch, 'it went out among others').toSatisfy(carries(ids[4]));
    const [refused, ...others] = await firstValueFrom(device.log.refused$);
    expect(refused).toMatchObject({ id: ids[2], verdict: { code: 'disabled-reference' } });
    expect(others).toEqual([]);
    await device.issue('create-order', 'order-row-6', creation());
    await eventually(async () => expect(await setting.stored('orders', 'order-row-6')).toBeDefined());
  });

  it('among edits: those before and after it land, the next ones too, and the device holds the truth', async () => {
    const ids = [1, 2, 3].map((n) => `customer-row-${n}`);
    const { id: _, ...customer } = (await setting.stored('customers', 'customer-all')) ?? {};
    for (const id of ids) await setting.change('customers', id, { ...customer, name: 'before' });
    const disk = new Disk();
    const device = await setting.open('admin', { disk });
    const longName = 'longer than any name may be '.repeat(10);
    const edit = async (id: string, name: string) =>
      (await device.database.customers.findOne(id).exec(true)).incrementalPatch({ name });
    const names = () =>
      Promise.all(ids.map(async (id) => (await heldBy(device, 'customers', id))?.name ?? 'nothing'));

    device.network.cut();
    await edit('customer-row-1', 'edited');
    await edit('customer-row-2', longName);
    await edit('customer-row-3', 'edited');
    await reaches(device, 'waiting');
    device.network.mend();
    device.clock.advance(2000);
    await eventually(async () => expect(await names()).toEqual(['edited', 'before', 'edited']));
    for (const [index, id] of ids.entries())
      expect(await setting.stored('customers', id)).toMatchObject({ name: (await names())[index] });

    const [refused, ...others] = await firstValueFrom(device.refusedEdits.edits$);
    expect(refused).toMatchObject({
      ...{ collection: 'customers', documentId: 'customer-row-2', code: 'invalid-document' },
      newDocumentState: { name: longName },
      assumedMasterState: { name: 'before' },
    });
    expect(others).toEqual([]);
    expect(await heldBy(device, 'customers', 'customer-row-2')).not.toHaveProperty('_refused');

    await setting.close(device);
    const again = await setting.open('admin', { disk });
    expect(await firstValueFrom(again.refusedEdits.edits$), 'after a restart').toEqual([refused]);
    await again.refusedEdits.dismiss(refused?.key ?? '');
    expect(await firstValueFrom(again.refusedEdits.edits$)).toEqual([]);
    const customer2 = await again.database.customers.findOne('customer-row-2').exec(true);
    await customer2.incrementalPatch({ name: 'a good name' });
    await eventually(async () =>
      expect(await setting.stored('customers', 'customer-row-2')).toMatchObject({ name: 'a good name' }),
    );
  });
});

const carries =
  (id: string | undefined) =>
  (sent: Exchange | undefined): boolean =>
    JSON.stringify(sent?.body ?? '').includes(`"${id}"`);
