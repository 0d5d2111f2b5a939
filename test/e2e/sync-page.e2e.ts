// What a person sees of sync: what was refused and the ways out of it, what waits, a new version that does not
// disturb, and a manager who takes over what somebody could not send any more.
import type { Locator, Page } from '@playwright/test';
import type { Customer } from '#schemas/customers/customer.ts';
import type { Vehicle } from '#schemas/fleet/vehicle.ts';
import type { Order } from '#schemas/orders/order.ts';
import type { Staff } from '#schemas/staff/staff.ts';
import { desktop, expect, signIn, test, TestServer, type Person } from './fixtures.ts';
import { createOrder, dispatchTo, expectSaved, openOrder, panel, settled, voidOrder } from './office.ts';
import { updatableFront } from '../sync-ui/front.ts';
import { otherDevice, type OtherDevice } from '../sync-ui/other-device.ts';

// Ends a hang; on a quiet machine each takes a quarter of a minute.
test.setTimeout(240_000);

const plate = '浙A7S001';
const driver = 'staff-driver1';
const withinAMinute = 60_000;

test('what was refused says why, and can be changed, tried again or given up', async ({
  browser,
  server,
}) => {
  const office = await signIn(browser, server, 'dispatcher', desktop);
  const { page, context } = office;
  const elsewhere = await otherDevice(server, 'dispatcher');
  const admin = await otherDevice(server, 'admin');
  await ready(office);
  const orderId = await createOrder(page, { plate, phone: '13900000001' });
  await settled(page);

  await test.step('an edit that somebody else was quicker with is changed in its form', async () => {
    await context.setOffline(true);
    await editNote(page, '请从北门进');
    await elsewhere.say('edit-order', orderId, { patch: { note: '请从南门进' }, base: { note: null } });
    await context.setOffline(false);
    const card = await refused(page, '修改订单');
    await expect(card).toContainText('同一字段刚被他人修改');
    await expect(card).toContainText('请从北门进');
    await expect(button(card, '重新提交')).toHaveAttribute('aria-disabled', 'true');
    await button(card, '修改').click();
    await expect(page.getByRole('textbox', { name: '备注' })).toHaveValue('请从北门进');
    const conflict = page.getByRole('group', { name: '备注' });
    await expect(conflict).toContainText('请从南门进');
    // What is to be decided is read first: the cursor does not lead away from it.
    await expect(page.getByRole('combobox', { name: '客户', exact: true })).not.toBeFocused();
    await conflict.getByRole('button', { name: '用我的' }).click();
    await page.getByRole('button', { name: '保存修改' }).click();
    await expect(panel(page)).toContainText('请从北门进');
    await settled(page);
    await expectNothingRefused(page);
  });

  await test.step('a dispatch is tried again once it would be accepted', async () => {
    await openOrder(page, plate);
    await context.setOffline(true);
    await dispatchTo(page, driver);
    await admin.change<Staff>('staff', driver, { disabled: true });
    await context.setOffline(false);
    const card = await refused(page, '派遣');
    await expect(card).toContainText('所选项目已停用');
    await expect(button(card, '重新提交')).toHaveAttribute('aria-disabled', 'true');
    await admin.change<Staff>('staff', driver, { disabled: false });
    await expect(button(card, '重新提交')).not.toHaveAttribute('aria-disabled', 'true');
    await button(card, '重新提交').click();
    await expect(card).toBeHidden();
    await settled(page);
    await expect.poll(async () => (await elsewhere.order(orderId))?.assignment?.driverId).toBe(driver);
  });

  await test.step('a void that came too late is given up, for good', async () => {
    await openOrder(page, plate);
    await context.setOffline(true);
    await voidOrder(page, '客户取消');
    await elsewhere.say('void', orderId, { reason: '重复建单' });
    await context.setOffline(false);
    const card = await refused(page, '作废');
    await expect(card).toContainText('客户取消');
    await button(card, '放弃').click();
    await page.getByRole('dialog').getByRole('button', { name: '放弃' }).click();
    await expect(card).toBeHidden();
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await page.reload();
    await settled(page);
    await expectNothingRefused(page);
  });
});

