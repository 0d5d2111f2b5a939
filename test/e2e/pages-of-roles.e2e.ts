// Every page of the app, asked for by each of the ready-made roles: what a role may open is there, what it may not says
// so, and its menu leads to nothing else.
import type { BrowserContext, Page } from '@playwright/test';
import { pagePaths, pathOf, type PagePath } from '../../client/app/pages.ts';
import { pagesOfRole } from '../setup/pages-of-roles.ts';
import { addressAt, collections, someId } from './addresses.ts';
import { desktop, expect, signIn, test, type Api } from './fixtures.ts';
import { settled } from './office.ts';

// Ends a hang; on a quiet machine it takes half a minute.
test.setTimeout(600_000);

const notFound = '没有这个页面';
const notPermitted = '您没有权限打开这个页面';

const holders = {
  'role-manager': 'admin',
  'role-clerk': 'clerk',
  'role-operator': 'operator',
  'role-dispatcher': 'dispatcher',
  'role-finance': 'finance',
  'role-driver': 'driver1',
} as const;

test('each role opens its own pages, and no other', async ({ browser, server }) => {
  for (const [role, username] of Object.entries(holders)) {
    await test.step(role, async () => {
      const own = pagesOfRole[role] ?? [];
      const addresses = await addressesFor(await server.api(username));
      const { page, context } = await signIn(browser, server, username, desktop, withoutWorker);
      await settled(page);
      const headings = await page.evaluate(walk, { addresses, notFound });
      const isOpen = (path: PagePath) => !/权限|找不到|没有|不存在|^$/.test(headings[path] ?? '');
      expect(pagePaths.filter(isOpen), JSON.stringify(headings)).toEqual(
        pagePaths.filter((path) => own.includes(path)),
      );
      const denied = pagePaths.filter((path) => headings[path] === notPermitted);
      expect(denied).toEqual(pagePaths.filter((path) => !own.includes(path)));
      const menu = await menuOf(page);
      expect(menu.length).toBeGreaterThan(2);
      expect(menu.filter((href) => !own.includes(pathOf(href) ?? '/'))).toEqual([]);
      await context.close();
    });
  }
});

/** Nobody goes offline here: to put the whole app on six devices would make most of the time. */
const withoutWorker = (context: BrowserContext) =>
  context.route('**/service-worker.js', (route) => route.abort());

async function menuOf(page: Page): Promise<string[]> {
  const links = await page.getByRole('navigation').first().getByRole('link').all();
  return Promise.all(links.map(async (link) => (await link.getAttribute('href')) ?? ''));
}

/** An address of each page, of something that this person sees where there is any. */
async function addressesFor(api: Api): Promise<Record<string, string>> {
  const ids = new Map<string, string>();
  for (const name of new Set(Object.values(collections))) ids.set(name, (await someId(api, name)) ?? 'none');
  const addresses = pagePaths.map((path): [PagePath, string] => {
    const id = ids.get(collections[path] ?? '') ?? 'verify';
    return [path, addressAt(path, id)];
  });
  return Object.fromEntries(addresses);
}

/** In the page: goes from one address to the next as links do, and tells what each is headed by. */
async function walk(way: {
  addresses: Record<string, string>;
  notFound: string;
}): Promise<Record<string, string>> {
  const heading = () => document.querySelector('h1')?.textContent?.trim() ?? '';
  const until = async (isThere: () => boolean): Promise<void> => {
    while (!isThere()) await new Promise((done) => requestAnimationFrame(done));
  };
  const goTo = (address: string): void => {
    history.pushState(null, '', address);
    dispatchEvent(new PopStateEvent('popstate'));
  };
  const headings: Record<string, string> = {};
  for (const [path, address] of Object.entries(way.addresses)) {
    // In between is a page that all have, so that none is taken for the one before it.
    goTo('/nowhere');
    await until(() => heading() === way.notFound);
    goTo(address);
    await until(() => heading() !== way.notFound && heading() !== '');
    headings[path] = heading();
  }
  return headings;
}
