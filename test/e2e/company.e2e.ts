// What a manager sets up, as he does it, and where it comes to bear: in the dispatch dialog, in the price of an order.
import type { Page } from '@playwright/test';
import { desktop, expect, signIn, test } from './fixtures.ts';
import { choose, expectSaved, panel, settled } from './office.ts';

// Ends a hang; on a quiet machine each takes half a minute.
test.setTimeout(300_000);

interface Order {
  readonly id: string;
  readonly status: string;
  readonly serviceId: string;
}

const service = '代步车运送';
const plate = '浙B7K2M9';
const outlet = '萧山网点';
const role = '夜班调度';

test('what a manager makes without a network decides who is right for an order, and reaches the server and others', async ({
  browser,
  server,
}) => {
  const { page, context } = await signIn(browser, server, 'admin', desktop);
  await settled(page);
  await kept(page);
  await context.setOffline(true);

  await test.step('a service of the catalog', async () => {
    await open(page, '基础数据');
    await page.getByRole('link', { name: '新增' }).click();
    await fill(page, { 名称: service });
    await page.getByRole('switch', { name: '需要目的地' }).check();
    await save(page, service);
  });

  await test.step('a vehicle, with what its four buttons are for', async () => {
    await open(page, '车辆管理');
    await page.getByRole('link', { name: '新增车辆' }).first().click();
    await fill(page, { 车牌: plate });
    await choose(page, '车辆类型', '平板');
    await choose(page, '网点', '拱墅');
    await save(page, plate);
    await assign(page, '司机', '李志强');
    await assign(page, '车型', '轿车', '可救援车型');
    await assign(page, '路况', '路面');
    await assign(page, '服务', service);
    await save(page, plate);
  });

  const employee =
    await test.step('an outlet, a role and somebody of both, which a reload leaves as they are', async () => {
      await open(page, '网点管理');
      await page.getByRole('link', { name: '新增网点' }).first().click();
      await fill(page, { 网点名称: outlet, 电话: '0571-88880009' });
      await page.getByRole('textbox', { name: /坐标/ }).fill('120.2645, 30.1853');
      await save(page, outlet);
      await open(page, '员工角色');
      await page.getByRole('link', { name: '新增角色' }).first().click();
      await fill(page, { 角色名称: role });
      await page.getByRole('checkbox', { name: '订单看板：查看', exact: true }).check();
      await save(page, role);
      await open(page, '员工信息');
      await page.getByRole('link', { name: '新增员工' }).first().click();
      await fill(page, { 姓名: '秦月', 用户名: 'qinyue' });
      await choose(page, '角色', role);
      await choose(page, '网点', outlet);
      await save(page, '秦月');
      await fill(page, { 工号: 'QJ099' });
      await save(page, '秦月');
      await page.reload();
      await expect(page.getByRole('textbox', { name: '工号', exact: true })).toHaveValue('QJ099');
      await expect(page.getByText('未发送', { exact: true }).first()).toBeVisible();
      return page.url();
    });

  const id = await test.step('an order of that service, for another car and another road', async () => {
    await open(page, '新建订单');
    await fill(page, { 联系电话: '13900001234', 联系人: '周先生', 车牌: '浙A7P7P7', 车型: '丰田 汉兰达' });
    await page.getByRole('combobox', { name: '网点', exact: true }).selectOption({ label: '拱墅网点' });
    await choose(page, '客户', '个人散客');
    await choose(page, '服务项目', service);
    await place(page, '救援地点', '文三路 1 号', '120.1312, 30.2795');
    await place(page, '目的地', '石祥路 202 号', '120.1502, 30.3295');
    await page.getByLabel('路况').selectOption({ label: '地下车库' });
    await page.getByRole('button', { name: '建立订单' }).click();
    await page.waitForURL(/\/orders\?order=[0-9A-Z]{26}$/);
    return new URL(page.url()).searchParams.get('order') ?? '';
  });

  await test.step('the dialog says what speaks against whom, and leaves the choice', async () => {
    await panel(page).getByRole('button', { name: /^派遣/ }).click();
    const dialog = page.getByRole('dialog');
    const ours = dialog.getByRole('option').filter({ hasText: plate });
    await expect(ours).toContainText('不能承运此车型');
    await expect(ours).toContainText('不适合此路况');
    await expect(ours).not.toContainText('不提供此服务');
    await expect(dialog.getByRole('option').filter({ hasText: '不提供此服务' }).first()).toBeVisible();
    await ours.click();
    await expect(dialog).toContainText('仍可派遣，请确认');
    await expect(dialog.getByRole('combobox', { name: '司机' })).toHaveValue('staff-driver2');
    await dialog.getByRole('button', { name: '派遣', exact: true }).click();
    await expect(dialog).toBeHidden();
  });

  await context.setOffline(false);
  await settled(page);
  await test.step('it reaches the server as it was made', async () => {
    const api = await server.api('admin');
    const orderOf = async () => (await api.documents<Order>('orders')).find((each) => each.id === id);
    await expect.poll(async () => (await orderOf())?.status).toBe('dispatched');
    const vehicles = await api.documents<Record<string, unknown>>('vehicles');
    expect(vehicles.find((each) => each['plate'] === plate)).toMatchObject({
      ...{ driverIds: ['staff-driver2'], serviceIds: [(await orderOf())?.serviceId] },
    });
    const idOf = async (collection: string, name: string) =>
      (await api.documents<{ id: string; name: string }>(collection)).find((each) => each.name === name)?.id;
    const staff = await api.documents<Record<string, unknown>>('staff');
    expect(staff.find((each) => each['name'] === '秦月')).toMatchObject({
      ...{
        outletIds: [await idOf('outlets', outlet)],
        roleIds: [await idOf('roles', role)],
        jobNumber: 'QJ099',
      },
    });
  });

  await test.step('and a second device', async () => {
    const second = await signIn(browser, server, 'admin', desktop);
    await second.page.goto(employee);
    await expect(second.page.getByRole('heading', { level: 1, name: '秦月' })).toBeVisible();
    await expect(second.page.getByRole('textbox', { name: '工号', exact: true })).toHaveValue('QJ099');
    await expect(second.page.getByText(outlet).first()).toBeVisible();
    await expect(second.page.getByText(role).first()).toBeVisible();
  });
});

