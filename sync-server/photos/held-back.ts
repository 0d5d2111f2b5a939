// Photos whose command was held back: they are on no order until a manager takes the command over, but their bytes are
// taken at once. Whoever was disabled may never open the app again.
import type { Queryable } from '../database/database.ts';
import { parseCommand } from '#schemas/orders/parse-command.ts';
import type { AnnouncedPhoto } from '#schemas/photos/photo.ts';
import type { Actor } from '#schemas/staff/permissions.ts';

/** Nobody has more on his device who works; who sends without end would fill the disk. */
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
select row from (
  select id, row from quarantine
  where company_id = $1 and actor_id = $2 and collection = 'commands' and row ->> 'type' = 'add-photo'
  order by id limit $3
) as photos where row -> 'payload' ->> 'photoId' = $4 order by id desc`;

/** @param entered as it was held back: whatever came in */
export function announcedIn(entered: unknown): AnnouncedPhoto | undefined {
  const command = parseCommand(entered);
  if (!command.ok || command.value.type !== 'add-photo') return undefined;
  const { photoId: id, sha256, bytes, kind } = command.value.payload;
  return { id, sha256, bytes, kind };
}
