// Roles and employees, as they work together: a role is made, somebody takes it up, it grows, and it ends.
import type { Page } from '@playwright/test';
import { faultsHere } from './axe.ts';
import { desktop, expect, phone, signIn, test, type Person, type TestServer } from './fixtures.ts';
import { jpeg } from '../setup/pictures.ts';
import { choose, expectSaved, settled } from './office.ts';

// Ends a hang; on a quiet machine it takes a minute.
test.setTimeout(300_000);

/** What is changed for somebody reaches him within it. */
const minute = { timeout: 60_000 };
const role = '夜班建单';
const first = 'night-shift-begins';
const own = 'a lamp for the road';

test('a role is made, taken up, widened, and its only member is signed out', async ({ browser, server }) => {
  const office = await signIn(browser, server, 'admin', desktop);
  const { page } = office;
  await settled(page);

  await test.step('a role like another one, with less', async () => {
    await page.goto(`${server.url}/roles/new?from=role-clerk`);
    await page.getByRole('textbox', { name: '角色名称' }).fill(role);
    await tick(page, '订单看板：新建').uncheck();
    await save(page);
  });

  await test.step('somebody takes it up', async () => {
    await page.getByRole('link', { name: '新增员工' }).click();
    await page.getByRole('textbox', { name: '姓名', exact: true }).fill('夏晚晴');
    await page.getByRole('textbox', { name: '用户名', exact: true }).fill('xia');
    await choose(page, '网点', '拱墅');
    await page.getByLabel('初始密码', { exact: true }).fill(first);
    await save(page);
    await expect(page.getByText('已设置“夏晚晴”的密码')).toBeVisible();
  });
  const ofEmployee = page.url();

  await test.step('her private details keep what two people enter at once', async () => {
    const section = page.getByRole('region', { name: '隐私资料' });
    const dialog = page.getByRole('dialog');
    await section.getByRole('button', { name: '登记' }).click();
    await dialog.getByLabel('身份证号').fill('330102199001011234');
    await page.evaluate(enterElsewhere, ofEmployee.split('/').at(-1) ?? '');
    await dialog.getByRole('button', { name: '保存' }).click();
    await expect(dialog).toContainText('他人刚修改了这些资料');
    await dialog.getByRole('button', { name: '保留我的' }).click();
    await dialog.getByRole('button', { name: '保存' }).click();
    await expect(dialog).toBeHidden();
    await expect(section).toContainText('330102199001011234');
    await expect(section).toContainText('文三路 3 号');
  });

  await test.step('and one of them is taken back from the history', async () => {
    const section = page.getByRole('region', { name: '隐私资料' });
    const history = page.getByRole('dialog');
    await page.getByRole('main').getByRole('button', { name: '更多' }).click();
    await page.getByRole('menuitem', { name: '修改历史' }).click();
    const newest = history.getByRole('listitem').filter({ hasText: '敏感信息' }).first();
    await newest.getByRole('button', { name: '将身份证号恢复为330102199001011235' }).click();
    await expect(newest).toContainText('330102199001011234330102199001011235');
    await history.getByRole('button', { name: '关闭' }).click();
    await expect(section).toContainText('330102199001011235');
  });

  await test.step('and her picture, which nothing but a picture can be', async () => {
    const section = page.getByRole('region', { name: '隐私资料' });
    const dialog = page.getByRole('dialog');
    await section.getByRole('button', { name: '编辑' }).click();
    const file = dialog.locator('input[type=file]').first();
    await file.setInputFiles({ name: '名单.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture') });
    await expect(dialog).toContainText('“名单.jpg”不是照片');
    const { bytes } = await jpeg(900, 700);
    await file.setInputFiles({ name: 'xia.jpg', mimeType: 'image/jpeg', buffer: bytes });
    await expect(dialog.getByRole('img', { name: '的照片' })).toBeVisible();
    await dialog.getByRole('button', { name: '保存' }).click();
    await expect(section.getByRole('img', { name: '夏晚晴的照片' })).toBeVisible();
    await page.reload();
    await expect(section.getByRole('img', { name: '夏晚晴的照片' })).toBeVisible();
    await section.getByRole('button', { name: '编辑' }).click();
    await dialog.getByRole('button', { name: '移除照片' }).click();
    await dialog.getByRole('button', { name: '保存' }).click();
    await expect(section.getByRole('img', { name: '暂无照片' })).toBeVisible();
  });

  const { page: mobile } = await takeUp(browser, server);

  await test.step('what she lacks neither stands in her menu nor opens', async () => {
    await expect(menu(mobile).getByRole('link', { name: '订单看板' })).toBeVisible();
    await expect(menu(mobile).getByRole('link', { name: '新建订单' })).toBeHidden();
    await mobile.goto(`${server.url}/orders/new`);
    await expect(mobile.getByRole('heading', { level: 1 })).toHaveText('您没有权限打开这个页面');
    await mobile.getByRole('link', { name: '返回首页' }).click();
    await expect(mobile.getByRole('heading', { level: 1 })).toHaveText('订单看板');
  });

  await test.step('more rights reach her by themselves', async () => {
    await page.getByRole('link', { name: '员工角色' }).click();
    await page.getByRole('grid').getByText(role).click();
    await tick(page, '订单看板：新建').check();
    await tick(page, '员工角色：编辑').check();
    await expect(page.getByText('保存后 1 位成员随之变化，一分钟内生效。')).toBeVisible();
    await save(page);
    await newRights(mobile);
  });

  await test.step('she grants nothing that she lacks', async () => {
    await mobile.goto(`${server.url}/roles/new`);
    await expect(tick(mobile, '订单看板：新建')).not.toHaveAttribute('aria-disabled');
    await expect(tick(mobile, '财务：查看')).toHaveAttribute('aria-disabled', 'true');
    await expect(tick(mobile, '财务：查看')).toHaveAccessibleDescription(/您自己没有.*不能授予/);
  });

  await test.step('disabled, she is signed out', async () => {
    await page.goto(ofEmployee);
    await disable(page);
    await expect(mobile.getByText('账号已停用').first()).toBeVisible(minute);
  });

  await test.step('the last administrator stays one', async () => {
    await page.goto(`${server.url}/staff/staff-admin`);
    await disable(page);
    await expect(page.getByRole('dialog')).toContainText('不能停用或删除自己');
    await page.goto(`${server.url}/roles/role-manager`);
    await tick(page, '员工信息：编辑').uncheck();
    await expect(page.getByRole('alert')).toContainText('至少要保留一位能管理员工和角色的人');
  });
});

