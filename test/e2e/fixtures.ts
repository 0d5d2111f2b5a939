// A server of the test's own, and people who sign in to it.
import { test as base, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { copyOfDemoData, emptyStorage, type Storage } from './demo-data.ts';
import { newDevice } from './network.ts';
import { TestServer } from './test-server.ts';

export const desktop = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

export interface Person {
  readonly context: BrowserContext;
  readonly page: Page;
}

/**
 * A browser of somebody's own, signed in and with everything of his loaded.
 * @param prepare what has to stand before the app asks the server for anything
 */
export async function signIn(
  browser: Browser,
  server: TestServer,
  username: string,
  viewport: { width: number; height: number },
  prepare: (context: BrowserContext) => Promise<unknown> = async () => {},
): Promise<Person> {
  const context = await newDevice(browser, { viewport, locale: 'zh-CN', serviceWorkers: 'allow' });
  await prepare(context);
  const page = await context.newPage();
  await page.goto(server.url);
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码', { exact: true }).fill(server.password);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('navigation').first().waitFor();
  return { context, page };
}

interface Servers {
  server: TestServer;
  newCompany: TestServer;
  connected: TestServer;
  leftOpen: void;
}

export const test = base.extend<Servers>({
  // An app that is left open goes on looking for its server, at the cost of the tests after it.
  leftOpen: [
    async ({ browser }, use) => {
      await use();
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    { auto: true },
  ],
  server: async ({}, use) => withServer(copyOfDemoData, {}, use),
  /** Nobody and nothing is there but its administrator; on the embedded database, as anybody's first company. */
  newCompany: async ({}, use) => withServer(emptyStorage, { DEMO: '0' }, use),
  /** May speak to other systems, which a test has on this machine. */
  connected: async ({}, use) => withServer(copyOfDemoData, { ALLOW_LOOPBACK_WEBHOOKS: '1' }, use),
});

async function withServer(
  provide: () => Promise<Storage>,
  settings: NodeJS.ProcessEnv,
  use: (server: TestServer) => Promise<void>,
): Promise<void> {
  const storage = await provide();
  const server = new TestServer(storage, settings);
  await server.start();
  await use(server);
  await server.kill();
  await storage.remove();
}

export { expect } from '@playwright/test';
export { newId, TestServer, type Api } from './test-server.ts';
