// The form of a new order on a device that is new itself: what is filled in for one, and what is kept.
import { desktop, expect, signIn, test } from './fixtures.ts';

test('the only outlet is filled in though it comes after the form, and what is emptied again is not kept', async ({
  browser,
  server,
}) => {
  let arrive = (): void => undefined;
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  const { page } = await signIn(browser, server, 'dispatcher', desktop, (context) =>
    context.route('**/replication/outlets/**', async (route) => {
      await arrived;
      await route.continue();
    }),
  );
  await page.getByRole('link', { name: '新建订单' }).first().click();
  const outlet = page.getByRole('combobox', { name: '网点', exact: true });
  const kept = page.getByText('草稿已保存在本机');
  await expect(outlet).toHaveText(/请选择/);
  await page.getByRole('textbox', { name: '联系人', exact: true }).fill('王先生');
  arrive();
  await expect(outlet).toHaveText(/拱墅网点/);
  await expect(kept).toBeVisible();

  await page.getByRole('textbox', { name: '联系人', exact: true }).fill('');
  await expect(kept).toBeHidden();
  await page.reload();
  await expect(outlet).toHaveText(/拱墅网点/);
  await expect(page.getByText('已恢复上次没有提交的内容')).toBeHidden();
});
