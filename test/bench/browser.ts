// A browser in which somebody has signed in to our server and has not opened the app yet.
import { chromium, type Browser, type Page } from '@playwright/test';
import { chromiumLaunch } from '../setup/browser.ts';
import type { Who } from '../setup/company.ts';
import { testPassword } from '../setup/server.ts';

export const openBrowser = (): Promise<Browser> => chromium.launch(chromiumLaunch());

/** A browser profile of its own, on a page of the server that is not the app. */
export async function signedInPage(browser: Browser, port: number, who: Who): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${port}/health`);
  await page.evaluate(
    async (body) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch('/api/session', { method: 'POST', headers, body: JSON.stringify(body) });
      const { actor }: { actor: unknown } = await answer.json();
      localStorage.setItem('towline.actor', JSON.stringify(actor));
    },
    { username: who, password: testPassword },
  );
  return page;
}

/** Resolves with the page's own time, in milliseconds since it began to load. */
export async function whenVisible(page: Page, text: string): Promise<number> {
  const handle = await page.waitForFunction(
    (wanted) => document.body.innerText.includes(wanted) && performance.now(),
    text,
    { polling: 'raf', timeout: 240_000 },
  );
  return Number(await handle.jsonValue());
}

export const synced = '已同步';
