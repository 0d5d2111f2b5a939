// Cash that a driver took: collected at the place, counted by finance with something missing, and what both see of it.
import { desktop, expect, newId, phone, signIn, test } from './fixtures.ts';
import { panel } from './office.ts';
import { orderById } from './posted.ts';
import { differencesIn, type Accounts } from '#schemas/finance/accounts.ts';
import { formatMoney } from '#schemas/core/yuan.ts';
import type { Order } from '#schemas/orders/order.ts';
import type { DocumentOf } from '#schemas/sync/collections.ts';

const collectedFen = 32_000;
const missingFen = 2_000;

test('cash that was counted short is shown at the driver’s day, and to the driver', async ({
  browser,
  server,
}) => {
  const finance = await server.api('finance');
  const [driver] = (await finance.documents<DocumentOf<'staff'>>('staff')).filter(
    ({ username }) => username === 'driver1',
  );
  if (!driver) throw new Error('The demo company has a driver1');
  const orderId = newId();
  await test.step('the driver reports what he took', async () => {
    const office = await server.api('dispatcher');
    const drives = await office.documents<DocumentOf<'vehicles'>>('vehicles');
    const vehicleId = drives.find(({ driverIds }) => driverIds.includes(driver.id))?.id;
    await office.command([
      {
        ...{ type: 'create-order', orderId },
        payload: {
          ...{ kind: 'normal', outletId: driver.outletIds[0], customerId: 'customer-private' },
          serviceId: 'service-jump-start',
          contact: { name: '王先生', phone: '13900000000' },
          car: { plate: '浙C10001' },
          pickup: { address: '石祥路 1 号', lng: 120.15, lat: 30.33 },
        },
      },
      { type: 'dispatch', orderId, payload: { vehicleId, driverId: driver.id } },
    ]);
    const steps = ['accept', 'depart', 'arrive'].map((type) => ({ type, orderId, payload: {} }));
    await (
      await server.api('driver1')
    ).command([...steps, { type: 'complete', orderId, payload: { collectedFen, mileageKm: 5 } }]);
    expect((await orderById(finance, orderId))?.cash).toMatchObject({ collectedFen, driverId: driver.id });
  });

  // Of this day he may hold more, as he did in the history of the demo company.
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
  const { page } = await signIn(browser, server, 'finance', desktop);
  await page.goto(`${server.url}/finance/cash?driver=${driver.id}`);
  const row = page.getByRole('grid').getByRole('row').filter({ hasText: today });
  const dialog = page.getByRole('dialog');
  const driverPage = (await signIn(browser, server, 'driver1', phone)).page;
  const mine = driverPage.getByRole('region', { name: '手上现金' });

  await test.step('finance counts less than he owes, and has to say why', async () => {
    await expect(row).toContainText('未交');
    await row.click();
    await expect(panel(page).getByText('浙C10001')).toBeVisible();
    await panel(page).getByRole('button', { name: '清点交款' }).click();
    const owed = /应交 ¥([\d,.]+)/.exec((await dialog.textContent()) ?? '')?.[1]?.replaceAll(',', '');
    await dialog
      .getByRole('textbox', { name: '实点金额' })
      .fill(String((Math.round(Number(owed) * 100) - missingFen) / 100));
    await expect(dialog.getByText(`比应交少 ${formatMoney(missingFen)}，登记为短款`)).toBeVisible();
    await dialog.getByRole('button', { name: '清点交款' }).click();
    await expect(dialog.getByText('请写明差额原因')).toBeVisible();
    await dialog.getByRole('textbox', { name: '差额原因' }).fill('找零少收');
    await dialog.getByRole('button', { name: '清点交款' }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step('the day is short, with why, and nothing is held of it any more', async () => {
    await expect(row).toContainText('短款');
    await expect(row).toContainText(`-${formatMoney(missingFen)}`);
    await expect(panel(page).getByText('找零少收')).toBeVisible();
    await expect(panel(page).getByText(`短款 ${formatMoney(missingFen)}`)).toBeVisible();
    await expect(panel(page).getByRole('button', { name: '清点交款' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    const order: Order | undefined = await orderById(finance, orderId);
    expect(order?.cash?.handovers).toHaveLength(1);
  });

  await test.step('the driver reads it on his phone, and the books agree', async () => {
    await expect(mine.or(driverPage.getByText('上次交款')).first()).toBeVisible();
    await expect(driverPage.getByText(`短款 ${formatMoney(missingFen)}`)).toBeVisible();
    const { balances } = await finance.get<Accounts>('/api/finance/accounts');
    expect(differencesIn(balances)).toEqual([]);
  });
});
