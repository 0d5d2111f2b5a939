// 餘額: what a customer paid beyond what he owed stays his, and pays for what he owes later. It lies on his own account
// in the ledger already, so using it moves no money: an order takes it from there when it is paid in full.
import { sumFen } from '../../core/money.ts';
import type { Customer } from '../../customers/customer.ts';
import { standingReceipts, type Statement } from './statement.ts';

/** Stands in place of the catalog's method where a receipt is paid from it. */
export const customerCredit = 'customer-credit';

export const isFromCredit = ({ method }: { readonly method: string }): boolean => method === customerCredit;

/** Who pays each order at once may be many people under one name: nobody's surplus pays for another. */
export const keepsCredit = (customer: Pick<Customer, 'settlement'> | undefined): boolean =>
  customer?.settlement.cycle === 'monthly';

/** In fen. @param statements all of the customer's that there are */
export const creditOf = (statements: Iterable<Statement>, customerId: string): number =>
  sumFen(
    [...statements]
      .filter((statement) => statement.customerId === customerId)
      .flatMap((statement) => standingReceipts(statement))
      .map((receipt) => (isFromCredit(receipt) ? -receipt.amountFen : receipt.overFen)),
  );
