// What people do on the pages, in the words of the pages.
import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';

export interface NewOrder {
  readonly plate: string;
  readonly phone: string;
}

/** Fills in the form and leaves on the new order's panel. @returns the order's id */
export async function createOrder(page: Page, order: NewOrder): Promise<string> {
  await fillOrder(page, order);
  await page.getByRole('button', { name: '建立订单' }).click();
  await page.waitForURL(/\/orders\?order=[0-9A-Z]{26}$/);
  await expect(panel(page)).toContainText(order.plate);
  return new URL(page.url()).searchParams.get('order') ?? '';
}

export async function fillOrder(page: Page, { plate, phone }: NewOrder): Promise<void> {
  await page.getByRole('link', { name: '新建订单' }).first().click();
  await box(page, '联系人').fill('王先生');
  await box(page, '联系电话').fill(phone);
  await box(page, '车牌').fill(plate);
  await choose(page, '客户', '个人散客');
  await choose(page, '服务项目', '搭电');
  await page.getByRole('combobox', { name: '救援地点', exact: true }).fill('文三路 1 号');
  await box(page, '救援地点坐标').fill('120.1312, 30.2795');
}

const box = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

export async function choose(page: Page, label: string, option: string): Promise<void> {
  const box = page.getByRole('combobox', { name: label, exact: true });
  await box.fill(option);
  await page.getByRole('option', { name: option }).first().click();
}

/** What a form holds is stored; a message of it may still stand there from the time before. */
export const expectSaved = (page: Page) =>
  expect(page.locator('[data-actions-bar]').getByText('有未保存的修改')).toBeHidden();

export const panel = (page: Page) => page.getByRole('complementary');

/**
 * @param driverId of somebody who drives one of the outlet's vehicles
 * @param order where the order stands: beside a list unless said
 */
export async function dispatchTo(page: Page, driverId: string, order = panel(page)): Promise<void> {
  await order.getByRole('button', { name: /^派遣/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('option').first().click();
  await dialog.getByRole('combobox', { name: '司机' }).selectOption(driverId);
  await dialog.getByRole('button', { name: '派遣', exact: true }).click();
  await expect(dialog).toBeHidden();
}

export async function openOrder(page: Page, plate: string): Promise<void> {
  await page.getByRole('link', { name: '订单看板' }).first().click();
  await page.getByRole('grid').getByText(plate).first().click();
  await expect(panel(page)).toContainText(plate);
}

export async function voidOrder(page: Page, reason: string): Promise<void> {
  await panel(page).getByRole('button', { name: /作废/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio').first().check();
  await dialog.getByRole('textbox').fill(reason);
  await dialog.getByRole('button', { name: '作废订单' }).click();
  await expect(dialog).toBeHidden();
}

/** Until the device has sent everything it holds. */
export async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('link', { name: /已同步/ })).toBeVisible({ timeout: 30_000 });
}
