// What a person sees: the order as the server last told it, with the own commands that it does not contain yet
// folded over it by the very rule that the server will apply. Pure.
import { decide } from '#schemas/orders/decide.ts';
import type { Command, CommandDocument, CommandType } from '#schemas/orders/commands.ts';
import type { DecideContext, OrderEvent } from '#schemas/orders/events.ts';
import { evolve } from '#schemas/orders/evolve.ts';
import type { Order, OrderStatus } from '#schemas/orders/order.ts';
import { parseCommand } from '#schemas/orders/parse-command.ts';
import type { Rejection, RejectionCode } from '#schemas/core/codes.ts';

/** `unsent`: how many own commands about it the server has not judged yet. */
export type ProjectedOrder = Order & { readonly unsent: number };

export interface ProjectionContext extends Pick<DecideContext, 'actor' | 'find'> {
  /** The version up to which the orders of this device were brought. */
  readonly ordersVersion: number;
}

export const isUnsent = ({ verdict }: CommandDocument): boolean => verdict === undefined;

/**
 * Judged in favour, but the order that shows it may not have come yet. What the orders have caught up with is
 * in them or will never be, so it is not folded for ever.
 */
export function isUnderWay({ verdict, version }: CommandDocument, ordersVersion: number): boolean {
  return verdict !== undefined && verdict.status !== 'rejected' && (version ?? 0) > ordersVersion;
}

/**
 * @param order as replicated; `null` when this device has none
 * @param commands own commands about this order, in any order
 * @returns `null` when there is nothing to show: no order, and no creation of one under way
 */
export function project(
  order: Order | null,
  commands: readonly CommandDocument[],
  context: ProjectionContext,
): ProjectedOrder | null {
  const folded = commands
    .filter((command) => isFolded(order, command, context))
    .sort(byOrderOfRecord)
    .reduce<Order | null>((current, command) => fold(current, command, context), order);
  return folded && { ...folded, unsent: commands.filter(isUnsent).length };
}

function isFolded(order: Order | null, command: CommandDocument, context: ProjectionContext): boolean {
  if (order?.timeline.some(({ id }) => id === command.id)) return false;
  return isUnsent(command) || isUnderWay(command, Math.max(context.ordersVersion, order?.version ?? 0));
}

/** What the server has judged comes first, in its order; then what waits, as the device counted. */
function byOrderOfRecord(a: CommandDocument, b: CommandDocument): number {
  const judged = Number(isUnsent(a)) - Number(isUnsent(b));
  return judged || (a.version ?? 0) - (b.version ?? 0) || a.n - b.n;
}

/** A command that the changed order would refuse now is left out: the person sees it among the unsent. */
function fold(order: Order | null, document: CommandDocument, context: ProjectionContext): Order | null {
  const command = parseCommand(document);
  if (!command.ok) return order;
  const decision = decide(order, command.value, { ...context, now: document.at });
  if (decision.ok) return decision.value.reduce<Order | null>(evolve, order);
  if (!isForgotten(decision.error, command.value)) return order;
  return order || command.value.type === 'create-order'
    ? evolve(order, eventOf(command.value, context))
    : order;
}

/**
 * It was checked when it was issued. That this device has not loaded a customer yet, or holds him no longer,
 * must not take the order off the screen.
 */
function isForgotten({ code, detail }: Rejection, { orderId }: Command): boolean {
  // The notice tells that this very order was made of it before the order itself has come.
  if (code === 'notice-converted') return detail === orderId;
  return forgotten.includes(code);
}

const forgotten: readonly RejectionCode[] = [
  'unknown-reference',
  'disabled-reference',
  'not-a-driver',
  'notice-not-found',
];

const statusAfter: Partial<Record<CommandType, OrderStatus>> = {
  'create-order': 'pending',
  dispatch: 'dispatched',
};

function eventOf(command: Command, { actor }: ProjectionContext): OrderEvent {
  const status = statusAfter[command.type];
  return { ...command, by: actor.id, recordedAt: command.at, ...(status && { status }) };
}
