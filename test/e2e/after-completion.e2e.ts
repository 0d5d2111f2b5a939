// What surrounds a rescue, whole: a sender's notice becomes an order, its result goes back, the rescued person says
// what he thinks, another notice is refused, and a mistake is set right.
import type { Page } from '@playwright/test';
import type { Customer } from '#schemas/customers/customer.ts';
import type { NoticeStatus } from '#schemas/notices/status.ts';
import type { Order } from '#schemas/orders/order.ts';
import { signedHeaders } from '../setup/notices.ts';
import { startReceiver, type Receiver } from '../setup/receiver.ts';
import { desktop, expect, phone, signIn, test, type TestServer } from './fixtures.ts';
import { choose, dispatchTo, openOrder, panel, settled } from './office.ts';

const [taken, declined] = ['浙A7E2F1', '浙A7E2F2'];
const remark = '已与车主核实，现场搭电成功';

test.setTimeout(300_000);

test('a notice becomes an order, and what comes of it is told to everybody', async ({
  browser,
  connected: server,
}) => {
  const outside = await startReceiver();
  outside.answerAll(200);
  const manager = await signIn(browser, server, 'admin', desktop);
  const office = await signIn(browser, server, 'dispatcher', desktop);
  const api = await server.api('admin');
  const customer = (await api.documents<Customer>('customers')).find((one) => one.needsConfirmation);
  const orderOf = async (plate: string) =>
    (await api.documents<Order>('orders')).find(({ car }) => car.plate === plate);

  await test.step('a manager says which gateway messages go through', () =>
    setUpGateway(manager.page, `${outside.url}/sms`));

  const sender = await test.step('a manager lets an insurer send notices', () =>
    setUpSender(manager.page, customer?.name ?? '', `${outside.url}/notices`));

  await test.step('what it sends by the published schema becomes an order by one action', async () => {
    const inMenu = office.page.getByRole('link', { name: /订单通知/ });
    await inMenu.focus();
    const waiting = Number((await inMenu.innerText()).replace(/\D/g, ''));
    await offer(server, sender, noticeAbout('PA-1', taken));
    // The count changes in the link that has the focus, which stays the one that is pressed.
    await expect(inMenu).toHaveText(`订单通知${waiting + 1}`);
    await expect(inMenu).toBeFocused();
    await office.page.keyboard.press('Enter');
    await office.page.getByRole('grid').getByText('PA-1').click();
    await panel(office.page)
      .getByRole('button', { name: /^转为订单/ })
      .click();
    await office.page.waitForURL(/\/orders\?order=[0-9A-Z]{26}$/);
    await expect(panel(office.page)).toContainText(taken);
  });

  await test.step('what its sender could not be told before the server was killed is told after it', async () => {
    await expect.poll(() => told(outside, 'PA-1')).toEqual(['notice.accepted']);
    outside.answerAll(503);
    await dispatchTo(office.page, 'staff-driver1');
    await expect.poll(() => told(outside, 'PA-1')).toEqual(['notice.accepted', 'notice.dispatched']);
    await server.kill();
    const before = outside.received.length;
    outside.answerAll(200);
    await server.start();
    await expect
      .poll(() => outside.received.slice(before).map(typeOf), { timeout: 60_000 })
      .toContain('notice.dispatched');
    await settled(office.page);
  });

  await test.step('the office completes it', async () => {
    await office.page.keyboard.press('f');
    const dialog = office.page.getByRole('dialog');
    await dialog.getByLabel('里程').fill('8');
    await dialog.getByRole('button', { name: '完成订单' }).click();
    await expect(panel(office.page)).toContainText('已完成');
  });

  await test.step('the third party’s word is entered and goes back to the sender', async () => {
    await panel(office.page)
      .getByRole('button', { name: /^结果确认/ })
      .click();
    await office.page.getByRole('textbox', { name: '回传备注' }).fill(remark);
    await office.page.getByRole('button', { name: '确认结果', exact: true }).click();
    await expect
      .poll(() => told(outside, 'PA-1'))
      .toEqual([...['notice.accepted', 'notice.dispatched', 'notice.completed', 'notice.result-confirmed']]);
    expect(toldLast(outside)?.data).toMatchObject({ returnRemark: remark });
  });

  await test.step('the rescued person rates it on his phone', async () => {
    await openOrder(office.page, taken);
    await panel(office.page).getByRole('button', { name: /^短信/ }).click();
    const dialog = office.page.getByRole('dialog');
    await dialog.getByRole('button', { name: '发送' }).click();
    await expect(dialog).toBeHidden();
    await expect.poll(() => linkIn(outside)).toBeDefined();
    const guest = await browser.newContext({ viewport: phone, locale: 'zh-CN' });
    const page = await guest.newPage();
    await page.goto(server.url + (linkIn(outside) ?? ''));
    await page.getByText('★').nth(3).click();
    await page.getByRole('textbox').fill('等得太久');
    await page.getByRole('button').click();
    await expect(page.getByRole('main')).toContainText('★★');
    await guest.close();
    await expect.poll(async () => (await orderOf(taken))?.rating?.stars).toBe(2);
  });

  await test.step('the low rating stands on top of its like', async () => {
    await office.page.getByRole('link', { name: '客户评价' }).click();
    const twoStars = office.page.getByRole('row').filter({ has: office.page.getByLabel('2 星') });
    await expect(twoStars.first()).toContainText('等得太久');
  });

  await test.step('another notice is refused, and its sender hears why', async () => {
    outside.answerAll(410);
    await offer(server, sender, noticeAbout('PA-2', declined));
    await office.page.getByRole('link', { name: /订单通知/ }).click();
    await office.page.getByRole('grid').getByText('PA-2').click();
    await panel(office.page).getByRole('button', { name: /^拒绝/ }).click();
    const dialog = office.page.getByRole('dialog');
    await dialog.getByRole('radio', { name: '超出服务区域' }).check();
    await dialog.getByRole('button', { name: '拒绝' }).click();
    await expect.poll(() => told(outside, 'PA-2')).toEqual(['notice.refused']);
    expect(toldLast(outside)?.data).toMatchObject({ reason: '超出服务区域' });
  });

  await test.step('a sender that wants to hear nothing is given up, and told again by one press', async () => {
    const { page } = manager;
    outside.answerAll(200);
    const before = outside.received.length;
    await page.getByRole('link', { name: '通知来源' }).click();
    await page.getByText('发送失败', { exact: true }).first().click();
    const row = page.getByRole('row').filter({ hasText: 'PA-2' });
    await expect(row).toContainText('HTTP 410');
    await page.getByRole('button', { name: '重发全部（1）' }).click();
    await expect(row).toBeHidden();
    await expect.poll(() => outside.received.slice(before).map(typeOf)).toContain('notice.refused');
  });

  await test.step('the manager sets right who drove', async () => {
    const { page } = manager;
    await openOrder(page, taken);
    await panel(page).getByRole('button', { name: '修复' }).click();
    const dialog = page.getByRole('dialog');
    await choose(page, '司机', '胡大勇');
    await expect(dialog.getByRole('status')).toContainText('胡大勇');
    await dialog.getByRole('textbox', { name: '修复原因' }).fill('改派时点错了司机');
    await dialog.getByRole('button', { name: '修复', exact: true }).click();
    await expect(dialog).toBeHidden();
    await settled(page);
    const repaired = await orderOf(taken);
    expect(repaired?.timeline.at(-1)).toMatchObject({ type: 'repair-order', reason: '改派时点错了司机' });
    await expect(panel(page)).toContainText('胡大勇');
  });
  await outside.stop();
});

