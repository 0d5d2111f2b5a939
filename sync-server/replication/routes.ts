// RxServer's three paths per collection, the stream of all of them, and what a device heals itself by.
import { Router, type Request, type Response } from 'express';
import { Check } from 'typebox/value';
import type { Database } from '../database/database.ts';
import type { DatabaseLog } from '../database/log.ts';
import type { SenderWrapper, SignedInWrapper, Sender } from '../http/authenticate.ts';
import type { CommandExecutor } from '../orders/executor.ts';
import { Problem } from '../http/problem.ts';
import { hasRoom } from '../quarantine/quarantine.ts';
import { isStorable } from '#schemas/core/storable.ts';
import type { Actor } from '#schemas/staff/permissions.ts';
import { isReference } from '#schemas/sync/collections.ts';
import { Addressed } from '#schemas/sync/protocol.ts';
import { readByIds, readDigests, readInventory } from './healing.ts';
import { pull } from './pull.ts';
import { pushReference } from './push.ts';
import {
  collectionAsked,
  collectionsAsked,
  converted,
  currentVersions,
  idsOf,
  pageDown,
  pullQuery,
  rowsOf,
  rowsUp,
  type VersionsOf,
} from './requests.ts';
import { multiplexedStream, openStream, rxServerStream, type StreamContext } from './stream.ts';

export interface ReplicationDeps extends StreamContext {
  readonly database: Database;
  readonly executor: CommandExecutor;
  readonly clock: () => Date;
  readonly log: Pick<DatabaseLog, 'error'>;
  readonly signedIn: SignedInWrapper;
  readonly handingIn: SenderWrapper;
  readonly versions?: VersionsOf;
}

export function replicationRoutes(deps: ReplicationDeps): Router {
  const { signedIn, handingIn, versions = currentVersions } = deps;
  const router = Router();
  router.get(
    '/stream',
    signedIn((actor, request, response) => {
      const asked = collectionsAsked(request, versions);
      return openStream(deps, actor, asked, multiplexedStream, request, response);
    }),
  );
  router.get(
    '/:collection/:version/pull',
    signedIn(async (actor, request, response) => {
      const { name, down } = collectionAsked(request, versions);
      const { checkpoint, limit } = pullQuery(request);
      const page = await pull(deps.database, actor, name, checkpoint, limit);
      sendJson(response, down ? pageDown(page.toString(), down) : page);
    }),
  );
  router.get(
    '/:collection/:version/pullStream',
    signedIn((actor, request, response) =>
      openStream(deps, actor, [collectionAsked(request, versions)], rxServerStream, request, response),
    ),
  );
  router.post(
    '/:collection/:version/push',
    handingIn(async (sender, request, response) => {
      response.json(await push(deps, sender, request));
    }),
  );
  healingRoutes(router, deps);
  return router;
}

function healingRoutes(router: Router, { database, signedIn, versions = currentVersions }: ReplicationDeps) {
  router.get(
    '/digests',
    signedIn(async (actor, request, response) => {
      const names = collectionsAsked(request, versions).map(({ name }) => name);
      response.json({ digests: await readDigests(database, actor, names) });
    }),
  );
  router.get(
    '/:collection/:version/inventory',
    signedIn(async (actor, request, response) => {
      sendJson(response, await readInventory(database, actor, collectionAsked(request, versions).name));
    }),
  );
  router.post(
    '/:collection/:version/documents',
    signedIn(async (actor, request, response) => {
      const { name, down } = collectionAsked(request, versions);
      const documents = await readByIds(database, actor, name, idsOf(request));
      sendJson(response, pageDown(`{"documents":[${documents}]}`, down));
    }),
  );
}

const sendJson = (response: Response, json: string | Buffer): void =>
  void response.type('application/json').send(json);

/** @returns for each row that did not go in as sent, the document's true state */
async function push(deps: ReplicationDeps, sender: Sender, request: Request): Promise<unknown[]> {
  const { database, executor, clock, log, versions = currentVersions } = deps;
  const { name, up, down } = collectionAsked(request, versions);
  const rows = rowsUp(rowsOf(request), up);
  if (sender.isDisabled && !(await hasRoom(database, sender.actor))) throw noRoom();
  const answerAll = request.query['answer'] === 'all';
  const back = (documents: readonly object[]) =>
    down ? documents.map((document) => converted(document, down)) : [...documents];
  if (isReference(name)) {
    const context = { ...sender, collection: name, now: clock().toISOString(), answerAll, log };
    return back(await pushReference(database, context, rows));
  }
  if (name === 'commands') {
    return back(await pushCommands(database, executor, sender, rows, answerAll));
  }
  throw new Problem('forbidden', `${name} are changed by commands only`);
}

/** His device keeps it and asks again. */
const noRoom = () =>
  new Problem(
    'too-many-requests',
    'More of yours waits for a manager than is taken before he has looked at it.',
    {
      'Retry-After': '600',
    },
  );

/**
 * A command that was applied went in as sent; its verdict follows by the pull. A refused one is answered.
 * With `answer=all` each is answered with its verdict: a stream can be faster than this answer, and RxDB drops
 * what it hears about a document whose push it still waits for.
 */
async function pushCommands(
  database: Database,
  executor: CommandExecutor,
  { actor, isDisabled }: Sender,
  rows: readonly unknown[],
  answerAll: boolean,
): Promise<object[]> {
  const commands = rows.flatMap((row) => (Check(Addressed, row) ? [row.newDocumentState] : []));
  const verdicts = await executor.submit(actor, commands, isDisabled ? 'sender-disabled' : undefined);
  const answered = commands
    .filter((_, index) => answerAll || verdicts[index]?.status === 'rejected')
    .map(({ id }) => id);
  const own = await readOwn(database, actor, answered);
  return answered.map((id) => own.get(id) ?? { id, _deleted: true });
}

async function readOwn(
  database: Database,
  actor: Actor,
  ids: readonly string[],
): Promise<ReadonlyMap<string, object>> {
  if (ids.length === 0) return new Map();
  const stored = await database.query<{ id: string; body: { actorId?: string }; version: number }>(
    `select id, body, version from documents
     where company_id = $1 and collection = 'commands' and id = any ($2::text[])`,
    [actor.companyId, ids.filter((id) => isStorable(id))],
  );
  const own = stored.filter(({ body }) => body.actorId === actor.id);
  return new Map(own.map(({ id, body, version }) => [id, { ...body, version, _deleted: false }]));
}
