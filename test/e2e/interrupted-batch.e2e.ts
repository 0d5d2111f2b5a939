// A clerk posts many orders at once, and the browser is closed before the answer came: nothing is lost or doubled.
import { desktop, expect, signIn, test } from './fixtures.ts';
import { settled } from './office.ts';
import type { Statement } from '#schemas/finance/statements/statement.ts';
import type { Order } from '#schemas/orders/order.ts';

test('a batch that was cut off by closing the browser is found again, and told without doing it twice', async ({
  browser,
  server,
}) => {
  const { page, context } = await signIn(browser, server, 'finance', desktop);
  const finance = await server.api('finance');
  const posted = async (): Promise<Order[]> =>
    (await finance.documents<Order>('orders')).filter((order) => order.finance.stage === 'posted');
  const before = await posted();
  await page.goto(`${server.url}/finance/post`);
  await settled(page);
  const grid = page.getByRole('grid');
  const count = Number(await grid.getAttribute('aria-rowcount')) - 1;
  await grid.getByRole('checkbox', { name: '全选已加载的行' }).check();

  await test.step('the answer is on its way when the browser is closed', async () => {
    const done = new Promise<void>((resolve) => {
      void page.route('**/api/commands', async (route) => {
        await route.fetch();
        resolve();
      });
    });
    await page.getByRole('button', { name: '批量入账' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '批量入账' }).click();
    await done;
    await page.close();
  });

  const next = await context.newPage();
  await next.goto(`${server.url}/finance/post`);
  await test.step('the next time it is told of, and goes on', async () => {
    await expect(next.getByText('上次的批量入账没有做完')).toBeVisible();
    await next.getByRole('button', { name: '继续', exact: true }).click();
    const dialog = next.getByRole('dialog');
    await expect(dialog.getByRole('status')).toHaveText(`成功 ${count}，失败 0`);
    await dialog.getByRole('button', { name: '关闭' }).last().click();
    await expect(next.getByText('上次的批量入账没有做完')).toBeHidden();
  });

  await test.step('each order was posted once', async () => {
    const known = new Set(before.map(({ id }) => id));
    const fresh = (await posted()).filter(({ id }) => !known.has(id));
    expect(fresh).toHaveLength(count);
    for (const { timeline } of fresh)
      expect(timeline.filter(({ type }) => type === 'post-payment')).toHaveLength(1);
    await next.reload();
    await expect(next.getByText('没有待入账的订单')).toBeVisible();
    await expect(next.getByText('上次的批量入账没有做完')).toBeHidden();
  });
});

test('orders that were being put on a statement when the browser was closed come onto one, once', async ({
  browser,
  server,
}) => {
  const { page, context } = await signIn(browser, server, 'finance2', desktop);
  const finance = await server.api('finance2');
  const statements = () => finance.documents<Statement>('statements');
  const before = (await statements()).map(({ id }) => id);
  const [order] = (await finance.documents<Order>('orders')).filter(
    ({ finance: { stage, statementId } }) => stage === 'priced' && !statementId,
  );
  const desk = `${server.url}/finance/approve?billable=1&customer=${order?.customerId}`;
  await page.goto(desk);
  await page.getByRole('grid').getByRole('checkbox').nth(1).check();
  await page.getByRole('button', { name: '生成对账单' }).click();

  await test.step('without a network nothing can be begun, and it says so', async () => {
    const dialog = page.getByRole('dialog');
    await context.setOffline(true);
    await expect(dialog.getByText('需要连接服务器').first()).toBeVisible();
    await expect(dialog.getByRole('button', { name: '生成对账单' })).toHaveAttribute('aria-disabled', 'true');
    await context.setOffline(false);
    await expect(dialog.getByText('需要连接服务器')).toBeHidden();
  });

  await test.step('the answer is on its way when the browser is closed', async () => {
    const done = new Promise<void>((resolve) => {
      void page.route('**/api/commands', async (route) => {
        if (!route.request().postData()?.includes('add-to-statement')) return route.continue();
        await route.fetch();
        resolve();
      });
    });
    await page.getByRole('dialog').getByRole('button', { name: '生成对账单' }).click();
    await done;
    await page.close();
  });

  const next = await context.newPage();
  await next.goto(desk);
  await expect(next.getByText('上次的生成对账单没有做完')).toBeVisible();
  await next.getByRole('button', { name: '继续', exact: true }).click();
  const dialog = next.getByRole('dialog');
  await expect(dialog.getByRole('status')).toHaveText('成功 1，失败 0');
  await dialog.getByRole('button', { name: '关闭' }).last().click();
  await next.waitForURL(/\/finance\/statements\/[0-9A-Z]{26}$/);
  const fresh = (await statements()).filter(({ id }) => !before.includes(id));
  expect(fresh.map(({ id, orderIds }) => [next.url().endsWith(id), orderIds.length])).toEqual([[true, 1]]);
});
