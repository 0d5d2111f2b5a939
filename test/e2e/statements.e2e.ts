// A customer's orders on one statement: put on at the desk, sent, disputed, paid in parts and settled, with the
// ledger looked at from behind.
import type { Page } from '@playwright/test';
import { desktop, expect, signIn, test } from './fixtures.ts';
import { ledgerOf } from './ledger.ts';
import { panel } from './office.ts';
import type { Statement } from '#schemas/finance/statements/statement.ts';
import type { Order } from '#schemas/orders/order.ts';

test('a statement goes from the desk to settled', async ({ browser, server }) => {
  test.setTimeout(120_000);
  const { page, context } = await signIn(browser, server, 'finance2', desktop);
  const finance = await server.api('finance2');
  const dialog = page.getByRole('dialog');
  const priced = (await finance.documents<Order>('orders')).filter(
    ({ finance: { stage, statementId } }) => stage === 'priced' && !statementId,
  );
  // How far finance has come with whom is another thing at another time of day.
  const of = (customerId: string) => priced.filter((order) => order.customerId === customerId);
  const customerId =
    priced.map((order) => order.customerId).sort((a, b) => of(b).length - of(a).length)[0] ?? '';
  const billable = of(customerId);
  expect(billable.length).toBeGreaterThan(3);

  await test.step('the priced orders are put on a new statement, each with a verdict', async () => {
    await page.goto(`${server.url}/finance/approve?billable=1&customer=${customerId}`);
    await expect(page.getByRole('grid').getByRole('row')).toHaveCount(billable.length + 1);
    await page.getByRole('grid').getByRole('checkbox').first().check();
    await page.getByRole('button', { name: '生成对账单' }).click();
    await dialog.getByRole('button', { name: '生成对账单' }).click();
    await expect(dialog.getByRole('status')).toHaveText(`成功 ${billable.length}，失败 0`);
    await dialog.getByRole('button', { name: '关闭' }).last().click();
    await page.waitForURL(/\/finance\/statements\/[0-9A-Z]{26}$/);
  });
  const statementId = page.url().split('/').at(-1) ?? '';
  const statement = async (): Promise<Statement> => {
    const found = (await finance.documents<Statement>('statements')).find(({ id }) => id === statementId);
    if (!found) throw new Error('The statement is gone');
    return found;
  };

  await test.step('one is taken off, which the desk then offers again', async () => {
    await page.getByRole('grid').getByRole('checkbox').nth(1).check();
    await page.getByRole('button', { name: '移出' }).click();
    await dialog.getByRole('button', { name: '移出' }).click();
    await expect(dialog.getByRole('status')).toHaveText('成功 1，失败 0');
    await dialog.getByRole('button', { name: '关闭' }).last().click();
    await expect(page.getByRole('grid').getByRole('row')).toHaveCount(billable.length);
  });

  await test.step('it is sent, and locked', async () => {
    await page.getByRole('button', { name: '发送并锁定' }).click();
    await dialog.getByRole('button', { name: '发送并锁定' }).click();
    await expect(page.getByText('已发送').first()).toBeVisible();
    await expect(page.getByRole('grid').getByRole('checkbox')).toHaveCount(0);
  });

  await test.step('the customer’s own list is matched with it', async () => {
    const lines = (await statement()).lines.slice(1);
    const rows = lines.map(({ plate, amountFen }) => `${plate},${amountFen / 100}`);
    const list = ['车牌号,结算金额', ...rows, '浙A00000,1'].join('\n');
    await page.getByRole('button', { name: '对照客户表' }).click();
    const file = { name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(list) };
    await dialog.locator('input[type=file]').setInputFiles(file);
    await expect(dialog.getByRole('status')).toHaveText(
      `一致 ${lines.length}，金额不同 0，客户表没有 1，对账单没有 1`,
    );
    await dialog.getByRole('button', { name: '关闭' }).last().click();
  });

  await test.step('a line is disputed, and settled with an adjustment', async () => {
    await page.getByRole('grid').getByRole('row').nth(1).click();
    await panel(page).getByRole('button', { name: '登记异议' }).click();
    await dialog.getByRole('textbox', { name: /客户的异议/ }).fill('里程多算');
    await dialog.getByRole('button', { name: '登记异议' }).click();
    await expect(panel(page).getByText('里程多算')).toBeVisible();
    await panel(page).getByRole('button', { name: '处理异议' }).click();
    await dialog.getByRole('textbox', { name: '因此增减金额' }).fill('-20');
    await dialog.getByRole('textbox', { name: /处理结果/ }).fill('按导航里程');
    await dialog.getByRole('button', { name: '处理异议' }).click();
    await expect(dialog).toBeHidden();
    expect(await statement()).toMatchObject({ state: 'sent' });
  });
  const { totalFen, lines } = await statement();

  await test.step('a part is received: the oldest order is posted, the statement stays open', async () => {
    await receive(page, 300);
    await expect.poll(async () => (await statement()).receivedFen).toBe(30_000);
    expect((await statement()).state).toBe('sent');
  });

  await test.step('the rest settles it', async () => {
    await receive(page, (totalFen - 30_000) / 100);
    await expect(page.getByText('已结清').first()).toBeVisible();
    const settled = await statement();
    expect(settled).toMatchObject({ state: 'settled', receivedFen: totalFen });
    const orders = new Map((await finance.documents<Order>('orders')).map((order) => [order.id, order]));
    for (const { id } of lines) expect(orders.get(id)?.finance.stage).toBe('posted');
    const received = lines.map(({ id }) => orders.get(id)?.finance.receivedFen ?? NaN);
    expect(received.reduce((sum, fen) => sum + fen, 0)).toBe(totalFen);
  });

  await test.step('the file is a statement with its total in capitals', async () => {
    await page.getByRole('button', { name: /导出/ }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: /Excel/ }).click(),
    ]);
    expect(download.suggestedFilename()).toContain((await statement()).name);
  });

  await test.step('the report has the customer’s orders, and leads to them', async () => {
    const mine = (await finance.documents<Order>('orders')).filter(
      (order) => order.customerId === customerId,
    );
    // Of one customer alone it may be a single month, which makes no chart.
    await page.goto(`${server.url}/finance/reports?taken=last-7-days`);
    await expect(page.getByRole('slider', { name: '收入与订单数' })).toBeVisible();
    await page.goto(`${server.url}/finance/reports?taken=-&customer=${customerId}`);
    await expect(page.getByRole('grid').getByRole('row')).toHaveCount(2);
    const row = page.getByRole('grid').getByRole('row').nth(1);
    await expect(row.getByRole('gridcell').nth(1)).toHaveText(String(mine.length));
    const revenue = row.getByRole('gridcell').filter({ hasText: '¥' }).first();
    const shown = (await revenue.textContent()) ?? '';
    await revenue.getByRole('link').click();
    await page.waitForURL(`**/orders/history?customer=${customerId}&figure=revenue`);
    await expect(page.getByRole('search').getByRole('status')).toContainText(`收入合计 ${shown}`);
    await page.goBack();
    await row.getByRole('gridcell').first().click();
    await page.waitForURL(`**/orders/history?customer=${customerId}&figure=orders`);
    await expect(page.getByText(`共 ${mine.length} 条`)).toBeVisible();
  });
  await context.close();

  await test.step('the ledger has the money, and owes nothing', async () => {
    await server.kill('SIGTERM');
    const ledger = await ledgerOf(server, statementId);
    expect(ledger).toMatchObject({ unbalanced: 0, total: 0 });
    expect(ledger.balances).toEqual({
      'money:settlement-transfer': totalFen,
      [`clearing:${customerId}`]: -totalFen,
      [`receivable:${customerId}`]: -2_000,
      'revenue:adjustment': 2_000,
    });
  });
});

async function receive(page: Page, yuan: number): Promise<void> {
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: '登记收款' }).click();
  await dialog.getByRole('textbox', { name: '收款金额' }).fill(String(yuan));
  await dialog.getByRole('combobox', { name: '入账方式' }).selectOption({ label: '银行转账' });
  await dialog.getByRole('button', { name: '登记收款' }).click();
  await expect(dialog).toBeHidden();
}
