// What of the kit only a browser shows: where toasts lie and when they leave, and which section of a form is marked.
import type { Locator, Page } from '@playwright/test';
import type { Order } from '#schemas/orders/order.ts';
import { desktop, expect, phone, signIn, test } from './fixtures.ts';

/** Longer than a toast stays by itself. */
const toastMs = 6_000;

test("a driver's toasts cover no button, stand once, and leave after a tap", async ({ browser, server }) => {
  const { page, context } = await signIn(browser, server, 'driver1', phone);
  await context.grantPermissions(['geolocation']);
  await context.setGeolocation({ longitude: 120.21, latitude: 30.25, accuracy: 15 });
  const orders = await (await server.api('driver1')).documents<Order>('orders');
  const job = orders.find(({ status }) => status === 'dispatched');
  // Time goes on by itself, and is put forward where one would wait.
  await page.clock.install();
  await page.goto(`${server.url}/jobs/${job?.id ?? ''}`);
  const recorded = page.getByRole('status').filter({ hasText: '已记录' });

  await test.step('two steps at once are one toast, over the page', async () => {
    for (const name of ['接单', '出发']) await page.getByRole('button', { name, exact: true }).click();
    await expect(page.getByRole('button', { name: '到达现场', exact: true })).toBeVisible();
    await expect(recorded).toHaveCount(1);
    const toast = await recorded.boundingBox();
    const heading = await page.getByRole('heading', { level: 1 }).boundingBox();
    expect((toast?.y ?? 0) + (toast?.height ?? 0)).toBeLessThan(heading?.y ?? 0);
  });

  await test.step('a finger does not hold it', async () => {
    await tap(page, recorded);
    await expect(recorded).toBeHidden({ timeout: 2 * toastMs });
  });

  await test.step('a mouse does, while it is there', async () => {
    await page.getByRole('button', { name: '到达现场', exact: true }).click();
    await recorded.click({ position: { x: 80, y: 20 } });
    await page.clock.fastForward(toastMs);
    await expect(recorded).toBeVisible();
    await page.mouse.move(200, 400);
    await expect(recorded).toBeHidden({ timeout: 2 * toastMs });
  });
});

test('the section one went to stays marked until one scrolls', async ({ browser, server }) => {
  const { page } = await signIn(browser, server, 'admin', desktop);
  await page.goto(`${server.url}/staff/staff-admin`);
  const sections = page.getByRole('navigation', { name: '本页内容' });
  const marked = sections.locator('[aria-current]');
  await expect(marked).toHaveText('基本信息');
  for (const name of ['任职与上下班', '登录账号']) {
    await sections.getByRole('button', { name }).click();
    await expect(marked).toHaveText(name);
  }
  await page.mouse.move(800, 500);
  await page.mouse.wheel(0, -150);
  await expect(marked).toHaveText('职位与网点');
  await page.mouse.wheel(0, 2000);
  await expect(marked).toHaveText('隐私资料');
});

async function tap(page: Page, target: Locator): Promise<void> {
  const box = await target.boundingBox();
  const [x, y] = [(box?.x ?? 0) + 80, (box?.y ?? 0) + 20];
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x: x + 1, y }] });
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}
