// /api/session: signing in, who am I, another password, signing out.
import type { Express, Request } from 'express';
import Type from 'typebox';
import { parse } from '#schemas/core/validate.ts';
import type { PasswordFailure } from '../staff/password-changes.ts';
import { weakPassword } from '../staff/password-problem.ts';
import type { Sessions, SignInFailure } from '../staff/sessions.ts';
import {
  bareSignInRequired,
  clearSessionCookie,
  holderRequired,
  renewSessionCookie,
  setSessionCookie,
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

export const OwnPasswordBody = Type.Object({
  current: Type.String({ maxLength: 1000 }),
  next: Type.String({ maxLength: 1000 }),
});

export function sessionRoutes(app: Express, sessions: Sessions): void {
  const signedIn = bareSignInRequired(sessions);
  const holds = holderRequired(sessions);

  app.post('/api/session', async (request, response) => {
    const result = await sessions.signIn({
      ...bodyOf(SignInBody, request),
      address: request.ip ?? 'unknown',
    });
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

  app.post(
    '/api/session/password',
    signedIn(async (actor, request, response) => {
      const passwords = bodyOf(OwnPasswordBody, request);
      const [token, address] = [tokenOf(request) ?? '', request.ip ?? 'unknown'];
      const result = await sessions.changePassword({ ...passwords, actor, token, address });
      if (!result.ok) throw problemOf(result.error);
      response.status(204).end();
    }),
  );

  // Also of somebody who was disabled: what could still be handed in with it ends with it.
  app.delete(
    '/api/session',
    holds(async (_holder, request, response) => {
      await sessions.signOut(tokenOf(request) ?? '');
      clearSessionCookie(request, response);
      response.status(204).end();
    }),
  );
}

function bodyOf<Schema extends Type.TSchema>(schema: Schema, { body }: Request): Type.Static<Schema> {
  if (body === undefined)
    throw new Problem('invalid-request', 'Send a JSON body with the header Content-Type: application/json.');
  const parsed = parse(schema, body);
  if (!parsed.ok) throw new Problem('invalid-request', parsed.error.join('; '));
  return parsed.value;
}

function problemOf(failure: SignInFailure | PasswordFailure): Problem {
  if (failure.code === 'weak-password') return weakPassword(failure.faults);
  if (failure.code !== 'too-many-attempts') return new Problem(failure.code);
  return new Problem(failure.code, undefined, { 'Retry-After': String(failure.retryAfterSeconds) });
}
