// One collection on its way, both ways: what RxDB's replication of it is made of here.
import { BehaviorSubject, filter, firstValueFrom, merge, Subject } from 'rxjs';
import { cancelRxStorageReplication, type RxCollection } from 'rxdb';
import { replicateRxCollection, type RxReplicationState } from 'rxdb/plugins/replication';
import { fail, type Result } from '#schemas/core/result.ts';
import { collections, type Collection } from '#schemas/sync/collections.ts';
import type { Checkpoint, StreamMessage } from '#schemas/sync/protocol.ts';
import type { ClientDatabase, DefinitionOf } from './database.ts';
import { enteredHere, offerAgain } from './edits.ts';
import { Feed } from './feed.ts';
import type { Clock, Gate } from './gate.ts';
import type { Healable } from './healing.ts';
import type { Http, RequestFailure } from './http.ts';
import { sendInPortions } from './portions.ts';
import { byNumber, idOf, pushHandler } from './pushing.ts';
import type { RefusedEdits } from './refused-edits.ts';
import type { Offerable } from './reoffering.ts';
import { replicationOf } from './storage.ts';
import { Unanswered } from './unanswered.ts';
import { fetchDocuments, fetchPage, pathOf, pushRows, type PushRow } from './wire.ts';

export interface ReplicationDeps {
  readonly database: ClientDatabase;
  readonly http: Http;
  readonly clock: Clock;
  /** Whether the session still is of the person whose database this is. */
  readonly isSignedIn: () => boolean;
  /** What was entered here carries it. */
  readonly deviceId: string;
  readonly refusedEdits: Pick<RefusedEdits, 'add'>;
  readonly definitionOf?: DefinitionOf;
  readonly onContact: () => void;
  /** The orders on this device are now as the server had them at this version. */
  readonly onOrdersVersion: (version: number) => void;
}

const batches = { pull: 500, push: 50 };
/** A request that is refused as such may be accepted later, after a role was changed. */
const refusedRetryMs = 30_000;

export interface Line extends Healable, Offerable {
  /** Resolves when all that was entered here until now was answered. */
  handedOver(): Promise<void>;
  /**
   * Resolves when the server has told news since it was last out of reach, which may be that it has moved; or when it
   * tells this person nothing any more.
   */
  current(): Promise<void>;
  start(): Promise<void>;
  resync(): void;
  take(message: StreamMessage): void;
  abort(): void;
  stop(): Promise<void>;
}

interface LineEvents {
  readonly onMoved: () => void;
  /** @returns what goes along with these; RxDB hears what was answered when it sends that itself */
  readonly beforePush: (rows: readonly PushRow[]) => Promise<readonly PushRow[]> | readonly PushRow[];
}

