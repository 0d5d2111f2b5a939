// Typing where to go: an order, a vehicle, a page, from anywhere and by keyboard alone.
import type { Page } from '@playwright/test';
import { desktop, expect, phone, signIn, test } from './fixtures.ts';
import { createOrder, settled } from './office.ts';

test.setTimeout(240_000);

const palette = (page: Page) => page.getByRole('dialog', { name: '查找与跳转' });
const field = (page: Page) => palette(page).getByRole('combobox');
const options = (page: Page) => palette(page).getByRole('option');

test('goes to orders, records and pages by keyboard, offline too, and remembers', async ({
  browser,
  server,
}) => {
  const { context, page } = await signIn(browser, server, 'dispatcher', desktop);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  const id = await createOrder(page, { plate: '浙A7P001', phone: '13900007001' });
  await settled(page);

  await test.step('an order by a part of its phone, with the mark told to screen readers', async () => {
    await page.goto(server.url);
    await settled(page);
    await page.keyboard.press('Control+k');
    await expect(field(page)).toBeFocused();
    await field(page).fill('00007001');
    await expect(options(page)).toHaveCount(1);
    await expect(palette(page).getByRole('status')).toContainText('1');
    const marked = await options(page).first().getAttribute('id');
    await expect(field(page)).toHaveAttribute('aria-activedescendant', marked ?? '');
    await page.keyboard.press('Enter');
    await expect(palette(page)).toBeHidden();
    await expect(page).toHaveURL(new RegExp(`/orders/${id}$`));
    await expect(page.getByRole('main')).toContainText('浙A7P001');
  });

  await test.step('without a network, what only this device knows as well', async () => {
    await context.setOffline(true);
    await createOrder(page, { plate: '浙A7P002', phone: '13900007002' });
    await page.keyboard.press('Control+k');
    await field(page).fill('浙a7p00');
    await expect(options(page)).toHaveCount(2);
    await field(page).fill('7p002');
    await expect(options(page).first()).toContainText('尚无订单号');
    await context.setOffline(false);
    await page.keyboard.press('Escape');
    await expect(palette(page)).toBeHidden();
  });

  await test.step('a page by its name; what was gone to stands on top the next time', async () => {
    await page.getByRole('button', { name: '查找订单' }).click();
    await expect(palette(page).getByRole('group', { name: '最近' })).toContainText('浙A7P001');
    await field(page).fill('车辆管');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: '车辆管理' })).toBeVisible();
    await page.keyboard.press('Control+k');
    await expect(options(page).first()).toContainText('车辆管理');
    await page.keyboard.press('Control+k');
    await expect(palette(page)).toBeHidden();
    // Until then the keys are taken for those of a window that is still there.
    await expect(page.locator('[aria-hidden="true"] #main, #main[aria-hidden="true"]')).toHaveCount(0);
  });

  await test.step('an action; and what is not there says so', async () => {
    await page.keyboard.press('Control+k');
    await field(page).fill('没有这样的东西');
    await expect(palette(page)).toContainText('没有找到');
    await field(page).fill('深色');
    await page.keyboard.press('Enter');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  });
});

test('on a phone it is behind a button, and shows only what this person may see', async ({
  browser,
  server,
}) => {
  const { page } = await signIn(browser, server, 'driver1', phone);
  await page.getByRole('button', { name: '查找订单' }).click();
  await expect(options(page).filter({ hasText: '我的任务' })).toHaveCount(1);
  await field(page).fill('财务');
  await expect(options(page)).toHaveCount(0);
  await palette(page).getByRole('button', { name: '关闭' }).click();
  await expect(palette(page)).toBeHidden();
});
