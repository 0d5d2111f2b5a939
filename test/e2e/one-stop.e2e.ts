// 一站式入账: where a company allows it, one person takes an order through all three stages without leaving the page.
import { desktop, expect, newId, signIn, test } from './fixtures.ts';
import { insurer, ordersOf, takeMonth } from './month.ts';
import { panel } from './office.ts';
import { differencesIn, type Accounts } from '#schemas/finance/accounts.ts';
import { ruleSwitched } from '#schemas/finance/rules.ts';

// Ends a hang.
test.setTimeout(240_000);

test('an order is verified, approved and posted on one page, and each is recorded by itself', async ({
  browser,
  server,
}) => {
  const admin = await server.api('admin');
  await admin.push('customers', [insurer]);
  await admin.push('catalog', [ruleSwitched(undefined, false, '核价须由核单人以外的人办理')]);
  await takeMonth(await server.api('dispatcher'), 1);
  const finance = await server.api('finance');
  const order = async () => (await ordersOf(finance))[0];
  const id = (await order())?.id ?? '';
  const { page } = await signIn(browser, server, 'finance', desktop);
  const desk = `${server.url}/finance/one-stop?customer=${insurer.id}&order=${id}`;
  await page.goto(desk);
  await expect(page.getByText('本公司允许核单人自己核价')).toBeVisible();
  const payLess = async () => {
    const { amountFen = NaN } = (await order())?.finance ?? {};
    await panel(page)
      .getByRole('textbox', { name: '实收金额' })
      .fill(((amountFen - 1_200) / 100).toFixed(2));
    await panel(page).getByRole('textbox', { name: '原因' }).fill('零头下次付');
  };
  /** It comes from a phone that was offline. */
  const photoComes = async () => {
    const bytes = { sha256: 'a'.repeat(64), bytes: 1000, kind: 'image/jpeg', source: 'file' };
    const payload = { photoId: newId(), slot: 'scene', takenAt: new Date().toISOString(), ...bytes };
    const dispatcher = await server.api('dispatcher');
    await dispatcher.command([{ type: 'add-photo', orderId: id, payload }]);
    await expect(panel(page).getByRole('button', { name: /查看：现场/ })).toBeVisible();
  };
  const values = panel(page).getByRole('region', { name: '各环节金额' });
  const isNext = (stage: string) => expect(values.locator('[aria-current=step]')).toContainText(stage);

  await test.step('核单, 核价 and 入账 follow each other beside the same list', async () => {
    for (const [stage, press] of [
      ['核单', '核单通过'],
      ['核价', '核价通过'],
      ['入账', '确认入账'],
    ] as const) {
      await isNext(stage);
      await expect(page).toHaveURL(desk);
      if (stage === '入账') {
        await payLess();
        await photoComes();
        await expect(panel(page).getByRole('textbox', { name: '原因' })).toHaveValue('零头下次付');
      }
      await panel(page).getByRole('button', { name: press }).click();
    }
    await expect(page.getByText('没有符合条件的内容')).toBeVisible();
  });

  await test.step('what was paid short is found at 入账 and comes later, without a reversal', async () => {
    await page.goto(`${server.url}/finance/post?customer=${insurer.id}&open=1&order=${id}`);
    await expect(panel(page).getByText('还欠 ¥12.00')).toBeVisible();
    await panel(page).getByRole('button', { name: '确认补收' }).click();
    await expect(page.getByText('没有符合条件的内容')).toBeVisible();
  });

  await test.step('three stages were recorded, each with who and how much', async () => {
    const posted = await order();
    const { amountFen = NaN, stage } = posted?.finance ?? {};
    expect(stage).toBe('posted');
    const others = ['create-order', 'complete', 'add-photo'];
    const stages = posted?.timeline.filter(({ type }) => !others.includes(type));
    expect(stages).toMatchObject([
      { type: 'verify', by: 'staff-finance', amountFen },
      { type: 'approve-price', by: 'staff-finance', amountFen },
      { type: 'post-payment', by: 'staff-finance', receivedFen: amountFen - 1_200 },
      { type: 'settle-rest', by: 'staff-finance', receivedFen: 1_200 },
    ]);
    await page.goto(`${server.url}/orders/${id}`);
    const progress = page.getByRole('list', { name: '进度' });
    for (const said of ['核单', '核价', '入账']) await expect(progress).toContainText(said);
  });

  await test.step('and the books agree', async () => {
    const { balances } = await finance.get<Accounts>('/api/finance/accounts');
    expect(differencesIn(balances)).toEqual([]);
  });
});
