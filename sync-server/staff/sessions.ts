// Signing in and staying signed in. A session can be revoked: it is looked up in the database, and remembered
// for a few seconds only, so that every server process cuts it off well within a minute.
import { randomBytes } from 'node:crypto';
import { fail, ok, type Result } from '#schemas/core/result.ts';
import type { Actor } from '#schemas/staff/permissions.ts';
import type { Database } from '../database/database.ts';
import { findCredentials, normaliseUsername, type Credential } from './credentials.ts';
import { changeOwnPassword, setPassword, type NewPassword, type OwnPassword } from './password-changes.ts';
import type { PasswordFailure } from './password-changes.ts';
import { verifyPassword } from './passwords.ts';
import * as store from './session-store.ts';
import { createThrottle, type Throttle } from './throttle.ts';

const day = 24 * 60 * 60 * 1000;
export const sessionDays = 30;
/**
 * So long after it has expired a session still says whose it was. It lets nobody in; but should its holder be disabled,
 * who cannot sign in again, his device may hand in what he had entered.
 */
export const handInDays = 90;
/** How long a process may go on believing what it has looked up, in milliseconds. */
export const rememberedFor = 10_000;
const rememberedMost = 10_000;

export interface SignInRequest {
  readonly username: string;
  readonly password: string;
  /** Needed only where several companies have somebody of this name. */
  readonly company?: string | undefined;
  /** Where the request came from; failures are counted by it. */
  readonly address: string;
}

export interface SignedIn {
  readonly token: string;
  /** ISO instant; use moves it forward. */
  readonly expiresAt: string;
  readonly actor: Actor;
}

export type SignInFailure =
  | { readonly code: 'bad-credentials' | 'company-needed' }
  | { readonly code: 'too-many-attempts'; readonly retryAfterSeconds: number };

export interface Sessions {
  /** Fails alike for an unknown name, a wrong password and somebody who does not work here any more. */
  signIn(request: SignInRequest): Promise<Result<SignedIn, SignInFailure>>;
  /** Undefined when the token is unknown, expired or revoked, or its holder is disabled or has left. */
  authenticate(token: string): Promise<Actor | undefined>;
  /** Who holds the token, expired or not, but was disabled meanwhile, without any rights; undefined for everybody else. */
  formerHolder(token: string): Promise<Actor | undefined>;
  signOut(token: string): Promise<void>;
  /** Ends every session of one person, on all devices. */
  signOutEverywhere(companyId: string, staffId: string): Promise<void>;
  /** Gives somebody a (new) password, and ends the sessions begun with the former one. */
  setPassword(request: NewPassword): Promise<void>;
  /** Changes the holder's own password; of his sessions this one goes on. Wrong ones count as at sign-in. */
  changePassword(request: OwnPassword): Promise<Result<void, PasswordFailure>>;
  /** What everybody signed in reads from now on; from other servers within ten seconds. */
  renameCompany(companyId: string, name: string): Promise<void>;
  /** @returns how many sessions were deleted with which nothing can be handed in any more */
  purgeExpired(): Promise<number>;
}

export interface SessionsOptions {
  readonly database: Database;
  readonly clock: () => Date;
  readonly throttle?: Throttle;
}

export function createSessions({ database, clock, throttle = createThrottle() }: SessionsOptions): Sessions {
  const memory = new SessionMemory();
  return {
    async signIn({ username, password, company, address }) {
      const name = normaliseUsername(username);
      const retryAfterSeconds = await throttle.attempt(name, address);
      if (retryAfterSeconds > 0) return fail({ code: 'too-many-attempts', retryAfterSeconds });
      try {
        const result = await decideSignIn(database, clock(), name, password, company?.trim() || undefined);
        if (result.ok) await throttle.succeeded(name, address);
        return result;
      } catch (error) {
        await throttle.undecided(name, address);
        throw error;
      }
    },

    async authenticate(token) {
      const companyId = store.companyOf(token);
      if (companyId === undefined) return undefined;
      const now = clock();
      const remembered = memory.get(token, now);
      if (remembered) return remembered;
      const session = await store.findSession(database, companyId, token, now);
      if (!session) return undefined;
      // Who has just changed his password goes on at once, on whichever server.
      if (!session.actor.mustChangePassword) memory.set(token, session, now);
      await prolong(database, companyId, token, session.expiresAt, now);
      return session.actor;
    },

    async formerHolder(token) {
      const companyId = store.companyOf(token);
      if (companyId === undefined) return undefined;
      return store.findFormerHolder(database, companyId, token, handInLimit(clock()));
    },

    async signOut(token) {
      const companyId = store.companyOf(token);
      if (companyId === undefined) return;
      await store.deleteSession(database, companyId, token);
      memory.delete(token);
    },

    async signOutEverywhere(companyId, staffId) {
      await store.endSessionsOf(database, companyId, staffId);
      memory.deleteOf(companyId, staffId);
    },

    async setPassword(request) {
      await setPassword(database, request);
      memory.deleteOf(request.companyId, request.staffId);
    },

    async changePassword(request) {
      const changed = await changeOwnPassword(database, throttle, request);
      memory.deleteOf(request.actor.companyId, request.actor.id);
      return changed;
    },

    async renameCompany(companyId, name) {
      await database.query('update companies set name = $2 where company_id = $1', [companyId, name]);
      memory.deleteAllOf(companyId);
    },

    purgeExpired: () => store.deleteExpiredSessions(database, handInLimit(clock())),
  };
}

