// Two dispatchers give the same order away, one of them without a network: the second sees both versions wherever he
// is, and gives his vehicle something else with one tap.
import type { Order } from '#schemas/orders/order.ts';
import { desktop, expect, phone, signIn, test } from './fixtures.ts';
import { createOrder, dispatchTo, openOrder } from './office.ts';

const [wanted, other] = ['浙A7E2C1', '浙A7E2C2'];

test.setTimeout(180_000);

test('two dispatchers give the same order away', async ({ browser, server }) => {
  const first = await signIn(browser, server, 'admin', desktop);
  const second = await signIn(browser, server, 'dispatcher', desktop);
  for (const { page } of [first, second])
    await expect(page.locator('a[href="/sync"]')).toContainText('已同步');
  await createOrder(second.page, { plate: other, phone: '13900000009' });
  const orderId = await createOrder(second.page, { plate: wanted, phone: '13900000008' });
  await test.step('what is said of an order that was taken covers no button of the dialog after it', async () => {
    const said = second.page.getByRole('status').filter({ hasText: '订单已建立' }).last();
    await second.page.setViewportSize({ width: 1280, height: 800 });
    // While the mouse is on it, it stays.
    await said.hover();
    await second.page.keyboard.press('d');
    await second.page.getByRole('dialog').getByRole('option').first().waitFor();
    expect(await said.evaluate(coveredButtons)).toEqual([]);
    await second.page.keyboard.press('Escape');
    await second.page.setViewportSize(desktop);
  });

  await openOrder(first.page, wanted);
  const news = second.page.getByRole('status').filter({ hasText: `别人已先把 ${wanted} 派出` });

  await test.step('the one without a network gives it to another driver', async () => {
    await second.context.setOffline(true);
    await dispatchTo(second.page, 'staff-driver2');
    await dispatchTo(first.page, 'staff-driver1');
    await second.page.getByRole('link', { name: '车辆管理' }).first().click();
  });

  await test.step('with his network again he sees both versions, on the page where he is', async () => {
    await second.context.setOffline(false);
    await expect(news).toContainText('李志强', { timeout: 30_000 });
    await expect(news).toContainText('王海涛');
  });

  await test.step('also over the order itself where that lies over the page', async () => {
    await second.page.setViewportSize(phone);
    await second.page.goto(`${server.url}/orders?order=${orderId}`);
    const order = second.page.getByRole('dialog');
    await expect(order.getByText(`别人已先把 ${wanted} 派出`)).toBeInViewport();
    await expect(order.getByRole('button', { name: /另派一单/ })).toBeInViewport();
    await order.getByRole('button', { name: '关闭' }).click();
    await second.page.setViewportSize(desktop);
  });

  await test.step('on the page of what was refused it stands once', async () => {
    await second.page.getByRole('link', { name: /已同步/ }).click();
    await expect(second.page.getByRole('heading', { name: '同步' })).toBeVisible();
    await expect(news).toHaveCount(1);
  });

  await test.step('one tap leads to what waits and the vehicle could be sent to', async () => {
    await news.getByRole('button', { name: /另派一单/ }).click();
    await expect(second.page).toHaveURL(/status=pending&vehicle=/);
    await expect(second.page.getByRole('grid')).toContainText(other);
    await expect(second.page.getByRole('grid')).not.toContainText(wanted);
    await expect(news).toBeHidden();
  });

  await test.step('the server kept what the first had said', async () => {
    const orders = await (await server.api('dispatcher')).documents<Order>('orders');
    const order = orders.find(({ car }) => car.plate === wanted);
    expect(order).toMatchObject({ status: 'dispatched', assignment: { driverId: 'staff-driver1' } });
    expect(order?.timeline.filter(({ type }) => type === 'dispatch')).toHaveLength(1);
  });
});

/** Those of the open dialog that lie under it, wholly or in part. */
function coveredButtons(cover: Element): readonly string[] {
  const over = cover.getBoundingClientRect();
  const lies = (button: Element): boolean => {
    const { left, right, top, bottom } = button.getBoundingClientRect();
    return left < over.right && over.left < right && top < over.bottom && over.top < bottom;
  };
  const buttons = [...document.querySelectorAll('[role="dialog"] button')];
  return buttons.filter(lies).map(({ textContent }) => textContent);
}
