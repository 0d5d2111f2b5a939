// What helps somebody who sets up a company for the first time, where he would get stuck otherwise.
import type { Page } from '@playwright/test';
import writeXlsxFile from 'write-excel-file/node';
import { desktop, expect, phone, signIn, test } from './fixtures.ts';
import { choose, expectSaved, settled } from './office.ts';

// Ends a hang; on a quiet machine each takes half a minute.
test.setTimeout(240_000);

test('prices, vehicles and coordinates are entered without a manual', async ({ browser, server }) => {
  const { page } = await signIn(browser, server, 'admin', desktop);
  await settled(page);

  await test.step('the company stands under the mark', async () => {
    await expect(page.getByRole('navigation').first()).toContainText('钱江道路救援');
  });

  await test.step('a contract price shows the few fields that matter, and empty ones are free', async () => {
    await page.goto(`${server.url}/customers/new`);
    await fill(page, { 客户名称: '城西车友会' });
    await choose(page, '客户类型', '平台');
    await page.getByRole('button', { name: '新增价目' }).click();
    await expect(page.getByLabel('夜间加价')).toBeHidden();
    await expect(page.getByRole('combobox', { name: '适用服务' })).toHaveAttribute('placeholder', '全部服务');
    await page.getByLabel('起步价').fill('300');
    await page.getByLabel('空驶费').fill('80');
    await page.getByLabel('空驶费').fill('');
    await save(page, '城西车友会');
    await unfold(page);
    await expect(page.getByLabel('空驶费')).toHaveValue('');
  });

  await test.step('who pays by the month is asked for the day, and told what an empty method means', async () => {
    const method = page.getByRole('combobox', { name: '入账方式' });
    await expect(method).toHaveAttribute('placeholder', '核单时选择');
    await page.getByRole('combobox', { name: '结算周期' }).selectOption('monthly');
    await expect(method).toHaveAttribute('placeholder', '按结算周期');
    const day = page.getByRole('textbox', { name: '结算日' });
    await expect(day).toHaveAttribute('aria-required', 'true');
    await expect(day).toHaveAccessibleDescription('每月几号，1–28');
    await day.fill('25');
  });

  await test.step('the others unfold, and a night without times is the usual one', async () => {
    await more(page).click();
    await page.getByLabel('夜间加价').fill('20');
    await expect(page.getByLabel('夜间开始')).toHaveValue('22:00');
    await expect(page.getByLabel('夜间结束')).toHaveValue('06:00');
    await page.getByLabel('等候每小时').fill('60');
    await save(page, '城西车友会');
    await page.reload();
    await unfold(page);
    await expect(page.getByLabel('夜间加价')).toBeVisible();
    await expect(more(page)).toContainText('已填 2 项');
  });

  await test.step('what is wrong among them does not stay folded away', async () => {
    await page.getByRole('button', { name: '以此新增版本' }).click();
    const added = page.getByRole('group', { name: '价目 2' });
    await added.getByRole('button', { name: '添加约定单价' }).click();
    await more(added).click();
    await expect(added.getByRole('combobox', { name: '收费项目' })).toBeHidden();
    await page.getByRole('button', { name: /^保存/ }).click();
    await expect(added.getByRole('combobox', { name: '收费项目' })).toBeFocused();
    await page.getByRole('button', { name: '移除第 1 项' }).click();
    await save(page, '城西车友会');
  });

  await test.step('a vehicle is told at once what its type cannot do', async () => {
    await page.goto(`${server.url}/vehicles/new`);
    await fill(page, { 车牌: '浙A0P9N8' });
    await choose(page, '车辆类型', '平板');
    await choose(page, '网点', '拱墅');
    await page.getByRole('button', { name: /^选用此类型常做的/ }).click();
    await expect(page.getByRole('button', { name: '移除 拖车牵引' })).toBeVisible();
    await expect(page.getByText('做不了')).toBeHidden();
    await choose(page, '服务', '吊装');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('status').filter({ hasText: '做不了' })).toContainText('吊装');
    await save(page, '浙A0P9N8');
  });

  await test.step('a dialog with a map begins where one types', async () => {
    await page.goto(`${server.url}/orders/new`);
    await page.getByRole('combobox', { name: '救援地点', exact: true }).fill('文三路 1 号');
    await page.getByRole('button', { name: '在地图上选' }).click();
    await expect(page.getByRole('dialog').getByRole('textbox', { name: '坐标' })).toBeFocused();
    await page.keyboard.press('Escape');
  });

  await test.step('the map that numbers come from is chosen once', async () => {
    await page.goto(`${server.url}/outlets/new`);
    const system = page.getByRole('combobox', { name: '坐标来自' });
    await expect(system).toHaveValue('gcj02');
    await page.getByRole('textbox', { name: '坐标' }).fill('GPS 120.1, 30.2');
    await expect(system).toHaveValue('wgs84');
    await page.getByRole('textbox', { name: '坐标' }).fill('https://uri.amap.com/marker?position=120.1,30.2');
    await expect(system).toHaveValue('gcj02');
    await system.selectOption('bd09');
    await page.reload();
    await expect(system).toHaveValue('bd09');
  });
});

