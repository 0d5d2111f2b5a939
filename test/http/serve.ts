// Serves an application on a free port, for tests that speak HTTP to it.
import { createServer } from 'node:http';
import type { Express } from 'express';
import { pino, type Logger } from 'pino';
import type { Database } from '../../sync-server/database/database.ts';
import { createApp, type AppParts } from '../../sync-server/http/app.ts';
import type { Sessions } from '../../sync-server/staff/sessions.ts';
import type { Actor } from '#schemas/staff/permissions.ts';

export interface Served {
  readonly url: string;
  close(): Promise<void>;
}

export async function serve(app: Express): Promise<Served> {
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}`, close };
}

export const somebody: Actor = {
  id: 'staff-clerk',
  name: 'Clerk',
  companyId: 'acme',
  outletIds: ['outlet-1'],
  roleIds: ['role-clerk'],
  permissions: ['orders.view'],
};

export const goodToken = `acme.${'a'.repeat(43)}`;

const unused = (): never => {
  throw new Error('This test does not expect to be asked');
};

/** Knows one token. */
export const oneSession: Sessions = {
  signIn: unused,
  authenticate: (token) => Promise.resolve(token === goodToken ? somebody : undefined),
  formerHolder: () => Promise.resolve(undefined),
  signOut: () => Promise.resolve(),
  signOutEverywhere: unused,
  setPassword: unused,
  changePassword: unused,
  renameCompany: unused,
  purgeExpired: unused,
};

/** A database of which only `query` is used. */
export function databaseThat(query: () => Promise<never[]>): Database {
  return { kind: 'postgres', query, transaction: unused, script: unused, listen: unused, close: unused };
}

export interface LogLine {
  readonly level: number;
  readonly [field: string]: unknown;
}

/** A log whose lines a test reads. */
export function logInMemory(): { log: Logger; lines: LogLine[]; text: () => string } {
  const lines: LogLine[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  return { log, lines, text: () => JSON.stringify(lines) };
}

export function appWith(parts: Partial<AppParts> = {}): Express {
  return createApp({
    database: databaseThat(() => Promise.resolve([])),
    sessions: oneSession,
    log: logInMemory().log,
    version: '1.2.3',
    clientDir: undefined,
    config: { trustProxy: false },
    mount: () => undefined,
    ...parts,
  });
}
