// An order that ended so long ago that no device holds it any more: found, looked at, printed for a driver, exported.
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { readSheet } from 'read-excel-file/node';
import type { Order } from '#schemas/orders/order.ts';
import { desktop, expect, signIn, test, type TestServer } from './fixtures.ts';
import { settled } from './office.ts';

test('a dispatcher finds an old order on the server, opens, prints and exports it', async ({
  browser,
  server,
}) => {
  const order = await longAgo(server);
  const { page, context } = await signIn(browser, server, 'dispatcher', desktop);
  await settled(page);

  await test.step('the device does not hold it', async () => {
    const api = await server.api('dispatcher');
    const held = await api.documents<{ id: string; _deleted: boolean }>('orders');
    expect(held.filter(({ _deleted }) => !_deleted).map(({ id }) => id)).not.toContain(order.id);
  });

  await test.step('it is found by a part of its plate', async () => {
    await page.getByRole('link', { name: '历史订单' }).click();
    await expect(page.getByText(/^共 \d+ 条$/)).toBeVisible();
    await page.getByRole('searchbox').first().fill(order.car.plate.slice(1, 6));
    await expect(page.getByRole('grid').getByText(order.number)).toBeVisible();
    await expect(page).toHaveURL(/q=/);
  });

  await test.step('and shown in full', async () => {
    await page.getByRole('grid').getByText(order.number).click();
    await expect(page).toHaveURL(new RegExp(`/orders/${order.id}$`));
    await expect(page.getByRole('heading', { level: 1, name: order.number })).toBeVisible();
    await expect(page.getByText('只保存在服务器上')).toBeVisible();
    await expect(page.getByRole('list', { name: '进度' })).toContainText('作废');
    await expect(page.getByRole('list', { name: '进度' })).toContainText('设备');
    await expect(page.getByRole('link', { name: '复制', exact: true })).toBeVisible();
  });

  await test.step('the sheet for the driver is one page, with what he needs and no prices', async () => {
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const sheet = page.getByRole('article');
    for (const text of [
      '救援派工单',
      order.number,
      order.car.plate,
      order.contact.name,
      order.pickup.address,
    ])
      await expect(sheet).toContainText(text);
    await expect(sheet).toContainText('司机签名');
    await expect(sheet).not.toContainText('¥');
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await page.emulateMedia({ media: 'screen' });
    expect(pagesOf(await page.pdf({ format: 'A4' }))).toBe(1);
  });

  await test.step('everything that was found goes into a file', async () => {
    await page.goBack();
    await expect(page.getByRole('grid').getByText(order.number)).toBeVisible();
    const rows = await exported(page);
    expect(rows.flat()).toContain(order.number);
    const [header = [], ...lines] = rows;
    expect(header.map(String)).toContain('建单时间');
    expect(lines.every((line) => String(line).includes(order.car.plate.slice(1, 6)))).toBe(true);
  });

  await test.step('without the server both pages say so', async () => {
    await context.setOffline(true);
    await expect(page.getByText('历史订单需要连接服务器').first()).toBeVisible();
    await page.goForward();
    await expect(page.getByText('查看它需要连接服务器')).toBeVisible();
    await context.setOffline(false);
    await page.getByRole('button', { name: '重试' }).click();
    await expect(page.getByRole('heading', { level: 1, name: order.number })).toBeVisible();
  });
});

/** A voided order that nobody has touched for longer than devices keep it. */
async function longAgo(server: TestServer): Promise<Order> {
  const orders = await (await server.api('dispatcher')).documents<Order>('orders');
  const order = orders.find(({ status }) => status === 'voided');
  if (!order) throw new Error('The demo company has voided orders');
  await server.kill('SIGTERM');
  const database = await server.openDatabase();
  await database.query(
    `update documents set changed_at = now() - interval '60 days' where collection = 'orders' and id = $1`,
    [order.id],
  );
  await database.close();
  await server.start();
  return order;
}

async function exported(page: Page): Promise<(readonly unknown[])[]> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出' }).click();
  await page.getByRole('menuitem', { name: '导出 Excel' }).click();
  return readSheet(await readFile(await (await download).path()));
}

const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
