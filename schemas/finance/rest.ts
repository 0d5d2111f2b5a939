// What of a posted order is still open: it was paid less than its price, or more. What is on a statement is settled there.
import type { Order } from '../orders/order.ts';

/** What the order is short of its price, in fen; negative where it was paid more, 0 before it is posted. */
export function restOf({ finance }: Pick<Order, 'finance'>): number {
  const { stage, statementId, amountFen = 0, receivedFen = 0 } = finance;
  return stage === 'posted' && !statementId ? amountFen - receivedFen : 0;
}
