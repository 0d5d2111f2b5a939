// 5,000 customers, vehicles and employees from spreadsheets: how long a person waits from choosing the file until
// the last row is written, how long until all is taken back, and whether the page answers meanwhile.
import type { Browser, Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, describe, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { openBrowser, signedInPage, synced, whenVisible } from './browser.ts';
import { startOurs, type Ours } from './ours.ts';
import { report } from './report.ts';

const rows = 5000;
const mostSeconds = 10;
/** What is longer is felt as a page that stands still. */
const mostMs = 200;

type Cells = readonly (string | number)[];

interface Sheet {
  readonly kind: 'customers' | 'vehicles' | 'staff';
  readonly headers: Cells;
  readonly row: (at: number) => Cells;
}

const customers: Sheet = {
  kind: 'customers',
  headers: ['客户名称', '客户类型', '所属网点', '联系人', '联系电话', '地址', '结算周期', '结算日', '备注'],
  row: (at) => [
    ...[`物流公司 ${at}`, '保险公司', 'outlet-1', `王 ${at}`, 13_900_000_000 + at],
    ...[`杭州市文三路 ${at} 号`, '月结', 25, ''],
  ],
};
const changedCustomers: Sheet = {
  kind: 'customers',
  headers: ['客户名称', '客户类型', '联系电话', '地址'],
  row: (at) => [`物流公司 ${at}`, '保险公司', 13_800_000_000 + at, `杭州市文二路 ${at} 号`],
};
const vehicles: Sheet = {
  kind: 'vehicles',
  headers: ['车牌', '车辆类型', '网点', '状态', '司机', '服务', '厂牌型号', '最大载重', '保险到期日', '备注'],
  row: (at) => [
    ...[`浙B${10_000 + at}`, '平板拖车', 'outlet-1', '可用', 'driver1、driver2', '拖车牵引'],
    ...['江淮帅铃', '5吨', 46_500 + (at % 300), ''],
  ],
};
const staff: Sheet = {
  kind: 'staff',
  headers: ['姓名', '用户名', '角色', '所在网点', '手机', '工号', '上班时间', '入职日期', '备注'],
  row: (at) => [
    ...[`员工 ${at}`, `user${at}`, '司机', 'outlet-1', 13_900_000_000 + at],
    ...[`A${at}`, '08:00', '2026-03-01', ''],
  ],
};

describe('an import of 5,000 rows', () => {
  let ours: Ours;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    ours = await startOurs(() => Promise.resolve());
    browser = await openBrowser();
  }, 300_000);
  afterEach(() => page.context().close());
  afterAll(async () => {
    await browser?.close();
    await ours?.stop();
  });

  /** On a device of its own: what one has left to send would be waited for by the next. */
  const open = async ({ kind }: Sheet): Promise<void> => {
    page = await signedInPage(browser, ours.port, 'admin');
    await page.goto(`http://127.0.0.1:${ours.port}/import/${kind}`);
    await whenVisible(page, synced);
    await page.evaluate(watchTasks);
  };
  const importSheet = async (sheet: Sheet): Promise<Measured> => {
    const buffer = await asFile(sheet);
    const file = { name: `${sheet.kind}.xlsx`, mimeType: 'application/octet-stream', buffer };
    return measured(page, '导入完成', async () => {
      await page.locator('input[type=file]').setInputFiles(file);
      await page.getByRole('button', { name: /^导入 5,?000 行$/ }).click({ timeout: 120_000 });
    });
  };
  const undo = async (): Promise<Measured> => {
    await page.getByRole('button', { name: '撤销导入' }).click();
    const button = page.getByRole('dialog').getByRole('button', { name: '撤销导入' });
    await button.waitFor();
    return measured(page, '已撤销', () => button.click());
  };

  for (const sheet of [vehicles, staff])
    it(`${sheet.kind} are written and taken back`, async () => {
      await open(sheet);
      tell(`import of 5,000 ${sheet.kind}`, await importSheet(sheet));
      tell(`undo of 5,000 new ${sheet.kind}`, await undo());
    });

  it('customers are written, changed by another import, and given their former values back', async () => {
    await open(customers);
    tell('import of 5,000 customers', await importSheet(customers));
    await page.getByRole('button', { name: '继续导入' }).click();
    await whenVisible(page, synced);
    tell('import that changes 5,000 customers', await importSheet(changedCustomers));
    tell('undo of 5,000 changed customers', await undo());
  });
});

const asFile = ({ headers, row }: Sheet): Promise<Buffer> =>
  writeXlsxFile(
    [headers, ...Array.from({ length: rows }, (_, at) => row(at + 1))].map((cells) =>
      cells.map((value) => ({ value, type: typeof value === 'number' ? Number : String })),
    ),
  ).toBuffer();

interface Measured {
  readonly seconds: number;
  readonly longestMs: number;
}

/** By the page's own clock, from before something is done until the page says that it is. */
async function measured(page: Page, end: string, act: () => Promise<void>): Promise<Measured> {
  await page.evaluate(() => void (longTasks.length = 0));
  const began = await page.evaluate(() => performance.now());
  await act();
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

function tell(name: string, { seconds, longestMs }: Measured): void {
  report({
    ...{ name, ours: rows / seconds, unit: 'rows/s', ratio: seconds },
    target: `at most ${mostSeconds} s`,
    reached: seconds <= mostSeconds,
  });
  report({
    ...{ name: `${name}: longest task`, ours: longestMs, unit: 'ms', ratio: longestMs },
    target: `at most ${mostMs} ms`,
    reached: longestMs <= mostMs,
  });
}