export function createLine(
  name: Collection,
  gate: Gate,
  deps: ReplicationDeps,
  { onMoved, beforePush }: LineEvents,
): Line {
  const path = pathOf(name, deps);
  const talk = <Value>(request: () => Promise<Result<Value, RequestFailure>>) =>
    throughGate(gate, deps, request);
  const unanswered = new Unanswered(deps.clock);
  // The outages before the last request for news, and those before the last one that was answered.
  let askedAfter = 0;
  const toldAfter$ = new BehaviorSubject(-1);
  const feed = new Feed({
    page: (checkpoint, limit, onSent) =>
      talk(() => {
        onSent();
        askedAfter = gate.outages;
        return fetchPage(deps.http, path, checkpoint, limit);
      }),
    documents: async (ids) => {
      const { found, gone } = await ask(ids);
      unanswered.trust(ids);
      return [
        ...found.filter((document) => !('unknown' in document)),
        ...gone.map((id) => ({ id, _deleted: true })),
      ];
    },
    onMoved: () => {
      unanswered.forget();
      onMoved();
    },
  });
  const replication = replicateRxCollection<object, Checkpoint>({
    replicationIdentifier: replicationOf(name),
    collection: deps.database.collections[name],
    live: true,
    autoStart: false,
    waitForLeadership: true,
    toggleOnDocumentVisible: false,
    retryTime: refusedRetryMs,
    pull: {
      batchSize: batches.pull,
      handler: async (from, limit) => {
        const { documents, checkpoint } = await feed.pull(from, limit);
        toldAfter$.next(askedAfter);
        return { documents: unanswered.hear(documents), checkpoint };
      },
    },
    ...(collections[name].flow !== 'down' && {
      push: {
        batchSize: batches.push,
        handler: pushHandler(name, deps.deviceId, async (rows) => {
          const along = await beforePush(rows);
          const answer = unanswered.send(rows);
          const told = await send([...along, ...rows].sort(byNumber));
          // Before the answer takes the place of what was entered.
          await deps.refusedEdits.add(name, rows, told.refused);
          settled().then(lookAgain, () => undefined);
          return answer(told.documents.filter(isAbout(rows)));
        }),
      },
    }),
  });
  /** What the server has lost is offered again, where it was entered here. */
  const ask = async (ids: readonly string[]) => {
    const found = await talk(() => fetchDocuments(deps.http, path, ids));
    const unknown = found.filter((document) => 'unknown' in document).map(({ id }) => String(id));
    return { found, gone: await offerAgain(deps.database, deps.deviceId, name, unknown) };
  };
  const send = (rows: readonly PushRow[]) =>
    sendInPortions(name, rows, (portion) =>
      throughGate(gate, deps, () => pushRows(deps.http, path, portion), 'handing-in'),
    );
  const resync = () => {
    feed.demand();
    replication.reSync();
  };
  /** What a push was answered is stored by then. */
  const settled = async () => replication.internalReplicationState?.streamQueue.up;
  const lookAgain = () => {
    feed.suspect(unanswered.settle());
    if (feed.hasSuspects) replication.reSync();
  };
  // RxDB takes note of the wish a moment later.
  const stored = async () => {
    const answered = feed.nextPull();
    replication.reSync();
    await answered;
    await replication.internalReplicationState?.streamQueue.down;
  };
  const started = new Subject<void>();
  const begun = firstValueFrom(started, { defaultValue: undefined });
  const line: Line = {
    name,
    ask,
    own: async (ids) =>
      (await enteredHere(deps.database, deps.deviceId, name, ids)).map(({ primary }) => primary),
    current: async () => {
      const isTold = (after: number) => after === gate.outages;
      if (!isTold(toldAfter$.value)) resync();
      const disabled$ = gate.state$.pipe(filter((state) => state === 'account-disabled'));
      await firstValueFrom(merge(toldAfter$.pipe(filter(isTold)), disabled$));
    },
    handedOver: async () => {
      await begun;
      const { internalReplicationState: state } = replication;
      if (!state) return;
      await firstValueFrom(state.firstSyncDone.up.pipe(filter(Boolean)), { defaultValue: true });
      await state.streamQueue.up;
    },
    collection: deps.database.collections[name] as unknown as RxCollection<object>,
    reached: () => feed.reached.lwt,
    catchUp: () => {
      feed.demand();
      return stored();
    },
    replace: async (ids) => {
      feed.suspect(ids);
      // A page holds one document less than RxDB asks for, so that it does not ask on.
      for (let page = 0; feed.hasSuspects && page <= ids.length / (batches.pull - 1); page++) await stored();
    },
    resync,
    take: (message) => {
      feed.add(message);
      replication.reSync();
    },
    start: async () => {
      await replication.start();
      started.next();
      await firstDownSync(replication);
      if (name === 'orders') reportVersions(replication, feed, deps.onOrdersVersion);
    },
    abort: () => abort(replication),
    stop: async () => {
      await replication.cancel();
    },
  };
  return line;
}

function isAbout(rows: readonly PushRow[]): (document: object) => boolean {
  const ids = new Set(rows.map(idOf));
  return (document) => ids.has(idOf({ newDocumentState: document }));
}

/** RxDB's own cancelling begins a tick later, when the next page may have been written already. */
function abort(replication: RxReplicationState<object, Checkpoint>): void {
  const state = replication.internalReplicationState;
  if (state) cancelRxStorageReplication(state).catch(() => undefined);
  replication.cancel().catch(() => undefined);
}

async function firstDownSync({
  internalReplicationState,
}: RxReplicationState<object, Checkpoint>): Promise<void> {
  if (!internalReplicationState) return;
  await firstValueFrom(internalReplicationState.firstSyncDone.down.pipe(filter(Boolean)), {
    defaultValue: true,
  });
}

/** When nothing is being written any more, what the feed handed over is in the storage. */
function reportVersions(
  { internalReplicationState }: RxReplicationState<object, Checkpoint>,
  feed: Feed,
  onVersion: (version: number) => void,
): void {
  internalReplicationState?.events.active.down
    .pipe(filter((active) => !active))
    .subscribe(() => onVersion(feed.reached.lwt));
}

/** Tries until the server answers. Throws when it does not accept the request, or when the run has ended. */
export async function throughGate<Value>(
  gate: Gate,
  { isSignedIn, onContact }: ReplicationDeps,
  request: () => Promise<Result<Value, RequestFailure>>,
  as?: 'handing-in',
): Promise<Value> {
  for (;;) {
    const since = await gate.pass(as);
    const answer = isSignedIn() ? await request() : fail<RequestFailure>({ kind: 'signed-out' });
    if (answer.ok || answer.error.kind === 'refused') {
      gate.reached();
      onContact();
    }
    if (answer.ok) return answer.value;
    if (answer.error.kind === 'refused')
      throw new Error(`Refused: ${answer.error.status} ${answer.error.code}`);
    gate.failed(answer.error, since);
  }
}