/** Purges now and then, until the returned function is called. What goes wrong is told to `onError`. */
export function purgePeriodically(
  sessions: Pick<Sessions, 'purgeExpired'>,
  onError: (error: unknown) => void,
  everyMs = 60 * 60 * 1000,
): () => void {
  const timer = setInterval(() => void sessions.purgeExpired().catch(onError), everyMs);
  timer.unref();
  return () => clearInterval(timer);
}

async function decideSignIn(
  database: Database,
  now: Date,
  username: string,
  password: string,
  company: string | undefined,
): Promise<Result<SignedIn, SignInFailure>> {
  const [credential, another] = await findCredentials(database, username, company);
  if (another) return fail({ code: 'company-needed' });
  const matches = await verifyPassword(password, credential?.passwordHash);
  const actor =
    credential && matches && (await store.findActor(database, credential.companyId, credential.staffId));
  return actor ? ok(await begin(database, credential, actor, now)) : fail({ code: 'bad-credentials' });
}

async function begin(
  database: Database,
  { companyId, staffId }: Credential,
  actor: Actor,
  createdAt: Date,
): Promise<SignedIn> {
  const token = `${companyId}.${randomBytes(32).toString('base64url')}`;
  const expiresAt = expiryFrom(createdAt);
  await store.insertSession(database, { companyId, staffId, token, createdAt, expiresAt });
  return { token, expiresAt: expiresAt.toISOString(), actor };
}

const expiryFrom = (now: Date) => new Date(now.getTime() + sessionDays * day);

/** What had expired by then is of no use any more. */
const handInLimit = (now: Date) => new Date(now.getTime() - handInDays * day);

/** At most once a day, so that reading does not become writing. */
async function prolong(database: Database, companyId: string, token: string, expiresAt: Date, now: Date) {
  const fresh = expiryFrom(now);
  if (fresh.getTime() - expiresAt.getTime() < day) return;
  await store.extendSession(database, companyId, token, fresh);
}

/** What was looked up lately. Entries are replaced in the order of their age, so the first is the oldest. */
class SessionMemory {
  readonly #entries = new Map<string, { readonly actor: Actor; readonly until: number }>();

  get(token: string, now: Date): Actor | undefined {
    const entry = this.#entries.get(token);
    return entry && now.getTime() < entry.until ? entry.actor : undefined;
  }

  set(token: string, { actor, expiresAt }: store.StoredSession, now: Date): void {
    this.#entries.delete(token);
    this.#entries.set(token, { actor, until: Math.min(now.getTime() + rememberedFor, expiresAt.getTime()) });
    const oldest = this.#entries.keys().next();
    if (this.#entries.size > rememberedMost && !oldest.done) this.#entries.delete(oldest.value);
  }

  delete(token: string): void {
    this.#entries.delete(token);
  }

  deleteOf(companyId: string, staffId: string): void {
    this.#deleteWhere((actor) => actor.companyId === companyId && actor.id === staffId);
  }

  deleteAllOf(companyId: string): void {
    this.#deleteWhere((actor) => actor.companyId === companyId);
  }

  #deleteWhere(isMeant: (actor: Actor) => boolean): void {
    for (const [token, { actor }] of this.#entries) if (isMeant(actor)) this.#entries.delete(token);
  }
}
