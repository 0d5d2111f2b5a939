// Double entry. A posting is a list of lines that sums to zero (debit positive, credit negative, in fen);
// it is never changed, only reversed by another one. The database enforces both.
import { sumFen } from '../core/money.ts';
import type { OrderEvent } from '../orders/events.ts';
import type { Order } from '../orders/order.ts';
import type { TakenCash } from './cash/cash.ts';
import { collectionPosting, takenPosting } from './cash/ledger.ts';

export interface PostingLine {
  readonly account: string;
  readonly amountFen: number;
  /** The order that it speaks of, where the event is a statement's. */
  readonly orderId?: string;
}

/**
 * What an event writes into the ledger, given the order before it: the price becomes a receivable when it
 * is approved, and the receivable money when it is posted. Nothing for zero and for all other events.
 */
export function postingOf(before: Order | null, event: OrderEvent): PostingLine[] {
  if (!before) return [];
  if (event.cash) return collectionPosting(before.cash, event.cash);
  switch (event.type) {
    case 'approve-price':
      return transfer(receivable(before), revenue, event.payload.amountFen);
    case 'post-payment':
      return paymentOf(before, event.payload, event.taken);
    case 'settle-rest':
      return restPosting(before, event.payload);
    case 'reverse-finance':
      return reversalOf(before);
    default:
      return [];
  }
}

/** What of an order is in the ledger, each balanced by itself. */
export type Entry = 'price' | 'payment';

/** The entries that stand, as an order is now. */
export function entriesOf(order: Order): Record<Entry, PostingLine[]> {
  const { stage, method, receivedFen = 0, amountFen = 0, taken, rests = [] } = order.finance;
  const isPosted = stage === 'posted';
  const firstFen = receivedFen - sumFen(rests.map((rest) => rest.receivedFen));
  const paid = isPosted && method ? paymentOf(order, { method, receivedFen: firstFen }, taken) : [];
  return {
    price: isPosted || stage === 'priced' ? transfer(receivable(order), revenue, amountFen) : [],
    payment: [...paid, ...rests.flatMap((rest) => restPosting(order, rest))],
  };
}

function reversalOf(order: Order): PostingLine[] {
  const { price, payment } = entriesOf(order);
  return opposite(order.finance.stage === 'posted' ? payment : price);
}

interface Received {
  readonly method: string;
  readonly receivedFen: number;
}

/** Only what is on no statement is settled so. */
const restPosting = (order: Order, { method, receivedFen }: Received): PostingLine[] =>
  transfer(money(method), receivable(order), receivedFen);

/** What the driver was paid at the car pays first; see cash/ledger.ts. */
function paymentOf(
  order: Order,
  { method, receivedFen }: Received,
  taken: TakenCash = { takenFen: 0, paysFen: 0 },
): PostingLine[] {
  const rest = transfer(sourceOf(order, method), receivable(order), receivedFen - taken.paysFen);
  return [...takenPosting(taken, receivable(order), clearing(order)), ...rest];
}

export const opposite = (lines: readonly PostingLine[]): PostingLine[] =>
  lines.toReversed().map(({ account, amountFen }) => ({ account, amountFen: -amountFen }));

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