test('a refused change of a record can be changed, tried again or given up', async ({ browser, server }) => {
  const admin = await otherDevice(server, 'admin');
  const vehicles = (await admin.documents<Vehicle>('vehicles')).filter(({ deleted }) => !deleted);
  const [first, second, third, fourth, fifth, sixth] = vehicles;
  if (!first || !second || !third || !fourth || !fifth || !sixth)
    throw new Error('The demo company has six vehicles');
  const office = await signIn(browser, server, 'admin', desktop);
  const { page, context } = office;
  await ready(office);
  await context.setOffline(true);
  await changePlate(page, first, '浙A7R001');
  await changePlate(page, second, '浙A7R002');
  await changePlate(page, third, '浙A7R003');
  await admin.change<Vehicle>('vehicles', fourth.id, { plate: '浙A7R001' });
  await admin.change<Vehicle>('vehicles', fifth.id, { plate: '浙A7R002' });
  await admin.change<Vehicle>('vehicles', sixth.id, { plate: '浙A7R003' });
  await context.setOffline(false);

  await test.step('what somebody else has meanwhile is changed in its form', async () => {
    const card = await refused(page, '浙A7R001');
    await expect(card).toContainText('与已有的重复');
    await expect(card).not.toContainText('名称');
    await expect(button(card, '重新提交')).toHaveAttribute('aria-disabled', 'true');
    await button(card, '修改').click();
    const plateField = page.getByRole('textbox', { name: '车牌', exact: true });
    await expect(plateField).toHaveValue('浙A7R001');
    await plateField.fill('浙A7R011');
    await page.getByRole('button', { name: /^保存/ }).click();
    await expectSaved(page);
    await openSync(page);
    await expect(card).toBeHidden();
  });

  await test.step('it is tried again once it would be accepted', async () => {
    const card = await refused(page, '浙A7R002');
    await admin.change<Vehicle>('vehicles', fifth.id, { plate: fifth.plate });
    await expect(button(card, '重新提交')).not.toHaveAttribute('aria-disabled', 'true');
    await button(card, '重新提交').click();
    await expect(card).toBeHidden();
  });

  await test.step('it is given up, for good', async () => {
    const card = await refused(page, '浙A7R003');
    await button(card, '放弃').click();
    await page.getByRole('dialog').getByRole('button', { name: '放弃' }).click();
    await expect(card).toBeHidden();
    await page.reload();
    await settled(page);
    await expectNothingRefused(page);
  });

  const plateOf = async ({ id }: Vehicle) =>
    (await admin.documents<Vehicle>('vehicles')).findLast((each) => each.id === id)?.plate;
  await expect.poll(() => plateOf(first)).toBe('浙A7R011');
  await expect.poll(() => plateOf(second)).toBe('浙A7R002');
  expect(await plateOf(third)).toBe(third.plate);
});

test('what was refused on an order leaves the list when it is done over there', async ({
  browser,
  server,
}) => {
  const office = await signIn(browser, server, 'dispatcher', desktop);
  const { page, context } = office;
  const admin = await otherDevice(server, 'admin');
  await ready(office);
  await createOrder(page, { plate, phone: '13900000001' });
  await settled(page);
  await context.setOffline(true);
  await dispatchTo(page, driver);
  await admin.change<Staff>('staff', driver, { disabled: true });
  await context.setOffline(false);
  await button(await refused(page, '派遣'), '修改').click();
  await dispatchTo(page, 'staff-driver2', page.getByRole('main'));
  await settled(page);
  await expectNothingRefused(page);
});

test('what is entered without a network is listed until it is sent', async ({ browser, server }) => {
  const office = await signIn(browser, server, 'dispatcher', desktop);
  const { page, context } = office;
  await ready(office);
  await openSync(page);
  await expect(page.getByText('全部已同步')).toBeVisible();

  await page.addInitScript(() => {
    const { storage } = navigator;
    const persist = storage.persist.bind(storage);
    storage.persist = () => (Object.assign(window, { hasAsked: true }), persist());
  });
  await context.setOffline(true);
  await createOrder(page, { plate, phone: '13900000001' });
  await openSync(page);
  await page.reload();
  // The browser is asked to keep what is unsent.
  await expect.poll(() => page.evaluate(() => 'hasAsked' in window)).toBe(true);
  const card = page.locator('#unsent').getByRole('listitem').filter({ hasText: '新建订单' });
  await expect(card).toContainText(plate);
  await card.getByText('录入内容').click();
  await expect(card).toContainText('139 0000 0001');

  await context.setOffline(false);
  await expect(page.getByText('全部已同步')).toBeVisible();
  const orders = await (await otherDevice(server, 'dispatcher')).documents<Order>('orders');
  expect(orders.filter((order) => order.car.plate === plate)).toHaveLength(1);
});

