// A stored reference document, for whoever sees it.
import type { Request } from 'express';
import type { Queryable } from '../database/database.ts';
import { Problem } from '../http/problem.ts';
import { isStorable } from '#schemas/core/storable.ts';
import { isInReach } from '#schemas/staff/editing.ts';
import type { Actor } from '#schemas/staff/permissions.ts';
import {
  isCollection,
  isReference,
  type DocumentOf,
  type ReferenceCollection,
} from '#schemas/sync/collections.ts';

/** What `/{collection}/{id}` names. Throws Problem `not-found`. */
export function documentAsked({ params }: Request): { collection: ReferenceCollection; id: string } {
  const collection = String(params['collection']);
  if (!isCollection(collection) || !isReference(collection)) throw new Problem('not-found');
  return { collection, id: idAsked(params['id']) };
}

/** The employee that `/staff/{id}` names. Throws Problem `not-found`. */
export const staffAsked = ({ params }: Request): string => idAsked(params['id']);

function idAsked(parameter: unknown): string {
  const id = String(parameter);
  if (id.length > 64 || !isStorable(id)) throw new Problem('not-found');
  return id;
}

/** Missing, deleted and out of sight look alike. Throws Problem `not-found`. */
export async function readSeen<Name extends ReferenceCollection>(
  database: Queryable,
  actor: Actor,
  collection: Name,
  id: string,
): Promise<DocumentOf<Name>> {
  const document = await readOnceSeen(database, actor, collection, id);
  if (document.deleted) throw new Problem('not-found');
  return document;
}

/** As `readSeen`, and what was deleted as well. */
export async function readOnceSeen<Name extends ReferenceCollection>(
  database: Queryable,
  actor: Actor,
  collection: Name,
  id: string,
): Promise<DocumentOf<Name>> {
  const [row] = await database.query<{ body: DocumentOf<Name> }>(
    'select body from documents where company_id = $1 and collection = $2 and id = $3',
    [actor.companyId, collection, id],
  );
  if (!row || !isInReach(actor, collection, row.body)) throw new Problem('not-found');
  return row.body;
}
