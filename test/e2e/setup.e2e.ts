// The first steps of a new company, as a newcomer walks them: one administrator, nothing else.
import type { Page } from '@playwright/test';
import { faultsHere } from './axe.ts';
import { desktop, expect, signIn, test } from './fixtures.ts';
import { choose, expectSaved } from './office.ts';

// Ends a hang; on a quiet machine it takes half a minute.
test.setTimeout(240_000);

test('a newcomer is led through the five steps until the company is ready', async ({
  browser,
  newCompany,
}) => {
  const { page } = await signIn(browser, newCompany, 'admin', desktop);
  // Everything has to be here before it can be told that there is nothing.
  await expect(page.getByRole('heading', { level: 1, name: '开始使用' })).toBeVisible({ timeout: 90_000 });
  await expectDone(page, 0);
  expect(await faultsHere(page, 'the first steps')).toEqual([]);

  await test.step('the company gets its name, which stands on its papers', async () => {
    await page.getByRole('button', { name: '修改公司名称' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: '公司名称' }).fill('钱江道路救援');
    await dialog.getByRole('button', { name: '保存' }).click();
    await expect(page.getByRole('heading', { name: '公司名称：钱江道路救援' })).toBeVisible();
  });

  await test.step('roles are looked at', async () => {
    await step(page, '员工角色').getByRole('button', { name: '没有问题，继续' }).click();
    await expectDone(page, 1);
  });

  await test.step('an empty list leads back', async () => {
    await page.getByRole('link', { name: '网点管理' }).click();
    await page.getByRole('link', { name: '查看开始步骤' }).click();
    await expectDone(page, 1);
  });

  await test.step('the first outlet', async () => {
    await step(page, '网点').getByRole('link', { name: '新增网点' }).click();
    await fill(page, { 网点名称: '城北网点', 电话: '0571-88880000', 地址: '杭州市文三路 1 号' });
    await page.getByRole('textbox', { name: /坐标/ }).fill('120.1312, 30.2795');
    await save(page, '城北网点');
    await expect(page.getByRole('link', { name: '下一步：员工' })).toBeInViewport();
    await back(page, 2);
  });

  await test.step('somebody who drives', async () => {
    await step(page, '员工').getByRole('link', { name: '新增员工' }).click();
    await fill(page, { 姓名: '张师傅', 用户名: 'zhang' });
    await choose(page, '角色', '司机');
    // The only outlet is chosen already; choosing it again would take it away.
    await expect(page.getByRole('button', { name: '移除 城北网点' })).toBeVisible();
    await page.getByRole('button', { name: '录入下一个' }).click();
    await expect(page.getByRole('textbox', { name: '姓名' })).toHaveValue('');
    await fill(page, { 姓名: '李师傅', 用户名: 'li' });
    await choose(page, '角色', '司机');
    await save(page, '李师傅');
    await page.getByRole('link', { name: '员工信息' }).first().click();
    await expect(page.getByRole('grid')).toContainText('张师傅');
    await page.goBack();
    await back(page, 3);
  });

  await test.step('a vehicle counts once somebody drives it', async () => {
    await step(page, '车辆').getByRole('link', { name: '新增车辆' }).click();
    await page.getByRole('textbox', { name: '车牌', exact: true }).fill('浙A12345');
    await choose(page, '车辆类型', '平板');
    await expect(page.getByRole('combobox', { name: '网点', exact: true })).toHaveValue('城北网点');
    await save(page, '浙A12345');
    await back(page, 3);
    await expect(step(page, '车辆')).toContainText('还没有分配司机');
    await page.goBack();
    await choose(page, '司机', '张师傅');
    await save(page, '浙A12345');
    await back(page, 4);
  });

  await test.step('the first customer, and everything is ready', async () => {
    await step(page, '客户').getByRole('link', { name: '新增客户' }).click();
    await fill(page, { 客户名称: '平安保险' });
    await choose(page, '客户类型', '保险公司');
    await save(page, '平安保险');
    await expect(page.getByRole('link', { name: '准备就绪，可以接单了' })).toBeVisible();
    await back(page, 5);
    await expect(page.getByText('准备就绪，可以接单了')).toBeVisible();
    await expect(page.getByRole('link', { name: '开始使用' })).toBeHidden();
    await page.getByRole('link', { name: '核对标准价' }).click();
    await page.getByRole('gridcell', { name: '拖车起步价' }).click();
    await expect(page.getByLabel('含公里')).toHaveValue('15');
    await page.goto(newCompany.url);
    await expect(page.getByRole('heading', { level: 1, name: '订单看板' })).toBeVisible();
  });

  await test.step('the standard prices are found by what one calls them', async () => {
    await page.keyboard.press('Control+k');
    const dialog = page.getByRole('dialog', { name: '查找与跳转' });
    for (const word of ['标准价', '价格', '收费']) {
      await dialog.getByRole('combobox').fill(word);
      await expect(dialog.getByRole('option').first()).toContainText('标准价');
    }
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/catalog\?type=price-item$/);
  });
});

const step = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 2, name }) });

const expectDone = (page: Page, done: number) =>
  expect(page.getByRole('status').filter({ hasText: '已完成' })).toHaveText(`已完成 ${done} / 5 步`);

/** The menu leads back as long as something is left to do. */
async function back(page: Page, done: number): Promise<void> {
  await page.getByRole('link', { name: '开始使用' }).click();
  await expectDone(page, done);
}

async function fill(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(values))
    await page.getByRole('textbox', { name: label, exact: true }).fill(value);
}

async function save(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^保存/ }).click();
  await expect(page.getByText('已保存').last()).toBeVisible();
  await expectSaved(page);
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}
