// Server-sent events: one stream of our own for all collections, and RxServer's stream of one collection.
import type { Request, Response } from 'express';
import type { Actor } from '#schemas/staff/permissions.ts';
import { readScopes } from '#schemas/sync/scopes.ts';
import type { FeedChange, Hub } from './hub.ts';
import { pageText } from './pull.ts';
import { pageDown, type Asked } from './requests.ts';

export interface StreamContext {
  readonly hub: Hub;
  /** Who holds the request's session now; undefined once it was revoked. */
  readonly authenticate: (request: Request) => Promise<Actor | undefined>;
  /** How often a stream shows that it is alive and looks whether its session still is. */
  readonly heartbeatMs?: number;
}

type Write = (data: string) => void;

const usualHeartbeatMs = 15_000;

/** A stream that does not read is cut; its client comes back and pulls. */
const maxBufferedBytes = 4_000_000;

/** Opens the stream and keeps it until either side ends it, or the person's rights change. */
export function openStream(
  { hub, authenticate, heartbeatMs = usualHeartbeatMs }: StreamContext,
  actor: Actor,
  asked: readonly Asked[],
  format: (change: FeedChange, asked: Asked) => string,
  request: Request,
  response: Response,
): void {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache, no-transform',
    'x-accel-buffering': 'no',
  });
  const write: Write = (data) => {
    response.write(`data: ${data}\n\n`);
    if (response.writableLength > maxBufferedBytes) response.destroy();
  };
  write('"RESYNC"');
  const releases = asked.map((one) =>
    hub.subscribe(actor.companyId, one.name, readScopes(actor, one.name), {
      onChange: (change) => write(format(change, one)),
      onResync: () => write('"RESYNC"'),
      // Its client connects again, which begins anew.
      onFailure: () => response.end(),
    }),
  );
  const rights = rightsOf(actor);
  const heartbeat = setInterval(() => {
    response.write(': alive\n\n');
    void endIfChanged(authenticate, request, response, rights);
  }, heartbeatMs);
  response.on('close', () => {
    clearInterval(heartbeat);
    for (const release of releases) release();
  });
}

/** Another role or outlet means other feeds: the client connects again and is brought over. */
async function endIfChanged(
  authenticate: StreamContext['authenticate'],
  request: Request,
  response: Response,
  rights: string,
): Promise<void> {
  const actor = await authenticate(request).catch(() => 'unknown' as const);
  if (actor === 'unknown') return;
  if (!actor || rightsOf(actor) !== rights) response.end();
}

const rightsOf = ({ permissions, outletIds }: Actor) => JSON.stringify([permissions, outletIds]);

export const rxServerEvent = ({ page, checkpointId }: FeedChange, { down }: Asked): string =>
  pageDown(pageText([page.documents], { id: checkpointId, lwt: page.upTo }), down);

/** A `StreamMessage`. */
export function multiplexedEvent(change: FeedChange, asked: Asked): string {
  const { collection, previous } = change;
  return `{"collection":"${collection}","previous":${previous},${rxServerEvent(change, asked).slice(1)}`;
}
