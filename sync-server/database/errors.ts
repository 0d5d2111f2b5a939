// What an error of a driver means: its SQLSTATE, whether the connection was lost, whether the whole
// transaction is worth running again. Both drivers throw errors that carry a five-character `code`.
import { DatabaseUnavailable } from './database.ts';

/** A statement failed inside the transaction and `work` went on as if it had not: nothing was committed. */
export class TransactionAborted extends Error {
  override readonly name = 'TransactionAborted';
}

/** The SQLSTATE of an error thrown by the database (`23505`: unique violation), else undefined. */
export function sqlState(error: unknown): string | undefined {
  const code = property(error, 'code');
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && !code.startsWith('E') ? code : undefined;
}

/** The name of the constraint or unique index that refused a statement, else undefined. */
export function violatedConstraint(error: unknown): string | undefined {
  const name = property(error, 'constraint');
  return typeof name === 'string' ? name : undefined;
}

/** Serialisation failure or deadlock: the server undid all of it and asks for another try. */
export function isRetryable(error: unknown): boolean {
  const state = sqlState(error);
  return state === '40001' || state === '40P01';
}

/** The result type of a prepared statement changed under it, as when a newer server has just migrated. */
export function isStalePlan(error: unknown): boolean {
  return sqlState(error) === '0A000' && property(error, 'routine') === 'RevalidateCachedQuery';
}

/** The same error, or `DatabaseUnavailable` with it as the cause when it tells of a lost connection. */
export function asUnavailable(error: unknown): unknown {
  if (error instanceof DatabaseUnavailable || !isConnectionLoss(error)) return error;
  return new DatabaseUnavailable('The database cannot be reached.', { cause: error });
}

const NETWORK_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT', // the unix socket of a server that is down
]);

// Shut down by an administrator, crashed, starting up; no connection slot left.
const AWAY_STATES = new Set(['57P01', '57P02', '57P03', '53300']);

// `pg` gives these no code, so there is only the text to go by.
const CONNECTION_MESSAGES =
  /^(Connection terminated|timeout exceeded when trying to connect|timeout expired|Query read timeout|Client (has encountered a connection error|was closed)|Cannot use a pool after calling end)/;

function isConnectionLoss(error: unknown): boolean {
  const state = sqlState(error);
  if (state !== undefined) return state.startsWith('08') || AWAY_STATES.has(state) || isSentAway(error);
  const code = property(error, 'code');
  if (typeof code === 'string' && NETWORK_CODES.has(code)) return true;
  return error instanceof Error && CONNECTION_MESSAGES.test(error.message);
}

/** Whoever looks after the server lets nobody into the database for a while. */
const isSentAway = (error: unknown): boolean =>
  sqlState(error) === '55000' && property(error, 'routine') === 'CheckMyDatabase';

function property(error: unknown, key: string): unknown {
  return typeof error === 'object' && error !== null ? Reflect.get(error, key) : undefined;
}
