// The main job, whole: an office, a driver's phone and finance, of which two lose their network on the way.
import type { Browser, Page } from '@playwright/test';
import type { Order } from '#schemas/orders/order.ts';
import type { CommandDocument } from '#schemas/orders/commands.ts';
import { statusOf } from '#schemas/orders/evolve.ts';
import { desktop, expect, phone, signIn, test, type Api, type Person, type TestServer } from './fixtures.ts';
import { ledgerOf } from './ledger.ts';
import { createOrder, dispatchTo, openOrder, panel, settled, voidOrder } from './office.ts';

const [first, second] = ['浙A7E2E1', '浙A7E2E2'];
const roadside = { longitude: 120.21, latitude: 30.25, accuracy: 15 };

// Ends a hang; on a quiet machine it takes half a minute.
test.setTimeout(300_000);

test('an order goes the whole way while networks come and go', async ({ browser, server }) => {
  const office = await signIn(browser, server, 'dispatcher', desktop);
  const driver = await signIn(browser, server, 'driver1', phone);
  await driver.context.grantPermissions(['geolocation']);
  await driver.context.setGeolocation(roadside);
  await Promise.all([ready(office), ready(driver)]);

  await test.step('the office creates an order and dispatches it', async () => {
    await createOrder(office.page, { plate: first, phone: '13900000001' });
    await dispatchTo(office.page, 'staff-driver1');
    await expect(driver.page.getByText(first)).toBeVisible();
  });

  await test.step('the driver works on it without a network, reloading in between', async () => {
    await driver.context.setOffline(true);
    await driver.page.getByText(first).click();
    await step(driver.page, '接单');
    await step(driver.page, '出发');
    // What is counted is on the device; a button is gone as soon as it is pressed.
    await expect(driver.page.locator('a[href="/sync"]')).toContainText('2');
    await driver.page.reload();
    await step(driver.page, '到达现场');
    await complete(driver.page);
    await expect(driver.page.getByRole('article').locator('header')).toContainText('已完成');
  });

  await test.step('the office creates, edits and dispatches another one without a network', async () => {
    await office.context.setOffline(true);
    await createOrder(office.page, { plate: second, phone: '13900000002' });
    await editNote(office.page, '车主在收费站等');
    await office.page.reload();
    await expect(panel(office.page)).toContainText('车主在收费站等');
    await dispatchTo(office.page, 'staff-driver2');
    await expect(panel(office.page)).toContainText('未发送');
  });

  await test.step('the office has its network again and voids what the driver has completed meanwhile', async () => {
    await office.context.setOffline(false);
    await settled(office.page);
    await openOrder(office.page, first);
    await voidOrder(office.page, '客户取消');
    await settled(office.page);
    await expect(panel(office.page)).toContainText('已作废');
  });

  await test.step('the driver has his network again: the completion stands, and is flagged', async () => {
    await driver.context.setOffline(false);
    await settledPhone(driver.page);
    await expect(panel(office.page)).toContainText('已完成');
    await expect(panel(office.page)).toContainText('订单作废后，司机报告已完成');
  });

  const api = await server.api('dispatcher');
  await test.step('devices and server agree, and nothing is doubled', async () => {
    const orders = await api.documents<Order>('orders');
    const [one, other] = [orderOf(orders, first), orderOf(orders, second)];
    expect(one.status).toBe('completed');
    expect(new Set(one.attention.map(({ code }) => code))).toEqual(
      new Set(['driving-after-void', 'completed-after-void']),
    );
    expect(typesOf(one)).toEqual(['create-order', 'dispatch', 'void', 'depart', 'arrive', 'complete'].sort());
    for (const type of ['depart', 'arrive', 'complete'])
      expect(one.timeline.find((entry) => entry.type === type)?.position).toEqual({
        lng: roadside.longitude,
        lat: roadside.latitude,
        accuracy: roadside.accuracy,
      });
    expect(other).toMatchObject({
      status: 'dispatched',
      note: '车主在收费站等',
      assignment: { driverId: 'staff-driver2' },
    });
    expect(typesOf(other)).toEqual(['create-order', 'dispatch', 'edit-order'].sort());
    for (const order of orders) expect(order.status).toBe(statusOf(order.timeline));
    await expectRefusedAccept(await server.api('driver1'), one.id);
    await openOrder(office.page, second);
    await expect(panel(office.page)).toContainText(other.number);
  });

  await test.step('finance takes it to posted, by two people', async () => {
    const { number } = orderOf(await api.documents<Order>('orders'), first);
    await sendBack(browser, server, number);
    await submitAgain(office.page);
    await verify(browser, server, number);
    await approveAndPost(browser, server, number);
    const posted = orderOf(await (await server.api('finance')).documents<Order>('orders'), first);
    expect(posted.finance).toMatchObject({
      stage: 'posted',
      amountFen: 20_000,
      receivedFen: 20_000,
      verifiedBy: 'staff-finance',
      approvedBy: 'staff-finance2',
    });
    await expectBalancedLedger(server, posted);
  });
});

