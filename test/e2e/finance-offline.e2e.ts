// Finance without a network: what was here stays readable and says how old it is, and what has to wait says so before
// anything is entered.
import { desktop, expect, signIn, test } from './fixtures.ts';
import { settled } from './office.ts';

test('finance reads what it had, and is told how old it is and what has to wait', async ({
  browser,
  server,
}) => {
  const { page, context } = await signIn(browser, server, 'finance', desktop);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await settled(page);
  await context.setOffline(true);

  // Opened anew: how old it is was kept, as all the rest.
  await page.goto(`${server.url}/finance/verify`);
  await expect(page.getByText(/^现在没有网络。.*这里是 .+ 的数据。$/)).toBeVisible();
  await page.getByRole('grid').getByRole('row').nth(1).click();
  const panel = page.getByRole('complementary');
  await expect(panel.getByRole('heading', { name: '价格明细' })).toBeVisible();
  await expect(panel.getByRole('button', { name: '核单通过' })).toHaveAttribute('aria-disabled', 'true');

  for (const list of ['cash', 'statements']) {
    await page.goto(`${server.url}/finance/${list}`);
    await expect(page.getByText(/这里是 .+ 的数据。$/)).toBeVisible();
    await expect(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible();
  }
  // What the server alone works out is kept from when it was looked at; it is written a moment after it is shown.
  const row = page.getByRole('grid').getByRole('row').nth(1);
  for (const answer of ['accounts', 'reports']) {
    await expect(async () => {
      await context.setOffline(false);
      await page.goto(`${server.url}/finance/${answer}`);
      await expect(row).toBeVisible();
      await context.setOffline(true);
      await page.reload();
      await expect(page.getByText(/^服务器暂时没有回答，这里是 .+ 的数据。$/)).toBeVisible({ timeout: 5000 });
    }).toPass();
    await expect(row).toBeVisible();
  }
  // Nobody has asked this before: an empty page would look like an answer.
  await page.goto(`${server.url}/finance/reports?by=driver`);
  await expect(page.getByText('报表在服务器上计算，现在没有网络。')).toBeVisible();
  await context.setOffline(false);
  await expect(row).toBeVisible();
});
