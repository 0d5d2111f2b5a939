// Who sends a request: by `Authorization: Bearer TOKEN`, or by the cookie that signing in has set.
import type { Request, RequestHandler, Response } from 'express';
import type { Actor } from '#schemas/staff/permissions.ts';
import { handInDays, sessionDays, type Sessions } from '../staff/sessions.ts';
import { Problem } from './problem.ts';

const cookieName = 'towline';

export type SignedInHandler = (actor: Actor, request: Request, response: Response) => unknown;

/** Makes a handler that only somebody signed in reaches; others get a problem. */
export type SignedInWrapper = (handler: SignedInHandler) => RequestHandler;

type Holders = Pick<Sessions, 'authenticate' | 'formerHolder'>;

export function signInRequired(sessions: Holders): SignedInWrapper {
  const signedIn = bareSignInRequired(sessions);
  return (handler) =>
    signedIn((actor, request, response) => {
      demandOwnPassword(actor);
      return handler(actor, request, response);
    });
}

/** As `signInRequired`, for what stays open to somebody who has to change his password first. */
export function bareSignInRequired(sessions: Holders): SignedInWrapper {
  return (handler) => async (request, response) => {
    const actor = await currentActor(sessions, request);
    if (!actor) throw await whyNot(sessions, request);
    await handler(actor, request, response);
  };
}

/** Somebody else knows the password that was set for him. */
function demandOwnPassword({ mustChangePassword }: Actor): void {
  if (mustChangePassword) throw new Problem('password-change-required');
}

/** `isDisabled`: he comes without any rights. */
export interface Sender {
  readonly actor: Actor;
  readonly isDisabled: boolean;
}

export type SenderHandler = (sender: Sender, request: Request, response: Response) => unknown;
export type SenderWrapper = (handler: SenderHandler) => RequestHandler;

/**
 * As `signInRequired`, for the one way that stays open to somebody who was disabled: handing in what he had
 * entered before he knew.
 */
export function handingInAllowed(sessions: Holders): SenderWrapper {
  const known = holderRequired(sessions);
  return (handler) =>
    known((sender, request, response) => {
      demandOwnPassword(sender.actor);
      return handler(sender, request, response);
    });
}

/** For whoever holds a session, be he disabled or to change his password first: he may always end it. */
export function holderRequired(sessions: Holders): SenderWrapper {
  return (handler) => async (request, response) => {
    const actor = await currentActor(sessions, request);
    const former = actor ? undefined : await formerHolder(sessions, request);
    const holder = actor ?? former;
    if (!holder) throw new Problem('not-signed-in');
    await handler({ actor: holder, isDisabled: holder === former }, request, response);
  };
}

async function whyNot(sessions: Holders, request: Request): Promise<Problem> {
  const isDisabled = (await formerHolder(sessions, request)) !== undefined;
  return new Problem(isDisabled ? 'account-disabled' : 'not-signed-in');
}

/** Somebody who was disabled since, as far as he may still hand something in. */
export async function formerHolder(sessions: Holders, request: Request): Promise<Actor | undefined> {
  const token = tokenOf(request);
  return token === undefined ? undefined : sessions.formerHolder(token);
}

/**
 * The sender as he is now, undefined when his session ended. A stream asks again while it is open: half a
 * minute apart is often enough, and costs a statement at most.
 */
export async function currentActor(
  sessions: Pick<Sessions, 'authenticate'>,
  request: Request,
): Promise<Actor | undefined> {
  const token = tokenOf(request);
  return token === undefined ? undefined : sessions.authenticate(token);
}

/**
 * A browser adds the cookie to what another site makes it send, but never a header of our own.
 * @throws Problem `missing-csrf-header`
 */
export function tokenOf(request: Request): string | undefined {
  const authorization = request.get('authorization');
  if (authorization !== undefined) return /^Bearer +(\S+)$/i.exec(authorization)?.[1];
  const token = cookieOf(request);
  if (token !== undefined && !isSafe(request.method) && request.get('x-towline') !== '1')
    throw new Problem('missing-csrf-header');
  return token;
}

const isSafe = (method: string) => method === 'GET' || method === 'HEAD' || method === 'OPTIONS';

function cookieOf(request: Request): string | undefined {
  for (const pair of (request.get('cookie') ?? '').split(';')) {
    const [name, value] = pair.trim().split('=', 2);
    if (name === cookieName && value) return value;
  }
  return undefined;
}

export function setSessionCookie(request: Request, response: Response, token: string): void {
  // As long as something can be handed in with it; when it lets nobody in any more is the session's to say.
  const maxAge = (sessionDays + handInDays) * 24 * 60 * 60 * 1000;
  response.cookie(cookieName, token, { ...cookieOptions(request), maxAge, encode: String });
}

export function clearSessionCookie(request: Request, response: Response): void {
  response.clearCookie(cookieName, cookieOptions(request));
}

/** A browser keeps the cookie as long as it was told; the session itself moves on, so the cookie has to follow. */
export function renewSessionCookie(request: Request, response: Response): void {
  const token = cookieOf(request);
  if (token !== undefined && request.get('authorization') === undefined)
    setSessionCookie(request, response, token);
}

const cookieOptions = (request: Request) =>
  ({ httpOnly: true, sameSite: 'lax', secure: request.secure, path: '/' }) as const;