test('where two people changed the same field, one of both values is chosen', async ({ browser, server }) => {
  const admin = await otherDevice(server, 'admin');
  const [one, other] = await admin.documents<Customer>('customers');
  if (!one || !other) throw new Error('The demo company has customers');
  await admin.collide<Customer>(
    'customers',
    one.id,
    { address: '文三路 1 号' },
    { address: '江南大道 2 号' },
  );
  await admin.collide<Customer>(
    'customers',
    other.id,
    { address: '解放路 3 号' },
    { address: '庆春路 4 号' },
  );
  const { page } = await signIn(browser, server, 'admin', desktop);
  await openSync(page);
  const conflict = (customer: Customer) =>
    page.locator('#conflict').getByRole('listitem', { name: customer.name });
  await expect(conflict(one)).toContainText('文三路 1 号');
  await expect(conflict(one)).toContainText('江南大道 2 号');

  await page.getByRole('button', { name: '地址：改用江南大道 2 号' }).click();
  await expect(conflict(one)).toBeHidden();
  await expect(conflict(other)).toBeFocused();
  await page.getByRole('button', { name: '地址：保留解放路 3 号' }).click();
  await expect(page.getByText('全部已同步')).toBeVisible();
  const stored = async ({ id }: Customer) =>
    (await admin.documents<Customer>('customers')).findLast((each) => each.id === id);
  await expect.poll(() => stored(one)).toMatchObject({ address: '江南大道 2 号' });
  await expect.poll(async () => (await stored(other))?.conflicts).toBeUndefined();
  expect(await stored(other)).toMatchObject({ address: '解放路 3 号' });
  expect((await stored(one))?.conflicts).toBeUndefined();
});

test('a new version waits for as long as a form is being filled in', async ({ browser, server }) => {
  const front = await updatableFront(server.url);
  try {
    const shown = new TestServer(server.storage);
    shown.url = front.url;
    const office = await signIn(browser, shown, 'dispatcher', desktop);
    const { page } = office;
    await ready(office);
    // From its second load on a page is the service worker's.
    await page.reload();
    await settled(page);
    await page.getByRole('link', { name: '新建订单' }).first().click();
    await page.getByRole('textbox', { name: '车牌', exact: true }).fill(plate);
    await mark(page);

    front.releaseNewVersion();
    await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
    const update = page.getByRole('button', { name: '更新', exact: true });
    await expect(update).toHaveAttribute('aria-disabled', 'true');
    await update.click({ force: true });
    await expect(page.getByText('新版本已就绪')).toContainText('不会打断');
    expect(await isMarked(page)).toBe(true);
    await expect(page.getByRole('textbox', { name: '车牌', exact: true })).toHaveValue(plate);

    await page.getByRole('button', { name: '放弃草稿' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '放弃草稿' }).click();
    await expect(update).not.toHaveAttribute('aria-disabled', 'true');
    await update.click();
    await expect.poll(() => isMarked(page)).toBe(false);
    await settled(page);
    await expect(page.getByText('新版本已就绪')).toBeHidden();
  } finally {
    await front.close();
  }
});

test('rights that were changed reach an open app, but not over a form', async ({ browser, server }) => {
  const admin = await otherDevice(server, 'admin');
  const office = await signIn(browser, server, 'clerk', desktop);
  const { page, context } = office;
  await ready(office);
  await page.getByRole('link', { name: '新建订单' }).first().click();
  await page.getByRole('textbox', { name: '车牌', exact: true }).fill(plate);
  await mark(page);

  await context.setOffline(true);
  const witness = await otherDevice(server, 'clerk');
  await admin.change<Staff>('staff', 'staff-clerk', { roleIds: ['role-clerk', 'role-finance'] });
  await witness.waitUntil(({ permissions }) => permissions.includes('finance.view'));
  await context.setOffline(false);
  const reload = page.getByRole('button', { name: '重新加载' });
  // A server may believe for some seconds what it has looked up of a session.
  await expect(reload).toHaveAttribute('aria-disabled', 'true', { timeout: withinAMinute });
  expect(await isMarked(page)).toBe(true);

  await page.getByRole('textbox', { name: '车牌', exact: true }).fill('');
  await reload.click();
  await expect(page.getByRole('link', { name: '录单核单' })).toBeVisible();
  expect(await isMarked(page)).toBe(false);
});