test('somebody is taken on with a password that he keeps, and nothing is left of it in the next form', async ({
  browser,
  server,
}) => {
  const { page } = await signIn(browser, server, 'admin', desktop);
  await settled(page);
  await page.goto(`${server.url}/staff/new`);
  await page.getByRole('textbox', { name: '姓名', exact: true }).fill('丁一凡');
  await page.getByRole('textbox', { name: '用户名', exact: true }).fill('ding');
  await choose(page, '角色', '司机');
  await page.getByLabel('初始密码', { exact: true }).fill(first);
  await page.getByRole('switch', { name: '首次登录时必须修改密码' }).uncheck();

  await test.step('a driver without an outlet would see nothing', async () => {
    await page.getByRole('button', { name: /^保存/ }).click();
    await expect(page.getByText('所选角色只能看到本人网点的订单').first()).toBeVisible();
    await choose(page, '网点', '拱墅');
  });

  await save(page);
  await expect(page.getByText('已设置“丁一凡”的密码')).toBeVisible();
  await expect(page).toHaveURL(/\/staff\/(?!new)/);
  await menu(page).getByRole('link', { name: '员工信息' }).click();
  await page.getByRole('link', { name: '新增员工' }).click();
  await expect(page.getByRole('textbox', { name: '姓名', exact: true })).toHaveValue('');
  await expect(page.getByRole('switch', { name: '首次登录时必须修改密码' })).toBeChecked();
  await expect(page.getByText('已恢复')).toBeHidden();

  const his = await browser.newContext({ viewport: phone, locale: 'zh-CN' });
  const mobile = await his.newPage();
  await mobile.goto(server.url);
  await mobile.getByLabel('用户名').fill('ding');
  await mobile.getByLabel('密码', { exact: true }).fill(first);
  await mobile.getByRole('button', { name: '登录' }).click();
  await expect(mobile.getByRole('heading', { level: 1 })).toHaveText('我的任务');
  // A device that wants no motion is told of no end of one.
  await expect(page.getByText('已设置“丁一凡”的密码')).toBeHidden();
});

/** On her phone, with the password that the office has told her, which she has to change. */
async function takeUp(browser: Parameters<typeof signIn>[0], server: TestServer): Promise<Person> {
  const context = await browser.newContext({ viewport: phone, locale: 'zh-CN' });
  const page = await context.newPage();
  await test.step('she signs in and has to choose a password of her own', async () => {
    await page.goto(server.url);
    await page.getByLabel('用户名').fill('xia');
    await page.getByLabel('密码', { exact: true }).fill(first);
    await page.getByRole('button', { name: '登录' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('请先修改密码');
    expect(await faultsHere(page, 'a password to be changed')).toEqual([]);
    await page.getByLabel(/^当前密码/).fill(first);
    await page.getByLabel(/^新密码/).fill(own);
    await page.getByRole('button', { name: '保存新密码' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('订单看板');
  });
  return { context, page };
}

const menu = (page: Page) => page.getByRole('navigation', { name: '主导航' });

const tick = (page: Page, name: string) => page.getByRole('checkbox', { name, exact: true });

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^保存/ }).click();
  await expect(page.getByText('已保存').first()).toBeVisible();
  await expectSaved(page);
}

async function disable(page: Page): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: '更多' }).click();
  await page.getByRole('menuitem', { name: '停用' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '停用', exact: true }).click();
}

/** Nobody is disturbed by them: they wait for her word, or come by themselves once she touches nothing. */
async function newRights(page: Page): Promise<void> {
  const reload = page.getByRole('button', { name: '重新加载' });
  const added = menu(page).getByRole('link', { name: '新建订单' });
  await expect(reload.or(added)).toBeVisible(minute);
  if (await reload.isVisible()) await reload.click();
  await expect(added).toBeVisible(minute);
}

/** In the page, past its form: as somebody else would. */
async function enterElsewhere(id: string): Promise<void> {
  const details = { idNumber: '330102199001011235', homeAddress: '文三路 3 号' };
  await fetch(`/api/staff/${id}/private`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', 'x-towline': '1' },
    body: JSON.stringify({ version: 0, details }),
  });
}
