// The statements on the records of photos.
import type { Database, Queryable } from '../database/database.ts';
import { writeChanges } from '../replication/changes.ts';
import type { Photo } from '#schemas/photos/photo.ts';
import type { Actor } from '#schemas/staff/permissions.ts';
import { documentScopes, readScopes } from '#schemas/sync/scopes.ts';
import { photoChange } from './book.ts';

export async function findPhoto(
  database: Queryable,
  companyId: string,
  id: string,
  lock: 'for update' | '' = '',
): Promise<Photo | undefined> {
  const [row] = await database.query<{ body: Photo }>(
    `select body from documents where company_id = $1 and collection = 'photos' and id = $2 ${lock}`,
    [companyId, id],
  );
  return row?.body;
}

/** Of all companies: those whose bytes the server does not know to be there. */
export async function waitingPhotos(
  database: Queryable,
): Promise<{ readonly companyId: string; readonly photo: Photo }[]> {
  const rows = await database.query<{ company_id: string; body: Photo }>(
    `select company_id, body from documents
     where collection = 'photos' and body ->> 'state' = 'waiting' order by company_id, id`,
  );
  return rows.map(({ company_id: companyId, body: photo }) => ({ companyId, photo }));
}

/** Tells everybody who may see the photo that it can be looked at. */
export async function markStored(database: Database, companyId: string, id: string): Promise<void> {
  await database.transaction(async (tx) => {
    const photo = await findPhoto(tx, companyId, id, 'for update');
    if (photo?.state !== 'waiting') return;
    await writeChanges(tx, companyId, { documents: [photoChange({ ...photo, state: 'stored' }, false)] });
  });
}

/** By the rule itself: what was swept off the devices may still be looked at. */
export function maySee(actor: Actor, photo: Photo): boolean {
  const scopes = readScopes(actor, 'photos');
  return documentScopes('photos', photo).some((scope) => scopes.includes(scope));
}
