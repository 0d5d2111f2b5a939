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

/** How one kind of stream speaks. */
export interface StreamFormat {
  readonly change: (change: FeedChange, asked: Asked) => string;
  /** The event that says: look anew. */
  readonly resync: string;
  /** Its clients know no such event, but look anew whenever their connection opens. */
  readonly looksAnewAtOpen: boolean;
}

export const usualHeartbeatMs = 15_000;

const streamHead = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
};

/** A stream that does not read is cut; its client comes back and pulls. */
const maxBufferedBytes = 4_000_000;

/** Opens the stream and keeps it until either side ends it, or the person's rights change. */
export async function openStream(
  { hub, authenticate, heartbeatMs = usualHeartbeatMs }: StreamContext,
  actor: Actor,
  asked: readonly Asked[],
  format: StreamFormat,
  request: Request,
  response: Response,
): Promise<void> {
  // It has gone while its session was looked up, and will not be heard to close.
  if (response.destroyed) return;
  let isOpen = false;
  // Before it is open nothing is lost: its client looks anew when it opens.
  const write = (event: string) => {
    if (!isOpen || response.writableEnded) return;
    response.write(event);
    if (response.writableLength > maxBufferedBytes) response.destroy();
  };
  const subscriptions = asked.map((one) =>
    hub.subscribe(actor.companyId, one.name, readScopes(actor, one.name), {
      onChange: (change) => write(`data: ${format.change(change, one)}\n\n`),
      onResync: () => {
        write(format.resync);
        if (isOpen && format.looksAnewAtOpen) response.end();
      },
      // Its client connects again, which begins anew.
      onFailure: () => response.destroy(),
    }),
  );
  response.on('close', () => {
    for (const subscription of subscriptions) subscription.end();
  });
  if (format.looksAnewAtOpen) await Promise.all(subscriptions.map(({ begun }) => begun));
  if (response.destroyed) return;
  response.writeHead(200, streamHead);
  isOpen = true;
  write(format.resync);
  keepAlive(authenticate, heartbeatMs, rightsOf(actor), request, response);
}

function keepAlive(
  authenticate: StreamContext['authenticate'],
  everyMs: number,
  rights: string,
  request: Request,
  response: Response,
): void {
  const heartbeat = setInterval(() => {
    if (response.writableEnded) return;
    response.write(': alive\n\n');
    void endIfChanged(authenticate, request, response, rights);
  }, everyMs);
  response.on('close', () => clearInterval(heartbeat));
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

/**
 * A stock client dies of a message that is no page, hears none that has a name, and pulls whenever its
 * connection opens. So this stream opens once nothing can be missed, and ends where it should look anew.
 */
export const rxServerStream: StreamFormat = {
  change: ({ page, checkpointId }, { down }) =>
    pageDown(pageText(page.documents, { id: checkpointId, lwt: page.upTo }), down),
  resync: 'event: resync\ndata: "RESYNC"\n\n',
  looksAnewAtOpen: true,
};

/** Each message is a `StreamMessage`. */
export const multiplexedStream: StreamFormat = {
  change: (change, asked) => {
    const { collection, previous } = change;
    return `{"collection":"${collection}","previous":${previous},${rxServerStream.change(change, asked).slice(1)}`;
  },
  resync: 'data: "RESYNC"\n\n',
  looksAnewAtOpen: false,
};
