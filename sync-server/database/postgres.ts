// The driver for a Postgres server: a pool for statements and transactions, and one connection of its own
// for notifications (postgres-listener.ts).
import { Client, Pool } from 'pg';
import type { ClientConfig, PoolClient, QueryConfig } from 'pg';
import { DatabaseUnavailable } from './database.ts';
import type { Database, Param, Queryable } from './database.ts';
import { asUnavailable, isRetryable, isStalePlan, TransactionAborted } from './errors.ts';
import type { DatabaseLog } from './log.ts';
import { createListener } from './postgres-listener.ts';
import { createStatementNames } from './postgres-statements.ts';
import type { StatementNames } from './postgres-statements.ts';
import { getTypeParser } from './postgres-types.ts';
import { retrying } from './retry.ts';
import { createSerial } from './serial.ts';
import { toWire } from './values.ts';

export interface PostgresOptions {
  readonly log: DatabaseLog;
  /** Connections for statements; the listener has one more. Default 10. */
  readonly maxConnections?: number;
  /** How long to wait for a connection, the pool's queue included. Default 5 s. */
  readonly connectTimeoutMs?: number;
  /** After this the server cancels a statement; the driver gives up 5 s later. Default 30 s. */
  readonly statementTimeoutMs?: number;
  /** Pause between signs of life on the listener's connection, and how long one may take. Default 5 s. */
  readonly keepaliveMs?: number;
  /**
   * Plan a repeated statement once per connection. A primary-key select ran 1.5 times as fast. Default true;
   * false behind a pooler that hands out a server connection per transaction.
   */
  readonly preparedStatements?: boolean;
}

const DRIVER_GIVES_UP_LATER_MS = 5_000;

/**
 * Opens lazily: the first statement connects. Every call may throw `DatabaseUnavailable`; a COMMIT that
 * does so may have happened, so only what is safe to repeat should be repeated.
 */
export function openPostgres(databaseUrl: string, options: PostgresOptions): Database {
  const config = clientConfig(databaseUrl, options);
  const pool = createPool(config, options);
  const listener = createListener({
    createClient: () => new Client(config),
    log: options.log,
    keepaliveMs: options.keepaliveMs ?? 5_000,
  });
  const names = createStatementNames(options.preparedStatements ?? true);
  const session: Session = { names, timeoutMs: statementTimeout(options) + DRIVER_GIVES_UP_LATER_MS };
  let closing: Promise<void> | undefined;
  return {
    kind: 'postgres',
    query: (sql, params) =>
      retryingStale(names, () => onClient(pool, (client) => run(client, session, sql, params))),
    transaction: (work) =>
      retrying(
        () => retryingStale(names, () => onClient(pool, (client) => transact(client, session, work))),
        isRetryable,
      ),
    script: (sql) => onClient(pool, (client) => runScript(client, session, sql)),
    listen: listener.listen,
    close: () => (closing ??= Promise.all([listener.close(), pool.end()]).then(() => undefined)),
  };
}

interface Session {
  readonly names: StatementNames;
  readonly timeoutMs: number;
}

/** What `pg` understands beyond what its types tell. */
interface Statement extends QueryConfig {
  readonly query_timeout: number;
  readonly queryMode: 'extended';
}

function clientConfig(databaseUrl: string, options: PostgresOptions): ClientConfig {
  return {
    connectionString: databaseUrl,
    application_name: 'towline',
    // JSON that Postgres writes shows times in the session's zone; clients get it as it is.
    options: '-c timezone=UTC',
    connectionTimeoutMillis: options.connectTimeoutMs ?? 5_000,
    statement_timeout: statementTimeout(options),
    // A server that froze inside a transaction must not keep its row locks for ever.
    idle_in_transaction_session_timeout: 60_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 5_000,
    types: { getTypeParser },
  };
}

function statementTimeout(options: PostgresOptions): number {
  return options.statementTimeoutMs ?? 30_000;
}

function createPool(config: ClientConfig, { log, maxConnections }: PostgresOptions): Pool {
  const pool = new Pool({ ...config, max: maxConnections ?? 10 });
  // Without these a connection that breaks while idle, or between two statements, would end the process.
  pool.on('error', (error) => log.warn({ err: error }, 'an idle database connection was lost'));
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** A connection for as long as `use` runs; one that broke, or that may be inside a transaction, is thrown away. */
async function onClient<T>(pool: Pool, use: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await connected(pool);
  let spent = false;
  try {
    return await use(client);
  } catch (error) {
    spent = error instanceof DatabaseUnavailable || client.getTransactionStatus() !== 'I';
    throw error;
  } finally {
    client.release(spent);
  }
}

async function connected(pool: Pool): Promise<PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    throw asUnavailable(error);
  }
}

async function run<Row extends object>(
  client: PoolClient,
  { names, timeoutMs }: Session,
  text: string,
  params: readonly Param[] = [],
): Promise<Row[]> {
  const name = names.of(text);
  const statement: Statement = {
    text,
    values: params.map(toWire),
    ...(name !== undefined && { name }),
    query_timeout: timeoutMs,
    queryMode: 'extended',
  };
  try {
    return (await client.query<Row>(statement)).rows;
  } catch (error) {
    throw asUnavailable(error);
  }
}

async function transact<T>(
  client: PoolClient,
  session: Session,
  work: (tx: Queryable) => Promise<T>,
): Promise<T> {
  const serial = createSerial();
  let over = false;
  const tx: Queryable = {
    query: async <Row extends object>(sql: string, params?: readonly Param[]) => {
      // The connection already serves someone else.
      if (over) throw new Error('The transaction is over; await its statements inside `work`.');
      return serial(() => run<Row>(client, session, sql, params));
    },
  };
  try {
    await control(client, session, 'begin isolation level read committed');
    const result = await work(tx);
    over = true;
    await serial(() => commit(client, session));
    return result;
  } catch (error) {
    over = true;
    if (!(error instanceof DatabaseUnavailable)) await serial(() => rollback(client, session));
    throw error;
  }
}

async function commit(client: PoolClient, session: Session): Promise<void> {
  const command = await control(client, session, 'commit');
  if (command === 'ROLLBACK') throw new TransactionAborted('A failed statement undid the transaction.');
}

async function rollback(client: PoolClient, session: Session): Promise<void> {
  // If this fails the connection is gone, and with it the transaction; the first error tells more.
  await control(client, session, 'rollback').catch(() => undefined);
}

/** Sends BEGIN, COMMIT or ROLLBACK; resolves with what the server says it did. */
async function control(client: PoolClient, { timeoutMs }: Session, text: string): Promise<string> {
  const statement: QueryConfig & { query_timeout: number } = { text, query_timeout: timeoutMs };
  try {
    return (await client.query(statement)).command;
  } catch (error) {
    throw asUnavailable(error);
  }
}

async function runScript(client: PoolClient, session: Session, sql: string): Promise<void> {
  try {
    await client.query(sql);
  } catch (error) {
    const known = asUnavailable(error);
    // It may have begun a transaction itself.
    if (!(known instanceof DatabaseUnavailable)) await rollback(client, session);
    throw known;
  }
}

async function retryingStale<T>(names: StatementNames, attempt: () => Promise<T>): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    if (!isStalePlan(error)) throw error;
    names.renew();
    return attempt();
  }
}
