// What the ledger's accounts stand at, and the same worked out again from orders and statements: where both say the
// same, nothing was lost on the way into the books.
export interface AccountBalance {
  /**
   * `receivable:CUSTOMER`, `clearing:CUSTOMER`, `money:METHOD`, `driver:STAFF`, `difference:STAFF`,
   * `collected:unposted`, `revenue:rescue` or `revenue:adjustment`.
   */
  readonly account: string;
  /** The sum of its postings, in fen: debit positive, credit negative. */
  readonly ledgerFen: number;
  /** What it should be by the orders and statements as they stand. */
  readonly documentsFen: number;
}

/** In days since the order ended, the first to the last. */
export const ages = ['upTo30', 'upTo60', 'upTo90', 'older'] as const;
export type Age = (typeof ages)[number];

/** What a customer owes, in fen; the ages sum to it. */
export interface Debt extends Readonly<Record<Age, number>> {
  readonly customerId: string;
  /** Priced orders that are not paid. */
  readonly orders: number;
  /** Received for some of them, but not all of any: owed no more, and on the customer's account until the rest comes. */
  readonly partFen: number;
}

/** One order that a customer owes, wholly or in part. */
export interface DebtOrder {
  readonly orderId: string;
  readonly number: string;
  /** ISO instant; absent where it is not known. */
  readonly endedAt?: string;
  readonly age: Age;
  /** What is still owed of it. */
  readonly fen: number;
  /** What was received of it already. */
  readonly partFen: number;
  readonly statementId?: string;
}

/** What makes up a `Debt`: its orders, the oldest first. */
export interface DebtOrders {
  /** ISO instant. */
  readonly asOf: string;
  /** At most `mostDebtOrders`. */
  readonly orders: readonly DebtOrder[];
  readonly count: number;
}

export const mostDebtOrders = 1000;

/**
 * What a statement and its orders say differently: one of them is not on the other (`membership`), the price, what was
 * received for the line, whether it is paid (1 or 0), or the statement's own sums.
 */
export const statementFaults = ['membership', 'amount', 'received', 'paid', 'total', 'receipts'] as const;

export const mostFaults = 100;

export interface StatementFault {
  readonly statementId: string;
  /** The statement's; its id where there is none. */
  readonly number: string;
  /** Absent where it is about the whole statement. */
  readonly orderId?: string;
  readonly orderNumber?: string;
  readonly what: (typeof statementFaults)[number];
  readonly statementFen: number;
  /** By the order, or by the lines and receipts where it is about the whole statement. */
  readonly otherFen: number;
}

export interface Accounts {
  /** ISO instant. */
  readonly asOf: string;
  readonly balances: readonly AccountBalance[];
  readonly debts: readonly Debt[];
  /** At most `mostFaults`. */
  readonly faults: readonly StatementFault[];
}

export const owedOf = (debt: Debt): number => ages.reduce((sum, age) => sum + debt[age], 0);

/** The accounts on which ledger and documents differ. */
export const differencesIn = (balances: readonly AccountBalance[]): readonly AccountBalance[] =>
  balances.filter(({ ledgerFen, documentsFen }) => ledgerFen !== documentsFen);

/** Everything that should make somebody look: 0 is the green light. */
export const faultsIn = ({ balances, faults }: Pick<Accounts, 'balances' | 'faults'>): number =>
  differencesIn(balances).length + faults.length;

/** Kind and owner of an account. */
export function partsOf(account: string): { readonly kind: string; readonly of: string } {
  const at = account.indexOf(':');
  return { kind: account.slice(0, at), of: account.slice(at + 1) };
}
