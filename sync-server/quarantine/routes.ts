// GET /api/quarantine and POST /api/quarantine/{id}: what was held back, for whoever manages employees.
import { Router, type Request } from 'express';
import type { Database } from '../database/database.ts';
import type { SignedInWrapper } from '../http/authenticate.ts';
import { Problem } from '../http/problem.ts';
import { parse } from '#schemas/core/validate.ts';
import { may, type Actor } from '#schemas/staff/permissions.ts';
import { Resolution } from '#schemas/sync/quarantine.ts';
import { listHeldBack, resolveHeldBack } from './quarantine.ts';

const pageSize = 50;

export function quarantineRoutes(database: Database, signedIn: SignedInWrapper): Router {
  const router = Router();
  router.get(
    '/quarantine',
    signedIn(async (actor, { query }, response) => {
      demandManager(actor);
      const before = query['before'] === undefined ? undefined : idOf(query['before']);
      const handled = query['handled'] === '1';
      response.json(await listHeldBack(database, actor, { handled, before, limit: pageSize }));
    }),
  );
  router.post(
    '/quarantine/:id',
    signedIn(async (actor, request, response) => {
      demandManager(actor);
      const entry = await resolveHeldBack(database, actor, idOf(request.params['id']), resolutionOf(request));
      if (!entry) throw new Problem('not-found');
      response.json(entry);
    }),
  );
  return router;
}

function demandManager(actor: Actor): void {
  if (!may(actor, 'staff.edit')) throw new Problem('forbidden');
}

function idOf(value: unknown): number {
  const id = Number(value);
  if (typeof value !== 'string' || !Number.isSafeInteger(id) || id < 1) throw new Problem('not-found');
  return id;
}

function resolutionOf({ body }: Request): Resolution {
  const parsed = parse(Resolution, body);
  if (!parsed.ok) throw new Problem('invalid-request', parsed.error.join('; '));
  return parsed.value;
}
