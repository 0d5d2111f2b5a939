// What a statement's events write into the ledger. A receipt is money on the customer's own account, from which an
// order is paid when all of it was received; an adjustment is more or less revenue, owed like the order itself.
import { totalFen } from '../../core/money.ts';
import type { OrderEvent } from '../../orders/events.ts';
import { clearing, money, opposite, receivable, transfer, type PostingLine } from '../ledger.ts';
import { isFromCredit } from './credit.ts';
import type { StatementEvent } from './events.ts';
import type { Statement } from './statement.ts';

const adjustments = 'revenue:adjustment';

/** @param before the statement before the event; null: it was opened by it */
export function statementPostingOf(before: Statement | null, event: StatementEvent): PostingLine[] {
  if (!before) return [];
  const extra = (event.adjustments ?? []).flatMap(({ lineId, amountFen }) =>
    transfer(receivable(before), adjustments, amountFen).map((line) => ({ ...line, orderId: lineId })),
  );
  switch (event.type) {
    case 'receive-payment':
      return [...moneyIn(before, event.payload), ...extra];
    case 'reverse-receipt': {
      const receipt = before.receipts.find(({ id }) => id === event.payload.receiptId);
      return receipt ? [...opposite(moneyIn(before, receipt)), ...extra] : extra;
    }
    default:
      return extra;
  }
}

/** What is paid from the customer's credit lies on his account already. */
const moneyIn = (
  statement: Statement,
  receipt: { readonly method: string; readonly amountFen: number },
): PostingLine[] =>
  isFromCredit(receipt) ? [] : transfer(money(receipt.method), clearing(statement), receipt.amountFen);

/** What was adjusted on a line goes with it when it leaves. */
export function departurePostingOf(before: Statement, event: OrderEvent): PostingLine[] {
  if (event.type !== 'remove-from-statement') return [];
  const line = before.lines.find(({ id }) => id === event.orderId);
  const adjusted = totalFen(line?.adjustments ?? []);
  return transfer(adjustments, receivable(before), adjusted);
}
