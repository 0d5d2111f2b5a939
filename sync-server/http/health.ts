// GET /health: whether this process can serve now. A proxy takes it out of its rotation on 503.
import type { RequestHandler } from 'express';
import type { Database } from '../database/database.ts';

export interface Health {
  readonly status: 'ok' | 'unavailable';
  readonly version: string;
  readonly database: Database['kind'];
}

const patienceMs = 2000;

export function healthRoute(database: Database, version: string, patience = patienceMs): RequestHandler {
  const answers = sharedProbe(database, patience);
  return async (_request, response) => {
    const status = (await answers()) ? 'ok' : 'unavailable';
    const health: Health = { status, version, database: database.kind };
    response.set('Cache-Control', 'no-store');
    if (status === 'unavailable') response.set('Retry-After', '5');
    response.status(status === 'ok' ? 200 : 503).json(health);
  };
}

/** Those who ask at the same time share one probe, so that asking does not add to the load of a slow database. */
function sharedProbe(database: Database, patience: number): () => Promise<boolean> {
  let running: Promise<boolean> | undefined;
  return () =>
    (running ??= probe(database, patience).finally(() => {
      running = undefined;
    }));
}

async function probe(database: Database, patience: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), patience);
  });
  const answer = database.query('select 1').then(
    () => true,
    () => false,
  );
  return Promise.race([answer, tooLate]).finally(() => clearTimeout(timer));
}
