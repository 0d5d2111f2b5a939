// The driver for Postgres inside this process: PGlite, in a directory or in memory. It has one session, so
// transactions and statements wait for one another; `work` of a transaction that waits for a statement made
// outside of it waits for ever.
import { mkdirSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import type { PGliteOptions, Transaction } from '@electric-sql/pglite';
import { DatabaseUnavailable } from './database.ts';
import type { Database, Param, Queryable } from './database.ts';
import { lockDirectory } from './directory-lock.ts';
import type { DirectoryLock } from './directory-lock.ts';
import { storedIn } from './embedded-files.ts';
import { isRetryable, sqlState, TransactionAborted } from './errors.ts';
import type { DatabaseLog } from './log.ts';
import { retrying } from './retry.ts';
import { createSubscriptions, quotedChannel } from './subscriptions.ts';
import { parsers, toWire } from './values.ts';

export interface EmbeddedOptions {
  readonly log: DatabaseLog;
  /** Made if missing. Without one the database is in memory and ends with `close`. */
  readonly directory?: string;
  /** Starts a database in memory as a copy of this `dump`. */
  readonly image?: Blob;
}

export interface EmbeddedDatabase extends Database {
  /** The whole database as a tar file. */
  dump(): Promise<Blob>;
}

/** Throws `DatabaseInUse` when another process, or this one, has the directory open. */
export async function openEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const { directory, image, log } = options;
  if (directory === undefined) {
    return driver(await PGlite.create({ ...engine(log), ...(image && { loadDataDir: image }) }), log);
  }
  mkdirSync(directory, { recursive: true });
  const lock = await lockDirectory(directory);
  try {
    return driver(await PGlite.create({ ...engine(log), ...(await storedIn(directory)) }), log, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

/**
 * Postgres panics when its log cannot be written or synced (a full or broken disk). As a server it would end
 * and recover with the next start. PGlite would spin for ever on it instead, so the process ends here.
 */
function engine(log: DatabaseLog): PGliteOptions {
  const onStderr = (text: string): boolean => {
    if (!text.includes('PANIC:')) return false;
    log.error({ panic: text }, 'the embedded database cannot write to its disk; stopping');
    process.exit(1);
  };
  return { parsers, onStderr };
}

function driver(pglite: PGlite, log: DatabaseLog, lock?: DirectoryLock): EmbeddedDatabase {
  let closing: Promise<void> | undefined;
  const opened = (): PGlite => {
    if (closing) throw new DatabaseUnavailable('The database is closed.');
    return pglite;
  };
  const close = async (): Promise<void> => {
    await pglite.close().finally(() => lock?.release());
  };
  return {
    kind: 'embedded',
    query: async <Row extends object>(sql: string, params?: readonly Param[]) =>
      run<Row>(opened(), sql, params),
    transaction: (work) => retrying(() => transact(opened(), work), isRetryable),
    script: async (sql) => {
      await plainErrors(runScript(opened(), sql));
    },
    listen: listenOn(opened, log),
    dump: async () => {
      await opened().exec('checkpoint');
      return opened().dumpDataDir('none');
    },
    close: () => (closing ??= close()),
  };
}

async function run<Row extends object>(
  on: PGlite | Transaction,
  sql: string,
  params: readonly Param[] = [],
): Promise<Row[]> {
  return (await plainErrors(on.query<Row>(sql, params.map(toWire)))).rows;
}

/** Explicit transactions inside a script end with it, as they do on a connection that is thrown away. */
async function runScript(pglite: PGlite, sql: string): Promise<void> {
  try {
    await pglite.exec(sql);
  } catch (error) {
    if (pglite.isInTransaction()) await pglite.exec('rollback');
    throw error;
  }
}

async function transact<T>(pglite: PGlite, work: (tx: Queryable) => Promise<T>): Promise<T> {
  let done = false;
  try {
    return await pglite.transaction(async (tx) => {
      const result = await work({ query: (sql, params) => run(tx, sql, params) });
      done = true;
      return result;
    });
  } catch (error) {
    // Only COMMIT can tell this after `work` went well: a failed statement had been passed over.
    if (done && sqlState(error) === '25P02') {
      throw new TransactionAborted('A failed statement undid the transaction.', { cause: error });
    }
    throw error;
  }
}

function listenOn(opened: () => PGlite, log: DatabaseLog): Database['listen'] {
  const subscriptions = createSubscriptions(log);
  let hooked = false;
  return async (channel, onPayload, onGap) => {
    const quoted = quotedChannel(channel);
    const pglite = opened();
    if (!hooked) pglite.onNotification((name, payload) => subscriptions.deliver(name, payload));
    hooked = true;
    const subscriber = { onPayload, onGap };
    subscriptions.add(channel, subscriber);
    await pglite.exec(`listen ${quoted}`);
    return async () => {
      if (subscriptions.remove(channel, subscriber) && !pglite.closed)
        await pglite.exec(`unlisten ${quoted}`);
    };
  };
}

/** PGlite puts the statement's parameters on its errors; a log must not show what people entered. */
async function plainErrors<T>(statement: Promise<T>): Promise<T> {
  try {
    return await statement;
  } catch (error) {
    if (error instanceof Error && 'params' in error) error.params = undefined;
    throw error;
  }
}
