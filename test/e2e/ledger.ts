// Reads the ledger of a stopped server from its database.
import type { TestServer } from './test-server.ts';

export interface Ledger {
  /** Postings that do not sum to zero. */
  readonly unbalanced: number;
  /** The sum of all lines, in fen. */
  readonly total: number;
  /** By account, in fen, of the one order or statement, with what a statement adjusted of its orders. */
  readonly balances: Readonly<Record<string, number>>;
}

export async function ledgerOf(server: TestServer, orderId: string): Promise<Ledger> {
  const database = await server.openDatabase();
  try {
    const [whole] = await database.query<{ unbalanced: number; total: number }>(
      `select count(*) filter (where sum <> 0)::int as unbalanced, coalesce(sum(sum), 0)::int as total
       from (select sum(amount_fen)::bigint as sum from posting_lines group by posting_id) postings`,
    );
    const accounts = await database.query<{ account: string; balance: number }>(
      `select account, sum(amount_fen)::int as balance from posting_lines
       where order_id = $1 or posting_id in (select event_id from order_events where order_id = $1) group by account`,
      [orderId],
    );
    return {
      unbalanced: whole?.unbalanced ?? NaN,
      total: whole?.total ?? NaN,
      balances: Object.fromEntries(accounts.map(({ account, balance }) => [account, balance])),
    };
  } finally {
    await database.close();
  }
}
