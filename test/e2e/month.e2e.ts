// A month of 500 orders of one insurer: verified, approved by somebody else, put on a statement, matched with the
// insurer's own list, disputed, received in parts, reversed and settled. The books agree at every step.
import type { Page } from '@playwright/test';
import { desktop, expect, signIn, test } from './fixtures.ts';
import { insurer, ordersOf, takeMonth, theirList, verifyRest } from './month.ts';
import { panel } from './office.ts';
import { totalFen } from '#schemas/core/money.ts';
import type { Statement } from '#schemas/finance/statements/statement.ts';

const many = 500;
/** Verified at the desk by key, one after the other; the rest as fast as the server takes it. */
const byKey = 8;

test('a month of 500 orders of one insurer is settled', async ({ browser, server }) => {
  // Ends a hang; on a quiet machine it takes a minute and a half.
  test.setTimeout(600_000);
  const [office, api] = [await server.api('dispatcher'), await server.api('finance')];
  await (await server.api('admin')).push('customers', [insurer]);
  await takeMonth(office, many);

  const first = await signIn(browser, server, 'finance', desktop);
  const books = await first.context.newPage();
  await books.goto(`${server.url}/finance/accounts`);
  await expectGreen(books);

  await test.step('some are verified at the desk, one key each', async () => {
    const { page } = first;
    await page.goto(`${server.url}/finance/verify?customer=${insurer.id}`);
    await page.getByRole('grid').getByRole('row').nth(1).click();
    for (let done = 0; done < byKey; done += 1) {
      const number = await panel(page).getByRole('heading').first().textContent();
      await page.keyboard.press('Control+Enter');
      await expect(panel(page).getByRole('heading').first()).not.toHaveText(number ?? '');
    }
    const verified = (await ordersOf(api)).filter(({ finance }) => finance.stage === 'verified');
    expect(verified).toHaveLength(byKey);
    await verifyRest(api);
    await expect(page.getByText('没有符合条件的内容')).toBeVisible();
    await page.close();
    await expectGreen(books);
  });
  const amountFen = totalFen(
    (await ordersOf(api)).map(({ finance }) => ({ amountFen: finance.amountFen ?? 0 })),
  );

  const second = await signIn(browser, server, 'finance2', desktop);
  const { page } = second;
  const dialog = page.getByRole('dialog');
  const verdicts = async (done: number): Promise<void> => {
    await expect(dialog.getByRole('status')).toHaveText(`成功 ${done}，失败 0`, { timeout: 60_000 });
    await dialog.getByRole('button', { name: '关闭' }).last().click();
  };

  await test.step('somebody else approves all at once', async () => {
    await page.goto(`${server.url}/finance/approve?customer=${insurer.id}`);
    await tickAll(page);
    await page.getByRole('button', { name: '批量核价' }).click();
    await expect(dialog).toContainText(yuan(amountFen));
    await dialog.getByRole('button', { name: '批量核价' }).click();
    await verdicts(many);
    await expectGreen(books);
  });

  await test.step('all are put on a statement of the month', async () => {
    await page.goto(`${server.url}/finance/approve?billable=1&customer=${insurer.id}`);
    await tickAll(page);
    await page.getByRole('button', { name: '生成对账单' }).click();
    await dialog.getByRole('button', { name: '生成对账单' }).click();
    await verdicts(many);
    await page.waitForURL(/\/finance\/statements\/[0-9A-Z]{26}$/);
    await expectGreen(books);
  });
  const statementId = page.url().split('/').at(-1) ?? '';
  const statement = async (): Promise<Statement> => {
    const found = (await api.documents<Statement>('statements')).find(({ id }) => id === statementId);
    if (!found) throw new Error('The statement is gone');
    return found;
  };
  const lines = (count: number) =>
    expect(page.getByRole('grid', { name: insurer.name })).toHaveAttribute(
      'aria-rowcount',
      String(count + 1),
    );
  const figure = (name: string) =>
    page.getByRole('main').locator('dl > div').filter({ hasText: name }).locator('dd');

  await test.step('two are taken off, and one of them comes back', async () => {
    await lines(many);
    for (const row of [1, 2]) await page.getByRole('grid').getByRole('checkbox').nth(row).check();
    await page.getByRole('button', { name: '移出' }).click();
    await dialog.getByRole('button', { name: '移出' }).click();
    await verdicts(2);
    await lines(many - 2);
    await page.getByRole('button', { name: '添加订单' }).click();
    await page.getByRole('grid').getByRole('checkbox').nth(1).check();
    await page.getByRole('button', { name: '生成对账单' }).click();
    await dialog.getByRole('combobox', { name: '加入到' }).selectOption({ index: 1 });
    await dialog.getByRole('button', { name: '生成对账单' }).click();
    await verdicts(1);
    await page.waitForURL(`**/finance/statements/${statementId}`);
    await lines(many - 1);
    await expectGreen(books);
  });
  const drafted = await statement();
  expect(drafted.lines).toHaveLength(many - 1);

  await test.step('it is sent', async () => {
    await page.getByRole('button', { name: '发送并锁定' }).click();
    await expect(dialog).toContainText(yuan(drafted.totalFen));
    await dialog.getByRole('button', { name: '发送并锁定' }).click();
    await expect(page.getByText('已发送').first()).toBeVisible();
    await expectGreen(books);
  });

  const [one, two, three] = [drafted.lines[20], drafted.lines[200], drafted.lines[400]].map((line) => ({
    id: line?.id ?? '',
    number: line?.number ?? '',
  }));
  if (!one || !two || !three) throw new Error('There are too few lines');
  await test.step('the insurer’s list differs in three: one is accepted, two are disputed', async () => {
    const buffer = await theirList(drafted.lines, { [one.id]: -1_234, [two.id]: -2_000, [three.id]: 501 });
    const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    for (const [left, button] of [
      [[three], '按客户金额接受'],
      [[one, two], '登记异议'],
    ] as const) {
      await page.getByRole('button', { name: '对照客户表' }).click();
      await dialog.locator('input[type=file]').setInputFiles({ name: '长河.xlsx', mimeType, buffer });
      const differing = button === '登记异议' ? 2 : 3;
      await expect(dialog.getByRole('status')).toHaveText(
        `一致 ${many - 1 - differing}，金额不同 ${differing}，客户表没有 0，对账单没有 0`,
      );
      const rows = dialog.getByRole('row');
      for (const { number } of differing === 3 ? [one, two] : [])
        await rows.filter({ hasText: number }).getByRole('checkbox').uncheck();
      await dialog.getByRole('button', { name: button }).click();
      await verdicts(left.length);
      await expectGreen(books);
    }
    const matched = await statement();
    expect(matched).toMatchObject({ state: 'disputed', totalFen: drafted.totalFen + 501 });
  });

  await test.step('what is not disputed can be received meanwhile, in part', async () => {
    await receive(page, '10000.01');
    await expect(figure('已收')).toHaveText(yuan(1_000_001));
    expect(await statement()).toMatchObject({ state: 'disputed', receivedFen: 1_000_001 });
    await expectGreen(books);
  });

  await test.step('one dispute is settled by paying less, the other by holding to the price', async () => {
    await page.getByLabel('状态', { exact: true }).click();
    await page.getByRole('checkbox', { name: '有异议' }).check();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('grid').getByRole('row')).toHaveCount(3);
    await settle(page, one.number, '-12.34', '按导航里程');
    await expectGreen(books);
    expect((await statement()).state).toBe('disputed');
    await settle(page, two.number, undefined, '司机有照片，按原价');
    await expectGreen(books);
    expect(await statement()).toMatchObject({ state: 'sent', totalFen: drafted.totalFen + 501 - 1_234 });
  });

  await test.step('the receipt was entered wrongly: it is reversed, and entered again', async () => {
    await page.getByRole('button', { name: '收款', exact: true }).click();
    await panel(page).getByRole('button', { name: '撤销收款' }).click();
    await dialog.getByRole('textbox', { name: '原因' }).fill('金额录错');
    await dialog.getByRole('button', { name: '撤销收款' }).click();
    await expect(dialog).toBeHidden({ timeout: 30_000 });
    await expect(figure('已收')).toHaveText(yuan(0));
    await expectGreen(books);
    expect((await ordersOf(api)).filter(({ finance }) => finance.stage === 'posted')).toHaveLength(0);
    await receive(page, '20000');
    await expectGreen(books);
  });

  await test.step('the rest settles it', async () => {
    await receive(page);
    await expect(page.getByText('已结清').first()).toBeVisible();
    await expectGreen(books);
    const { state, totalFen: owed, receivedFen, lines: all } = await statement();
    expect({ state, receivedFen }).toEqual({ state: 'settled', receivedFen: owed });
    const posted = (await ordersOf(api)).filter(({ finance }) => finance.stage === 'posted');
    expect(posted.map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort());
    expect(totalFen(posted.map(({ finance }) => ({ amountFen: finance.receivedFen ?? 0 })))).toBe(owed);
  });
  await Promise.all([first.context.close(), second.context.close()]);
});

