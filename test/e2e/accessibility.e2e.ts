// Every page of the app, held against axe: on a desk and on a phone, light and dark. The list of pages is the app's
// own, so that a new one cannot be forgotten.
import type { Page } from '@playwright/test';
import { pagePaths, type PagePath } from '../../client/app/pages.ts';
import type { Statement } from '#schemas/finance/statements/statement.ts';
import { addressAt, collections, someId } from './addresses.ts';
import { look, prepare } from './axe.ts';
import { desktop, expect, phone, signIn, test, type Api } from './fixtures.ts';

// Ends a hang; on a quiet machine a minute is enough for both.
test.setTimeout(600_000);
// Axe's own text in every snapshot would make most of the time.
test.use({ trace: 'off' });

/** What else stands where `:…` does. Statements that are there are named by the tests. */
const values: Partial<Record<PagePath, readonly string[]>> = {
  '/finance/:desk': ['verify', 'approve', 'post'],
  '/finance/statements/:id': [],
};

/** What lies over a page once somebody has pressed these, one after the other. */
const pressed: Readonly<Partial<Record<PagePath, readonly (readonly RegExp[])[]>>> = {
  '/orders/:id': [[/^派遣/], [/^短信/], [/^作废/]],
  '/customers/:id': [[/^更多/], [/^更多/, /^修改历史/]],
  '/staff/:id': [[/^登记|^编辑/]],
};
const pressedOnStatement = [[/^发送并锁定/], [/^对照客户表/]];

test('nothing on any page of the office stands in somebody’s way', async ({ browser, server }) => {
  const api = await server.api('admin');
  const statements = await Promise.all([addressOf(api, 'draft'), addressOf(api, 'disputed')]);
  const addresses = await addressesFor(api, (path) => !path.startsWith('/jobs'));
  const { page } = await signIn(browser, server, 'admin', desktop);
  const states = ['none', 'loading', 'offline', 'error'].map((state) => `/ui/list?shown=${state}`);
  expect(await faultsOf(page, [...addresses, ...statements, ...states])).toEqual([]);
  const missing = [
    '/nowhere',
    '/jobs',
    '/orders/none',
    '/orders/none/edit',
    '/customers/none',
    '/finance/statements/none',
  ];
  expect(await faultsOf(page, missing, 'missing')).toEqual([]);
});

test('nor on those of a driver, nor before one is signed in', async ({ browser, server }) => {
  const context = await browser.newContext({ viewport: phone, locale: 'zh-CN' });
  const guest = await context.newPage();
  await guest.goto(server.url);
  expect(await faultsOf(guest, ['/sign-in'])).toEqual([]);
  const api = await server.api('driver1');
  const { page } = await signIn(browser, server, 'driver1', phone);
  const [job] = await api.documents<{ id: string }>('orders');
  // Of the last two he may only read.
  const own = ['/jobs', `/jobs/${job?.id}`, '/sync', '/vehicles', '/outlets'];
  expect(await faultsOf(page, own)).toEqual([]);
  expect(await faultsOf(page, ['/orders'], 'missing')).toEqual([]);
});

test('nor what opens over them', async ({ browser, server }) => {
  const api = await server.api('admin');
  const statement = await addressOf(api, 'draft');
  const { page } = await signIn(browser, server, 'admin', desktop);
  await prepare(page);
  const faults: string[] = [];
  for (const [path, ways] of Object.entries(pressed)) {
    const [address = ''] = await addressesFor(api, (each) => each === path);
    for (const way of ways) faults.push(...(await faultsOver(page, address, way)));
  }
  for (const way of pressedOnStatement) faults.push(...(await faultsOver(page, statement, way)));
  expect(faults).toEqual([]);
});

/** A menu belongs to its button, and stands beside all regions of the page. */
const beside = { region: { enabled: false } };

async function faultsOver(page: Page, address: string, way: readonly RegExp[]): Promise<string[]> {
  await goTo(page, address);
  await shown(page, address);
  for (const name of way)
    await page.getByRole('button', { name }).or(page.getByRole('menuitem', { name })).first().click();
  await expect(page.locator('[role=dialog], [role=menu], dialog[open]').first()).toBeVisible();
  const where = `${address} with ${way.join(' ')}`;
  const faults = await look(page, 'light', where, beside);
  await page.setViewportSize(phone);
  faults.push(
    ...(await look(page, 'dark', `${where} at ${phone.width}`)),
    ...(await outOfReach(page, where)),
  );
  await page.keyboard.press('Escape');
  await page.setViewportSize(desktop);
  return faults;
}

/** A dialog's last button, which does what it is for, can be pressed without scrolling it into view. */
async function outOfReach(page: Page, where: string): Promise<string[]> {
  const last = page.getByRole('dialog').getByRole('button').last();
  const box = (await last.count()) > 0 ? await last.boundingBox() : null;
  const isOut = box && box.y + box.height > phone.height;
  return isOut ? [`${where}: “${await last.innerText()}” lies under the edge of a phone`] : [];
}

/** A statement of the demo company's. */
async function addressOf(api: Api, state: Statement['state']): Promise<string> {
  const statements = await api.documents<Statement>('statements');
  const found = statements.find((statement) => statement.state === state);
  if (!found) throw new Error(`The demo company has no statement that is ${state}`);
  return `/finance/statements/${found.id}`;
}

/** Pages of records twice: one that is there, and one that is to be. */
async function addressesFor(api: Api, isMeant: (path: PagePath) => boolean): Promise<string[]> {
  const addresses = pagePaths.filter(isMeant).map(async (path) => {
    if (!path.includes(':')) return [path];
    const ids = values[path] ?? (await idsOf(api, path));
    return ids.map((id) => addressAt(path, id));
  });
  return (await Promise.all(addresses)).flat();
}

async function idsOf(api: Api, path: PagePath): Promise<string[]> {
  const collection = collections[path];
  if (!collection) throw new Error(`Say what stands in ${path}`);
  const id = await someId(api, collection);
  if (!id) throw new Error(`The demo company has no ${collection}`);
  return collection === 'orders' ? [id] : [id, 'new'];
}

/** What the app says where it has no such page or record, or not for this person. */
const nothingThere = /没有这个页面|没有权限|找不到|不存在/;

async function faultsOf(
  page: Page,
  addresses: readonly string[],
  kind: 'there' | 'missing' = 'there',
): Promise<string[]> {
  const faults: string[] = [];
  await prepare(page);
  for (const address of addresses) {
    await goTo(page, address);
    for (const size of [desktop, phone]) {
      await page.setViewportSize(size);
      await shown(page, address);
      if (kind === 'there') await expect(page.locator('h1').first(), address).not.toHaveText(nothingThere);
      const where = `${address} at ${size.width}`;
      faults.push(...(await look(page, 'light', where)), ...(await look(page, 'dark', where)));
    }
  }
  return faults;
}

/** As a link would: the app stays as it is. */
async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, address);
}

async function shown(page: Page, address: string): Promise<void> {
  // On a phone a panel covers the page that it belongs to, and its heading with it.
  await expect(page.locator('h1').first()).toBeAttached();
  // The gallery shows what loads as one of its pieces.
  if (address.startsWith('/ui')) return;
  await expect(page.locator('[role=status]', { hasText: /^(正在读取|加载中)/ })).toHaveCount(0);
}
