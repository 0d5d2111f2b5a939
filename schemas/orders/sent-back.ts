// What finance sends back to its outlet before it verifies it, until it is submitted again.
import Type from 'typebox';
import { Id, Instant, text } from '../core/types.ts';
import { may, type Actor, type Permission } from '../staff/permissions.ts';
import { lifecycle, type Cell, type Move } from './lifecycle.ts';
import type { Order } from './order.ts';

/** Who wants what put right, since when. */
export const SentBack = Type.Object({ by: Id, at: Instant, reason: text(500) });
export type SentBack = Type.Static<typeof SentBack>;

/** The outlet submits it; finance may do so too, when they have talked it over. */
export const resubmitPermission = (actor: Actor): Permission =>
  may(actor, 'finance.verify') ? 'finance.verify' : 'orders.edit';

/** The life cycle's answer; what was sent back can be edited though it has ended. */
export function cellOf({ status, sentBack }: Pick<Order, 'status' | 'sentBack'>, move: Move): Cell {
  return move === 'edit' && sentBack ? { go: true } : lifecycle[move][status];
}

/** The order as finance has it again. */
export function submitted({ sentBack: _, ...order }: Order): Order {
  return { ...order, attention: order.attention.filter(({ code }) => code !== 'sent-back') };
}
