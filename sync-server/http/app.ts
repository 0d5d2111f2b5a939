// The HTTP application: what every request passes, in order. The routers of the domains are handed in.
import express, { type Express } from 'express';
import type { Logger } from 'pino';
import type { Database } from '../database/database.ts';
import type { Sessions } from '../staff/sessions.ts';
import { readBodies } from './bodies.ts';
import { healthRoute } from './health.ts';
import { openapiDocument } from './openapi.ts';
import { notFound, problemHandler } from './problem.ts';
import { logRequests } from './request-log.ts';
import { secure, type SecurityConfig } from './security.ts';
import { sessionRoutes } from './session-routes.ts';
import { compress, serveClient } from './static.ts';

export interface AppParts {
  readonly database: Database;
  readonly sessions: Sessions;
  readonly log: Logger;
  readonly version: string;
  /** The folder of the built client; undefined while Vite serves it. */
  readonly clientDir: string | undefined;
  /** Adds what reads bodies itself, as they came over the wire, under /hooks. */
  readonly mountRaw?: (app: Express) => void;
  readonly config: SecurityConfig;
  /** Adds the routers of the domains, under /api and /replication. */
  readonly mount: (app: Express) => void;
}

export function createApp(parts: AppParts): Express {
  const { database, sessions, log, version, clientDir, config, mount, mountRaw } = parts;
  const app = express();
  // Hashing every answer to name its version would be work for nothing: what may be cached are files.
  app.set('etag', false);
  app.use(logRequests(log));
  secure(app, config);
  app.get('/health', healthRoute(database, version));
  app.use(compress);
  app.use(['/api', '/replication'], (_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  mountRaw?.(app);
  readBodies(app, sessions);
  sessionRoutes(app, sessions);
  mount(app);
  serveDescription(app, version);
  app.use(['/api', '/replication', '/hooks', '/health'], notFound);
  serveClient(app, clientDir);
  app.use(notFound);
  app.use(problemHandler(log));
  return app;
}

function serveDescription(app: Express, version: string): void {
  const text = JSON.stringify(openapiDocument(version));
  app.get('/api/openapi.json', (_request, response) => {
    response.type('application/json').send(text);
  });
}
