// A customer with the link and the password of a statement: he reads it on his phone, disputes an order, and confirms
// the rest of it when that was settled.
import type { Page } from '@playwright/test';
import { desktop, expect, phone, signIn, test } from './fixtures.ts';
import { panel } from './office.ts';
import { priced, sentStatement } from './sent-statement.ts';
import type { Statement } from '#schemas/finance/statements/statement.ts';

test('a customer reads, disputes and confirms a statement by its link', async ({ browser, server }) => {
  const finance = await server.api('finance2');
  const id = await sentStatement(finance, await priced(finance));
  const statement = async (): Promise<Statement | undefined> =>
    (await finance.documents<Statement>('statements')).find((one) => one.id === id);
  const [line] = (await statement())?.lines ?? [];
  if (!line) throw new Error('The statement is empty');
  const { page } = await signIn(browser, server, 'finance2', desktop);
  await page.goto(`${server.url}/finance/statements/${id}`);
  await page.getByRole('button', { name: '客户链接' }).click();
  await panel(page).getByRole('button', { name: '生成链接' }).click();
  const told = page.getByRole('dialog').locator('code');
  await expect(told).toHaveCount(2);
  const [address, password] = await told.allTextContents();
  await page.getByRole('dialog').getByRole('button', { name: '已保存' }).click();

  const context = await browser.newContext({ viewport: { ...phone, width: 320 }, locale: 'zh-CN' });
  const guest = await context.newPage();
  await test.step('without the password he sees nothing', async () => {
    await guest.goto(server.url + new URL(address ?? '').pathname);
    await guest.getByLabel('密码').fill('abcd-efg-hjkm');
    await guest.getByRole('button', { name: '打开对账单' }).click();
    await expect(guest.getByRole('alert')).toHaveText('密码不正确。');
    await expect(guest.getByText(line.plate)).toHaveCount(0);
  });

  await test.step('with it he reads it, on a narrow phone too', async () => {
    await guest.getByLabel('密码').fill((password ?? '').toUpperCase());
    await guest.getByRole('button', { name: '打开对账单' }).click();
    await expect(guest.getByText('待确认')).toBeVisible();
    await expect(guest.getByRole('listitem').filter({ hasText: line.plate })).toBeVisible();
    await expectReadable(guest);
  });

  await test.step('he disputes an order, and the office sees why', async () => {
    const mine = guest.getByRole('listitem').filter({ hasText: line.number });
    await mine.getByRole('link', { name: '提出异议' }).click();
    await expectReadable(guest);
    await guest.getByRole('textbox').first().fill('没有拖车，只搭了电');
    await guest.getByRole('textbox').nth(1).fill('100');
    await guest.getByRole('button', { name: '提交异议' }).click();
    await expect(mine).toContainText('没有拖车，只搭了电');
    await expect(guest.getByText('有异议')).toBeVisible();
    await expect(guest.getByText('确认整份对账单')).toHaveCount(0);
    await page.getByRole('grid').getByText(line.number).click();
    await expect(panel(page).getByText('没有拖车，只搭了电')).toBeVisible();
  });

  await test.step('once it is settled he confirms all of it', async () => {
    const payload = { lineId: line.id, resolution: '按搭电计价', amountFen: -100 };
    await finance.command([{ type: 'settle-dispute', orderId: id, payload }]);
    await guest.reload();
    await expect(guest.getByRole('listitem').filter({ hasText: line.number })).toContainText('按搭电计价');
    await guest.locator('summary').click();
    await guest.getByRole('textbox', { name: /备注/ }).fill('金经理确认');
    await guest.getByRole('button', { name: '确认整份对账单' }).click();
    await expect(guest.getByText('已确认').first()).toBeVisible();
    await expectReadable(guest);
    await expect(page.getByRole('main').locator('dl').getByText('已确认')).toBeVisible();
    expect(await statement()).toMatchObject({ state: 'confirmed', confirmed: { note: '金经理确认' } });
  });
  await context.close();
});

/** Nothing is wider than the screen, and no date is broken at one of its hyphens. */
async function expectReadable(page: Page): Promise<void> {
  const { overflow, dates, broken } = await page.evaluate(() => {
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: { text: string; lines: number }[] = [];
    for (let node = words.nextNode(); node; node = words.nextNode()) {
      for (const match of (node.nodeValue ?? '').matchAll(/\d{4}-\d{2}-\d{2}/g)) {
        const range = document.createRange();
        range.setStart(node, match.index);
        range.setEnd(node, match.index + match[0].length);
        found.push({ text: match[0], lines: range.getClientRects().length });
      }
    }
    const { scrollWidth, clientWidth } = document.documentElement;
    return {
      overflow: scrollWidth - clientWidth,
      dates: found.length,
      broken: found.filter(({ lines }) => lines > 1),
    };
  });
  expect(dates).toBeGreaterThan(0);
  expect({ overflow, broken }).toEqual({ overflow: 0, broken: [] });
}
