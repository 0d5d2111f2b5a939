// The rescued person's links: one order, some days, not to be guessed. The token is stored hashed.
import { createHash, randomBytes } from 'node:crypto';
import type { Queryable } from '../database/database.ts';

/** Long enough to rate a rescue that was on a Friday. */
const days = 7;

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

/** The token begins with its company, so that the statement reaches one shard. */
const companyOf = (token: string): string | undefined =>
  /^([A-Za-z0-9][A-Za-z0-9_.:-]{0,63})\.[A-Za-z0-9_-]{22}$/.exec(token)?.[1];

/** @returns the token, which nobody can find out again. What has expired is cleared away at the same time. */
export async function makeLink(
  database: Queryable,
  companyId: string,
  orderId: string,
  now: Date,
): Promise<string> {
  const token = `${companyId}.${randomBytes(16).toString('base64url')}`;
  await database.query(
    `with cleared as (delete from public_links where company_id = $1 and expires_at < $5)
     insert into public_links (company_id, token_hash, order_id, expires_at) values ($1, $2, $3, $4)`,
    [companyId, hashOf(token), orderId, new Date(now.getTime() + days * 24 * 3_600_000), now],
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
  const companyId = companyOf(token);
  if (companyId === undefined) return undefined;
  const [row] = await database.query<{ order_id: string }>(
    'select order_id from public_links where company_id = $1 and token_hash = $2 and expires_at > $3',
    [companyId, hashOf(token), now],
  );
  return row && { companyId, orderId: row.order_id };
}
