// The history of a record: what two people changed, in words, and one field taken back.
import type { Page } from '@playwright/test';
import type { Customer } from '#schemas/customers/customer.ts';
import { desktop, expect, signIn, test } from './fixtures.ts';
import { settled } from './office.ts';
import { otherDevice } from '../sync-ui/other-device.ts';

// Ends a hang; on a quiet machine it takes half a minute.
test.setTimeout(240_000);

const id = 'customer-anhe';

test('two people changed a customer, and a field is restored', async ({ browser, server }) => {
  const elsewhere = await otherDevice(server, 'admin');
  await elsewhere.change<Customer>('customers', id, { address: '杭州市庆春路 1 号' });
  const { page, context } = await signIn(browser, server, 'admin', desktop);
  await settled(page);
  await page.goto(`${server.url}/customers/${id}`);
  await page.getByRole('textbox', { name: '地址', exact: true }).fill('杭州市文三路 2 号');
  await page.getByRole('button', { name: /^保存/ }).click();
  await settled(page);

  await test.step('each section that is pressed is the one that is marked, the short last ones too', async () => {
    const sections = page.getByRole('navigation', { name: '本页内容' }).getByRole('button');
    for (const section of (await sections.all()).reverse()) {
      await section.click();
      // The jump is heard as scrolling with the next frame.
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
      await expect(section).toHaveAttribute('aria-current', 'true');
    }
  });

  await test.step('the newest change stands on top, with author and both values', async () => {
    await openHistory(page);
    await expect(entries(page).first()).toContainText('陈志远');
    await expect(entries(page).first()).toContainText('本机');
    await expect(entries(page).first()).toContainText('杭州市庆春路 1 号');
    await expect(entries(page).first()).toContainText('杭州市文三路 2 号');
    await expect(entries(page).nth(1)).toContainText('（空）');
  });

  await test.step('the former value comes back by an edit of its own', async () => {
    await entries(page).first().getByRole('button', { name: '将地址恢复为杭州市庆春路 1 号' }).click();
    await expect(page.getByText('已恢复地址')).toBeVisible();
    await expect(entries(page).first()).toContainText('杭州市文三路 2 号杭州市庆春路 1 号');
    await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click();
    await expect(page.getByRole('textbox', { name: '地址', exact: true })).toHaveValue('杭州市庆春路 1 号');
  });

  await test.step('without a network it says so', async () => {
    await context.setOffline(true);
    await openHistory(page);
    await expect(page.getByRole('dialog')).toContainText('查看修改历史需要联网');
    await context.setOffline(false);
    await expect(entries(page).first()).toBeVisible();
  });
});

const entries = (page: Page) => page.getByRole('list', { name: '修改记录，最新的在前' }).locator('> li');

async function openHistory(page: Page): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: '更多' }).click();
  await page.getByRole('menuitem', { name: '修改历史' }).click();
}
