// The form of a new order on a device that is new itself: what is filled in for one, and what is kept.
import type { Page } from '@playwright/test';
import { desktop, expect, phone, signIn, test } from './fixtures.ts';
import { insurer } from './month.ts';
import { choose, createOrder, dispatchTo, fillOrder, panel, settled } from './office.ts';

test('the only outlet is filled in though it comes after the form, and what is emptied again is not kept', async ({
  browser,
  server,
}) => {
  let arrive = (): void => undefined;
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  const { page } = await signIn(browser, server, 'dispatcher', desktop, (context) =>
    context.route('**/replication/outlets/**', async (route) => {
      await arrived;
      await route.continue();
    }),
  );
  await page.getByRole('link', { name: '新建订单' }).first().click();
  const outlet = page.getByRole('combobox', { name: '网点', exact: true });
  const kept = page.getByText('草稿已保存在本机');
  await expect(outlet).toHaveText(/请选择/);
  await page.getByRole('textbox', { name: '联系人', exact: true }).fill('王先生');
  arrive();
  await expect(outlet).toHaveText(/拱墅网点/);
  await expect(kept).toBeVisible();

  await page.getByRole('textbox', { name: '联系人', exact: true }).fill('');
  await expect(kept).toBeHidden();
  await page.reload();
  await expect(outlet).toHaveText(/拱墅网点/);
  await expect(page.getByText('已恢复上次没有提交的内容')).toBeHidden();

  await test.step('a customer that comes while one looks for another takes nothing of what was typed', async () => {
    const customer = page.getByRole('combobox', { name: '客户', exact: true });
    await customer.fill('长河');
    await (await server.api('admin')).push('customers', [insurer]);
    await expect(page.getByRole('option', { name: insurer.name })).toBeVisible();
    await expect(customer).toHaveValue('长河');
  });
});

test('a plate is tidied when it is left, and its provinces are at hand without standing in the way of Tab', async ({
  browser,
  server,
}) => {
  const { page } = await signIn(browser, server, 'dispatcher', desktop);
  await page.getByRole('link', { name: '新建订单' }).first().click();
  const plate = box(page, '车牌');
  await plate.fill('浙a·12 345');
  await plate.press('Tab');
  await expect(plate).toHaveValue('浙A12345');
  await expect(box(page, '车型')).toBeFocused();

  await plate.press('Alt+ArrowDown');
  await expect(page.getByRole('button', { name: '京', exact: true })).toBeFocused();
  await page.getByRole('button', { name: '沪', exact: true }).press('Enter');
  await expect(plate).toHaveValue('沪A12345');
  await expect(plate).toBeFocused();
});

const amap = 'https://uri.amap.com/marker?position=120.1551,30.2741';
const box = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

