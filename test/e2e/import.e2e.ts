// Vehicles come from a spreadsheet: the template is filled in, what is wrong is mended, and it is all taken back.
import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { readSheet } from 'read-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';
import type { Vehicle } from '#schemas/fleet/vehicle.ts';
import type { Outlet } from '#schemas/outlets/outlet.ts';
import { faultsHere } from './axe.ts';
import { desktop, expect, signIn, test, type Api } from './fixtures.ts';

const name = (path: string) => ({ name: path, mimeType: 'application/octet-stream' });

async function asFile(headers: readonly string[], rows: readonly (readonly (string | number)[])[]) {
  const cells = [headers, ...rows].map((row) =>
    row.map((value) => ({ value, type: typeof value === 'number' ? Number : String })),
  );
  return { ...name('vehicles.xlsx'), buffer: await writeXlsxFile(cells).toBuffer() };
}

/** In the order of the template: plate, type, outlet; the rest of the columns may be missing. */
async function templateHeaders(page: Page): Promise<string[]> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载模板' }).click();
  const [headers = []] = await readSheet(await readFile(await (await download).path()));
  return headers.map(String);
}

const vehiclesOf = async (api: Api, prefix: string) =>
  (await api.documents<Vehicle & { _deleted: boolean }>('vehicles')).filter(
    ({ plate, _deleted }) => !_deleted && plate?.startsWith(prefix),
  );

async function firstOutlet(api: Api): Promise<string> {
  const [outlet] = await api.documents<Outlet>('outlets');
  if (!outlet) throw new Error('The demo company has outlets');
  return outlet.name;
}

const settled = (page: Page) => expect(page.locator('a[href="/sync"]')).toContainText('已同步');

async function openImport(page: Page): Promise<void> {
  await page.getByRole('link', { name: '车辆管理' }).first().click();
  await page.getByRole('link', { name: '导入', exact: true }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: '导入车辆' })).toBeVisible();
}

