// Gives each request its id, and logs it in one line when it is over: never a body, a query or a token.
import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';

const requestIds = new WeakMap<Response, string>();

/** The id that the answer, its problem and the log have in common. */
export const requestIdOf = (response: Response): string => requestIds.get(response) ?? '';

export function logRequests(log: Logger): RequestHandler {
  return (request, response, next) => {
    const requestId = randomUUID();
    const begun = performance.now();
    requestIds.set(response, requestId);
    response.set('X-Request-Id', requestId);
    response.once('close', () => {
      const line = { requestId, ...lineOf(request, response), ms: Math.round(performance.now() - begun) };
      log[levelOf(request, response)](line, 'request');
    });
    next();
  };
}

/** What watches the server's health asks every few seconds and would bury the rest. */
function levelOf(request: Request, response: Response): 'debug' | 'info' | 'warn' {
  if (response.statusCode >= 500) return 'warn';
  return request.originalUrl === '/health' ? 'debug' : 'info';
}

function lineOf(request: Request, response: Response): object {
  return {
    method: request.method,
    path: pathToLog(request.originalUrl),
    status: response.statusCode,
    address: request.ip,
    ...(response.writableFinished ? {} : { broken: true }),
  };
}

/** A long segment may be a secret that somebody was sent a link with. */
export function pathToLog(url: string): string {
  const [path = ''] = url.split('?');
  return path.replace(/[^/]{32,}/g, '…').slice(0, 300);
}
