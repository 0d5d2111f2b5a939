// What of the kit only a browser shows: where toasts lie and when they leave, which section of a form is marked, what
// leaves a list as copy and file, and what one chose or typed and finds again.
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import type { Order } from '#schemas/orders/order.ts';
import { readXlsx } from '../../client/ui/spreadsheet/read-xlsx.ts';
import { desktop, expect, phone, signIn, test } from './fixtures.ts';
import { settled } from './office.ts';

// Ends a hang; on a quiet machine the longer one takes half a minute.
test.setTimeout(300_000);

/** Longer than a toast stays by itself. */
const toastMs = 6_000;

test("a driver's toasts cover no button, stand once, and leave after a tap", async ({ browser, server }) => {
  const { page, context } = await signIn(browser, server, 'driver1', phone);
  await context.grantPermissions(['geolocation']);
  await context.setGeolocation({ longitude: 120.21, latitude: 30.25, accuracy: 15 });
  const orders = await (await server.api('driver1')).documents<Order>('orders');
  const job = orders.find(({ status }) => status === 'dispatched');
  // Time goes on by itself, and is put forward where one would wait.
  await page.clock.install();
  await page.goto(`${server.url}/jobs/${job?.id ?? ''}`);
  const recorded = page.getByRole('status').filter({ hasText: '已记录' });

  await test.step('two steps at once are one toast, over the page', async () => {
    for (const name of ['接单', '出发']) await page.getByRole('button', { name, exact: true }).click();
    await expect(page.getByRole('button', { name: '到达现场', exact: true })).toBeVisible();
    await expect(recorded).toHaveCount(1);
    const toast = await recorded.boundingBox();
    const heading = await page.getByRole('heading', { level: 1 }).boundingBox();
    expect((toast?.y ?? 0) + (toast?.height ?? 0)).toBeLessThan(heading?.y ?? 0);
  });

  await test.step('a finger does not hold it', async () => {
    await tap(page, recorded);
    await expect(recorded).toBeHidden({ timeout: 2 * toastMs });
  });

  await test.step('a mouse does, while it is there', async () => {
    await page.getByRole('button', { name: '到达现场', exact: true }).click();
    await recorded.click({ position: { x: 80, y: 20 } });
    await page.clock.fastForward(toastMs);
    await expect(recorded).toBeVisible();
    await page.mouse.move(200, 400);
    await expect(recorded).toBeHidden({ timeout: 2 * toastMs });
  });
});

