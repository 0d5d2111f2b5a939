// Replays the demo's history through the rules, in memory, as the server does in its transactions.
import type { Rejection } from '#schemas/core/codes.ts';
import type { Find } from '#schemas/orders/events.ts';
import type { Order } from '#schemas/orders/order.ts';
import { decideCash, isCashCommand, type CashEvent } from '#schemas/finance/cash/decide.ts';
import { decide } from '#schemas/orders/decide.ts';
import { evolve } from '#schemas/orders/evolve.ts';
import { demoCompany } from '../../sync-server/demo/company.ts';
import type { DemoCommand } from '../../sync-server/demo/history.ts';
import { actorsOf } from '../../sync-server/demo/load.ts';

export interface Replayed {
  readonly orders: readonly Order[];
  readonly rejections: readonly (Rejection & { readonly command: DemoCommand })[];
}

export const demo = demoCompany();

const documents = new Map(
  demo.documents.map(({ collection, document }) => [`${collection}/${document.id}`, document]),
);
/** The map cannot say which collection's document it gives; `demo` has each under its own name. */
export const find = ((collection, id) => documents.get(`${collection}/${id}`)) as Find;

export function replay(history: readonly DemoCommand[]): Replayed {
  const orders = new Map<string, Order>();
  const rejections: (Rejection & { command: DemoCommand })[] = [];
  const handovers = new Map<string, readonly CashEvent[]>();
  for (const entry of history) {
    const { command } = entry;
    if (isCashCommand(command)) {
      const before = handovers.get(command.orderId) ?? [];
      const context = { ...contextOf(entry, orders.size), order: (id: string) => orders.get(id) };
      const decision = decideCash(before, command, context);
      if (!decision.ok) rejections.push({ ...decision.error, command: entry });
      else {
        handovers.set(command.orderId, [...before, decision.value.event]);
        for (const event of decision.value.orderEvents)
          orders.set(event.orderId, evolve(orders.get(event.orderId) ?? null, event));
      }
      continue;
    }
    const order = orders.get(entry.command.orderId) ?? null;
    const decision = decide(order, entry.command, contextOf(entry, orders.size));
    if (!decision.ok) rejections.push({ ...decision.error, command: entry });
    else
      for (const event of decision.value)
        orders.set(event.orderId, evolve(orders.get(event.orderId) ?? null, event));
  }
  return { orders: [...orders.values()], rejections };
}

const actorOf = actorsOf(demo);

const contextOf = (entry: DemoCommand, count: number) => ({
  actor: actorOf(entry),
  now: entry.at,
  find,
  orderNumber: `D${count + 1}`,
});
