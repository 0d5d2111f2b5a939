// decide(handover, command) → what is recorded of it and of its orders: the one place where the counting of drivers'
// cash is judged. A handover is counted once, and reversed once.
import type { Rejection, RejectionCode } from '../../core/codes.ts';
import { sumFen } from '../../core/money.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { Command } from '../../orders/commands.ts';
import type { DecideContext, OrderEvent } from '../../orders/events.ts';
import type { Order } from '../../orders/order.ts';
import { may, seesOutlet, type Permission } from '../../staff/permissions.ts';
import { heldOf } from './cash.ts';
import { cashPayloads } from './commands.ts';

export type CashCommand = Extract<Command, { type: keyof typeof cashPayloads }>;
type Count = Extract<CashCommand, { type: 'count-cash' }>;
type Reversal = Extract<CashCommand, { type: 'reverse-cash-count' }>;

export type CashEvent = CashCommand & {
  readonly by: string;
  /** The server's clock. */
  readonly recordedAt: string;
};

export interface CashContext extends DecideContext {
  readonly order: (id: string) => Order | undefined;
}

export interface CashDecision {
  readonly event: CashEvent;
  readonly orderEvents: readonly OrderEvent[];
}

export const cashPermission: Record<CashCommand['type'], Permission> = {
  'count-cash': 'finance.post',
  'reverse-cash-count': 'finance.reverse',
};

export const isCashCommand = (command: Command): command is CashCommand =>
  Object.hasOwn(cashPayloads, command.type);

/** The count of a handover, as long as it was not reversed. */
export function standingCount(events: readonly CashEvent[]) {
  if (events.some(({ type }) => type === 'reverse-cash-count')) return undefined;
  return events.find((event) => event.type === 'count-cash');
}

/** @param events of the handover so far */
export function decideCash(
  events: readonly CashEvent[],
  command: CashCommand,
  context: CashContext,
): Result<CashDecision, Rejection> {
  if (!may(context.actor, cashPermission[command.type]))
    return refuse('not-permitted', cashPermission[command.type]);
  return command.type === 'count-cash'
    ? decideCount(events, command, context)
    : decideReversal(events, command, context);
}

function decideCount(events: readonly CashEvent[], command: Count, context: CashContext) {
  if (events.length > 0) return refuse('handover-exists');
  const { driverId, orderIds, expectedFen, countedFen, method, reason } = command.payload;
  const orders = ordersOf(orderIds, context);
  if (!orders) return refuse('order-not-found');
  const settled = orders.find(({ cash }) => cash?.driverId !== driverId || heldOf(cash) === 0);
  if (settled) return refuse('cash-counted', settled.number);
  const heldFen = sumFen(orders.map(heldFenOf));
  if (heldFen !== expectedFen)
    return refuse('amount-changed', `held ${heldFen} fen, seen ${expectedFen} fen`);
  if (countedFen !== expectedFen && !reason) return refuse('difference-unexplained');
  if (context.find('catalog', method)?.type !== 'settlement-method')
    return refuse('unknown-reference', 'method');
  return ok({
    event: recorded(command, context),
    orderEvents: orders.map((order, index): OrderEvent => {
      const fen = heldFenOf(order);
      const payload = { ...command.payload, orderIds: [order.id] };
      return { ...about(command, context, order.id, index), type: 'count-cash', payload, settledFen: fen };
    }),
  });
}

function decideReversal(events: readonly CashEvent[], command: Reversal, context: CashContext) {
  const count = standingCount(events);
  const orders = count && ordersOf(count.payload.orderIds, context);
  if (!orders) return refuse('handover-not-found');
  return ok({
    event: recorded(command, context),
    orderEvents: orders.map((order, index): OrderEvent => {
      const { payload } = command;
      return {
        ...about(command, context, order.id, index),
        ...{ type: 'reverse-cash-count', payload, handoverId: command.orderId },
      };
    }),
  });
}

const heldFenOf = ({ cash }: Order): number => (cash ? heldOf(cash) : 0);

/** Undefined where one of them is not there, or not this person's to see. */
function ordersOf(ids: readonly string[], { actor, order }: CashContext): Order[] | undefined {
  const orders = [...new Set(ids)].flatMap((id) => order(id) ?? []);
  const isWhole = orders.length === ids.length && orders.every(({ outletId }) => seesOutlet(actor, outletId));
  return isWhole ? orders : undefined;
}

/** What the event of an order has; its id is the command's, with a count. */
function about(command: CashCommand, { actor, now }: CashContext, orderId: string, index: number) {
  const { id, n, deviceId, at } = command;
  return {
    ...{ id: `${id}:${index + 1}`, n, deviceId, at, orderId },
    ...{ by: actor.id, recordedAt: now, handoverId: command.orderId },
  };
}

const recorded = <Kind extends CashCommand>(command: Kind, { actor, now }: CashContext) => ({
  ...command,
  by: actor.id,
  recordedAt: now,
});

function refuse(code: RejectionCode, detail?: string) {
  return fail<Rejection>({ code, ...(detail && { detail }) });
}
