// A driver's phone shares where it is, and whoever dispatches sees his vehicle there, on the map and in its list.
import type { Locator, Page } from '@playwright/test';
import type { Order } from '#schemas/orders/order.ts';
import type { VehiclePosition } from '#schemas/fleet/vehicle.ts';
import { desktop, expect, newId, phone, signIn, test } from './fixtures.ts';
import { createOrder, openOrder, panel } from './office.ts';

const [plate, another] = ['浙A7E2E9', '浙A7E2E0'];
const roadside = { longitude: 120.2345, latitude: 30.2543, accuracy: 15 };

test.setTimeout(180_000);

test('dispatch sees where a driver is', async ({ browser, server }) => {
  const driver = await signIn(browser, server, 'driver1', phone);
  const office = await signIn(browser, server, 'dispatcher', desktop);
  const api = await server.api('dispatcher');

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

  const orderId =
    await test.step('the office sees his vehicle, him and his telephone on the live map', async () => {
      const id = await createOrder(office.page, { plate, phone: '13900000009' });
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
      return id;
    });

  await test.step('an entry stays the same one while others come, so that a press on it is not lost', async () => {
    const list = office.page.getByRole('region', { name: '车辆和订单' });
    const head = list.getByRole('listitem').filter({ hasText: '王海涛' }).first().getByRole('button');
    await head.focus();
    const known = (await api.documents<Order>('orders')).find(({ id }) => id === orderId);
    const payload = { ...creationOf(known), car: { plate: another } };
    await api.command([{ type: 'create-order', orderId: newId(), payload }]);
    await expect(list.getByRole('list', { name: '待派遣订单' })).toContainText(another);
    await expect(head).toBeFocused();
  });

  await test.step('so does a vehicle that is being chosen, which says what it has to do by then', async () => {
    await openOrder(office.page, another);
    await panel(office.page).getByRole('button', { name: /^派遣/ }).click();
    const vehicle = office.page.getByRole('option').filter({ hasText: '王海涛、' }).first();
    await vehicle.hover();
    const place = await placeOf(vehicle);
    const load = Number(/(\d+) 单/.exec(await vehicle.innerText())?.[1] ?? 0);
    await vehicle.evaluate((element) => element.setAttribute('data-seen', ''));
    const payload = { vehicleId: (await positionOf(office.page))?.vehicleId, driverId: 'staff-driver1' };
    await api.command([{ type: 'dispatch', orderId, payload }]);
    const same = office.page.locator('[role="option"][data-seen]');
    await expect(same).toContainText(`${load + 1} 单`);
    expect(await placeOf(same)).toBe(place);
    await office.page.keyboard.press('Escape');
    await office.page.getByRole('link', { name: '车辆实时地图' }).click();
  });

  await test.step('without a network what came last stays', async () => {
    await office.context.setOffline(true);
    await expect(office.page.getByText('这里是最后收到的位置')).toBeVisible();
    await expect(office.page.getByRole('region', { name: '车辆和订单' })).toContainText('王海涛');
  });
});

function creationOf(order: Order | undefined): object {
  if (!order) throw new Error('The order is not on the server');
  const { kind, outletId, customerId, serviceId, contact, pickup } = order;
  return { kind, outletId, customerId, serviceId, contact, pickup };
}

/** In its list, from the top. */
const placeOf = (option: Locator): Promise<number> =>
  option.evaluate((element) => [...(element.parentElement?.children ?? [])].indexOf(element));

async function positionOf(page: Page): Promise<VehiclePosition | undefined> {
  const answer = await page.request.get(
    new URL(page.url()).origin + '/replication/positions/0/pull?lwt=0&id=',
  );
  const { documents } = (await answer.json()) as { documents: VehiclePosition[] };
  return documents.find(({ driverId }) => driverId === 'staff-driver1');
}
