// RxServer's three paths per collection, and the stream of all of them.
import { Router, type Request, type RequestHandler, type Response } from 'express';
import { Check } from 'typebox/value';
import type { Database } from '../database/database.ts';
import type { CommandExecutor } from '../orders/executor.ts';
import { Problem } from '../http/problem.ts';
import { isStorable } from '#schemas/core/storable.ts';
import type { Actor } from '#schemas/staff/permissions.ts';
import { collections, isCollection, isReference, type Collection } from '#schemas/sync/collections.ts';
import { Addressed, limits, type Checkpoint } from '#schemas/sync/protocol.ts';
import { pull } from './pull.ts';
import { pushReference } from './push.ts';
import { multiplexedEvent, openStream, rxServerEvent, type StreamContext } from './stream.ts';

export type SignedIn = (
  handler: (actor: Actor, request: Request, response: Response) => void | Promise<void>,
) => RequestHandler;

export interface ReplicationDeps extends StreamContext {
  readonly database: Database;
  readonly executor: CommandExecutor;
  readonly clock: () => Date;
  readonly signedIn: SignedIn;
}

export function replicationRoutes(deps: ReplicationDeps): Router {
  const { signedIn } = deps;
  const router = Router();
  router.get(
    '/stream',
    signedIn((actor, request, response) =>
      openStream(deps, actor, collectionsAsked(request), multiplexedEvent, request, response),
    ),
  );
  router.get(
    '/:collection/:version/pull',
    signedIn(async (actor, request, response) => {
      const { checkpoint, limit } = pullQuery(request);
      const page = await pull(deps.database, actor, collectionOf(request), checkpoint, limit);
      response.type('application/json').send(page);
    }),
  );
  router.get(
    '/:collection/:version/pullStream',
    signedIn((actor, request, response) =>
      openStream(deps, actor, [collectionOf(request)], rxServerEvent, request, response),
    ),
  );
  router.post(
    '/:collection/:version/push',
    signedIn(async (actor, request, response) => {
      response.json(await push(deps, actor, collectionOf(request), request));
    }),
  );
  return router;
}

/** @returns for each row that did not go in as sent, the document's true state */
async function push(
  { database, executor, clock }: ReplicationDeps,
  actor: Actor,
  collection: Collection,
  request: Request,
): Promise<object[]> {
  const rows = rowsOf(request);
  if (isReference(collection)) {
    return pushReference(database, { actor, collection, now: clock().toISOString() }, rows);
  }
  if (collection === 'commands') {
    return pushCommands(database, executor, actor, rows, request.query['answer'] === 'all');
  }
  throw new Problem('forbidden', `${collection} are changed by commands only`);
}

/**
 * A command that was applied went in as sent; its verdict follows by the pull. A refused one is answered.
 * With `answer=all` each is answered with its verdict: a stream can be faster than this answer, and RxDB drops
 * what it hears about a document whose push it still waits for.
 */
async function pushCommands(
  database: Database,
  executor: CommandExecutor,
  actor: Actor,
  rows: readonly unknown[],
  answerAll: boolean,
): Promise<object[]> {
  const commands = rows.flatMap((row) => (Check(Addressed, row) ? [row.newDocumentState] : []));
  const verdicts = await executor.submit(actor, commands);
  const answered = commands
    .filter((_, index) => answerAll || verdicts[index]?.status === 'rejected')
    .map(({ id }) => id);
  if (answered.length === 0) return [];
  const stored = await database.query<{ id: string; body: { actorId?: string }; version: number }>(
    `select id, body, version from documents
     where company_id = $1 and collection = 'commands' and id = any ($2::text[])`,
    [actor.companyId, answered.filter((id) => isStorable(id))],
  );
  const own = new Map(stored.filter(({ body }) => body.actorId === actor.id).map((row) => [row.id, row]));
  return answered.map((id) => {
    const found = own.get(id);
    return found ? { ...found.body, version: found.version, _deleted: false } : { id, _deleted: true };
  });
}

function collectionOf({ params }: Request): Collection {
  const name = String(params['collection']);
  if (!isCollection(name)) throw new Problem('not-found', `There is no collection ${name}`);
  if (params['version'] !== String(collections[name].version)) {
    throw new Problem('schema-version', `${name} is served in version ${collections[name].version}`);
  }
  return name;
}

function collectionsAsked({ query }: Request): Collection[] {
  const names = typeof query['collections'] === 'string' ? query['collections'].split(',') : [];
  const unknown = names.find((name) => !isCollection(name));
  if (names.length === 0 || unknown !== undefined) {
    throw new Problem('invalid-request', 'collections has to list collections, separated by commas');
  }
  return [...new Set(names.filter(isCollection))];
}

function pullQuery({ query }: Request): { checkpoint: Checkpoint; limit: number } {
  const id = typeof query['id'] === 'string' ? query['id'] : '';
  const lwt = wholeNumber(query['lwt'], 'lwt', 0);
  const limit = wholeNumber(query['limit'], 'limit', limits.pullDefault);
  return { checkpoint: { id, lwt }, limit: Math.min(Math.max(limit, 1), limits.pullMax) };
}

function wholeNumber(value: unknown, name: string, fallback: number): number {
  if (value === undefined || value === '') return fallback;
  const number = Number(value);
  if (typeof value !== 'string' || !Number.isSafeInteger(number) || number < 0) {
    throw new Problem('invalid-request', `${name} has to be a whole number from 0`);
  }
  return number;
}

function rowsOf({ body }: Request): unknown[] {
  if (!Array.isArray(body)) throw new Problem('invalid-request', 'The body has to be an array of rows');
  if (body.length > limits.pushRows)
    throw new Problem('too-large', `At most ${limits.pushRows} rows at once`);
  return body;
}