interface Sender {
  readonly address: string;
  readonly secret: string;
}

/** The secret is read where it is shown, this once. */
async function setUpGateway(page: Page, url: string): Promise<void> {
  await page.getByRole('link', { name: '短信通道' }).click();
  await expect(page.getByText('目前短信不会真正发出')).toBeVisible();
  await page.getByRole('combobox', { name: '服务商' }).selectOption({ label: '自有 HTTP 接口' });
  await page.getByRole('textbox', { name: '接口地址' }).fill(url);
  const token = page.getByLabel('令牌');
  await page.getByRole('button', { name: /^保存/ }).click();
  await expect(token).toBeFocused();
  await token.fill('gateway');
  await page.getByRole('button', { name: /^保存/ }).click();
  await expect(page.getByText(/\/hooks\/sms\//)).toBeVisible();
  await expect(token).toHaveValue('');
}

async function setUpSender(page: Page, customer: string, callback: string): Promise<Sender> {
  await page.getByRole('link', { name: '通知来源' }).click();
  await page.getByRole('button', { name: '新增来源' }).first().click();
  await page.getByRole('textbox', { name: '名称' }).fill('平安保险');
  await choose(page, '客户', customer);
  await choose(page, '网点', '拱墅网点');
  await page.getByRole('textbox', { name: '回传地址' }).fill(callback);
  await page.getByRole('button', { name: '添加对应' }).first().click();
  await page.getByRole('textbox', { name: '对方的写法' }).fill('搭电服务');
  await choose(page, '我们的', '搭电');
  await page.getByRole('button', { name: /^保存/ }).click();
  const shown = page.getByRole('dialog').locator('code');
  await expect(shown).toHaveCount(2);
  const [address = '', secret = ''] = await shown.allTextContents();
  await page.getByRole('button', { name: '已保存好' }).click();
  return { address, secret };
}

const noticeAbout = (number: string, plate: string) => ({
  number,
  service: '搭电服务',
  contact: { name: '王先生', phone: '13900000008' },
  car: { plate },
  pickup: { address: '杭州市西湖区文三路 1 号', lng: 120.1312, lat: 30.2795 },
});

/** As somebody does who has the schema and nothing else of ours. */
async function offer(server: TestServer, { address, secret }: Sender, notice: object): Promise<void> {
  const schema = (await (await fetch(`${server.url}/api/notices/schema.json`)).json()) as {
    readonly required: readonly string[];
    readonly properties: object;
  };
  expect(Object.keys(notice)).toEqual(expect.arrayContaining([...schema.required]));
  expect(Object.keys(schema.properties)).toEqual(expect.arrayContaining(Object.keys(notice)));
  const body = JSON.stringify(notice);
  const headers = signedHeaders(secret, crypto.randomUUID(), new Date(), body);
  const response = await fetch(address, { method: 'POST', headers, body });
  expect(response.status).toBe(201);
}

const messages = ({ received }: Receiver): readonly NoticeStatus[] =>
  received.filter(({ path }) => path === '/notices').map(({ body }) => JSON.parse(body) as NoticeStatus);

/** Each once, though it may have been tried again. */
const told = (outside: Receiver, number: string) => {
  const types = messages(outside)
    .filter(({ data }) => data.number === number)
    .map(({ type }) => type);
  return [...new Set(types)];
};

const typeOf = ({ path, body }: Receiver['received'][number]) =>
  path === '/notices' ? (JSON.parse(body) as NoticeStatus).type : undefined;

const toldLast = (outside: Receiver) => messages(outside).at(-1);

/** The part of the link in the last message that does not depend on where the server is. */
const linkIn = ({ received }: Receiver): string | undefined =>
  /\/r\/[\w.:-]+/.exec(received.findLast(({ path }) => path === '/sms')?.body ?? '')?.[0];
