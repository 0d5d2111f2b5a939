// A log that nobody reads.
import type { DatabaseLog } from '../../sync-server/database/log.ts';

export const quietLog: DatabaseLog = { info: () => undefined, warn: () => undefined, error: () => undefined };
