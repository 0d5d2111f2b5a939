// /api/session: signing in, who am I, signing out.
import type { Express, Request } from 'express';
import Type from 'typebox';
import { parse } from '#schemas/core/validate.ts';
import type { Sessions, SignInFailure } from '../staff/sessions.ts';
import {
  clearSessionCookie,
  renewSessionCookie,
  setSessionCookie,
  signInRequired,
  tokenOf,
} from './authenticate.ts';
import { Problem } from './problem.ts';

/** Text that Postgres can hold. */
const line = (maxLength: number) => Type.String({ maxLength, pattern: '^[^\\u0000-\\u001f]*$' });

export const SignInBody = Type.Object({
  username: line(200),
  password: Type.String({ maxLength: 1000 }),
  company: Type.Optional(line(64)),
});

export function sessionRoutes(app: Express, sessions: Sessions): void {
  const signedIn = signInRequired(sessions);

  app.post('/api/session', async (request, response) => {
    const result = await sessions.signIn({ ...bodyOf(request), address: request.ip ?? 'unknown' });
    if (!result.ok) throw problemOf(result.error);
    setSessionCookie(request, response, result.value.token);
    response.status(201).json(result.value);
  });

  app.get(
    '/api/session',
    signedIn((actor, request, response) => {
      renewSessionCookie(request, response);
      response.json(actor);
    }),
  );

  app.delete(
    '/api/session',
    signedIn(async (_actor, request, response) => {
      await sessions.signOut(tokenOf(request) ?? '');
      clearSessionCookie(request, response);
      response.status(204).end();
    }),
  );
}

function bodyOf(request: Request): Type.Static<typeof SignInBody> {
  const body: unknown = request.body;
  if (body === undefined)
    throw new Problem('invalid-request', 'Send a JSON body with the header Content-Type: application/json.');
  const parsed = parse(SignInBody, body);
  if (!parsed.ok) throw new Problem('invalid-request', parsed.error.join('; '));
  return parsed.value;
}

function problemOf(failure: SignInFailure): Problem {
  if (failure.code !== 'too-many-attempts') return new Problem(failure.code);
  return new Problem(failure.code, undefined, { 'Retry-After': String(failure.retryAfterSeconds) });
}
