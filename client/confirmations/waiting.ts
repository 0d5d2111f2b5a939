// How far the third party's word on a result has come, as people look for it.
import { isOverdue } from '#schemas/orders/confirmation.ts';
import type { ConfirmationState } from '#schemas/orders/filter.ts';
import type { Order } from '#schemas/orders/order.ts';

export const confirmationViews = ['waiting', 'overdue', 'expected', 'confirmed'] as const;
export type ConfirmationView = (typeof confirmationViews)[number];

/** The stored states among which a view's orders are. */
export const statesOf = (view: ConfirmationView | undefined): readonly ConfirmationState[] => {
  if (view === undefined) return ['waiting', 'expected', 'confirmed'];
  return [view === 'overdue' ? 'waiting' : view];
};

/** @param now epoch milliseconds; undefined for an order that needs nobody's word */
export function viewOf(order: Pick<Order, 'confirmation'>, now: number): ConfirmationView | undefined {
  return isOverdue(order, now) ? 'overdue' : order.confirmation?.state;
}
