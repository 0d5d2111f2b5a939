// GET /api/reference/{collection}/{id}/uses: who names a document, for whoever wants to delete it.
// GET /api/history/{collection}/{id}: who changed what of it, for whoever sees it.
import { Router, type Request } from 'express';
import type { Database } from '../database/database.ts';
import type { SignedInWrapper } from '../http/authenticate.ts';
import { Problem } from '../http/problem.ts';
import { readUses } from '../replication/uses.ts';
import { mayDelete } from '#schemas/staff/editing.ts';
import { isWithinOutlets } from '#schemas/staff/granting.ts';
import { may } from '#schemas/staff/permissions.ts';
import type { Staff } from '#schemas/staff/staff.ts';
import { permissionToView } from '#schemas/sync/scopes.ts';
import { documentAsked, readOnceSeen, readSeen } from './documents.ts';
import { readHistory } from './history.ts';

export function referenceRoutes(database: Database, signedIn: SignedInWrapper): Router {
  const router = Router();
  router.get(
    '/reference/:collection/:id/uses',
    signedIn(async (actor, request, response) => {
      const { collection, id } = documentAsked(request);
      if (!mayDelete(actor, collection)) throw new Problem('forbidden');
      await readSeen(database, actor, collection, id);
      response.json(await readUses(database, actor, collection, id));
    }),
  );
  router.get(
    '/history/:collection/:id',
    signedIn(async (actor, request, response) => {
      const { collection, id } = documentAsked(request);
      const isOwn = collection === 'staff' && id === actor.id;
      const needed = permissionToView(collection);
      if (needed && !isOwn && !may(actor, needed)) throw new Problem('forbidden');
      const document = await readOnceSeen(database, actor, collection, id);
      const isWithPrivate =
        collection === 'staff' &&
        may(actor, 'staff.sensitive') &&
        (isOwn || isWithinOutlets(actor, document as Staff));
      const before = beforeAsked(request);
      response.json(await readHistory(database, actor, { collection, id, before, isWithPrivate }));
    }),
  );
  return router;
}

function beforeAsked({ query }: Request): number | undefined {
  if (query['before'] === undefined) return undefined;
  const before = Number(query['before']);
  if (!Number.isSafeInteger(before) || before < 1)
    throw new Problem('invalid-request', 'before has to be the id of an entry');
  return before;
}
