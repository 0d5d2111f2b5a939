// /api/statements/{id}/links: finance gives a customer a link with a password, and takes it back.
import { randomBytes } from 'node:crypto';
import { Router, type Request } from 'express';
import type { Database } from '../../database/database.ts';
import type { SignedInWrapper } from '../../http/authenticate.ts';
import { Problem } from '../../http/problem.ts';
import { hashPassword } from '../../staff/passwords.ts';
import { ulid } from '#schemas/core/ids.ts';
import { parseOwn } from '#schemas/core/validate.ts';
import { statementPermission } from '#schemas/finance/statements/decide.ts';
import { NewStatementLink, type MadeStatementLink } from '#schemas/finance/statements/link.ts';
import { isForCustomer, reachesStatement, type Statement } from '#schemas/finance/statements/statement.ts';
import { may, type Actor } from '#schemas/staff/permissions.ts';
import { newLinkPassword } from './password.ts';
import { readStatement } from './read.ts';
import { insertLink, linksOf, revokeLink } from './store.ts';

export interface StatementLinkDeps {
  readonly database: Database;
  readonly clock: () => Date;
  readonly signedIn: SignedInWrapper;
  /** Where people reach this server. */
  readonly publicUrl: string;
}

export function statementLinkRoutes({ database, clock, signedIn, publicUrl }: StatementLinkDeps): Router {
  const router = Router();
  router.get(
    '/statements/:id/links',
    signedIn(async (actor, request, response) => {
      const { id } = await statementAsked(database, actor, request);
      response.json({ links: await linksOf(database, actor.companyId, id) });
    }),
  );
  router.post(
    '/statements/:id/links',
    signedIn(async (actor, request, response) => {
      const statement = await statementAsked(database, actor, request);
      if (!isForCustomer(statement)) throw new Problem('statement-not-sent');
      const made = await makeLink(database, actor, statement.id, daysIn(request), clock());
      response.status(201).json({ ...made, url: `${publicUrl}/s/${made.token}`, token: undefined });
    }),
  );
  router.delete(
    '/statements/:id/links/:link',
    signedIn(async (actor, request, response) => {
      const { id: statementId } = await statementAsked(database, actor, request);
      const id = String(request.params['link']);
      const revoked = { companyId: actor.companyId, statementId, id, by: actor.id, now: clock() };
      if (!(await revokeLink(database, revoked))) throw new Problem('not-found');
      response.status(204).end();
    }),
  );
  return router;
}

/** @throws Problem for whoever may not send it, and as missing for whoever may not see it */
async function statementAsked(database: Database, actor: Actor, request: Request): Promise<Statement> {
  if (!may(actor, statementPermission['send-statement'])) throw new Problem('forbidden');
  const statement = await readStatement(database, actor.companyId, String(request.params['id']));
  if (!statement || !reachesStatement(actor, statement)) throw new Problem('not-found');
  return statement;
}

function daysIn({ body }: Request): number {
  const parsed = parseOwn(NewStatementLink, body);
  if (!parsed.ok) throw new Problem('invalid-request', parsed.error.join('; '));
  return parsed.value.days;
}

async function makeLink(
  database: Database,
  { companyId, id: by }: Actor,
  statementId: string,
  days: number,
  now: Date,
): Promise<Omit<MadeStatementLink, 'url'> & { readonly token: string }> {
  const id = ulid(now.getTime(), randomBytes(10));
  const password = newLinkPassword();
  const passwordHash = await hashPassword(password);
  const expiresAt = new Date(now.getTime() + days * 24 * 3_600_000);
  const link = { companyId, id, statementId, passwordHash, by, now, expiresAt };
  const token = await insertLink(database, link);
  const [createdAt, until] = [now.toISOString(), expiresAt.toISOString()];
  return { token, password, link: { id, createdAt, createdBy: by, expiresAt: until } };
}
