// The seven actions of an order in every state that it can be in, by button and by key, against the life-cycle table.
import type { Page } from '@playwright/test';
import { codeStrings } from '../../client/app/code-strings.ts';
import { lifecycle, type Move } from '#schemas/orders/lifecycle.ts';
import type { Order, OrderStatus } from '#schemas/orders/order.ts';
import type { DocumentOf } from '#schemas/sync/collections.ts';
import { desktop, expect, signIn, test, type Api, type TestServer } from './fixtures.ts';
import { panel } from './office.ts';
import { newId } from './test-server.ts';

interface Action {
  readonly name: RegExp;
  readonly key: string;
  /** Copying asks nothing of the order. */
  readonly move: Move | undefined;
  /** What has come when it was pressed. */
  readonly opens: (page: Page, orderId: string) => Promise<void>;
}

const dialog = (title: RegExp) => async (page: Page) => {
  const opened = page.getByRole('dialog', { name: title });
  await expect(opened.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
};

const form = (address: (orderId: string) => string) => async (page: Page, orderId: string) => {
  await page.waitForURL(`**${address(orderId)}`);
  await page.goBack();
  await expect(panel(page).getByRole('group', { name: '订单操作' })).toBeVisible();
};

const actions: readonly Action[] = [
  { name: /^(派遣|改派)/, key: 'd', move: 'dispatch', opens: dialog(/派遣|改派/) },
  { name: /编辑/, key: 'e', move: 'edit', opens: form((id) => `/orders/${id}/edit`) },
  { name: /完成/, key: 'f', move: 'complete-by-office', opens: dialog(/完成订单/) },
  { name: /复制/, key: 'c', move: undefined, opens: form((id) => `/orders/new?copy=${id}`) },
  { name: /短信/, key: 's', move: 'send-sms', opens: dialog(/短信/) },
  { name: /空驶/, key: 'r', move: 'empty-run-by-office', opens: dialog(/记为空驶/) },
  { name: /作废/, key: 'v', move: 'void', opens: dialog(/作废订单/) },
];

test('each action can be done where the table says so, and says why where not', async ({
  browser,
  server,
}) => {
  test.setTimeout(180_000);
  const orders = await inEveryState(server);
  const { page } = await signIn(browser, server, 'dispatcher', desktop);
  for (const [status, orderId] of orders)
    await test.step(status, async () => {
      await page.goto(`${server.url}/orders?order=${orderId}`);
      if (status === 'pending') await expectDeclined(page);
      const group = panel(page).getByRole('group', { name: '订单操作' });
      for (const { name, key, move, opens } of actions) {
        const cell = move && lifecycle[move][status];
        const button = group.getByRole('button', { name });
        const isOn = !cell || cell.go;
        if (isOn) await expect(button).not.toHaveAttribute('aria-disabled');
        else await expect(button).toHaveAccessibleDescription(codeStrings.read('zh-CN')[cell.code]);
        await page.keyboard.press(key);
        if (isOn) await opens(page, orderId);
        else await expect(page.getByRole('dialog')).toHaveCount(0);
      }
    });
});

const why = '王海涛：拖车刹车故障';

/** It waits since a driver would not take it: who and why stands in the row, over the actions and where one gives it. */
async function expectDeclined(page: Page): Promise<void> {
  await expect(panel(page)).toContainText(why);
  // Beside the panel the list has no room for it.
  await page.keyboard.press('Escape');
  await page.getByRole('grid').getByText(why).click();
  await panel(page).getByRole('button', { name: /^派遣/ }).click();
  await expect(page.getByRole('dialog')).toContainText(why);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
}

/** The steps of a driver that lead to each state, one after the other. */
const steps = ['accept', 'depart', 'arrive', 'start-work', 'load', 'reach-destination', 'complete'] as const;

/** An order in each state, brought there as people do. */
async function inEveryState(server: TestServer): Promise<ReadonlyMap<OrderStatus, string>> {
  const [office, driver] = [await server.api('dispatcher'), await server.api('driver1')];
  const say = (who: Api, type: string, orderId: string, payload: object = {}) =>
    who.command([{ type, orderId, payload }]);
  const crew = await crewOf(office);
  const create = async () => {
    const id = newId();
    await say(office, 'create-order', id, await creation(office, crew.outletId));
    return id;
  };
  const dispatched = async () => {
    const id = await create();
    await say(office, 'dispatch', id, { vehicleId: crew.vehicleId, driverId: crew.driverId });
    return id;
  };
  const declined = await dispatched();
  await say(driver, 'decline', declined, { reason: '拖车刹车故障' });
  const made = [declined, await dispatched()];
  for (let count = 1; count <= steps.length; count++) {
    const id = await dispatched();
    for (const step of steps.slice(0, count)) await say(driver, step, id);
    made.push(id);
  }
  const [empty, voided] = [await create(), await create()];
  await say(office, 'empty-run', empty, { reason: '车主已自行离开' });
  await say(office, 'void', voided, { reason: '重复' });
  const stored = new Map((await office.documents<Order>('orders')).map((order) => [order.id, order]));
  const byStatus = new Map<OrderStatus, string>();
  for (const id of [...made, empty, voided]) {
    const order = stored.get(id);
    if (order) byStatus.set(order.status, id);
  }
  expect([...byStatus.keys()].sort()).toEqual(Object.keys(lifecycle.edit).sort());
  return byStatus;
}

async function crewOf(office: Api) {
  const driverId = 'staff-driver1';
  const vehicles = await office.documents<DocumentOf<'vehicles'>>('vehicles');
  const vehicle = vehicles.find(({ driverIds }) => driverIds.includes(driverId));
  if (!vehicle) throw new Error('The first driver has no vehicle');
  return { driverId, vehicleId: vehicle.id, outletId: vehicle.outletId };
}

/** As somebody of the demo company was helped before, at this outlet. */
async function creation(office: Api, outletId: string) {
  const orders = await office.documents<Order>('orders');
  const before = orders.find((order) => order.outletId === outletId && order.contact.phone);
  if (!before) throw new Error('The outlet has no order');
  const { customerId, serviceId, contact, pickup } = before;
  return {
    kind: 'normal',
    ...{ outletId, customerId, serviceId, contact, pickup },
    car: { plate: '浙A0E2E7' },
  };
}
