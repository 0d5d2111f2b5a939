// A driver's phone shares where it is, and whoever dispatches sees his vehicle there, on the map and in its list.
import type { Page } from '@playwright/test';
import type { VehiclePosition } from '#schemas/fleet/vehicle.ts';
import { desktop, expect, phone, signIn, test } from './fixtures.ts';
import { createOrder } from './office.ts';

const plate = '浙A7E2E9';
const roadside = { longitude: 120.2345, latitude: 30.2543, accuracy: 15 };

test.setTimeout(180_000);

test('dispatch sees where a driver is', async ({ browser, server }) => {
  const driver = await signIn(browser, server, 'driver1', phone);
  const office = await signIn(browser, server, 'dispatcher', desktop);

  await test.step('nothing is shared before he has allowed it', async () => {
    await expect(driver.page.locator('a[href="/sync"]')).toContainText('已同步');
    await expect(driver.page.getByText('与调度共享')).toBeHidden();
    expect((await positionOf(office.page))?.lng).not.toBe(roadside.longitude);
  });

  await test.step('then it is, and he is told so', async () => {
    await driver.context.grantPermissions(['geolocation']);
    await driver.context.setGeolocation(roadside);
    await driver.page.reload();
    await expect(driver.page.getByText('您的位置正与调度共享')).toBeVisible();
    await expect.poll(async () => (await positionOf(office.page))?.lng).toBe(roadside.longitude);
  });

  await test.step('the office sees his vehicle, him and his telephone on the live map', async () => {
    await createOrder(office.page, { plate, phone: '13900000009' });
    await office.page.getByRole('link', { name: '车辆实时地图' }).click();
    await expect(office.page.getByRole('application', { name: '车辆实时地图' })).toBeVisible();
    const list = office.page.getByRole('region', { name: '车辆和订单' });
    await expect(list.getByRole('list', { name: '待派遣订单' })).toContainText(plate);
    const entry = list.getByRole('listitem').filter({ hasText: /王海涛.*(刚刚|分钟前)的位置/ });
    await entry.first().getByRole('button').click();
    await expect(
      entry
        .first()
        .getByRole('link', { name: /160 0000/ })
        .first(),
    ).toBeVisible();
  });

  await test.step('without a network what came last stays', async () => {
    await office.context.setOffline(true);
    await expect(office.page.getByText('这里是最后收到的位置')).toBeVisible();
    await expect(office.page.getByRole('region', { name: '车辆和订单' })).toContainText('王海涛');
  });
});

async function positionOf(page: Page): Promise<VehiclePosition | undefined> {
  const answer = await page.request.get(
    new URL(page.url()).origin + '/replication/positions/0/pull?lwt=0&id=',
  );
  const { documents } = (await answer.json()) as { documents: VehiclePosition[] };
  return documents.find(({ driverId }) => driverId === 'staff-driver1');
}
