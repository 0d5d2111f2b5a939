// A customer's link to a statement, as finance sees it: neither its address nor its password can be read again.
import Type from 'typebox';
import { Id, Instant } from '../../core/types.ts';

/** For how many days it opens; finance chooses. */
export const linkDays = [7, 14, 30, 60] as const;

export const NewStatementLink = Type.Object({ days: Type.Enum([...linkDays]) });

export const StatementLink = Type.Object({
  id: Id,
  createdAt: Instant,
  createdBy: Id,
  expiresAt: Instant,
  /** When its password was last entered. */
  openedAt: Type.Optional(Instant),
  revokedAt: Type.Optional(Instant),
  revokedBy: Type.Optional(Id),
});
export type StatementLink = Type.Static<typeof StatementLink>;

/** Shown this once. */
export interface MadeStatementLink {
  readonly link: StatementLink;
  readonly url: string;
  readonly password: string;
}

export type LinkState = 'open' | 'expired' | 'revoked';

export function stateOfLink({ revokedAt, expiresAt }: StatementLink, now: string): LinkState {
  if (revokedAt) return 'revoked';
  return expiresAt <= now ? 'expired' : 'open';
}
