// Two people change one customer, both without a network: different fields come together by themselves, the same
// field shows both values to both of them, and what one chooses is the other's, too.
import type { Browser, Page } from '@playwright/test';
import type { Customer } from '#schemas/customers/customer.ts';
import type { Staff } from '#schemas/staff/staff.ts';
import { desktop, expect, signIn, test, type Person, type TestServer } from './fixtures.ts';
import { settled } from './office.ts';
import { otherDevice } from '../sync-ui/other-device.ts';

// Ends a hang; on a quiet machine it takes half a minute.
test.setTimeout(240_000);

const id = 'customer-anhe';

test('two people edit one customer without a network', async ({ browser, server }) => {
  const elsewhere = await otherDevice(server, 'admin');
  await elsewhere.change<Staff>('staff', 'staff-clerk', { roleIds: ['role-manager'] });
  const stored = async () =>
    (await elsewhere.documents<Customer>('customers')).find((customer) => customer.id === id);
  const first = await atCustomer(browser, server, 'admin');
  const second = await atCustomer(browser, server, 'clerk');

  await test.step('different fields merge silently', async () => {
    await offline(first, second);
    await edit(first.page, '地址', '杭州市庆春路 1 号');
    await edit(second.page, '简称', '安和');
    await online(first, second);
    for (const { page } of [first, second]) {
      await settled(page);
      await expect(field(page, '地址')).toHaveValue('杭州市庆春路 1 号');
      await expect(field(page, '简称')).toHaveValue('安和');
    }
    expect(await stored()).toMatchObject({ address: '杭州市庆春路 1 号', shortName: '安和' });
  });

  await test.step('the same field shows both values on both devices', async () => {
    await offline(first, second);
    await edit(first.page, '简称', '安和浙江');
    await edit(second.page, '简称', '安和财险');
    await online(first);
    await settled(first.page);
    await online(second);
    for (const { page } of [first, second]) {
      await page.locator('a[href="/sync"]').click();
      await expect(conflict(page)).toContainText('安和浙江');
      await expect(conflict(page)).toContainText('安和财险');
    }
  });

  await test.step('the choice of one is the choice of both', async () => {
    await conflict(second.page).getByRole('button', { name: '简称：改用安和财险' }).click();
    for (const { page } of [first, second]) {
      await expect(conflict(page)).toBeHidden();
      await page.goto(`${server.url}/customers/${id}`);
      await expect(field(page, '简称')).toHaveValue('安和财险');
    }
    await expect.poll(async () => (await stored())?.shortName).toBe('安和财险');
    expect((await stored())?.conflicts).toBeUndefined();
  });
});

async function atCustomer(browser: Browser, server: TestServer, username: string): Promise<Person> {
  const person = await signIn(browser, server, username, desktop);
  await settled(person.page);
  await person.page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await person.page.goto(`${server.url}/customers/${id}`);
  await expect(field(person.page, '客户名称')).not.toHaveValue('');
  return person;
}

const field = (page: Page, label: string) => page.getByRole('textbox', { name: label, exact: true });
const conflict = (page: Page) => page.getByRole('listitem').filter({ hasText: '另一个值' });

async function edit(page: Page, label: string, value: string): Promise<void> {
  await field(page, label).fill(value);
  await page.getByRole('button', { name: /^保存/ }).click();
  await expect(page.getByText('未发送', { exact: true }).first()).toBeVisible();
}

const offline = (...people: readonly Person[]) =>
  Promise.all(people.map(({ context }) => context.setOffline(true)));
const online = (...people: readonly Person[]) =>
  Promise.all(people.map(({ context }) => context.setOffline(false)));
