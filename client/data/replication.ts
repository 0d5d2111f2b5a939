// One run of the replication of all collections, in the tab that leads. It ends when it is stopped or when the
// storage fails; the next run takes up from the checkpoints that were really stored.
import { filter, firstValueFrom, merge, Subject, timer, type BehaviorSubject } from 'rxjs';
import { cancelRxStorageReplication, type RxCollection } from 'rxdb';
import { replicateRxCollection, type RxReplicationState } from 'rxdb/plugins/replication';
import { fail, type Result } from '#schemas/core/result.ts';
import { collectionNames, collections, isReference, type Collection } from '#schemas/sync/collections.ts';
import type { Checkpoint, StreamMessage } from '#schemas/sync/protocol.ts';
import { currentDefinition, type ClientDatabase, type DefinitionOf } from './database.ts';
import { offerAgain } from './edits.ts';
import { Feed } from './feed.ts';
import { Gate, type Clock } from './gate.ts';
import { heal, type Healable } from './healing.ts';
import type { Http, RequestFailure } from './http.ts';
import type { RefusedEdits } from './refused-edits.ts';
import { sendInPortions } from './portions.ts';
import { pushHandler, waitFor } from './pushing.ts';
import { replicationOf } from './storage.ts';
import { openStream } from './stream.ts';
import { Unanswered } from './unanswered.ts';
import { fetchDocuments, fetchPage, healingServer, pathOf, pushRows } from './wire.ts';

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

export interface Replication {
  readonly gate: Gate;
  readonly streaming$: BehaviorSubject<boolean>;
  /** Resolves when every collection was brought up to date once. */
  readonly initial: Promise<void>;
  /** Asks the server for whatever may have been missed. */
  resync(): void;
  /** Tries at once, and connects again if the server was not heard for a while. */
  wake(): void;
  reconnect(): void;
  /** Ends it at once, without one more write. */
  abort(): void;
  stop(): Promise<void>;
}

const batches = { pull: 500, push: 50 };
const healEveryMs = 5 * 60_000;
/** Reading everything is not what somebody who has just opened the app waits for. */
const firstHealingMs = 10_000;
/** A request that is refused as such may be accepted later, after a role was changed. */
const refusedRetryMs = 30_000;

export function startReplication(deps: ReplicationDeps): Replication {
  const gate = new Gate(deps.clock);
  const healer = createHealer(deps, gate, () => lines);
  const handedOver = () => lines.filter(({ name }) => isReference(name)).map((line) => line.handedOver());
  const lines: readonly Line[] = collectionNames.map((name) =>
    createLine(name, gate, deps, {
      onMoved: healer.soon,
      beforePush: () =>
        name === 'commands' ? waitFor(Promise.all(handedOver()), gate, deps.clock) : undefined,
    }),
  );
  const byName = new Map(lines.map((line) => [line.name, line]));
  const resync = () => lines.forEach((line) => line.resync());
  const stream = openStream(
    `/replication/stream?collections=${namesOf(deps).join(',')}`,
    { ...deps, gate },
    {
      onOpen: resync,
      onResync: resync,
      onAlive: deps.onContact,
      onMessage: (message) => byName.get(message.collection)?.take(message),
    },
  );
  const stopHealing = every(deps.clock, healEveryMs, () => {
    resync();
    healer.soon();
  });
  const initial = startAll(lines, gate, stream.open$);
  initial.then(healer.begin, () => undefined);
  const end = () => {
    stopHealing();
    healer.stop();
    gate.shut();
    stream.stop();
  };
  return {
    gate,
    streaming$: stream.open$,
    initial,
    resync,
    wake: () => {
      gate.wake();
      stream.wake();
    },
    reconnect: () => {
      gate.wake();
      stream.reconnect();
    },
    abort: () => {
      lines.forEach((line) => line.abort());
      end();
    },
    stop: async () => {
      end();
      await Promise.allSettled(lines.map((line) => line.stop()));
    },
  };
}

