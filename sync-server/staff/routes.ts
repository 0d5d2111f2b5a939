// /api/staff/{id}: what belongs to an employee and is in no document that lies on devices.
import { Router, type Request } from 'express';
import Type from 'typebox';
import type { Database, Queryable } from '../database/database.ts';
import type { SignedInWrapper } from '../http/authenticate.ts';
import { Problem } from '../http/problem.ts';
import { readSeen, staffAsked } from '../reference/documents.ts';
import { parse } from '#schemas/core/validate.ts';
import { isInReach } from '#schemas/staff/editing.ts';
import { objectionToPassword } from '#schemas/staff/granting.ts';
import { faultsInPassword } from '#schemas/staff/password.ts';
import { may, type Actor } from '#schemas/staff/permissions.ts';
import type { Role, Staff } from '#schemas/staff/staff.ts';
import { findAccount } from './credentials.ts';
import { weakPassword } from './password-problem.ts';
import type { Sessions } from './sessions.ts';

export interface StaffRouteDeps {
  readonly database: Database;
  readonly sessions: Pick<Sessions, 'setPassword'>;
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
      const { password, mustChange = false } = bodyOf(request);
      const { username } = await readSeen(database, actor, 'staff', staffId);
      const faults = faultsInPassword(password, { username });
      if (faults.length > 0) throw weakPassword(faults);
      const admit = (tx: Queryable, person: Staff) => demandInReach(tx, actor, person);
      await sessions.setPassword({ companyId: actor.companyId, staffId, password, mustChange, admit });
      response.status(204).end();
    }),
  );
  return router;
}

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

/** Looked at again beside the change: he may have been promoted since the form was opened. */
async function demandInReach(tx: Queryable, actor: Actor, person: Staff): Promise<void> {
  if (person.id === actor.id)
    throw new Problem('forbidden', 'Change your own password with POST /api/session/password.');
  if (person.deleted || !isInReach(actor, 'staff', person)) throw new Problem('not-found');
  const roles = await tx.query<{ body: Role }>(
    `select body from documents where company_id = $1 and collection = 'roles'`,
    [actor.companyId],
  );
  const objection = objectionToPassword(
    actor,
    person,
    roles.map(({ body }) => body),
  );
  if (objection !== undefined) throw new Problem('forbidden', `Not allowed: ${objection}.`);
}

function bodyOf({ body }: Request): Type.Static<typeof NewPasswordBody> {
  const parsed = parse(NewPasswordBody, body);
  if (!parsed.ok) throw new Problem('invalid-request', parsed.error.join('; '));
  return parsed.value;
}
