// What the app says when it cannot sync for a reason that the person can do something about, and that his work goes on
// meanwhile: nothing that he enters is lost.
import type { Page } from '@playwright/test';
import { desktop, expect, signIn, test, type TestServer } from './fixtures.ts';
import { createOrder, fillOrder, openOrder, panel, settled } from './office.ts';
import { otherDevice } from '../sync-ui/other-device.ts';
import type { Order } from '#schemas/orders/order.ts';

// Ends a hang; on a quiet machine each takes a quarter of a minute.
test.setTimeout(240_000);

const phone = '13900000001';
const plates = new Set(['浙A7B001', '浙A7B002', '浙A7B003', '浙A7B004', '浙A7B005']);

test('signed out by the server, one goes on working, and signs in again to send it', async ({
  browser,
  server,
}) => {
  const { page, context } = await signIn(browser, server, 'dispatcher', desktop);
  await settled(page);
  await context.clearCookies();
  await createOrder(page, { plate: '浙A7B001', phone });
  const banner = page.getByRole('alert').or(page.getByRole('status')).filter({ hasText: '登录已失效' });
  await expect(banner).toBeVisible();
  await createOrder(page, { plate: '浙A7B002', phone });
  expect(await stored(server)).toEqual([]);

  await page.getByRole('button', { name: '重新登录' }).click();
  await page.getByLabel('用户名').fill('dispatcher');
  await page.getByLabel('密码', { exact: true }).fill(server.password);
  await page.getByRole('button', { name: '登录' }).click();
  await settled(page);
  await expect(banner).toBeHidden();
  await expect.poll(() => stored(server)).toEqual(['浙A7B001', '浙A7B002']);
});

for (const [what, code, words] of [
  ['older', 'server-older', '服务器的版本比应用旧'],
  ['newer', 'schema-version', '服务器已升级，请更新后继续同步'],
] as const)
  test(`a server that is ${what} than the app is told of, and what was entered waits for it`, async ({
    browser,
    server,
  }) => {
    const { page } = await signIn(browser, server, 'dispatcher', desktop);
    await settled(page);
    const isReplication = (url: URL) => url.pathname.startsWith('/replication/');
    await page.route(isReplication, (route) => route.fulfill({ status: 426, json: { code } }));
    await createOrder(page, { plate: '浙A7B003', phone });
    await expect(page.getByText(words)).toBeVisible();
    expect(await stored(server)).toEqual([]);

    await page.unroute(isReplication);
    // A newer server needs the app to be a newer one; for an older one it is enough that somebody looks.
    if (what === 'newer') await page.reload();
    else await page.evaluate(() => void document.dispatchEvent(new Event('visibilitychange')));
    await settled(page);
    await expect.poll(() => stored(server)).toEqual(['浙A7B003']);
  });

test('a full device says so, loses nothing that it said was entered, and goes on when there is room', async ({
  browser,
  server,
}) => {
  const { page } = await signIn(browser, server, 'dispatcher', desktop);
  await settled(page);
  await createOrder(page, { plate: '浙A7B004', phone });
  await settled(page);
  await fill(page, true);
  const elsewhere = await otherDevice(server, 'dispatcher');
  const [known] = (await elsewhere.documents<Order>('orders')).filter(({ car }) => car.plate === '浙A7B004');
  await elsewhere.say('edit-order', known?.id ?? '', { patch: { note: '请走东门' }, base: { note: null } });
  await expect(page.getByText('本机存储已满或写入失败')).toBeVisible();
  await fillOrder(page, { plate: '浙A7B005', phone });
  await page.getByRole('button', { name: '建立订单' }).click();
  await expect(page.getByRole('alert').filter({ hasText: '存储' })).toHaveCount(2);
  await expect(page.getByRole('textbox', { name: '车牌', exact: true })).toHaveValue('浙A7B005');

  await fill(page, false);
  await page.getByRole('button', { name: '重试' }).click();
  await settled(page);
  await expect(page.getByText('本机存储已满或写入失败')).toBeHidden();
  await page.getByRole('button', { name: '建立订单' }).click();
  await settled(page);
  await expect.poll(() => stored(server)).toEqual(['浙A7B004', '浙A7B005']);
  await openOrder(page, '浙A7B004');
  await expect(panel(page)).toContainText('请走东门');
});

/** As if the disk had no room for another byte. */
const fill = (page: Page, isFull: boolean) =>
  page.evaluate((full) => {
    const store = IDBObjectStore.prototype as unknown as Record<string, unknown>;
    for (const name of ['put', 'add']) {
      store[`real ${name}`] ??= store[name];
      store[name] = full
        ? () => {
            throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
          }
        : store[`real ${name}`];
    }
  }, isFull);

/** What the server has of the cars in this file. */
async function stored(server: TestServer): Promise<string[]> {
  const orders = await (await otherDevice(server, 'dispatcher')).documents<Order>('orders');
  return orders
    .map(({ car }) => car.plate)
    .filter((plate) => plates.has(plate))
    .sort();
}
