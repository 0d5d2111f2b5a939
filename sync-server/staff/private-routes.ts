// GET and PUT /api/staff/{id}/private: for whoever may see sensitive data of the people within his outlets. One's
// own may be read by oneself.
import { Router, type Request } from 'express';
import type { Database } from '../database/database.ts';
import type { SignedInWrapper } from '../http/authenticate.ts';
import { Problem } from '../http/problem.ts';
import { readSeen, staffAsked } from '../reference/documents.ts';
import { isStorable } from '#schemas/core/storable.ts';
import { parseOwn } from '#schemas/core/validate.ts';
import { isWithinOutlets } from '#schemas/staff/granting.ts';
import { may, type Actor } from '#schemas/staff/permissions.ts';
import { StaffPrivateStored } from '#schemas/staff/staff.ts';
import { portraitOf } from './portrait.ts';
import { readPrivate, writePrivate } from './private-data.ts';
import { lockHandled } from './reach.ts';

export interface PrivateRouteDeps {
  readonly database: Database;
  readonly clock: () => Date;
  readonly signedIn: SignedInWrapper;
}

export function privateRoutes({ database, clock, signedIn }: PrivateRouteDeps): Router {
  const router = Router();
  router.get(
    '/staff/:id/private',
    signedIn(async (actor, request, response) => {
      const id = staffAsked(request);
      await demandReading(database, actor, id);
      response.json(await readPrivate(database, actor.companyId, id));
    }),
  );
  router.put(
    '/staff/:id/private',
    signedIn(async (actor, request, response) => {
      const staffId = staffAsked(request);
      if (!may(actor, 'staff.sensitive') || !may(actor, 'staff.edit')) throw new Problem('forbidden');
      const { companyId, id: by } = actor;
      const entered = await withKeptPortrait(database, companyId, staffId, bodyOf(request));
      const written = await database.transaction(async (tx) => {
        await lockHandled(tx, actor, staffId);
        return writePrivate(tx, { companyId, staffId, by, now: clock() }, entered);
      });
      if (!written.ok) throw new Problem('stale-version', undefined, {}, { current: written.error });
      response.json(written.value);
    }),
  );
  return router;
}

/** A picture is made small once, when it comes; what lies here already stays as it is. */
async function withKeptPortrait(
  database: Database,
  companyId: string,
  staffId: string,
  entered: StaffPrivateStored,
): Promise<StaffPrivateStored> {
  const { photo } = entered.details;
  if (photo === undefined) return entered;
  const { details } = await readPrivate(database, companyId, staffId);
  if (photo === details.photo) return entered;
  return { ...entered, details: { ...entered.details, photo: await portraitOf(photo) } };
}

async function demandReading(database: Database, actor: Actor, id: string): Promise<void> {
  if (id !== actor.id && !may(actor, 'staff.sensitive')) throw new Problem('forbidden');
  const person = await readSeen(database, actor, 'staff', id);
  if (id !== actor.id && !isWithinOutlets(actor, person)) throw new Problem('forbidden');
}

function bodyOf({ body }: Request): StaffPrivateStored {
  const value: unknown = body;
  if (!isStorable(value)) throw new Problem('invalid-request', 'characters or depth');
  const parsed = parseOwn(StaffPrivateStored, value);
  if (!parsed.ok) throw new Problem('invalid-request', parsed.error.join('; '));
  return parsed.value;
}
