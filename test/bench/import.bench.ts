// 5,000 customers from a spreadsheet: how fast they are written and taken back, and whether the page answers meanwhile.
import type { Browser, Locator, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { openBrowser, signedInPage, synced, whenVisible } from './browser.ts';
import { startOurs, type Ours } from './ours.ts';
import { report } from './report.ts';

const rows = 5000;
const mostSeconds = 10;
/** What is longer is felt as a page that stands still. */
const mostMs = 200;

const sheet = [
  '客户名称,客户类型,联系人,联系电话',
  ...Array.from(
    { length: rows },
    (_, at) => `物流公司 ${at + 1},保险公司,王 ${at + 1},${13_900_000_000 + at}`,
  ),
].join('\n');

describe('an import of 5,000 rows', () => {
  let ours: Ours;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    ours = await startOurs(() => Promise.resolve());
    browser = await openBrowser();
    page = await signedInPage(browser, ours.port, 'admin');
    await page.goto(`http://127.0.0.1:${ours.port}/import/customers`);
    await whenVisible(page, synced);
    await page.evaluate(watchTasks);
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await ours?.stop();
  });

  it('is written', async () => {
    const file = { name: 'customers.csv', mimeType: 'text/csv', buffer: Buffer.from(sheet) };
    await page.locator('input[type=file]').setInputFiles(file);
    const button = page.getByRole('button', { name: /^导入 5,?000 行$/ });
    await button.waitFor({ timeout: 60_000 });
    tell('import', await measured(page, button, '导入完成'));
  });

  it('is taken back', async () => {
    await page.getByRole('button', { name: '撤销导入' }).click();
    const button = page.getByRole('dialog').getByRole('button', { name: '撤销导入' });
    tell('undo an import', await measured(page, button, '已撤销'));
  });
});

interface Measured {
  readonly seconds: number;
  readonly longestMs: number;
}

async function measured(page: Page, button: Locator, end: string): Promise<Measured> {
  await button.waitFor();
  await page.evaluate(() => void (longTasks.length = 0));
  const began = await page.evaluate(() => performance.now());
  await button.click();
  const ended = await whenVisible(page, end);
  const longestMs = await page.evaluate(() => Math.max(0, ...longTasks));
  return { seconds: (ended - began) / 1000, longestMs };
}

declare const longTasks: number[];

/** In the page: what kept it from answering for 50 ms and more. */
function watchTasks(): void {
  const found: number[] = [];
  Object.assign(window, { longTasks: found });
  const note = (list: PerformanceObserverEntryList) =>
    found.push(...list.getEntries().map(({ duration }) => duration));
  new PerformanceObserver(note).observe({ type: 'longtask' });
}

function tell(what: string, { seconds, longestMs }: Measured): void {
  report({
    ...{ name: `${what} of 5,000 rows`, ours: rows / seconds, unit: 'rows/s', ratio: seconds },
    target: `at most ${mostSeconds} s`,
    reached: seconds <= mostSeconds,
  });
  report({
    ...{ name: `${what}: longest task`, ours: longestMs, unit: 'ms', ratio: longestMs },
    target: `at most ${mostMs} ms`,
    reached: longestMs <= mostMs,
  });
}
