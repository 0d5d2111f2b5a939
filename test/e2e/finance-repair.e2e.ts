// 财务数据修复: what was booked wrongly is set right with a reason, in sight of before and after; what is on a statement is
// set right there, and what lies in a closed month in the open one.
import type { Page } from '@playwright/test';
import { desktop, expect, signIn, test } from './fixtures.ts';
import { inLastMonth, orderById, postedByTransfer } from './posted.ts';
import { panel } from './office.ts';
import { priced, sentStatement } from './sent-statement.ts';
import { differencesIn, type Accounts } from '#schemas/finance/accounts.ts';
import type { BookMonths } from '#schemas/finance/months.ts';
import type { Order } from '#schemas/orders/order.ts';

test('a wrong method of payment is repaired with preview and reason, and what is on a statement on the statement', async ({
  browser,
  server,
}) => {
  const finance = await server.api('finance');
  const order = await postedByTransfer(finance);
  const { page } = await signIn(browser, server, 'finance', desktop);
  const dialog = page.getByRole('dialog');
  const preview = dialog.getByRole('status').first();

  await test.step('the preview shows before, after and what is booked', async () => {
    await openRepair(page, server.url, order.id);
    await expect(preview).toContainText('还没有改动');
    await dialog.getByRole('combobox', { name: '入账方式' }).selectOption({ label: '支票' });
    await expect(preview).toContainText('银行转账 → 支票');
    await expect(preview).toContainText('记账日期');
  });

  await test.step('without a reason nothing is done', async () => {
    await dialog.getByRole('button', { name: '财务修复' }).click();
    await expect(dialog.getByText('请填写说明')).toBeVisible();
    expect((await orderById(finance, order.id))?.finance.method).toBe('settlement-transfer');
  });

  await test.step('with one it is, and stays told at the order', async () => {
    await dialog.getByRole('textbox', { name: '原因' }).fill('客户付的是支票');
    await dialog.getByRole('button', { name: '财务修复' }).click();
    await expect(dialog).toBeHidden();
    expect((await orderById(finance, order.id))?.finance.method).toBe('settlement-cheque');
    await page.goto(`${server.url}/orders/${order.id}`);
    const progress = page.getByRole('list', { name: '进度' });
    await expect(progress).toContainText('银行转账 → 支票');
    await expect(progress).toContainText('客户付的是支票');
    const { balances } = await finance.get<Accounts>('/api/finance/accounts');
    expect(differencesIn(balances)).toEqual([]);
  });

  await test.step('an order on a statement that was sent is refused, with the way to the statement', async () => {
    const [line] = await priced(finance);
    if (!line) throw new Error('There is no priced order');
    const id = await sentStatement(finance, [line]);
    const [statement] = (await finance.documents<{ id: string; name: string }>('statements')).filter(
      (one) => one.id === id,
    );
    await openRepair(page, server.url, line.id);
    await expect(dialog.getByText('请在对账单上收款、撤销或移出').first()).toBeVisible();
    await expect(dialog.getByRole('button', { name: '财务修复' })).toHaveAttribute('aria-disabled', 'true');
    await expect(dialog.getByText(statement?.name ?? 'no statement')).toBeVisible();
    await dialog.getByRole('button', { name: '打开' }).click();
    await page.waitForURL(`**/finance/statements/${id}`);
    await expect(page.getByRole('heading', { level: 1, name: statement?.name ?? '' })).toBeVisible();
  });
});

test('a closed month takes no correction and no later payment: both go into the open one', async ({
  browser,
  server,
}) => {
  const { order, month } = await inLastMonth(server);
  const finance = await server.api('finance');
  const { page } = await signIn(browser, server, 'finance', desktop);
  const dialog = page.getByRole('dialog');
  const preview = dialog.getByRole('status').first();
  const figures = async () => {
    const { months } = await finance.get<BookMonths>('/api/finance/months');
    const of = (wanted: boolean) => months.find((one) => (one.month === month) === wanted);
    return { closed: of(true), open: of(false) };
  };
  const before = await figures();
  expect(before.closed?.receivedFen).toBe(order.finance.receivedFen);

  await test.step('the month is closed', async () => {
    await page.goto(`${server.url}/finance/accounts?view=months&month=${month}`);
    await panel(page).getByRole('button', { name: '关账' }).click();
    await dialog.getByRole('button', { name: '关账' }).click();
    await expect(panel(page).getByText('已关账').first()).toBeVisible();
    expect((await figures()).closed?.state).toBe('closed');
  });

  await test.step('a correction in it is refused, which says where it can go', async () => {
    await openRepair(page, server.url, order.id);
    await dialog.getByRole('combobox', { name: '入账方式' }).selectOption({ label: '支票' });
    await expect(preview).toContainText('该分录所在月份已关账，请记入开放的月份');
    await dialog.getByRole('textbox', { name: '原因' }).fill('客户付的是支票');
    await dialog.getByRole('button', { name: '财务修复' }).click();
    await expect(dialog.getByRole('alert')).toContainText('请记入开放的月份');
  });

  await test.step('in the open month it is taken', async () => {
    await dialog.getByRole('radio', { name: '当前开放的月份' }).check();
    await expect(preview).toContainText('银行转账 → 支票');
    await dialog.getByRole('button', { name: '财务修复' }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step('a later payment goes there too, and the closed month stays as it was', async () => {
    const waiting = (await finance.documents<Order>('orders')).find(
      ({ finance: { stage, statementId } }) => stage === 'priced' && !statementId,
    );
    await page.goto(`${server.url}/finance/post?order=${waiting?.id}`);
    await panel(page).getByRole('button', { name: '确认入账' }).click();
    await expect
      .poll(async () => (await orderById(finance, waiting?.id ?? ''))?.finance.stage)
      .toBe('posted');
    const after = await figures();
    const { revenueFen, receivedFen, entries } = after.closed ?? {};
    expect({ revenueFen, receivedFen, entries }).toEqual({
      revenueFen: before.closed?.revenueFen,
      receivedFen: before.closed?.receivedFen,
      entries: before.closed?.entries,
    });
    const amountFen = waiting?.finance.amountFen ?? NaN;
    expect(after.open?.receivedFen).toBe((before.open?.receivedFen ?? NaN) + amountFen);
  });
});

async function openRepair(page: Page, url: string, orderId: string): Promise<void> {
  await page.goto(`${url}/finance/post?order=${orderId}`);
  await panel(page).getByRole('button', { name: '财务修复' }).click();
}