const yuan = (fen: number): string =>
  `¥${(fen / 100).toLocaleString('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;

/** The list brings in 200 at a time. */
async function tickAll(page: Page): Promise<void> {
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '201');
  await page.getByRole('grid').getByRole('checkbox').first().check();
  await page.getByRole('button', { name: '全选所有符合条件的' }).click();
  await expect(page.getByRole('toolbar', { name: '已选的行' })).toContainText(`已选 ${many} 项`);
}

/** The light of the ledger check, looked at anew. */
async function expectGreen(books: Page): Promise<void> {
  const answered = books.waitForResponse('**/api/finance/accounts');
  await books.getByRole('button', { name: '刷新' }).click();
  await answered;
  await expect(books.getByText(/账实相符/)).toBeVisible();
  await expect(books.getByText(/不一致/)).toBeHidden();
}

/** @param amount all that is open, unless said */
async function receive(page: Page, amount?: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: '登记收款' }).click();
  if (amount) await dialog.getByRole('textbox', { name: '收款金额' }).fill(amount);
  await dialog.getByRole('combobox', { name: '入账方式' }).selectOption({ label: '银行转账' });
  await dialog.getByRole('button', { name: '登记收款' }).click();
  await expect(dialog).toBeHidden({ timeout: 30_000 });
}

async function settle(page: Page, number: string, amount: string | undefined, how: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await page.getByRole('grid').getByText(number).click();
  await panel(page).getByRole('button', { name: '处理异议' }).click();
  if (amount) await dialog.getByRole('textbox', { name: '因此增减金额' }).fill(amount);
  await dialog.getByRole('textbox', { name: /处理结果/ }).fill(how);
  await dialog.getByRole('button', { name: '处理异议' }).click();
  await expect(dialog).toBeHidden({ timeout: 30_000 });
}
