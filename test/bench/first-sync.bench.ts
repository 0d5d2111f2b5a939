// The first sync of a device: 10,000 orders into Chromium, against writing the same into bare IndexedDB there.
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, signedInPage, synced, whenVisible } from './browser.ts';
import { orderOf, seedOrders } from './orders.ts';
import { startOurs, type Ours } from './ours.ts';
import { alternately, report } from './report.ts';

const orders = 10_000;
const rounds = 3;

describe('the first sync', () => {
  let ours: Ours;
  let browser: Browser;

  beforeAll(async () => {
    ours = await startOurs((database) => seedOrders(database, orders));
    browser = await openBrowser();
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await ours?.stop();
  });

  it('of 10,000 orders', async () => {
    const { mine, theirs } = await alternately(
      rounds,
      () => inNewPage((page) => firstSync(page, ours.port)),
      () => inNewPage(bareWrites),
    );
    const ratio = mine / theirs;
    report({
      ...{ name: 'first sync in Chromium', ours: mine, peer: theirs, unit: 'docs/s', ratio },
      target: 'at least 0.6 of bare IndexedDB',
      reached: ratio >= 0.6,
    });
  });

  async function inNewPage(measure: (page: Page) => Promise<number>): Promise<number> {
    const page = await signedInPage(browser, ours.port, 'dispatcher');
    return measure(page).finally(() => page.context().close());
  }
});

/** Orders a second, from the first question to the app's word that everything is here. */
async function firstSync(page: Page, port: number): Promise<number> {
  await page.goto(`http://127.0.0.1:${port}/orders`);
  const end = await whenVisible(page, synced);
  const start = await page.evaluate(
    () =>
      performance.getEntriesByType('resource').find(({ name }) => name.includes('/replication/orders/'))
        ?.startTime ?? NaN,
  );
  expect(end).toBeGreaterThan(start);
  return (orders / (end - start)) * 1000;
}

/** Documents a second, with the indexes that the app has, 500 in a transaction. */
function bareWrites(page: Page): Promise<number> {
  return page.evaluate(
    async ({ template, count }) => {
      const opening = indexedDB.open('bare', 1);
      opening.onupgradeneeded = () => {
        const store = opening.result.createObjectStore('orders', { keyPath: 'id' });
        store.createIndex('a', 'recency');
        store.createIndex('b', ['status', 'recency']);
        store.createIndex('c', ['version', 'id']);
      };
      await new Promise((resolve) => (opening.onsuccess = resolve));
      const documents = Array.from({ length: count }, (_, index) => {
        const id = `order-${String(index).padStart(7, '0')}`;
        return { ...structuredClone(template), id, version: index, recency: `${template.recency}${id}` };
      });
      const started = performance.now();
      for (let first = 0; first < count; first += 500) {
        const transaction = opening.result.transaction('orders', 'readwrite', { durability: 'relaxed' });
        const store = transaction.objectStore('orders');
        for (const document of documents.slice(first, first + 500)) store.put(document);
        await new Promise((resolve) => (transaction.oncomplete = resolve));
      }
      return (count / (performance.now() - started)) * 1000;
    },
    { template: orderOf(0), count: orders },
  );
}
