// Tokens of links for people without an account: not to be guessed, and stored hashed.
import { createHash, randomBytes } from 'node:crypto';

/** It begins with its company, so that the statement it is looked up with reaches one shard. */
export const newToken = (companyId: string): string =>
  `${companyId}.${randomBytes(16).toString('base64url')}`;

export const companyOfToken = (token: string): string | undefined =>
  /^([A-Za-z0-9][A-Za-z0-9_.:-]{0,63})\.[A-Za-z0-9_-]{22}$/.exec(token)?.[1];

export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');
