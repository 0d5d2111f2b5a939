// The log: one JSON object per line on stderr, so that stdout stays for what a person is told at the start.
import { destination, pino, type DestinationStream, type Logger } from 'pino';
import type { LogLevel } from './config.ts';

/** Nothing that is logged today holds these; a line added in haste shall not change that. */
const secrets = ['token', 'password', 'passwordHash', 'authorization', 'cookie'];

export function createLog(level: LogLevel, stream: DestinationStream = destination(2)): Logger {
  const redact = { paths: [...secrets, ...secrets.map((name) => `*.${name}`)], censor: '[removed]' };
  return pino({ level, redact, base: null, serializers: { err: describeError } }, stream);
}

/** Not the error's other fields: a database driver hangs the statement's parameters and row values on them. */
export function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  return {
    type: error.name,
    message: error.message,
    stack: error.stack,
    ...('code' in error ? { code: error.code } : {}),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}
