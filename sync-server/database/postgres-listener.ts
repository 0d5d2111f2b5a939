// One connection that hears notifications for the whole process.
//
//   idle ──first listen──▶ connecting ──▶ up ──cut or silent──▶ waiting ──▶ connecting …
//
// Once it was up it comes back by itself until it is closed, and tells every subscriber of the gap.
import { setTimeout as pause } from 'node:timers/promises';
import type { Client, QueryConfig } from 'pg';
import { DatabaseUnavailable } from './database.ts';
import type { Database } from './database.ts';
import { asUnavailable } from './errors.ts';
import type { DatabaseLog } from './log.ts';
import { createSerial } from './serial.ts';
import { createSubscriptions, quotedChannel } from './subscriptions.ts';
import type { Subscriptions } from './subscriptions.ts';

export interface ListenerOptions {
  readonly createClient: () => Client;
  readonly log: DatabaseLog;
  /** Pause between two signs of life, and the longest wait for one: a dead line is noticed within twice this. */
  readonly keepaliveMs: number;
}

export interface Listener {
  readonly listen: Database['listen'];
  close(): Promise<void>;
}

const FIRST_WAIT_MS = 50;
const LONGEST_WAIT_MS = 5_000;

/** `listen` throws `DatabaseUnavailable` when no connection can be made now. */
export function createListener(options: ListenerOptions): Listener {
  const subscriptions = createSubscriptions(options.log);
  const connection = createConnection(options, subscriptions);
  return {
    async listen(channel, onPayload, onGap) {
      const quoted = quotedChannel(channel);
      const subscriber = { onPayload, onGap };
      const stop = async (): Promise<void> => {
        // Without a connection nobody listens anyway.
        if (subscriptions.remove(channel, subscriber)) await succeeds(connection.ask(`unlisten ${quoted}`));
      };
      subscriptions.add(channel, subscriber);
      try {
        await connection.up();
        await connection.ask(`listen ${quoted}`);
        return stop;
      } catch (error) {
        await stop();
        throw asUnavailable(error);
      }
    },
    async close() {
      subscriptions.clear();
      await connection.close();
    },
  };
}

interface Connection {
  /** Makes the connection if there is none. */
  up(): Promise<void>;
  /** Runs a statement on the connection that there is; throws when there is none. */
  ask(sql: string): Promise<void>;
  close(): Promise<void>;
}

function createConnection(options: ListenerOptions, subscriptions: Subscriptions): Connection {
  const closed = new AbortController();
  const serial = createSerial();
  let current: Client | undefined;
  let connecting: Promise<void> | undefined;
  let wasUp = false;

  const up = async (): Promise<void> => {
    if (closed.signal.aborted) throw new DatabaseUnavailable('The database is closed.');
    if (current) return;
    connecting ??= establish().finally(() => (connecting = undefined));
    await connecting;
  };

  const establish = async (): Promise<void> => {
    const client = await connect(options.createClient(), subscriptions, () => lost(client));
    if (closed.signal.aborted) {
      destroy(client);
      throw new DatabaseUnavailable('The database is closed.');
    }
    current = client;
    void keepAlive(client);
    if (wasUp) subscriptions.tellGap();
    wasUp = true;
  };

  const ask = (text: string): Promise<void> =>
    serial(async () => {
      const client = current;
      if (!client) throw new DatabaseUnavailable('There is no connection for notifications.');
      const statement: QueryConfig & { query_timeout: number } = { text, query_timeout: options.keepaliveMs };
      try {
        await client.query(statement);
      } catch (error) {
        if (asUnavailable(error) instanceof DatabaseUnavailable) lost(client);
        throw error;
      }
    });

  /** A connection that died without a word shows only when it is asked. */
  const keepAlive = async (client: Client): Promise<void> => {
    do await pause(options.keepaliveMs, undefined, { ref: false });
    while (current === client && (await succeeds(ask('select 1'))));
  };

  const lost = (client: Client): void => {
    if (current !== client) return;
    current = undefined;
    destroy(client);
    if (!closed.signal.aborted) void comeBack();
  };

  const comeBack = async (): Promise<void> => {
    options.log.warn({}, 'the connection for database notifications was lost; connecting again');
    for (let attempt = 0; !closed.signal.aborted; attempt++) {
      if (await succeeds(up())) return;
      const wait = Math.min(FIRST_WAIT_MS * 2 ** attempt, LONGEST_WAIT_MS) * (0.5 + Math.random() / 2);
      await pause(wait, undefined, { signal: closed.signal, ref: false }).catch(() => undefined);
    }
  };

  const close = async (): Promise<void> => {
    const client = current;
    closed.abort();
    current = undefined;
    await succeeds(connecting ?? Promise.resolve());
    if (client) await succeeds(serial(() => client.end()));
  };

  return { up, ask, close };
}

/** Connects and listens to all channels. `onEnd` is called when the connection breaks later. */
async function connect(client: Client, subscriptions: Subscriptions, onEnd: () => void): Promise<Client> {
  client.on('error', () => undefined); // `end` follows
  client.on('notification', ({ channel, payload }) => subscriptions.deliver(channel, payload ?? ''));
  try {
    await client.connect();
    for (const channel of subscriptions.channels()) await client.query(`listen ${quotedChannel(channel)}`);
  } catch (error) {
    destroy(client);
    throw error;
  }
  client.on('end', onEnd);
  return client;
}

/** Without waiting for the other side, which may not be there. */
function destroy(client: Client): void {
  client.connection.stream.destroy();
  void succeeds(client.end());
}

async function succeeds(promise: Promise<unknown>): Promise<boolean> {
  return promise.then(
    () => true,
    () => false,
  );
}
