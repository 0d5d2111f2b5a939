// One run of the replication of all collections, in the tab that leads. It ends when it is stopped or when the
// storage fails; the next run takes up from the checkpoints that were really stored.
import { filter, firstValueFrom, merge, timer, type BehaviorSubject } from 'rxjs';
import { collectionNames, collections, isReference } from '#schemas/sync/collections.ts';
import { currentDefinition } from './database.ts';
import { Gate, type Clock } from './gate.ts';
import { heal } from './healing.ts';
import { createLine, throughGate, type Line, type ReplicationDeps } from './line.ts';
import { unsentBefore, waitFor } from './pushing.ts';
import { createReoffering } from './reoffering.ts';
import { openStream } from './stream.ts';
import { healingServer, type PushRow } from './wire.ts';

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

const healEveryMs = 5 * 60_000;
/** Reading everything is not what somebody who has just opened the app waits for. */
const firstHealingMs = 10_000;
/** How long commands wait, while the server answers, for what has to be there before them. */
const patienceMs = { current: 2 * 60_000, handedOver: 20_000 };

export function startReplication(deps: ReplicationDeps): Replication {
  const gate = new Gate(deps.clock);
  const healer = createHealer(deps, gate, () => lines);
  const reoffering = createReoffering(
    () => lines.filter(({ name }) => collections[name].flow !== 'down'),
    healingServer(deps, (request) => throughGate(gate, deps, request)),
  );
  const order = keepOrder(deps, gate, () => lines, reoffering.done);
  const onMoved = () => {
    order.moved();
    reoffering.begin();
    healer.soon();
  };
  const lines: readonly Line[] = collectionNames.map((name) =>
    createLine(name, gate, deps, {
      onMoved,
      beforePush: (rows) => (name === 'commands' ? order.before(rows) : []),
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

/** Commands go out after what they build on, whichever way it goes. */
function keepOrder(
  deps: ReplicationDeps,
  gate: Gate,
  lines: () => readonly Line[],
  reoffered: () => Promise<unknown>,
) {
  // Reading them all is not for every push: only until none was found since the server last moved.
  let moves = 0;
  let noneAt: number | undefined;
  const within = (ms: number, awaited: Promise<unknown>) => waitFor(awaited, { gate, ...deps }, ms);
  // RxDB does not pull a collection while it pushes it, so another one has to tell.
  const newsOfServer = async () =>
    lines()
      .find(({ name }) => name === 'orders')
      ?.current();
  // An order is not refused for a customer who was entered a moment before and is on his way.
  const handedOver = () =>
    lines()
      .filter(({ name }) => isReference(name))
      .map((line) => line.handedOver());
  return {
    moved: () => void moves++,
    /** @returns what has to go along with these */
    before: async (rows: readonly PushRow[]): Promise<readonly PushRow[]> => {
      await within(patienceMs.current, newsOfServer().then(reoffered));
      await within(patienceMs.handedOver, Promise.all(handedOver()));
      if (noneAt === moves) return [];
      const at = moves;
      const earlier = await unsentBefore(deps.database, rows, deps.deviceId);
      if (earlier.length === 0) noneAt = at;
      return earlier;
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

function every(clock: Clock, ms: number, run: () => void): () => void {
  let stop = clock.after(ms, again);
  function again() {
    stop = clock.after(ms, again);
    run();
  }
  return () => stop();
}
