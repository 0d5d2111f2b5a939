// Where a person does a refused command over: in the form it came from, or on its order. What he was sent to do
// over is taken off the list once he has done it.
import { createEffect } from 'solid-js';
import type { RejectionCode } from '#schemas/core/codes.ts';
import { officeCan } from '#schemas/orders/can.ts';
import type { CommandDocument } from '#schemas/orders/commands.ts';
import type { Order } from '#schemas/orders/order.ts';
import { may, type Actor } from '#schemas/staff/permissions.ts';
import type { SyncState } from '../data/sync-state.ts';

export type Change =
  | { readonly kind: 'form' | 'order'; readonly href: string }
  /** `gone`: this device does not hold the order. */
  | { readonly kind: 'none'; readonly why: RejectionCode | 'gone' };

/** @param order `undefined`: this device holds none with the command's id */
export function changeOf(command: CommandDocument, order: Order | undefined, actor: Actor): Change {
  const { id, type, orderId } = command;
  if (type === 'create-order') {
    if (!may(actor, 'orders.create')) return { kind: 'none', why: 'not-permitted' };
    return { kind: 'form', href: `/orders/new?from=${id}` };
  }
  if (!order) return { kind: 'none', why: 'gone' };
  if (type !== 'edit-order') return { kind: 'order', href: orderPath(orderId, actor) };
  const possibility = officeCan('edit', order, actor);
  if (!possibility.can) return { kind: 'none', why: possibility.why };
  return { kind: 'form', href: `/orders/${orderId}/edit?from=${id}` };
}

/** A driver's orders are his jobs. */
export const orderPath = (orderId: string, actor: Actor): string =>
  may(actor, 'orders.view') ? `/orders/${orderId}` : `/jobs/${orderId}`;

type Told = Pick<CommandDocument, 'id' | 'type' | 'orderId' | 'n'>;

const awaited = new Map<string, Told>();

/** The person went to an order to do this over. */
export const awaitChange = ({ id, type, orderId, n }: Told): void => {
  awaited.set(id, { id, type, orderId, n });
};

/** Which of the awaited ones a command that was issued since does over. */
export const supersededBy = (issued: readonly Told[], waiting: Iterable<Told> = awaited.values()): string[] =>
  [...waiting]
    .filter((old) =>
      issued.some(({ type, orderId, n }) => type === old.type && orderId === old.orderId && n > old.n),
    )
    .map(({ id }) => id);

/** Once, around all pages: wherever the change is made, what it does over leaves the list. */
export function useSuperseding(sync: Pick<SyncState, 'unsent' | 'dismiss'>): void {
  createEffect(() => {
    for (const id of supersededBy(sync.unsent())) {
      awaited.delete(id);
      void sync.dismiss(id);
    }
  });
}