/** The first pulls come after the stream is open, since whatever changes in between would need another pull. */
async function startAll(lines: readonly Line[], gate: Gate, open$: BehaviorSubject<boolean>): Promise<void> {
  const decided = merge(
    open$.pipe(filter(Boolean)),
    gate.state$.pipe(filter((state) => state !== 'open' && state !== 'probing')),
    timer(2000),
  );
  await firstValueFrom(decided);
  await Promise.all(lines.map((line) => line.start()));
}

/** By which the server knows the version of what this app reads and sends. */
const namesOf = ({ definitionOf = currentDefinition }: ReplicationDeps) =>
  collectionNames.map((name) => `${name}:${definitionOf(name).version}`);

interface Healer {
  /** Everything was brought up to date once: looks whether it really is here. */
  begin(): void;
  /** Looks as soon as it can. */
  soon(): void;
  stop(): void;
}

/** Heals once at a time, and never before the first sync is complete. */
function createHealer(deps: ReplicationDeps, gate: Gate, lines: () => readonly Line[]): Healer {
  let state: 'before' | 'idle' | 'healing' | 'stopped' = 'before';
  let wanted = false;
  let stopWaiting: () => void = () => undefined;
  const server = healingServer(deps, (request) => throughGate(gate, deps, request));
  const run = async () => {
    state = 'healing';
    wanted = false;
    const replaced = await heal(lines(), server).catch(() => 0);
    if (replaced > 0) console.warn(`Towline: ${replaced} documents on this device were mended`);
    if (state !== 'healing') return;
    state = 'idle';
    if (wanted) await run();
  };
  return {
    begin: () => {
      if (state === 'before') stopWaiting = deps.clock.after(firstHealingMs, () => void run());
    },
    soon: () => {
      if (state === 'idle') void run();
      else wanted = true;
    },
    stop: () => {
      stopWaiting();
      state = 'stopped';
    },
  };
}

/** One collection on its way. */
interface Line extends Healable {
  /** Resolves when all that was entered here until now was answered. */
  handedOver(): Promise<void>;
  start(): Promise<void>;
  resync(): void;
  take(message: StreamMessage): void;
  abort(): void;
  stop(): Promise<void>;
}

interface LineEvents {
  readonly onMoved: () => void;
  readonly beforePush: () => Promise<unknown> | undefined;
}

function createLine(
  name: Collection,
  gate: Gate,
  deps: ReplicationDeps,
  { onMoved, beforePush }: LineEvents,
): Line {
  const path = pathOf(name, deps);
  const talk = <Value>(request: () => Promise<Result<Value, RequestFailure>>) =>
    throughGate(gate, deps, request);
  const unanswered = new Unanswered(deps.clock);
  const feed = new Feed({
    page: (checkpoint, limit, onSent) =>
      talk(() => {
        onSent();
        return fetchPage(deps.http, path, checkpoint, limit);
      }),
    documents: async (ids) => {
      const found = await talk(() => fetchDocuments(deps.http, path, ids));
      unanswered.trust(ids);
      const unknown = found.filter((document) => 'unknown' in document).map(({ id }) => String(id));
      const gone = await offerAgain(deps.database, deps.deviceId, name, unknown);
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
        return { documents: unanswered.hear(documents), checkpoint };
      },
    },
    ...(collections[name].flow !== 'down' && {
      push: {
        batchSize: batches.push,
        handler: pushHandler(name, deps.deviceId, async (rows) => {
          await beforePush();
          const answer = unanswered.send(rows);
          const told = await sendInPortions(name, rows, (portion) =>
            throughGate(gate, deps, () => pushRows(deps.http, path, portion), 'handing-in'),
          );
          // Before the answer takes the place of what was entered.
          await deps.refusedEdits.add(name, rows, told.refused);
          settled().then(lookAgain, () => undefined);
          return answer(told.documents);
        }),
      },
    }),
  });
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
  return {
    name,
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
async function throughGate<Value>(
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

function every(clock: Clock, ms: number, run: () => void): () => void {
  let stop = clock.after(ms, again);
  function again() {
    stop = clock.after(ms, again);
    run();
  }
  return () => stop();
}
