// No photo that an app took over is lost: its bytes are at the server, on their order or with a manager, or
// still on the device that took it.
import { createPhotoFiles, isThere } from '../../sync-server/photos/files.ts';
import type { Database } from '../../sync-server/database/database.ts';
import type { Photo } from '#schemas/photos/photo.ts';
import { company } from './company.ts';
import type { Photographed } from './journal.ts';
import type { Person } from './person.ts';
import type { World } from './weather.ts';

export async function findLostPhotos({ site, journal, people }: World): Promise<string[]> {
  const files = createPhotoFiles(site.photosDir);
  const records = await readPhotos(site.database);
  const shownToManager = await readHeldBack(site.database);
  const kept = await keptOn(people);
  const lost = journal.photographed.map(async ({ device, photoId, sha256, isTaken }: Photographed) => {
    if (!isTaken) return [];
    const record = records.get(photoId);
    const isOnDisk = await isThere(files.original({ companyId: company.id, id: photoId }));
    // After a backup was restored a command may be held back that was applied before.
    const { original: heldBack } = files.heldBack(company.id, { sha256 });
    const isWithManager = shownToManager.has(photoId) && (await isThere(heldBack));
    const isHere = kept.has(`${device} ${photoId}`);
    if (record && record.sha256 !== sha256) return [`photo ${photoId} of ${device} is another one`];
    if (record?.state === 'stored' && !isOnDisk) return [`photo ${photoId} of ${device} has no bytes`];
    return isOnDisk || isWithManager || isHere ? [] : [`photo ${photoId} of ${device} is lost`];
  });
  return (await Promise.all(lost)).flat();
}

async function readPhotos(database: Database): Promise<ReadonlyMap<string, Photo>> {
  const rows = await database.query<{ id: string; body: Photo }>(
    `select id, body from documents where collection = 'photos'`,
  );
  return new Map(rows.map(({ id, body }) => [id, body]));
}

async function keptOn(people: readonly Person[]): Promise<ReadonlySet<string>> {
  const all = people.map(async ({ owner, device }) =>
    (await device.keptPhotos()).map(({ id }) => `${owner.device} ${id}`),
  );
  return new Set((await Promise.all(all)).flat());
}

async function readHeldBack(database: Database): Promise<ReadonlySet<string>> {
  const rows = await database.query<{ id: string }>(
    `select row -> 'payload' ->> 'photoId' as id from quarantine where row ->> 'type' = 'add-photo'`,
  );
  return new Set(rows.map(({ id }) => id));
}
