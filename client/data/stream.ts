// The one stream for all collections (browsers allow six connections to a server). fetch reads it, since
// EventSource hides why it was refused.
import { BehaviorSubject } from 'rxjs';
import { isCollection } from '#schemas/sync/collections.ts';
import type { StreamMessage } from '#schemas/sync/protocol.ts';
import { GateShut, type Clock, type Gate } from './gate.ts';
import type { Http, RequestFailure } from './http.ts';
import { createEventParser } from './sse.ts';

export interface StreamHandlers {
  /** Called when it is open: something may have been missed before. */
  onOpen(): void;
  onMessage(message: StreamMessage): void;
  /** The server cannot say what was missed. */
  onResync(): void;
  /** A sign of life, heartbeats included. */
  onAlive(): void;
}

export interface Stream {
  readonly open$: BehaviorSubject<boolean>;
  /** Connects again unless it was heard within the last heartbeats. */
  wake(): void;
  reconnect(): void;
  stop(): void;
}

/** The server sends a comment every 15 s. */
const silentMs = 40_000;
const freshMs = 20_000;

export interface StreamDeps {
  readonly http: Http;
  readonly gate: Gate;
  readonly clock: Clock;
}

const onPurpose = 'on purpose';

export function openStream(path: string, deps: StreamDeps, handlers: StreamHandlers): Stream {
  const open$ = new BehaviorSubject(false);
  const { gate, clock } = deps;
  let stopped = false;
  let connection = new AbortController();
  let heardAt = 0;

  const alive = () => {
    heardAt = clock.now();
    handlers.onAlive();
  };

  const run = async () => {
    while (!stopped) {
      // Before the pulls, so that what they bring has no gap to what the stream will tell.
      const since = await gate.pass('first');
      connection = new AbortController();
      const ended = await connect(path, connection, deps, handlers, alive, open$);
      open$.next(false);
      if (stopped) return;
      // Given up on purpose, it says nothing about the network.
      if (connection.signal.reason === onPurpose) gate.released();
      else gate.failed(ended, since);
    }
  };
  void run().catch((error: unknown) => {
    if (!(error instanceof GateShut)) throw error;
  });

  // One that is only being made belongs to the network of now.
  const reconnect = () => {
    if (open$.value) connection.abort(onPurpose);
  };
  return {
    open$,
    reconnect,
    wake: () => {
      if (open$.value && clock.now() - heardAt > freshMs) reconnect();
    },
    stop: () => {
      stopped = true;
      connection.abort(onPurpose);
      open$.next(false);
    },
  };
}

/** Lives as long as the connection does, and gives why it ended. */
async function connect(
  path: string,
  connection: AbortController,
  { http, gate, clock }: StreamDeps,
  handlers: StreamHandlers,
  alive: () => void,
  open$: BehaviorSubject<boolean>,
): Promise<RequestFailure> {
  const stopTimer = clock.after(silentMs, () => connection.abort('silent'));
  const headers = { Accept: 'text/event-stream' };
  const response = await http.open(path, { signal: connection.signal, headers });
  stopTimer();
  // A stream that is refused (a proxy, say) is tried again in the gate's time.
  if (!response.ok) return response.error.kind === 'refused' ? { kind: 'unreachable' } : response.error;
  alive();
  open$.next(true);
  handlers.onOpen();
  gate.reached();
  await readEvents(response.value, connection, clock, alive, dispatch(handlers));
  return { kind: 'unreachable' };
}

async function readEvents(
  response: Response,
  connection: AbortController,
  clock: Clock,
  onAlive: () => void,
  onData: (data: string) => void,
): Promise<void> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const parse = createEventParser();
  let stopTimer: () => void = () => undefined;
  const listen = () => {
    stopTimer();
    stopTimer = clock.after(silentMs, () => connection.abort('silent'));
  };
  try {
    for (;;) {
      listen();
      const piece = await reader?.read();
      if (!piece || piece.done) return;
      onAlive();
      parse(piece.value).forEach(onData);
    }
  } catch {
    // The connection broke or was given up: the caller connects again.
  } finally {
    stopTimer();
  }
}

/** The first RESYNC after opening only repeats what opening says. */
function dispatch({ onMessage, onResync }: StreamHandlers): (data: string) => void {
  let first = true;
  return (data) => {
    const event = parseEvent(data);
    if (event === 'RESYNC' && !first) onResync();
    else if (event && event !== 'RESYNC') onMessage(event);
    first = false;
  };
}

/** Parses at the door; what this version does not understand makes the device ask for everything. */
export function parseEvent(data: string): StreamMessage | 'RESYNC' | undefined {
  try {
    const event: unknown = JSON.parse(data);
    if (event === 'RESYNC') return event;
    return isMessage(event) ? event : undefined;
  } catch {
    return 'RESYNC';
  }
}

function isMessage(event: unknown): event is StreamMessage {
  return (
    typeof event === 'object' &&
    event !== null &&
    'collection' in event &&
    typeof event.collection === 'string' &&
    isCollection(event.collection) &&
    'previous' in event &&
    typeof event.previous === 'number' &&
    'documents' in event &&
    Array.isArray(event.documents) &&
    'checkpoint' in event &&
    typeof event.checkpoint === 'object'
  );
}
