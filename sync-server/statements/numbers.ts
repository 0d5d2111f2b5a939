// The numbers of statements: the month in which the period ends, and a count by customer, e.g. 202603-01.
import type { Queryable } from '../database/database.ts';

export interface Opening {
  readonly customerId: string;
  /** The last day of its period. */
  readonly until: string;
}

/**
 * Takes a number for each. The row stays locked until the commit, so that none is given twice; rows are taken in the
 * order of their keys, so that two batches never wait for each other in a circle.
 */
export async function takeStatementNumbers(
  tx: Queryable,
  companyId: string,
  openings: readonly Opening[],
): Promise<string[]> {
  const numbers = openings.map(() => '');
  const wanted = openings.map(({ customerId, until }, place) => {
    return { place, customerId, month: until.slice(0, 7).replace('-', '') };
  });
  wanted.sort((a, b) => compare(a.customerId, b.customerId) || compare(a.month, b.month));
  for (const { place, customerId, month } of wanted) {
    const [row] = await tx.query<{ last: number }>(takeSql, [companyId, customerId, month]);
    numbers[place] = `${month}-${String(row?.last ?? 1).padStart(2, '0')}`;
  }
  return numbers;
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const takeSql = `
insert into statement_numbers (company_id, customer_id, month, last) values ($1, $2, $3, 1)
on conflict (company_id, customer_id, month) do update set last = statement_numbers.last + 1
returning last`;
