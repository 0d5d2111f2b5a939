// What a customer paid too much for one statement pays for the next one.
import { desktop, expect, signIn, test } from './fixtures.ts';
import { priced, sentStatement } from './sent-statement.ts';
import { differencesIn, type Accounts } from '#schemas/finance/accounts.ts';

test('a clerk pays a statement from what its customer paid too much before', async ({ browser, server }) => {
  const finance = await server.api('finance2');
  const [one, two] = await priced(finance);
  if (!one || !two) throw new Error('There are too few priced orders');
  const [first, next] = [await sentStatement(finance, [one]), await sentStatement(finance, [two])];
  const amountFen = (one.finance.amountFen ?? 0) + 5_000;
  const paid = { amountFen, method: 'settlement-transfer', receivedOn: '2026-03-01', reason: '客户多付' };
  await finance.command([{ type: 'receive-payment', orderId: first, payload: paid }]);

  const { page } = await signIn(browser, server, 'finance2', desktop);
  const dialog = page.getByRole('dialog');
  await page.goto(`${server.url}/finance/statements/${next}`);
  await page.getByRole('button', { name: '登记收款' }).click();
  await expect(dialog.getByText('客户账上有余额 ¥50.00，可以抵扣')).toBeVisible();
  await dialog.getByRole('checkbox', { name: '用余额抵扣' }).check();
  await expect(dialog.getByRole('textbox', { name: '收款金额' })).toHaveValue('50.00');
  await expect(dialog.getByRole('combobox', { name: '入账方式' })).toHaveCount(0);
  await dialog.getByRole('button', { name: '登记收款' }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: '收款', exact: true }).click();
  await expect(page.getByRole('complementary').getByText('余额抵扣')).toBeVisible();
  await page.getByRole('button', { name: '登记收款' }).click();
  await expect(dialog.getByText('客户账上有余额')).toHaveCount(0);
  const { balances } = await finance.get<Accounts>('/api/finance/accounts');
  expect(differencesIn(balances)).toEqual([]);
});
