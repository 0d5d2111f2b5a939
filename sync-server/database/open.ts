// Opens the database that the configuration names. Each driver is loaded only where it is used.
import { join } from 'node:path';
import type { Database } from './database.ts';
import type { DatabaseLog } from './log.ts';

export interface OpenOptions {
  /** A Postgres server; without one the database is embedded, in `database` under `dataDir`. */
  readonly databaseUrl?: string | undefined;
  readonly dataDir: string;
  readonly log: DatabaseLog;
}

/**
 * A server's absence shows with the first statement (`DatabaseUnavailable`), not here; an embedded database
 * is ready when this resolves, or throws `DatabaseInUse`.
 */
export async function openDatabase({ databaseUrl, dataDir, log }: OpenOptions): Promise<Database> {
  if (databaseUrl) {
    const { openPostgres } = await import('./postgres.ts');
    return openPostgres(databaseUrl, { log });
  }
  const { openEmbedded } = await import('./embedded.ts');
  return openEmbedded({ directory: join(dataDir, 'database'), log });
}