test('a file of employees is mended by jumping from fault to fault, and they get passwords', async ({
  browser,
  server,
}) => {
  const { page } = await signIn(browser, server, 'admin', desktop);
  await settled(page);
  await page.goto(`${server.url}/import/staff`);
  const rows = [
    ['姓名', '用户名', '角色', '网点', '手机', '分机号', '备注'],
    ['宋一', 'song1', '司机', '拱墅网点', '13800138001', '', ''],
    ['宋二', 'song2', '司机', '拱墅网点', '138', 'x1', ''],
    ['宋三', 'song1', '司机', '拱墅网点', '139', '', ''],
  ];
  const buffer = await writeXlsxFile(rows.map((row) => row.map((value) => ({ value })))).toBuffer();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'staff.xlsx', mimeType: 'application/octet-stream', buffer });

  await test.step('all that is wrong with a row stands beside its verdict', async () => {
    await expect(page.getByText('2 行有误，不会导入')).toBeVisible();
    await expect(page.getByRole('row').filter({ hasText: '宋二' })).toContainText('只能填数字');
    await expect(page.getByRole('row').filter({ hasText: '宋三' })).toContainText('与第 2 行重复');
    await expect(page.getByRole('row').filter({ hasText: '宋三' })).toContainText('手机:');
  });

  const editor = page.getByRole('complementary');
  await test.step('one press leads to the first fault, and on to the next', async () => {
    await page.getByRole('button', { name: '逐行修改' }).click();
    const mobile = editor.getByRole('combobox', { name: '手机' });
    await expect(mobile).toBeFocused();
    await mobile.fill('13800138002');
    await editor.getByRole('combobox', { name: '分机号' }).fill('8123');
    await editor.getByRole('combobox', { name: '分机号' }).press('Tab');
    await editor.getByRole('button', { name: '下一处错误' }).click();
    await expect(editor.getByRole('combobox', { name: '用户名' })).toBeFocused();
    await editor.getByRole('combobox', { name: '用户名' }).fill('song3');
    await editor.getByRole('combobox', { name: '手机' }).fill('13800138003');
    await editor.getByRole('combobox', { name: '手机' }).press('Tab');
    await page.getByRole('button', { name: '导入 3 行' }).click();
    await expect(page.getByText('新员工还没有密码')).toBeVisible();
  });

  const password = await test.step('each gets a password of his own, shown this once', async () => {
    await page.getByRole('button', { name: '设置初始密码' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '生成密码' }).click();
    const list = dialog.getByRole('table', { name: '员工初始密码' });
    await expect(dialog.getByText('已设置 3 位')).toBeVisible();
    const [first, second] = await list.getByRole('code').allTextContents();
    expect(first).not.toBe(second);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await expect(page.locator('[data-printed=alone]')).toContainText(second ?? '?');
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await dialog.getByRole('button', { name: '关闭' }).last().click();
    return second ?? '';
  });

  await test.step('from the list nobody loses the one that he has', async () => {
    await page.goto(`${server.url}/staff?q=song`);
    await page.getByRole('row').filter({ hasText: '宋二' }).getByRole('checkbox').check();
    await page.getByRole('button', { name: '设置初始密码' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '生成密码' }).click();
    await expect(page.getByRole('dialog')).toContainText('已有密码，未改动：宋二');
  });

  await test.step('it opens the app, once, and has to be changed', async () => {
    const context = await browser.newContext({ viewport: phone, locale: 'zh-CN' });
    const mobile = await context.newPage();
    await mobile.goto(server.url);
    await mobile.getByLabel('用户名').fill('song2');
    await mobile.getByLabel('密码', { exact: true }).fill(password);
    await mobile.getByRole('button', { name: '登录' }).click();
    await expect(mobile.getByRole('heading', { level: 1 })).toHaveText('请先修改密码');
  });
});

test('a new employee that only this device knows', async ({ browser, server }) => {
  const { page, context } = await signIn(browser, server, 'admin', desktop);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await settled(page);

  await test.step('whose draft comes back without its password says so', async () => {
    await page.goto(`${server.url}/staff/new`);
    await fill(page, { 姓名: '余晚', 用户名: 'yuwan' });
    await choose(page, '角色', '司机');
    await choose(page, '网点', '拱墅');
    const sections = page.getByRole('navigation', { name: '本页内容' }).getByRole('button');
    await expect(sections).toContainText(['基本信息', '职位与网点', '登录账号', '任职与上下班']);
    const password = page.getByLabel('初始密码', { exact: true });
    await expect(password).toHaveAccessibleDescription(/至少 8 位，不能只用数字；可留空/);
    await password.fill('123');
    await password.press('Tab');
    await expect(page.getByText('至少 8 位', { exact: true })).toHaveCount(1);
    await password.fill('night-shift-begins');
    page.once('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await expect(page.getByRole('textbox', { name: '姓名' })).toHaveValue('余晚');
    await expect(page.getByText('草稿里不保留密码')).toBeVisible();
  });

  await test.step('is not asked for at the server before it is sent', async () => {
    const asked: string[] = [];
    page.on('request', (request) => void (request.url().endsWith('/uses') && asked.push(request.url())));
    await context.route('**/replication/staff/**', (route) => route.abort());
    await page.getByRole('button', { name: /^保存/ }).click();
    await expect(page.getByRole('heading', { level: 1, name: '余晚' })).toBeVisible();
    await expect(page.getByText('该员工还没有发送到服务器').first()).toBeVisible();
    expect(asked).toEqual([]);
  });
});

const unfold = (page: Page) => page.getByRole('group', { name: '价目 1' }).locator('summary').first().click();

const more = (within: Page | ReturnType<Page['getByRole']>) =>
  within.locator('summary').filter({ hasText: '更多收费项' });

async function fill(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(values))
    await page.getByRole('textbox', { name: label, exact: true }).fill(value);
}

async function save(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^保存/ }).click();
  await expect(page.getByText('已保存').first()).toBeVisible();
  await expectSaved(page);
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}
