// Links to statements, and the browsers in which their passwords were entered. A revoked link ends these at once: each
// request asks for link and session together.
import { randomBytes } from 'node:crypto';
import type { Queryable } from '../../database/database.ts';
import { companyOfToken, hashOfToken, newToken } from '../../public/tokens.ts';
import type { StatementLink } from '#schemas/finance/statements/link.ts';

export interface NewLink {
  readonly companyId: string;
  readonly id: string;
  readonly statementId: string;
  readonly passwordHash: string;
  readonly by: string;
  readonly now: Date;
  readonly expiresAt: Date;
}

/** @returns its token, which nobody can find out again */
export async function insertLink(
  database: Queryable,
  { companyId, id, statementId, passwordHash, by, now, expiresAt }: NewLink,
): Promise<string> {
  const token = newToken(companyId);
  await database.query(
    `insert into statement_links
       (company_id, id, statement_id, token_hash, password_hash, created_at, created_by, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [companyId, id, statementId, hashOfToken(token), passwordHash, now, by, expiresAt],
  );
  return token;
}

interface LinkRow {
  readonly id: string;
  readonly created_at: Date;
  readonly created_by: string;
  readonly expires_at: Date;
  readonly last_opened_at: Date | null;
  readonly revoked_at: Date | null;
  readonly revoked_by: string | null;
}

/** The newest first. */
export async function linksOf(
  database: Queryable,
  companyId: string,
  statementId: string,
): Promise<StatementLink[]> {
  const rows = await database.query<LinkRow>(
    `select id, created_at, created_by, expires_at, last_opened_at, revoked_at, revoked_by
     from statement_links where company_id = $1 and statement_id = $2 order by created_at desc, id desc`,
    [companyId, statementId],
  );
  return rows.map(linkFrom);
}

const linkFrom = (row: LinkRow): StatementLink => ({
  id: row.id,
  createdAt: row.created_at.toISOString(),
  createdBy: row.created_by,
  expiresAt: row.expires_at.toISOString(),
  ...(row.last_opened_at && { openedAt: row.last_opened_at.toISOString() }),
  ...(row.revoked_at && { revokedAt: row.revoked_at.toISOString() }),
  ...(row.revoked_by && { revokedBy: row.revoked_by }),
});

/** @returns whether the statement has such a link; revoking it again changes nothing */
export async function revokeLink(
  database: Queryable,
  { companyId, statementId, id, by, now }: Pick<NewLink, 'companyId' | 'statementId' | 'id' | 'by' | 'now'>,
): Promise<boolean> {
  const rows = await database.query(
    `update statement_links set revoked_at = coalesce(revoked_at, $4), revoked_by = coalesce(revoked_by, $5)
     where company_id = $1 and statement_id = $2 and id = $3 returning id`,
    [companyId, statementId, id, now, by],
  );
  return rows.length > 0;
}

export interface OpenLink {
  readonly companyId: string;
  readonly id: string;
  readonly statementId: string;
  readonly passwordHash: string;
}

/** Undefined for one that is unknown, revoked or too old: which of these is nobody's business. */
export async function openLink(database: Queryable, token: string, now: Date): Promise<OpenLink | undefined> {
  const companyId = companyOfToken(token);
  if (companyId === undefined) return undefined;
  const [row] = await database.query<{ id: string; statement_id: string; password_hash: string }>(
    `select id, statement_id, password_hash from statement_links
     where company_id = $1 and token_hash = $2 and expires_at > $3 and revoked_at is null`,
    [companyId, hashOfToken(token), now],
  );
  return row && { companyId, id: row.id, statementId: row.statement_id, passwordHash: row.password_hash };
}

const sessionHours = 4;

/** @returns the session's secret. What has expired is cleared away at the same time. */
export async function openSession(
  database: Queryable,
  { companyId, id }: OpenLink,
  now: Date,
): Promise<string> {
  const secret = randomBytes(24).toString('base64url');
  const expiresAt = new Date(now.getTime() + sessionHours * 3_600_000);
  await database.query(
    `with cleared as (delete from statement_link_sessions where company_id = $1 and expires_at < $4),
       opened as (update statement_links set last_opened_at = $4 where company_id = $1 and id = $3)
     insert into statement_link_sessions (company_id, session_hash, link_id, expires_at) values ($1, $2, $3, $5)`,
    [companyId, hashOfToken(secret), id, now, expiresAt],
  );
  return secret;
}

export async function hasSession(
  database: Queryable,
  { companyId, id }: OpenLink,
  secret: string,
  now: Date,
): Promise<boolean> {
  const rows = await database.query(
    `select 1 from statement_link_sessions
     where company_id = $1 and session_hash = $2 and link_id = $3 and expires_at > $4`,
    [companyId, hashOfToken(secret), id, now],
  );
  return rows.length > 0;
}
