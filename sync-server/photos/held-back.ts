// Photos whose command was held back: they are on no order until a manager takes the command over, but their bytes are
// taken at once. Whoever was disabled may never open the app again.
import type { Queryable } from '../database/database.ts';
import type { PhotoFiles } from './files.ts';
import { parseCommand } from '#schemas/orders/parse-command.ts';
import type { AnnouncedPhoto } from '#schemas/photos/photo.ts';
import type { Actor } from '#schemas/staff/permissions.ts';

/** So many may wait for a manager; who sends without end would fill the disk. */
const mostHeldBack = 200;

/** What this person's held-back command says of the photo; undefined when there is none. */
export async function findHeldBackPhoto(
  database: Queryable,
  actor: Actor,
  id: string,
): Promise<AnnouncedPhoto | undefined> {
  const rows = await database.query<{ row: unknown }>(findSql, [actor.companyId, actor.id, mostHeldBack, id]);
  return rows.map(({ row }) => announcedIn(row)).find((photo) => photo !== undefined);
}

const findSql = `
with photos as (
  select id, row, row -> 'payload' ->> 'photoId' as photo_id, handled_at is null as is_open from quarantine
  where company_id = $1 and actor_id = $2 and collection = 'commands' and row ->> 'type' = 'add-photo'
)
select row from photos p where photo_id = $4
  and (not is_open or (select count(*) from photos o where o.is_open and o.id < p.id) < $3)
order by id desc`;

/**
 * Removes the bytes that no manager can want any more: every entry that names them was settled before then, or none
 * does and they came before then. @returns how many
 */
export async function sweepHeldBack(
  database: Queryable,
  files: Pick<PhotoFiles, 'listHeldBack' | 'removeHeldBack'>,
  before: Date,
): Promise<number> {
  const old = (await files.listHeldBack()).filter(({ at }) => at < before);
  let removed = 0;
  for (const file of old) {
    const [wanted] = await database.query(wantedSql, [file.companyId, file.sha256, before]);
    if (wanted) continue;
    await files.removeHeldBack(file);
    removed++;
  }
  return removed;
}

const wantedSql = `
select 1 from quarantine
where company_id = $1 and collection = 'commands' and row ->> 'type' = 'add-photo'
  and row -> 'payload' ->> 'sha256' = $2 and (handled_at is null or handled_at >= $3)
limit 1`;

/** @param entered as it was held back: whatever came in */
export function announcedIn(entered: unknown): AnnouncedPhoto | undefined {
  const command = parseCommand(entered);
  if (!command.ok || command.value.type !== 'add-photo') return undefined;
  const { photoId: id, sha256, bytes, kind } = command.value.payload;
  return { id, sha256, bytes, kind };
}