test('what a disabled employee had not sent comes to a manager, who submits it himself', async ({
  browser,
  server,
}) => {
  const admin = await otherDevice(server, 'admin');
  const employee = await signIn(browser, server, 'clerk', desktop);
  await ready(employee);
  await employee.context.setOffline(true);
  await createOrder(employee.page, { plate, phone: '13900000001' });
  const witness = await otherDevice(server, 'clerk');
  await admin.change<Staff>('staff', 'staff-clerk', { disabled: true });
  await witness.waitUntilSignedOut();

  await employee.context.setOffline(false);
  await expect(employee.page.getByRole('alert')).toContainText('账号已停用');
  await expect(employee.page.getByRole('alert')).toContainText('都已发送或转交主管');
  expect(await ordersWith(admin, plate)).toEqual([]);

  const manager = await signIn(browser, server, 'admin', desktop);
  const { page } = manager;
  await page.getByRole('link', { name: /未生效录入/ }).click();
  await page.getByRole('grid').getByText('新建订单').click();
  await expect(panel(page)).toContainText('账号停用后才到达');
  await expect(panel(page)).toContainText('139 0000 0001');
  await page.getByRole('button', { name: '以我的名义提交' }).click();
  await expect(page.getByText('没有待处理的录入')).toBeVisible();
  await settled(page);
  await expect.poll(() => ordersWith(admin, plate)).toHaveLength(1);

  await page.getByRole('group', { name: '筛选' }).getByRole('button', { name: '已处理' }).click();
  await expect(page.getByRole('grid')).toContainText('已代为提交');
});

/** Everything is loaded, and the service worker could open the app without the server. */
async function ready({ page }: Person): Promise<void> {
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await settled(page);
}

test('the way to it is taken though its sign changes under the pointer', async ({ browser, server }) => {
  const office = await signIn(browser, server, 'dispatcher', desktop);
  await ready(office);
  const { page, context } = office;
  const link = page.locator('a[href="/sync"]');
  await link.hover({ position: { x: 16, y: 16 } });
  await page.mouse.down();
  await context.setOffline(true);
  await expect(link).toContainText('离线');
  await page.mouse.up();
  await expect(page.getByRole('heading', { level: 1, name: '同步' })).toBeVisible();
});

async function openSync(page: Page): Promise<void> {
  await page.locator('a[href="/sync"]').click();
  await expect(page.getByRole('heading', { level: 1, name: '同步' })).toBeVisible();
}

/** The card of a refused command, once the server has said no. */
async function refused(page: Page, type: string): Promise<Locator> {
  await openSync(page);
  const card = page.locator('#refused').getByRole('listitem').filter({ hasText: type });
  await expect(card).toBeVisible();
  await settledWithRefusals(page);
  return card;
}

const settledWithRefusals = (page: Page) =>
  expect(page.locator('a[href="/sync"]')).not.toContainText(/离线|项未发送/);

async function expectNothingRefused(page: Page): Promise<void> {
  await openSync(page);
  await expect(page.getByText('全部已同步')).toBeVisible();
  await expect(page.locator('#refused')).toBeHidden();
}

const button = (within: Locator, name: string) => within.getByRole('button', { name, exact: true });

async function editNote(page: Page, note: string): Promise<void> {
  await panel(page).getByRole('button', { name: /^编辑/ }).click();
  await page.getByLabel('备注').fill(note);
  await page.getByRole('button', { name: '保存修改' }).click();
  await expect(panel(page)).toContainText(note);
}

async function changePlate(page: Page, vehicle: Vehicle, wanted: string): Promise<void> {
  await page.getByRole('navigation').first().getByRole('link', { name: '车辆管理', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: '车辆管理' })).toBeVisible();
  await page.getByRole('grid').getByText(vehicle.plate).click();
  await page.getByRole('textbox', { name: '车牌', exact: true }).fill(wanted);
  await page.getByRole('button', { name: /^保存/ }).click();
  await expectSaved(page);
  await expect(page.getByRole('heading', { level: 1, name: wanted })).toBeVisible();
}

/** A mark that a reload takes away. */
const mark = (page: Page) => page.evaluate(() => void Object.assign(window, { isThisLoad: true }));
const isMarked = (page: Page) => page.evaluate(() => 'isThisLoad' in window).catch(() => undefined);

const ordersWith = async (device: OtherDevice, wanted: string): Promise<Order[]> =>
  (await device.documents<Order>('orders')).filter(({ car }) => car.plate === wanted);