/** Everything is loaded, and the service worker could open the app without the server. */
async function ready({ page }: Person): Promise<void> {
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await expect(page.locator('a[href="/sync"]')).toContainText('已同步');
}

async function step(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  await expect(page.getByRole('button', { name, exact: true })).toBeHidden();
}

/** The scene is where it ends for a jump start: work is skipped by "more". */
async function complete(page: Page): Promise<void> {
  await page.getByText('其他操作').click();
  await page.getByRole('button', { name: '完成任务' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('行驶里程').fill('12.5');
  await dialog.getByRole('button', { name: '完成', exact: true }).click();
  await expect(dialog).toBeHidden();
}

async function settledPhone(page: Page): Promise<void> {
  await expect(page.locator('a[href="/sync"]')).not.toContainText(/离线|项未发送/);
  await settled(page);
}

async function editNote(page: Page, note: string): Promise<void> {
  await panel(page).getByRole('button', { name: /^编辑/ }).click();
  await page.getByLabel('备注').fill(note);
  await page.getByRole('button', { name: '保存修改' }).click();
  await expect(panel(page)).toContainText(note);
}

function orderOf(orders: readonly Order[], plate: string): Order {
  const found = orders.filter((order) => order.car.plate === plate);
  expect(found).toHaveLength(1);
  const [order] = found;
  if (!order) throw new Error(`No order for ${plate}`);
  return order;
}

const typesOf = (order: Order) => order.timeline.map(({ type }) => type).sort();

/** What he wanted came too late and says so; what he did was taken. */
async function expectRefusedAccept(driver: Api, orderId: string): Promise<void> {
  const commands = await driver.documents<CommandDocument>('commands');
  const accept = commands.find((command) => command.orderId === orderId && command.type === 'accept');
  expect(accept?.verdict).toMatchObject({ status: 'rejected', code: 'order-voided' });
}

async function sendBack(browser: Browser, server: TestServer, number: string): Promise<void> {
  const { page, context } = await signIn(browser, server, 'finance', desktop);
  await page.getByRole('grid').getByText(number).click();
  await page.getByRole('button', { name: '退回网点', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('缺客户单号');
  await dialog.getByRole('button', { name: '退回网点' }).click();
  await expect(page.getByRole('grid').getByText(number)).toBeHidden();
  await context.close();
}

async function submitAgain(page: Page): Promise<void> {
  await openOrder(page, first);
  await expect(panel(page)).toContainText('缺客户单号');
  await editNote(page, '客户单号已问');
  await panel(page).getByRole('button', { name: '重新提交财务' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('已补');
  await dialog.getByRole('button', { name: '重新提交财务' }).click();
  await expect(dialog).toBeHidden();
  await settled(page);
}

async function verify(browser: Browser, server: TestServer, number: string): Promise<void> {
  const { page, context } = await signIn(browser, server, 'finance', desktop);
  await page.getByRole('grid').getByText(number).click();
  await page.getByRole('combobox', { name: '项目' }).selectOption({ index: 1 });
  await page.getByLabel('单价').fill('200');
  await expect(page.getByText('已补')).toBeVisible();
  await page.getByRole('heading', { name: '价格明细' }).click();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('grid').getByText(number)).toBeHidden();
  await context.close();
}

async function approveAndPost(browser: Browser, server: TestServer, number: string): Promise<void> {
  const { page, context } = await signIn(browser, server, 'finance2', desktop);
  for (const [desk, button] of [
    ['核价对账', '核价通过'],
    ['入账核销', '确认入账'],
  ] as const) {
    await page.getByRole('link', { name: desk }).click();
    await page.getByRole('grid').getByText(number).click();
    await page.getByRole('button', { name: button }).click();
    await expect(page.getByRole('grid').getByText(number)).toBeHidden();
  }
  await context.close();
}

/** The database itself, after the server has stopped. */
async function expectBalancedLedger(server: TestServer, order: Order): Promise<void> {
  await server.kill('SIGTERM');
  const ledger = await ledgerOf(server, order.id);
  expect(ledger.unbalanced).toBe(0);
  expect(ledger.total).toBe(0);
  expect(ledger.balances).toEqual({
    [`receivable:${order.customerId}`]: 0,
    'revenue:rescue': -20_000,
    [`money:${order.finance.method ?? ''}`]: 20_000,
  });
}
