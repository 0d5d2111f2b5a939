// The rescued person's links: one order, some days, not to be guessed. The token is stored hashed.
import type { Queryable } from '../database/database.ts';
import { companyOfToken, hashOfToken, newToken } from './tokens.ts';

/** Long enough to rate a rescue that was on a Friday. */
const days = 7;

/** @returns the token, which nobody can find out again. What has expired is cleared away at the same time. */
export async function makeLink(
  database: Queryable,
  companyId: string,
  orderId: string,
  now: Date,
): Promise<string> {
  const token = newToken(companyId);
  await database.query(
    `with cleared as (delete from public_links where company_id = $1 and expires_at < $5)
     insert into public_links (company_id, token_hash, order_id, expires_at) values ($1, $2, $3, $4)`,
    [companyId, hashOfToken(token), orderId, new Date(now.getTime() + days * 24 * 3_600_000), now],
  );
  return token;
}

export interface Linked {
  readonly companyId: string;
  readonly orderId: string;
}

export async function orderOfLink(
  database: Queryable,
  token: string,
  now: Date,
): Promise<Linked | undefined> {
  const companyId = companyOfToken(token);
  if (companyId === undefined) return undefined;
  const [row] = await database.query<{ order_id: string }>(
    'select order_id from public_links where company_id = $1 and token_hash = $2 and expires_at > $3',
    [companyId, hashOfToken(token), now],
  );
  return row && { companyId, orderId: row.order_id };
}