test("a map's link is read as in the outlet's form, and the keys go on where its field folds away", async ({
  browser,
  server,
}) => {
  const { page } = await signIn(browser, server, 'dispatcher', desktop);
  await fillOrder(page, { plate: '浙A7L001', phone: '13800007001' });
  await choose(page, '服务项目', '拖车');
  await page.getByRole('combobox', { name: '目的地', exact: true }).fill('石祥路 589 号');
  const coordinates = box(page, '目的地坐标');
  await expect(coordinates).toHaveAccessibleDescription(/粘贴高德、腾讯、百度地图的链接/);

  await coordinates.fill('https://surl.amap.com/1a2b3c');
  await coordinates.press('Tab');
  await expect(page.getByText('短链接里没有坐标')).toBeVisible();

  await coordinates.fill(amap);
  await coordinates.press('Tab');
  await expect(coordinates).toBeHidden();
  await expect(page.getByText(/120\.15\d+, 30\.27\d+，由高德、腾讯（GCJ-02）换算/)).toBeVisible();
  const road = page.getByRole('combobox', { name: '路况', exact: true });
  await expect(road).toBeFocused();
  // Where nothing is moved it does not matter.
  await choose(page, '服务项目', '送油');
  await expect(road).toBeHidden();
  await choose(page, '服务项目', '拖车');
  await expect(road).toBeVisible();

  await page.getByRole('button', { name: '修改坐标：目的地' }).click();
  await page.getByRole('button', { name: '在地图上选' }).click();
  await expect(page.getByRole('dialog', { name: '目的地：在地图上选' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(coordinates).toBeHidden();
  await box(page, '联系人').focus();

  await page.keyboard.press('Control+Enter');
  await page.waitForURL(/\/orders\?order=[0-9A-Z]{26}$/);
  await expect(panel(page)).toContainText('浙A7L001');
  // Shifted back by some 500 metres.
  await expect(panel(page)).toContainText(/120\.150\d+, 30\.276\d+/);
});

test("the outlet's position can be taken instead of what was typed, and its driver reads that it is one", async ({
  browser,
  server,
}) => {
  const { page } = await signIn(browser, server, 'dispatcher', desktop);
  await fillOrder(page, { plate: '浙A7L002', phone: '13800007002' });
  const change = page.getByRole('button', { name: '修改坐标：救援地点' });
  await box(page, '救援地点坐标').press('Tab');
  await change.click();
  await page.getByRole('button', { name: '用网点位置（近似）' }).click();
  await expect(page.getByText(/近似坐标 120\./)).toBeVisible();
  await expect(change).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await page.waitForURL(/\/orders\?order=[0-9A-Z]{26}$/);

  await expect(panel(page)).toContainText('浙A7L002');
  await dispatchTo(page, 'staff-driver1');
  const driver = await signIn(browser, server, 'driver1', phone);
  await driver.page.getByText('浙A7L002').click();
  await expect(driver.page.getByText('这是网点的位置，只是近似')).toBeVisible();
});

test("a caller's number finds who called before, on the device and at the server, and fills in what is empty", async ({
  browser,
  server,
}) => {
  const { page, context } = await signIn(browser, server, 'dispatcher', desktop);
  await createOrder(page, { plate: '浙A7L003', phone: '13800007003' });
  await settled(page);
  await page.getByRole('link', { name: '新建订单' }).first().click();
  const line = page.locator('[data-known-caller]');

  await context.setOffline(true);
  await box(page, '联系电话').fill('138 0000 7003');
  await expect(line).toContainText('以前：王先生 · 浙A7L003 · 个人散客 · 1 单');
  await box(page, '联系人').fill('王太太');
  await box(page, '联系人').press('Alt+Enter');
  await expect(box(page, '车牌')).toHaveValue('浙A7L003');
  await expect(page.getByRole('combobox', { name: '客户', exact: true })).toHaveValue('个人散客');
  await expect(box(page, '联系人')).toHaveValue('王太太');
  await expect(box(page, '联系人')).toBeFocused();
  await expect(line.getByRole('button', { name: '填入' })).toBeHidden();

  // What the device does not hold; the rest is as the server says it.
  const asked: string[] = [];
  await page.route('**/api/orders/search?*', async (route) => {
    const { searchParams } = new URL(route.request().url());
    asked.push(searchParams.toString());
    if (searchParams.get('phone') !== '13900007009') return route.continue();
    const answer = await route.fetch({ url: `${server.url}/api/orders/search?phone=13800007003` });
    const text = (await answer.text())
      .replaceAll('13800007003', '13900007009')
      .replaceAll('王先生', '陶先生');
    await route.fulfill({ response: answer, body: text });
  });
  await context.setOffline(false);
  await box(page, '联系人').fill('');
  await box(page, '联系电话').fill('');
  await box(page, '车牌').fill('');
  await box(page, '联系电话').pressSequentially('13900007009');
  await expect(line).toContainText('以前：陶先生 · 浙A7L003');
  await line.getByRole('button', { name: '填入' }).click();
  await expect(box(page, '联系人')).toHaveValue('陶先生');
  expect(asked.filter((query) => query === 'phone=13900007009&limit=20')).toHaveLength(1);
});