test('an outlet with its call system, and a customer with a contract price that an order is priced by', async ({
  browser,
  server,
}) => {
  const { page } = await signIn(browser, server, 'admin', desktop);
  await settled(page);

  await test.step('an address that is none is named, and the outlet is not saved before', async () => {
    await page.goto(`${server.url}/outlets/new`);
    await fill(page, { 网点名称: '余杭网点', 电话: '0571-88880003' });
    await page.getByRole('button', { name: /^保存/ }).click();
    await expect(page.getByRole('alert')).toContainText('还有 1 处');
    await expect(page.getByRole('alert').getByRole('button')).toHaveText('坐标：请填写');
    await page.getByRole('textbox', { name: /坐标/ }).fill('120.3012, 30.4189');
    const addresses = page.getByRole('textbox', { name: '呼叫系统访问地址' });
    await addresses.fill('10.8.0.0/33');
    await addresses.press('Enter');
    await page.getByRole('button', { name: /^保存/ }).click();
    await expect(page.getByText('IP 地址或网段有误').first()).toBeVisible();
    await page.getByRole('button', { name: '移除 10.8.0.0/33' }).click();
    await addresses.fill('10.8.0.0/16');
    await addresses.press('Enter');
    await addresses.fill('192.168.1.20');
    await save(page, '余杭网点');
  });

  await test.step('on paper its map is light, whatever the screen is', async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(() => mapBrightness(page)).toBeLessThan(90);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await mapBrightness(page)).toBeGreaterThan(180);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await mapBrightness(page)).toBeLessThan(90);
    await page.emulateMedia({ colorScheme: 'light' });
  });

  await test.step('a customer of that outlet, with a price for one service', async () => {
    await page.goto(`${server.url}/customers/new`);
    await fill(page, { 客户名称: '临平车友会' });
    await choose(page, '客户类型', '平台');
    await choose(page, '所属网点', '余杭');
    await rate(page, { 适用服务: '搭电', 截止日: '2099-12-31', 起步价: '268' });
    await save(page, '临平车友会');
  });

  await test.step('a second price for the same days is refused with the reason', async () => {
    await rate(page, { 适用服务: '搭电', 截止日: '2099-06-30', 起步价: '300' });
    await page.getByRole('button', { name: /^保存/ }).click();
    await expect(page.getByText('同一服务的价目有效期重叠').first()).toBeVisible();
    await page.getByRole('button', { name: '移除', exact: true }).click();
  });

  await test.step('an order of that customer is priced by it', async () => {
    await page.goto(`${server.url}/orders/new`);
    await page.getByRole('combobox', { name: '网点', exact: true }).selectOption({ label: '余杭网点' });
    await choose(page, '客户', '临平车友会');
    await choose(page, '服务项目', '搭电');
    await place(page, '救援地点', '临平大道 1 号', '120.3012, 30.4189');
    await expect(page.getByRole('status', { name: '预估价格' })).toContainText('¥268.00');
  });
});

/** The whole app is on the device, and this page, a first visit, takes its parts from there. */
const kept = (page: Page) =>
  page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');

const open = (page: Page, name: string) =>
  page.getByRole('navigation').first().getByRole('link', { name, exact: true }).click();

async function fill(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(values))
    await page.getByRole('textbox', { name: label, exact: true }).fill(value);
}

async function place(page: Page, name: string, address: string, coordinates: string): Promise<void> {
  await page.getByRole('combobox', { name, exact: true }).fill(address);
  await page.getByRole('textbox', { name: `${name}坐标` }).fill(coordinates);
}

/** The button leads to its field. */
async function assign(page: Page, button: string, option: string, label = button): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click();
  const field = page.getByRole('combobox', { name: label, exact: true });
  await expect(field).toBeFocused();
  await field.fill(option);
  await page.getByRole('option', { name: option }).first().click();
  await field.press('Escape');
}

async function rate(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  await page.getByRole('button', { name: '新增价目' }).click();
  const card = page.getByRole('group', { name: /^价目/ }).filter({ has: page.getByLabel('起步价') });
  const { 适用服务: rated = '', 截止日: until = '', 起步价: start = '' } = values;
  await card.getByRole('combobox', { name: '适用服务' }).fill(rated);
  await page.getByRole('option', { name: rated }).first().click();
  await card.getByLabel('截止日').fill(until);
  await card.getByLabel('起步价').fill(start);
}

async function save(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^保存/ }).click();
  await expect(page.getByText('已保存').first()).toBeVisible();
  await expectSaved(page);
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

/** Of the land that fills the map's left, 0 to 255. */
/** Not a number as long as nothing is drawn. */
const mapBrightness = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const canvas = document.querySelector('canvas');
    const [red = 0, green = 0, blue = 0, alpha = 0] =
      canvas?.getContext('2d')?.getImageData(60, 120, 1, 1).data ?? [];
    return alpha === 0 ? NaN : (red + green + blue) / 3;
  });
