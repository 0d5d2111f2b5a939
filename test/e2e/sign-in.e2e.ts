// The page of signing in at its own address, as a bookmark opens it.
import { desktop, expect, test } from './fixtures.ts';
import { newDevice } from './network.ts';

test('who signs in at the address of signing in comes to his work, and can come back to it', async ({
  browser,
  server,
}) => {
  const context = await newDevice(browser, { viewport: desktop, locale: 'zh-CN' });
  const page = await context.newPage();
  const signIn = async () => {
    await page.goto(`${server.url}/sign-in`);
    await page.getByLabel('用户名').fill('dispatcher');
    await page.getByLabel('密码', { exact: true }).fill(server.password);
    await page.getByRole('button', { name: '登录' }).click();
    await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible();
    await expect(page).not.toHaveURL(/sign-in/);
  };
  await signIn();
  await signIn();
});
