// Answers a device that asks what has changed since its checkpoint.
import type { Queryable } from '../database/database.ts';
import type { Actor } from '#schemas/staff/permissions.ts';
import type { Collection } from '#schemas/sync/collections.ts';
import type { Checkpoint } from '#schemas/sync/protocol.ts';
import { readScopes } from '#schemas/sync/scopes.ts';
import { begunAt, continued, standingOf } from './checkpoints.ts';
import { readDepartures, readFeed, type FeedPage } from './feed.ts';

/** @returns the JSON of a `Page`, encoded. A device that is brought over to other scopes may get more than `limit`. */
export async function pull(
  database: Queryable,
  actor: Actor,
  collection: Collection,
  checkpoint: Checkpoint,
  limit: number,
): Promise<Buffer> {
  const { companyId } = actor;
  const scopes = readScopes(actor, collection);
  const place = { companyId, collection, scopes };
  const known = continued(scopes, checkpoint);
  if (known && checkpoint.lwt > 0) {
    const page = await readFeed(database, { ...place, ...known, after: checkpoint.lwt }, limit);
    if (page.epoch === known.epoch && checkpoint.lwt <= page.head)
      return answer(known.id, page, limit, known.begunAt);
  }
  const standing = await standingOf(database, companyId, scopes, checkpoint);
  const after = standing.kind === 'same' ? checkpoint.lwt : 0;
  const page = await readFeed(database, { ...place, begunAt: standing.begunAt, after }, limit);
  // After the page: what leaves in between is newer than the page's head, and is told by the next one.
  const departed =
    standing.kind === 'moved'
      ? await readDepartures(database, { ...place, after: standing.formerUpTo }, standing.formerScopes)
      : '';
  return answer(standing.id, page, limit, standing.kind === 'same' ? standing.begunAt : page.head, departed);
}

function answer(id: string, page: FeedPage, limit: number, since: number, departed = ''): Buffer {
  const isLast = page.documents.length < limit;
  const documents = departed ? [departed, ...page.documents] : page.documents;
  return encodePage(documents, { id: isLast || since === 0 ? id : begunAt(id, since), lwt: page.upTo });
}

export function pageText(documents: readonly string[], checkpoint: Checkpoint): string {
  return `${pageHead}${documents.join(',')}${pageTail(checkpoint)}`;
}

const pageHead = '{"documents":[';
const pageTail = (checkpoint: Checkpoint) => `],"checkpoint":${JSON.stringify(checkpoint)}}`;
const comma = 0x2c;

/** Without first making one text of the documents, which would be copied twice more. */
function encodePage(documents: readonly string[], checkpoint: Checkpoint): Buffer {
  const tail = pageTail(checkpoint);
  let size = pageHead.length + tail.length + Math.max(0, documents.length - 1);
  for (const document of documents) size += Buffer.byteLength(document);
  const page = Buffer.allocUnsafe(size);
  let at = page.write(pageHead);
  documents.forEach((document, index) => {
    if (index > 0) page[at++] = comma;
    at += page.write(document, at);
  });
  page.write(tail, at);
  return page;
}
