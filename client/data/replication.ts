// One run of the replication of all collections, in the tab that leads. It ends when it is stopped or when the
// storage fails; the next run takes up from the checkpoints that were really stored.
import { filter, firstValueFrom, merge, timer, type BehaviorSubject } from 'rxjs';
import { cancelRxStorageReplication } from 'rxdb';
import { replicateRxCollection, type RxReplicationState } from 'rxdb/plugins/replication';
import { equalJson } from '#schemas/core/equal.ts';
import { fail, ok, type Result } from '#schemas/core/result.ts';
import { collectionNames, collections, type Collection } from '#schemas/sync/collections.ts';
import type { Checkpoint, Page, StreamMessage } from '#schemas/sync/protocol.ts';
import type { ClientDatabase } from './database.ts';
import { Feed } from './feed.ts';
import { Gate, type Clock } from './gate.ts';
import type { Http, RequestFailure } from './http.ts';
import { openStream } from './stream.ts';

export interface ReplicationDeps {
  readonly database: ClientDatabase;
  readonly http: Http;
  readonly clock: Clock;
  /** Whether the session still is of the person whose database this is. */
  readonly isSignedIn: () => boolean;
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
/** A request that is refused as such may be accepted later, after a role was changed. */
const refusedRetryMs = 30_000;

export function startReplication(deps: ReplicationDeps): Replication {
  const gate = new Gate(deps.clock);
  const lines = collectionNames.map((name) => createLine(name, gate, deps));
  const byName = new Map(lines.map((line) => [line.name, line]));
  const resync = () => lines.forEach((line) => line.resync());
  const stream = openStream(
    `/replication/stream?collections=${collectionNames.join(',')}`,
    { ...deps, gate },
    {
      onOpen: resync,
      onResync: resync,
      onAlive: deps.onContact,
      onMessage: (message) => byName.get(message.collection)?.take(message),
    },
  );
  const stopHealing = every(deps.clock, healEveryMs, resync);
  const initial = startAll(lines, gate, stream.open$);
  initial.catch(() => undefined);
  const end = () => {
    stopHealing();
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

/** One collection on its way. */
interface Line {
  readonly name: Collection;
  start(): Promise<void>;
  resync(): void;
  take(message: StreamMessage): void;
  abort(): void;
  stop(): Promise<void>;
}

function createLine(name: Collection, gate: Gate, deps: ReplicationDeps): Line {
  const talk = <Value>(request: () => Promise<Result<Value, RequestFailure>>) =>
    throughGate(gate, deps, request);
  const path = `/replication/${name}/${collections[name].version}`;
  const feed = new Feed((checkpoint, limit, onSent) =>
    talk(() => {
      onSent();
      return fetchPage(deps.http, path, checkpoint, limit);
    }),
  );
  const replication = replicateRxCollection<object, Checkpoint>({
    replicationIdentifier: `towline-${name}`,
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
        return { documents: [...documents], checkpoint };
      },
    },
    ...(collections[name].flow !== 'down' && {
      push: {
        batchSize: batches.push,
        handler: pushHandler(name, (rows) => talk(() => pushRows(deps.http, path, rows))),
      },
    }),
  });
  const resync = () => {
    feed.demand();
    replication.reSync();
  };
  return {
    name,
    resync,
    take: (message) => {
      feed.add(message);
      replication.reSync();
    },
    start: async () => {
      await replication.start();
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

interface PushRow {
  readonly newDocumentState: object;
  readonly assumedMasterState?: object | undefined;
}

/**
 * Batches go one after the other, since a later command builds on an earlier one, and RxDB sends several at a
 * time. What the server said itself is not sent back to it.
 */
function pushHandler(name: Collection, send: (rows: readonly PushRow[]) => Promise<object[]>) {
  let last: Promise<unknown> = Promise.resolve();
  const isNews = ({ newDocumentState, assumedMasterState }: PushRow) =>
    !(name === 'commands' && 'verdict' in newDocumentState) &&
    !equalJson(newDocumentState, assumedMasterState);
  return (rows: PushRow[]): Promise<never[]> => {
    const news = rows.filter(isNews).sort(byNumber);
    if (news.length === 0) return Promise.resolve([]);
    const sent = last.then(() => send(news));
    last = sent.catch(() => undefined);
    return sent as Promise<never[]>;
  };
}

const numberOf = ({ newDocumentState }: PushRow) =>
  'n' in newDocumentState && typeof newDocumentState.n === 'number' ? newDocumentState.n : 0;
const byNumber = (a: PushRow, b: PushRow) => numberOf(a) - numberOf(b);

/** Tries until the server answers. Throws when it does not accept the request, or when the run has ended. */
async function throughGate<Value>(
  gate: Gate,
  { isSignedIn, onContact }: ReplicationDeps,
  request: () => Promise<Result<Value, RequestFailure>>,
): Promise<Value> {
  for (;;) {
    await gate.pass();
    const answer = isSignedIn() ? await request() : fail<RequestFailure>({ kind: 'signed-out' });
    if (answer.ok || answer.error.kind === 'refused') {
      gate.reached();
      onContact();
    }
    if (answer.ok) return answer.value;
    if (answer.error.kind === 'refused')
      throw new Error(`Refused: ${answer.error.status} ${answer.error.code}`);
    gate.failed(answer.error);
  }
}

async function fetchPage(
  http: Http,
  path: string,
  { id, lwt }: Checkpoint,
  limit: number,
): Promise<Result<Page, RequestFailure>> {
  const query = new URLSearchParams({ id, lwt: String(lwt), limit: String(limit) });
  const answer = await http.getJson(`${path}/pull?${query}`);
  if (!answer.ok) return answer;
  return isPage(answer.value) ? ok(answer.value) : fail({ kind: 'unreachable' });
}

function isPage(value: unknown): value is Page {
  return (
    typeof value === 'object' &&
    value !== null &&
    'documents' in value &&
    Array.isArray(value.documents) &&
    'checkpoint' in value &&
    typeof value.checkpoint === 'object' &&
    value.checkpoint !== null &&
    'lwt' in value.checkpoint
  );
}

async function pushRows(
  http: Http,
  path: string,
  rows: readonly PushRow[],
): Promise<Result<object[], RequestFailure>> {
  // The stream may tell of a verdict before this is answered, and RxDB drops what it hears about a document
  // whose push it still waits for: so the verdicts come with the answer as well.
  const answer = await http.postJson(`${path}/push?answer=all`, rows);
  if (!answer.ok) return answer;
  return Array.isArray(answer.value) ? ok(answer.value) : fail({ kind: 'unreachable' });
}

function every(clock: Clock, ms: number, run: () => void): () => void {
  let stop = clock.after(ms, again);
  function again() {
    stop = clock.after(ms, again);
    run();
  }
  return () => stop();
}
