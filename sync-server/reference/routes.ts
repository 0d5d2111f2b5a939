// GET /api/reference/{collection}/{id}/uses: who names a document, for whoever wants to delete it.
import { Router } from 'express';
import type { Database } from '../database/database.ts';
import type { SignedInWrapper } from '../http/authenticate.ts';
import { Problem } from '../http/problem.ts';
import { readUses } from '../replication/uses.ts';
import { mayDelete } from '#schemas/staff/editing.ts';
import { documentAsked, readSeen } from './documents.ts';

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
  return router;
}
