// A statement as it leaves the house: its file and its sheet of paper say what the page says.
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { readSheet } from 'read-excel-file/node';
import { desktop, expect, newId, signIn, test } from './fixtures.ts';
import { priced } from './sent-statement.ts';
import { formatMoney } from '#schemas/core/yuan.ts';
import { dueOf, type Statement } from '#schemas/finance/statements/statement.ts';

const many = 5;

test('a statement’s file and its print have the lines and the total of the page', async ({
  browser,
  server,
}) => {
  const finance = await server.api('finance2');
  const orders = (await priced(finance)).slice(0, many);
  const id = newId();
  const adjusted = { lineId: orders[0]?.id, amountFen: -1_234, reason: '少算里程' };
  await finance.command([
    {
      ...{ type: 'open-statement', orderId: id },
      payload: { customerId: orders[0]?.customerId, period: { from: '2020-01-01', until: '2099-12-31' } },
    },
    ...orders.map((order) => ({ type: 'add-to-statement', orderId: order.id, payload: { statementId: id } })),
    { type: 'adjust-line', orderId: id, payload: adjusted },
    { type: 'send-statement', orderId: id, payload: {} },
  ]);
  const statement = (await finance.documents<Statement>('statements')).find((one) => one.id === id);
  if (!statement) throw new Error('The statement is not there');
  const total = formatMoney(statement.totalFen);

  const { page } = await signIn(browser, server, 'finance2', desktop);
  await page.goto(`${server.url}/finance/statements/${id}`);
  const grid = page.getByRole('grid');
  await test.step('the page has the lines and the total', async () => {
    await expect(grid.getByRole('row')).toHaveCount(many + 1);
    for (const line of statement.lines)
      await expect(grid.getByRole('row').filter({ hasText: line.number })).toContainText(
        formatMoney(dueOf(line)),
      );
    await expect(page.getByRole('main').locator('dl')).toContainText(total);
  });

  await test.step('the file has the same, each an amount that a spreadsheet adds up', async () => {
    const rows = await exported(page);
    const head = rows.findIndex((row) => row.includes('单号'));
    const place = (name: string) => rows[head]?.indexOf(name) ?? -1;
    const lines = rows.slice(head + 1, head + 1 + many);
    const inFile = lines.map((row) => [row[place('单号')], row[place('应收')]]);
    const onPage = statement.lines.map((line) => [line.number, dueOf(line) / 100]);
    expect(sorted(inFile)).toEqual(sorted(onPage));
    const sum = rows[head + 1 + many];
    expect(sum?.[place('应收')]).toBe(statement.totalFen / 100);
    const added = lines.reduce((fen, row) => fen + Math.round(Number(row[place('应收')]) * 100), 0);
    expect(added).toBe(statement.totalFen);
  });

  await test.step('and so has the paper', async () => {
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const paper = page.getByRole('table');
    await expect(paper.locator('tbody').getByRole('row')).toHaveCount(many);
    await expect(paper.locator('tfoot')).toContainText(total);
    for (const line of statement.lines) await expect(paper.locator('tbody')).toContainText(line.number);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  });
});

async function exported(page: Page): Promise<(readonly unknown[])[]> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出' }).click();
  await page.getByRole('menuitem', { name: '导出 Excel' }).click();
  return readSheet(await readFile(await (await download).path()));
}

const sorted = (rows: readonly (readonly unknown[])[]): unknown[] =>
  rows.toSorted((a, b) => String(a[0]).localeCompare(String(b[0])));
