// Answers a device that asks what has changed since its checkpoint.
import type { Queryable } from '../database/database.ts';
import type { Actor } from '#schemas/staff/permissions.ts';
import type { Collection } from '#schemas/sync/collections.ts';
import type { Checkpoint } from '#schemas/sync/protocol.ts';
import { readScopes } from '#schemas/sync/scopes.ts';
import { begunAt, standingOf, type Standing } from './checkpoints.ts';
import { readDepartures, readFeed, type FeedPage } from './feed.ts';

/** @returns the JSON text of a `Page`. A device that is brought over to other scopes may get more than `limit`. */
export async function pull(
  database: Queryable,
  actor: Actor,
  collection: Collection,
  checkpoint: Checkpoint,
  limit: number,
): Promise<string> {
  const { companyId } = actor;
  const scopes = readScopes(actor, collection);
  const standing = await standingOf(database, companyId, scopes, checkpoint);
  const position = {
    ...{ companyId, collection, scopes, begunAt: standing.begunAt },
    after: standing.kind === 'same' ? checkpoint.lwt : 0,
  };
  const departed =
    standing.kind === 'moved'
      ? await readDepartures(database, { ...position, after: standing.formerUpTo }, standing.formerScopes)
      : '';
  const page = await readFeed(database, position, limit);
  return pageText([departed, page.documents], { id: checkpointId(standing, page, limit), lwt: page.upTo });
}

function checkpointId({ id, kind, begunAt: begun }: Standing, page: FeedPage, limit: number): string {
  if (page.count < limit) return id;
  const since = kind === 'same' ? begun : page.head;
  return since > 0 ? begunAt(id, since) : id;
}

export function pageText(documents: readonly string[], checkpoint: Checkpoint): string {
  const list = documents.filter((text) => text !== '').join(',');
  return `{"documents":[${list}],"checkpoint":${JSON.stringify(checkpoint)}}`;
}
