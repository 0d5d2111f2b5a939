// Which bodies are read: JSON as it comes over the wire, and of strangers no more than it takes to sign in. A few bytes
// could be packed so that reading them holds up everybody.
import express, { type Express, type Request, type RequestHandler } from 'express';
import { limits } from '#schemas/sync/protocol.ts';
import type { Sessions } from '../staff/sessions.ts';
import { currentActor, formerHolder } from './authenticate.ts';

const signInBytes = 8_000;

export function readBodies(app: Express, sessions: Pick<Sessions, 'authenticate' | 'formerHolder'>): void {
  app.post('/api/session', json(signInBytes));
  app.use(['/api', '/replication'], ofHolders(sessions, json(limits.bodyBytes)));
}

const json = (limit: number): RequestHandler => express.json({ limit, inflate: false });

/** Of anybody else nothing is read, and the route answers for itself. */
function ofHolders(sessions: Parameters<typeof readBodies>[1], read: RequestHandler): RequestHandler {
  const isHeld = async (request: Request): Promise<boolean> =>
    (await currentActor(sessions, request)) !== undefined ||
    (await formerHolder(sessions, request)) !== undefined;
  return async (request, response, next) => {
    const isAsked = request.body === undefined && Boolean(request.is('json'));
    if (isAsked && (await isHeld(request))) await read(request, response, next);
    else next();
  };
}
