// The built client: files as they are, and index.html for every address that the app itself knows.
import { relative } from 'node:path';
import compression from 'compression';
import express, { type Express, type Request, type RequestHandler } from 'express';

const ofTheServer = /^\/(api|replication|hooks|health|r)(\/|$)/i;

/** An event stream is never compressed: its messages would wait in the compressor. */
export const compress: RequestHandler = compression({
  filter: (request, response) =>
    !String(response.getHeader('Content-Type') ?? '').startsWith('text/event-stream') &&
    compression.filter(request, response),
});

/** @param clientDir the folder that the client was built into; undefined, or empty: there is no client */
export function serveClient(app: Express, clientDir: string | undefined): void {
  if (clientDir === undefined) return;
  app.use(
    express.static(clientDir, {
      setHeaders: (response, path) => response.set('Cache-Control', cachingOf(relative(clientDir, path))),
    }),
  );
  app.use((request, response, next) => {
    if (!wantsPage(request)) return next();
    response.set('Cache-Control', 'no-cache');
    response.sendFile('index.html', { root: clientDir, cacheControl: false }, (error) => {
      if (error) next(response.headersSent ? error : undefined);
    });
  });
}

/** Built assets carry a hash of their content in their name; everything else may be another file tomorrow. */
function cachingOf(path: string): string {
  return /^assets[\\/]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
}

/** A script or picture that is missing must not be answered with a page. */
function wantsPage(request: Request): boolean {
  return (
    (request.method === 'GET' || request.method === 'HEAD') &&
    (request.get('accept') ?? '').includes('text/html') &&
    !request.path.startsWith('/assets/') &&
    !ofTheServer.test(request.path)
  );
}