test('a filled template is imported after two errors were mended, and undone', async ({
  browser,
  server,
}) => {
  const api = await server.api('admin');
  const outlet = await firstOutlet(api);
  const { page } = await signIn(browser, server, 'admin', desktop);
  await settled(page);
  await openImport(page);
  const headers = await templateHeaders(page);
  expect(headers.slice(0, 3)).toEqual(['车牌*', '车辆类型*', '网点*']);
  const file = await asFile(headers.slice(0, 3), [
    ['浙C00001', '平板拖车', outlet],
    ['浙C00002', '平板车', outlet],
    ['浙C3', '平板拖车', outlet],
    ['浙C00004', '平板拖车', outlet],
  ]);
  await page.locator('input[type=file]').setInputFiles(file);
  await expect(page.getByText('2 行有误，不会导入')).toBeVisible();
  expect(await faultsHere(page, 'rows with errors')).toEqual([]);
  await expect(page.getByRole('button', { name: '导入 2 行' })).toBeVisible();

  await page.getByRole('grid').getByText('浙C00002').click();
  const editor = page.getByRole('complementary');
  await expect(editor).toContainText('找不到“平板车”');
  await editor.getByRole('combobox', { name: '车辆类型' }).fill('平板拖车');
  await editor.getByRole('combobox', { name: '车辆类型' }).press('Tab');
  await expect(editor).toContainText('新增');
  await editor.getByRole('button', { name: '下一处错误' }).click();
  await expect(editor.getByRole('combobox', { name: '车牌' })).toHaveValue('浙C3');
  await editor.getByRole('combobox', { name: '车牌' }).fill('浙C00003');
  await editor.getByRole('combobox', { name: '车牌' }).press('Tab');

  await page.getByRole('button', { name: '导入 4 行' }).click();
  await expect(page.getByRole('heading', { name: '导入完成' })).toBeVisible();
  await expect.poll(async () => (await vehiclesOf(api, '浙C0000')).length).toBe(4);
  await settled(page);

  await page.getByRole('button', { name: '撤销导入' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '撤销导入' }).click();
  await expect(page.getByText('已撤销，删除了 4 条')).toBeVisible();
  await settled(page);
  await expect.poll(async () => latest(api, '浙C0000')).toEqual([]);

  await test.step('a column is matched by hand, a bad row left out, chosen rows imported, and what they changed restored', async () => {
    const [known] = await vehiclesOf(api, '浙');
    if (!known) throw new Error('The demo company has vehicles');
    await page.getByRole('button', { name: '继续导入' }).click();
    const rows = [
      [known.plate, '', '', '江淮新款'],
      ['浙C10001', '平板拖车', outlet, '东风'],
      ['浙C10002', '平板拖车', outlet, '东风'],
      ['浙C3', '平板拖车', outlet, '东风'],
    ];
    await page.locator('input[type=file]').setInputFiles(await asFile(['车牌', '类型', '归口', '甲'], rows));
    await page.getByRole('combobox', { name: '归口: 导入为' }).selectOption({ label: '网点 *' });
    await page.getByRole('combobox', { name: '甲: 导入为' }).selectOption({ label: '厂牌型号' });
    await page.getByRole('button', { name: '下一步：核对' }).click();
    const grid = page.getByRole('grid');
    await grid.getByText('浙C3').first().click();
    await page.getByRole('button', { name: '不导入这一行' }).click();
    await expect(page.getByRole('button', { name: '导入 3 行' })).toBeVisible();
    for (const plate of [known.plate, '浙C10001'])
      await page.getByRole('row').filter({ hasText: plate }).getByRole('checkbox').check();
    await page.getByRole('button', { name: '导入选中的 2 行' }).click();
    await expect(page.getByRole('heading', { name: '导入完成' })).toBeVisible();
    const modelOf = async () => (await vehiclesOf(api, known.plate)).at(-1)?.model;
    await expect.poll(modelOf).toBe('江淮新款');
    await expect.poll(() => latest(api, '浙C1000')).toEqual(['浙C10001']);

    // Also after a reload.
    await settled(page);
    await page.goto(`${server.url}/import/vehicles`);
    await expect(page.getByText('新增了 1 条，更新了 1 条')).toBeVisible();
    await page.getByRole('button', { name: '撤销导入' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '撤销导入' }).click();
    await expect(page.getByText('已撤销，删除了 1 条，还原了 1 条')).toBeVisible();
    await expect.poll(modelOf).toBe(known.model);
    await expect.poll(() => latest(api, '浙C1000')).toEqual([]);
  });

  await test.step('an import that is stopped keeps what it has written, which can be undone', async () => {
    const plates = Array.from({ length: 250 }, (_, at) => [`浙E${20_000 + at}`, '平板拖车', outlet]);
    await page.locator('input[type=file]').setInputFiles(await asFile(['车牌', '类型', '网点'], plates));
    const button = page.getByRole('button', { name: '导入 250 行' });
    await expect(button).toBeVisible();
    await page.evaluate(stopAtFirstProgress);
    await button.click();
    await expect(page.getByRole('heading', { name: '导入已停止' })).toBeVisible();
    await expect(page.getByRole('definition')).toHaveText(['100 行', '0 行', '150 行']);
    await page.getByRole('button', { name: '撤销导入' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '撤销导入' }).click();
    await expect(page.getByText('已撤销，删除了 100 条')).toBeVisible();
  });
});

/** In the page: a hand that is quick enough to press as soon as the page says that it is under way. */
function stopAtFirstProgress(): void {
  const observer = new MutationObserver(() => {
    const progress = document.querySelector('progress');
    if (!progress || progress.value === 0) return;
    observer.disconnect();
    [...document.querySelectorAll('button')].find(({ textContent }) => textContent === '停止')?.click();
  });
  observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
}

/** The plates that are still there: a deletion comes as a document of its own. */
async function latest(api: Api, prefix: string): Promise<string[]> {
  const documents = await api.documents<Vehicle & { _deleted: boolean }>('vehicles');
  const byId = new Map(documents.map((document) => [document.id, document]));
  return [...byId.values()]
    .filter(({ plate, _deleted }) => !_deleted && plate?.startsWith(prefix))
    .map(({ plate }) => plate);
}

test('without a network rows are imported all the same, and sent when it is back', async ({
  browser,
  server,
}) => {
  const api = await server.api('admin');
  const outlet = await firstOutlet(api);
  const { page, context } = await signIn(browser, server, 'admin', desktop);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await settled(page);
  await context.setOffline(true);
  await openImport(page);
  const file = await asFile(
    ['车牌号', '类型', '所属网点', '购置价格'],
    [
      ['浙D00001', '平板拖车', outlet, 200_000],
      ['浙D00002', '平板拖车', outlet, 300_000],
    ],
  );
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await page.getByRole('button', { name: '导入 2 行' }).click();
  await expect(page.getByText('目前离线')).toBeVisible();
  expect(await vehiclesOf(api, '浙D')).toEqual([]);
  await page.getByRole('link', { name: '查看列表' }).click();
  await expect(page.getByRole('grid')).toContainText('浙D00002');

  await context.setOffline(false);
  await expect.poll(() => latest(api, '浙D')).toHaveLength(2);
});
