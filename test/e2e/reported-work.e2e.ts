// What a driver reports of extra work and outlays, without a network, is what finance is offered as the price.
import { desktop, expect, phone, signIn, test } from './fixtures.ts';
import { createOrder, dispatchTo, panel, settled } from './office.ts';

const plate = '浙A7E2E9';

test('extra work and outlays come from the driver’s phone into the proposed price', async ({
  browser,
  server,
}) => {
  const office = await signIn(browser, server, 'dispatcher', desktop);
  const driver = await signIn(browser, server, 'driver1', phone);
  await settled(office.page);
  await createOrder(office.page, { plate, phone: '13900000009' });
  await dispatchTo(office.page, 'staff-driver1');
  await driver.page.getByText(plate).click();

  await test.step('the driver tells both at the end, offline; what he entered outlives a closed sheet', async () => {
    await driver.context.setOffline(true);
    await driver.page.getByRole('button', { name: '接单', exact: true }).click();
    await driver.page.getByText('其他操作').click();
    await driver.page.getByRole('button', { name: '完成任务' }).click();
    const dialog = driver.page.getByRole('dialog');
    await dialog.getByLabel('行驶里程').fill('12');
    await dialog.getByLabel('附加作业').selectOption({ label: '辅助轮' });
    await dialog.getByRole('button', { name: '增加辅助轮' }).click();
    await dialog.getByLabel('代垫费用').selectOption({ label: '过路费' });
    await dialog.getByRole('button', { name: '完成', exact: true }).click();
    await expect(dialog.getByText('请填金额')).toBeVisible();
    await dialog.getByLabel('过路费金额').fill('35');
    await dialog.getByRole('button', { name: '取消' }).click();
    await expect(dialog).toBeHidden();
    await driver.page.getByRole('button', { name: '完成任务' }).click();
    await expect(dialog.getByLabel('辅助轮数量')).toHaveValue('2');
    await expect(dialog.getByLabel('过路费金额')).toHaveValue('35.00');
    await dialog.getByRole('button', { name: '完成', exact: true }).click();
    await expect(dialog).toBeHidden();
    await driver.context.setOffline(false);
  });

  await test.step('the office sees the work, and no amounts', async () => {
    await expect(panel(office.page)).toContainText('附加作业：辅助轮 × 2');
    await expect(panel(office.page)).not.toContainText('代垫费用');
  });

  await test.step('finance is offered them as lines that the driver reported', async () => {
    const { page } = await signIn(browser, server, 'finance', desktop);
    await page.getByRole('grid').getByText(plate).click();
    const form = panel(page);
    await expect(form.getByText('司机上报 2 · 标准价')).toBeVisible();
    await expect(form.getByText('司机上报，按实际支付')).toBeVisible();
    // 200 to come, 2 × 80 for the wheels, 35 of toll.
    await expect(form.getByText('合计 ¥395.00')).toBeVisible();
    await form.getByRole('combobox', { name: '入账方式' }).selectOption({ label: '现金' });
    await form.getByRole('button', { name: '核单通过' }).click();
    await expect(page.getByRole('grid').getByText(plate)).toBeHidden();
    await page.goto(`${server.url}/finance/approve`);
    await page.getByRole('grid').getByText(plate).click();
    await expect(panel(page).getByText('司机上报 2 · 标准价')).toBeVisible();
  });
});
