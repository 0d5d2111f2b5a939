// /api/staff/{id}: what belongs to an employee and is in no document that lies on devices.
import { Router, type Request } from 'express';
import Type from 'typebox';
import type { Database, Queryable } from '../database/database.ts';
import type { SignedInWrapper } from '../http/authenticate.ts';
import { Problem } from '../http/problem.ts';
import { readSeen, staffAsked } from '../reference/documents.ts';
import { parse } from '#schemas/core/validate.ts';
import { faultsInPassword } from '#schemas/staff/password.ts';
import { may } from '#schemas/staff/permissions.ts';
import { findAccount } from './credentials.ts';
import { weakPassword } from './password-problem.ts';
import { lockHandled } from './reach.ts';
import type { Sessions } from './sessions.ts';

export interface StaffRouteDeps {
  readonly database: Database;
  readonly sessions: Pick<Sessions, 'setPassword' | 'signOutEverywhere'>;
  readonly signedIn: SignedInWrapper;
}

export const NewPasswordBody = Type.Object({
  password: Type.String({ maxLength: 1000 }),
  mustChange: Type.Optional(Type.Boolean()),
});

export function staffRoutes({ database, sessions, signedIn }: StaffRouteDeps): Router {
  const router = Router();
  router.get(
    '/staff/:id/account',
    signedIn(async (actor, request, response) => {
      const id = staffAsked(request);
      if (id !== actor.id && !may(actor, 'staff.view')) throw new Problem('forbidden');
      await readSeen(database, actor, 'staff', id);
      response.json(await accountOf(database, actor.companyId, id));
    }),
  );
  router.post(
    '/staff/:id/password',
    signedIn(async (actor, request, response) => {
      const staffId = staffAsked(request);
      if (!may(actor, 'staff.edit')) throw new Problem('forbidden');
      if (staffId === actor.id) throw ownPassword;
      const { password, mustChange = false } = bodyOf(request);
      const { username } = await readSeen(database, actor, 'staff', staffId);
      const faults = faultsInPassword(password, { username });
      if (faults.length > 0) throw weakPassword(faults);
      const admit = (tx: Queryable) => lockHandled(tx, actor, staffId);
      await sessions.setPassword({ companyId: actor.companyId, staffId, password, mustChange, admit });
      response.status(204).end();
    }),
  );
  router.delete(
    '/staff/:id/sessions',
    signedIn(async (actor, request, response) => {
      const staffId = staffAsked(request);
      if (!may(actor, 'staff.edit')) throw new Problem('forbidden');
      await database.transaction((tx) => lockHandled(tx, actor, staffId));
      await sessions.signOutEverywhere(actor.companyId, staffId);
      response.status(204).end();
    }),
  );
  return router;
}

const ownPassword = new Problem('forbidden', 'Change your own password with POST /api/session/password.');

async function accountOf(database: Queryable, companyId: string, staffId: string): Promise<object> {
  const account = await findAccount(database, companyId, staffId);
  if (!account) return { hasPassword: false, mustChange: false };
  const { mustChange, lastSignInAt } = account;
  return {
    hasPassword: true,
    mustChange,
    ...(lastSignInAt && { lastSignInAt: lastSignInAt.toISOString() }),
  };
}

function bodyOf({ body }: Request): Type.Static<typeof NewPasswordBody> {
  const parsed = parse(NewPasswordBody, body);
  if (!parsed.ok) throw new Problem('invalid-request', parsed.error.join('; '));
  return parsed.value;
}