test('what one chooses and types stays, and what leaves a list is what it shows', async ({
  browser,
  server,
}) => {
  const { page, context } = await signIn(browser, server, 'admin', desktop);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const dialog = page.getByRole('dialog');

  await test.step('the section one went to stays marked until one scrolls', async () => {
    await page.goto(`${server.url}/staff/staff-admin`);
    const sections = page.getByRole('navigation', { name: '本页内容' });
    const marked = sections.locator('[aria-current]');
    await expect(marked).toHaveText('基本信息');
    for (const name of ['任职与上下班', '登录账号']) {
      await sections.getByRole('button', { name }).click();
      await expect(marked).toHaveText(name);
    }
    await page.mouse.move(800, 500);
    await page.mouse.wheel(0, -150);
    await expect(marked).toHaveText('职位与网点');
    await page.mouse.wheel(0, 2000);
    await expect(marked).toHaveText('隐私资料');
  });

  await test.step('columns that were chosen, filters and order are there after a reload', async () => {
    await page.goto(`${server.url}/ui/list?team=east&sort=-balance`);
    await page.getByRole('button', { name: '列', exact: true }).click();
    const columns = page.getByRole('group', { name: '列' });
    await columns.getByRole('checkbox', { name: '备注' }).check();
    await columns.getByRole('checkbox', { name: '电话' }).uncheck();
    await page.reload();
    await expect(header(page, '备注')).toBeVisible();
    await expect(header(page, '电话')).toBeHidden();
    await expect(page.getByRole('combobox', { name: '区域' })).toHaveValue('east');
  });

  await test.step('copy and files hold these columns and rows in this order, and no formula', async () => {
    const rows = Number(await page.getByRole('grid').getAttribute('aria-rowcount'));
    await exported(page, '复制表格');
    await expect(page.getByText(`已复制 ${rows - 1} 行`)).toBeVisible();
    const copied = (await page.evaluate(() => navigator.clipboard.readText())).split('\n');
    expect(copied).toHaveLength(rows);
    expect(copied[0]).toBe('姓名\t区域\t状态\t技能\t余额\t次数\t加入时间\t证件有效期\t备注');
    const balances = copied.slice(1).map((line) => Number(line.split('\t')[4]));
    expect(balances).toEqual(balances.toSorted((a, b) => b - a));
    expect(new Set(copied.slice(1).map((line) => line.split('\t')[1]))).toEqual(new Set(['东区']));

    const csv = (await downloaded(page, '导出 CSV')).toString();
    expect(csv.startsWith('\uFEFF姓名,区域,')).toBe(true);
    expect(csv.trimEnd().split('\r\n')).toHaveLength(rows);
    expect(csv).not.toMatch(/[,\n][=@]/);
    const sheet = await readXlsx(new Blob([new Uint8Array(await downloaded(page, '导出 Excel（XLSX）'))]));
    expect(sheet.map(([name]) => name)).toEqual(copied.map((line) => line.split('\t')[0]));
    expect(sheet[0]).toEqual(copied[0]?.split('\t'));
  });

  await test.step('a stretch of time is chosen by keys alone, and an end before its start says so', async () => {
    const trigger = page.getByRole('search').getByRole('button', { name: /^加入时间/ });
    const panel = page.getByRole('dialog', { name: '加入时间' });
    await trigger.press('Enter');
    await expect(panel.getByRole('button', { name: '今天' })).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(panel).toBeHidden();
    await expect(trigger).toBeFocused();
    await expect(trigger).toHaveAccessibleName('加入时间: 最近 7 天');
    await trigger.press('Enter');
    await panel.getByLabel('开始').fill('2026-03-02');
    await panel.getByLabel('结束').fill('2026-03-01');
    await expect(panel.getByText('结束不能早于开始')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(trigger).toBeFocused();
  });

  await test.step('what was typed is left by nobody’s slip, and is there after a reload', async () => {
    await page.goto(`${server.url}/customers`);
    await page.getByRole('grid').getByText('安和').first().click();
    const address = page.getByRole('textbox', { name: '地址', exact: true });
    await address.fill('庆春路 1 号');
    const here = page.url();
    const links = page.getByRole('navigation', { name: '主导航' });
    for (const leave of [() => page.goBack(), () => links.getByRole('link', { name: '车辆管理' }).click()]) {
      await leave();
      await expect(dialog).toContainText('离开此页？');
      await dialog.getByRole('button', { name: '继续填写' }).click();
      await expect(address).toHaveValue('庆春路 1 号');
      await expect(page).toHaveURL(here);
    }
    await page.reload();
    await expect(page.getByText(/已恢复/)).toBeVisible();
    await expect(address).toHaveValue('庆春路 1 号');
    await page.getByRole('button', { name: '放弃修改' }).click();
    await dialog.getByRole('button', { name: '放弃修改' }).click();
    await expect(address).toHaveValue('');
  });

  await test.step('what was disabled by mistake is put back', async () => {
    await page.getByRole('main').getByRole('button', { name: '更多' }).click();
    await expect(page.getByRole('menuitem', { name: '删除' })).toContainText('被使用，不能删除');
    await page.getByRole('menuitem', { name: '停用' }).click();
    await dialog.getByRole('button', { name: '停用', exact: true }).click();
    const badge = page.getByRole('main').getByText('已停用', { exact: true });
    await expect(badge).toBeVisible();
    await page.getByRole('button', { name: '撤销' }).click();
    await expect(badge).toBeHidden();
  });

  await test.step('a pin is put by a tap and moved by arrow keys', async () => {
    await page.goto(`${server.url}/outlets/new`);
    const map = page.getByRole('application');
    await map.click();
    const place = page.getByRole('textbox', { name: '坐标' });
    await expect(place).toHaveValue(/^\d+\.\d+, \d+\.\d+$/);
    const [lng = 0, lat = 0] = await pointIn(place);
    await map.press('ArrowRight');
    await expect.poll(async () => (await pointIn(place))[0]).toBeGreaterThan(lng);
    await map.press('Shift+ArrowUp');
    await expect.poll(async () => (await pointIn(place))[1]).toBeGreaterThan(lat);
  });

  await test.step('several are deleted: those in use stay, each with what uses it, with and without a network', async () => {
    await page.goto(`${server.url}/catalog?type=equipment`);
    await settled(page);
    await batch(page, ['绞盘', '移车器'], '删除');
    await expect(dialog).toContainText('删除所选 2 项？');
    await dialog.getByRole('button', { name: '删除', exact: true }).click();
    await expect(dialog.getByRole('status')).toHaveText('成功 1，失败 1');
    await expect(dialog.getByRole('row').filter({ hasText: '绞盘' })).toContainText('被使用，不能删除：');
    await dialog.getByRole('button', { name: '关闭' }).last().click();
    await context.setOffline(true);
    await batch(page, ['警示锥'], '停用');
    // The last ticked row has left the list; its verdict has not.
    await expect(dialog.getByRole('status')).toHaveText('成功 1，失败 0');
    await dialog.getByRole('button', { name: '关闭' }).last().click();
    await expect(page.getByRole('grid').getByText('警示锥')).toBeHidden();
    await context.setOffline(false);
    await settled(page);
    const kept = await (await server.api('admin')).documents<{ name: string; disabled: boolean }>('catalog');
    expect(kept.some(({ name }) => name === '移车器')).toBe(false);
    expect(kept.find(({ name }) => name.startsWith('警示锥'))?.disabled).toBe(true);
  });

  await test.step('another list of the same page, and another person, have columns of their own', async () => {
    await page.getByRole('button', { name: '列', exact: true }).click();
    await page.getByRole('checkbox', { name: '编码' }).uncheck();
    await page.keyboard.press('Escape');
    await page.getByRole('combobox', { name: '类别' }).selectOption('sms-template');
    await expect(header(page, '编码')).toBeVisible();
    const account = page.getByRole('button', { name: '陈志远' });
    await account.click();
    await page.getByRole('menuitemradio', { name: '密度 · 宽松' }).click();
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('data-density', 'comfortable');
    await account.click();
    await page.getByRole('menuitem', { name: /退出登录/ }).click();
    await page.getByLabel('用户名').fill('dispatcher');
    await page.getByLabel('密码', { exact: true }).fill(server.password);
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('navigation').first().waitFor();
    await page.goto(`${server.url}/ui/list`);
    await expect(header(page, '电话')).toBeVisible();
    await expect(header(page, '备注')).toBeHidden();
  });
});

const header = (page: Page, name: string) => page.getByRole('columnheader', { name, exact: true });

async function exported(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: '导出' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

async function downloaded(page: Page, item: string): Promise<Buffer> {
  const coming = page.waitForEvent('download');
  await exported(page, item);
  return readFile(await (await coming).path());
}

async function batch(page: Page, names: readonly string[], action: string): Promise<void> {
  const grid = page.getByRole('grid').first();
  for (const name of names)
    await grid.getByRole('row').filter({ hasText: name }).getByRole('checkbox').check();
  await page.getByRole('main').getByRole('button', { name: action, exact: true }).click();
}

const pointIn = async (field: Locator): Promise<number[]> =>
  (await field.inputValue()).split(',').map(Number);

async function tap(page: Page, target: Locator): Promise<void> {
  const box = await target.boundingBox();
  const [x, y] = [(box?.x ?? 0) + 80, (box?.y ?? 0) + 20];
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x: x + 1, y }] });
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}
