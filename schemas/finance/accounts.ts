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
}

export interface Accounts {
  /** ISO instant. */
  readonly asOf: string;
  readonly balances: readonly AccountBalance[];
  readonly debts: readonly Debt[];
}

export const owedOf = (debt: Debt): number => ages.reduce((sum, age) => sum + debt[age], 0);

/** The accounts on which ledger and documents differ. */
export const differencesIn = (balances: readonly AccountBalance[]): readonly AccountBalance[] =>
  balances.filter(({ ledgerFen, documentsFen }) => ledgerFen !== documentsFen);

/** Kind and owner of an account. */
export function partsOf(account: string): { readonly kind: string; readonly of: string } {
  const at = account.indexOf(':');
  return { kind: account.slice(0, at), of: account.slice(at + 1) };
}
