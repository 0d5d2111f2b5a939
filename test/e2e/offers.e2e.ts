// An order is offered to two drivers, one of whom has no network: the server grants it to one, and the other hears
// who was first.
import type { Order } from '#schemas/orders/order.ts';
import { desktop, expect, phone, signIn, test } from './fixtures.ts';
import { createOrder, panel } from './office.ts';

const plate = '浙A7E2E7';

test.setTimeout(180_000);

test('two drivers take the same offer, one of them without a network', async ({ browser, server }) => {
  const office = await signIn(browser, server, 'dispatcher', desktop);
  const quick = await signIn(browser, server, 'driver1', phone);
  const away = await signIn(browser, server, 'driver2', phone);
  for (const { page } of [office, quick, away])
    await expect(page.locator('a[href="/sync"]')).toContainText('已同步');
  const offerTo = (page: typeof quick.page) => page.getByRole('listitem').filter({ hasText: plate });

  await test.step('the office offers an order to both', async () => {
    await createOrder(office.page, { plate, phone: '13900000007' });
    await panel(office.page).getByRole('button', { name: /^派遣/ }).click();
    const dialog = office.page.getByRole('dialog');
    await dialog.getByRole('radio', { name: /抢单/ }).check();
    await dialog.getByRole('button', { name: '发出抢单' }).click();
    await expect(dialog).toContainText('请选 2 至 8 辆车');
    for (const index of [0, 1]) await dialog.getByRole('option').nth(index).click();
    const drivers = dialog
      .locator('select')
      .filter({ has: office.page.locator('option[value="staff-driver1"]') });
    await drivers.nth(0).selectOption('staff-driver1');
    await drivers.nth(1).selectOption('staff-driver2');
    await dialog.getByRole('button', { name: '发出抢单' }).click();
    await expect(dialog).toBeHidden();
    await expect(panel(office.page)).toContainText('抢单中');
  });

  await test.step('both have it on their phones; one loses his network and takes it', async () => {
    await expect(offerTo(quick.page)).toContainText('文三路 1 号');
    await expect(offerTo(away.page)).toContainText('文三路 1 号');
    await away.context.setOffline(true);
    await offerTo(away.page).getByRole('button', { name: '抢单' }).click();
    await expect(offerTo(away.page)).toContainText('没有别的司机先接，这张任务就是您的');
  });

  await test.step('the other takes it with a network, and has it', async () => {
    await offerTo(quick.page).getByRole('button', { name: '抢单' }).click();
    await expect(offerTo(quick.page)).toContainText('已接单');
    await expect(offerTo(quick.page)).not.toContainText('还没确认');
    await expect(panel(office.page)).toContainText('已接单');
    await expect(panel(office.page)).not.toContainText('抢单中');
  });

  await test.step('the first hears who was quicker, and the job has left his phone', async () => {
    await away.context.setOffline(false);
    const lost = away.page.getByRole('list', { name: '没有抢到' });
    await expect(lost).toContainText('别的司机先接了：王海涛', { timeout: 30_000 });
    await expect(lost).toContainText(plate);
    await expect(away.page.getByRole('link', { name: new RegExp(plate) })).toBeHidden();
    await lost.getByRole('button', { name: '知道了' }).click();
    await expect(lost).toBeHidden();
  });

  await test.step('the server has given it to exactly one', async () => {
    const orders = await (await server.api('dispatcher')).documents<Order>('orders');
    const order = orders.find(({ car }) => car.plate === plate);
    expect(order).toMatchObject({ status: 'accepted', assignment: { driverId: 'staff-driver1' } });
    expect(order?.timeline.map(({ type }) => type)).toEqual(['create-order', 'offer', 'accept']);
    const his = await (await server.api('driver2')).documents<Order>('orders');
    expect(his.find(({ car }) => car.plate === plate)).toBeUndefined();
  });
});
