// Keeps what the planner knows of the tables current. Without it a page of the change feed is sorted out of all
// rows instead of read from its index. A Postgres server does this by itself, but a minute after a large load;
// the embedded one never does.
import type { Logger } from 'pino';
import type { Database } from './database.ts';

const embeddedEveryMs = 15 * 60_000;

/** Now, and on the embedded database again and again until the returned function is called. */
export async function keepStatistics(database: Database, log: Logger): Promise<() => void> {
  const refresh = () =>
    database
      .script('analyze documents, visibility, order_events, order_search, order_states, order_figures')
      .catch((err: unknown) => log.warn({ err }, 'statistics were not refreshed'));
  await refresh();
  if (database.kind === 'postgres') return () => undefined;
  const timer = setInterval(() => void refresh(), embeddedEveryMs);
  timer.unref();
  return () => clearInterval(timer);
}
