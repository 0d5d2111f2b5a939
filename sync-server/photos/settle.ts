// A photo whose bytes have come is told to be there: when its device asks, and by itself for what lies on the disk
// while its record waits, as when a manager took over what was held back, or after a restored backup.
import type { Database } from '../database/database.ts';
import type { DatabaseLog } from '../database/log.ts';
import type { Photo } from '#schemas/photos/photo.ts';
import type { PhotoFiles } from './files.ts';
import { markStored, waitingPhotos } from './records.ts';

export interface SettleDeps {
  readonly database: Database;
  readonly files: PhotoFiles;
  readonly log: Pick<DatabaseLog, 'warn'>;
}

/** Takes over what is complete. @returns the photo as it stands */
export async function settlePhoto(
  { database, files, log }: SettleDeps,
  companyId: string,
  photo: Photo,
): Promise<Photo> {
  if (photo.state === 'stored') return photo;
  const outcome = await files.takeOver(companyId, photo);
  if (outcome === 'damaged') log.warn({ photo: photo.id }, 'a photo was not what its device had announced');
  if (outcome === 'taken') await markStored(database, companyId, photo.id);
  return outcome === 'taken' ? { ...photo, state: 'stored' } : photo;
}

/** One that cannot be read holds up none of the others. */
export async function settleWaiting(deps: SettleDeps, signal: AbortSignal): Promise<void> {
  for (const { companyId, photo } of await waitingPhotos(deps.database)) {
    if (signal.aborted) return;
    await settlePhoto(deps, companyId, photo).catch((err: unknown) =>
      deps.log.warn({ err, photo: photo.id }, 'a photo was not taken over yet'),
    );
  }
}
