// Double entry. A posting is a list of lines that sums to zero (debit positive, credit negative, in fen);
// it is never changed, only reversed by another one. The database enforces both.
import type { OrderEvent } from '../orders/events.ts';
import type { Order } from '../orders/order.ts';

export interface PostingLine {
  readonly account: string;
  readonly amountFen: number;
}

/**
 * What an event writes into the ledger, given the order before it: the price becomes a receivable when it
 * is approved, and the receivable money when it is posted. Nothing for zero and for all other events.
 */
export function postingOf(before: Order | null, event: OrderEvent): PostingLine[] {
  if (!before) return [];
  switch (event.type) {
    case 'approve-price':
      return transfer(receivable(before), revenue, event.payload.amountFen);
    case 'post-payment':
      return transfer(sourceOf(before, event.payload.method), receivable(before), event.payload.receivedFen);
    case 'reverse-finance':
      return reversalOf(before);
    default:
      return [];
  }
}

function reversalOf({ finance, ...order }: Order): PostingLine[] {
  if (finance.stage === 'posted' && finance.method) {
    return transfer(
      receivable(order),
      sourceOf({ ...order, finance }, finance.method),
      finance.receivedFen ?? 0,
    );
  }
  if (finance.stage === 'priced') return transfer(revenue, receivable(order), finance.amountFen ?? 0);
  return [];
}

/** What came in for a statement lies on the customer's account until it is enough for an order. */
const sourceOf = (order: Pick<Order, 'customerId' | 'finance'>, method: string): string =>
  order.finance.statementId ? clearing(order) : money(method);

interface OfCustomer {
  readonly customerId: string;
}

const revenue = 'revenue:rescue';
export const receivable = ({ customerId }: OfCustomer) => `receivable:${customerId}`;
export const clearing = ({ customerId }: OfCustomer) => `clearing:${customerId}`;
export const money = (method: string) => `money:${method}`;

export function transfer(debit: string, credit: string, amountFen: number): PostingLine[] {
  if (amountFen === 0) return [];
  return [
    { account: debit, amountFen },
    { account: credit, amountFen: -amountFen },
  ];
}
