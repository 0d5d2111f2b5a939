// Several tabs of one browser, and tabs that are gone: one of them sends at a time, another goes on where it
// stopped, and what was entered happens once.
import type { BrowserContext, Page, Request, Route } from '@playwright/test';
import type { Order } from '#schemas/orders/order.ts';
import { desktop, expect, signIn, test, type Api } from './fixtures.ts';
import { createOrder, panel, settled } from './office.ts';

test.setTimeout(120_000);

test('of two visible tabs one sends, and when it is closed the other goes on', async ({
  browser,
  server,
}) => {
  const { context, page: first } = await signIn(browser, server, 'dispatcher', desktop);
  const second = await context.newPage();
  await second.goto(server.url);
  for (const page of [first, second]) {
    await settled(page);
    expect(await page.evaluate(() => document.visibilityState)).toBe('visible');
  }
  const sent = watchPushes(first, second);

  await createOrder(first, { plate: '浙A7T0T1', phone: '13900000011' });
  await createOrder(second, { plate: '浙A7T0T2', phone: '13900000012' });
  for (const page of [first, second]) await settled(page);
  expect(sent.doubled(), 'no command is sent by both').toEqual([]);
  const [leader, follower] = sent.by(first).length > 0 ? [first, second] : [second, first];
  expect(sent.by(leader)).toHaveLength(2);
  expect(sent.by(follower)).toHaveLength(0);

  const push = await holdNextPush(context);
  await createOrder(follower, { plate: '浙A7T0T3', phone: '13900000013' });
  await push.isOnItsWay;
  expect(sent.by(leader), 'what was entered in the other tab too').toHaveLength(3);
  await leader.close();
  await settled(follower);
  await createOrder(follower, { plate: '浙A7T0T4', phone: '13900000014' });
  await settled(follower);
  expect(sent.by(follower)).toHaveLength(2);
  await expectOnce(await server.api('dispatcher'), ['浙A7T0T1', '浙A7T0T2', '浙A7T0T3', '浙A7T0T4']);
  await expect(panel(follower)).not.toContainText('未发送');
});

test('a tab that is killed before it heard the answer loses nothing and doubles nothing', async ({
  browser,
  server,
}) => {
  const { context, page: killed } = await signIn(browser, server, 'dispatcher', desktop);
  await killed.evaluate(async () => void (await navigator.serviceWorker.ready));
  await settled(killed);
  const push = await holdNextPush(context);
  const id = await createOrder(killed, { plate: '浙A7K1L1', phone: '13900000021' });
  await push.isOnItsWay;
  await push.reachesServer();
  await killed.close();
  const api = await server.api('dispatcher');
  await expectOnce(api, ['浙A7K1L1']);

  await context.setOffline(true);
  const again = await context.newPage();
  await again.goto(`${server.url}/orders?order=${id}`);
  await expect(panel(again)).toContainText('浙A7K1L1');
  await expect(panel(again)).toContainText('未发送');
  await editNote(again, '钥匙在前台');
  await context.setOffline(false);
  await settled(again);
  await expect(panel(again)).toContainText('钥匙在前台');
  await expect(panel(again)).not.toContainText('未发送');
  const [order] = await expectOnce(api, ['浙A7K1L1']);
  expect(order?.timeline.map(({ type }) => type)).toEqual(['create-order', 'edit-order']);
  expect(order?.note).toBe('钥匙在前台');
});

interface Pushes {
  /** The commands that a tab has sent. */
  by(page: Page): string[];
  /** Those that more than one tab has sent. */
  doubled(): string[];
}

const isPush = (url: string) => /\/replication\/commands\/\d+\/push/.test(url);

function watchPushes(...pages: readonly Page[]): Pushes {
  const sent = new Map(pages.map((page) => [page, new Set<string>()]));
  for (const [page, ids] of sent)
    page.on('request', (request) => {
      if (isPush(request.url())) for (const id of commandsIn(request)) ids.add(id);
    });
  return {
    by: (page) => [...(sent.get(page) ?? [])],
    doubled: () => {
      const all = [...sent.values()].flatMap((ids) => [...ids]);
      return all.filter((id, index) => all.indexOf(id) !== index);
    },
  };
}

function commandsIn(request: Request): string[] {
  const rows = request.postDataJSON() as { newDocumentState: { id: string } }[];
  return rows.map(({ newDocumentState }) => newDocumentState.id);
}

interface HeldPush {
  /** Resolves when a tab has sent it. */
  readonly isOnItsWay: Promise<void>;
  /** The server handles it; nobody hears the answer. */
  reachesServer(): Promise<void>;
}

async function holdNextPush(context: BrowserContext): Promise<HeldPush> {
  const pattern = '**/replication/commands/*/push*';
  let onItsWay: (route: Route) => void = () => undefined;
  const held = new Promise<Route>((resolve) => (onItsWay = resolve));
  await context.route(pattern, (route) => onItsWay(route), { times: 1 });
  return {
    isOnItsWay: held.then(() => undefined),
    reachesServer: async () => void (await (await held).fetch()),
  };
}

async function editNote(page: Page, note: string): Promise<void> {
  await panel(page).getByRole('button', { name: /^编辑/ }).click();
  await page.getByLabel('备注').fill(note);
  await page.getByRole('button', { name: '保存修改' }).click();
  await expect(panel(page)).toContainText(note);
}

/** @returns the orders, of which each exists once */
async function expectOnce(api: Api, plates: readonly string[]): Promise<Order[]> {
  const orders = await api.documents<Order>('orders');
  const found = orders.filter(({ car }) => plates.includes(car.plate));
  expect(found.map(({ car }) => car.plate).sort()).toEqual([...plates]);
  return found;
}
