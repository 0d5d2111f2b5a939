// Who is signed in. The person is remembered on the device, so that the installed app opens without a server
// and goes on working when the session has ended; only the server says no.
import { createSignal, type Accessor } from 'solid-js';
import Type from 'typebox';
import type { ProblemCode } from '#schemas/core/problem-codes.ts';
import { equalJson } from '#schemas/core/equal.ts';
import { fail, ok, type Result } from '#schemas/core/result.ts';
import { Id } from '#schemas/core/types.ts';
import { parse } from '#schemas/core/validate.ts';
import { may, permissions, type Actor, type Permission } from '#schemas/staff/permissions.ts';
import { useData } from './context.ts';
import { databaseName } from './database.ts';
import type { Http, RequestFailure } from './http.ts';

export const useActor = (): Actor => useData().actor;

/** Hides what would be refused; the server enforces it. */
export function useMay(): (permission: Permission) => boolean {
  const { actor } = useData();
  return (permission) => may(actor, permission);
}

export interface Credentials {
  readonly username: string;
  readonly password: string;
  readonly company?: string;
}

export type SignInRefusal =
  | Extract<ProblemCode, 'bad-credentials' | 'too-many-attempts' | 'company-needed'>
  | 'offline'
  | 'invalid-request';

export interface Session {
  /** Who works on this device, whether the server is there or not. */
  readonly actor: Actor | undefined;
  /** Follows the server at once, unlike rights; '' where it is not known. */
  readonly companyName: Accessor<string>;
  /** Whether this device still is that person's, in whichever tab one signs in or out. */
  isOf(actor: Actor): boolean;
  signIn(credentials: Credentials): Promise<Result<Actor, SignInRefusal>>;
  /** The device forgets who worked here, not what: unsent work waits for this person's return. */
  signOut(): Promise<void>;
  /** The server keeps another name of the company since; it is read here at once. */
  companyRenamed(name: string): void;
  /** Asks the server who this is; what changed (roles, outlets) is kept for the next start. */
  refresh(): Promise<'same' | 'changed' | 'signed-out' | 'unknown'>;
  /** Calls back when another tab signs somebody else in or out. */
  onChange(react: () => void): void;
}

const actorKey = 'towline.actor';
const signingOutKey = 'towline.signing-out';
const signingInKey = 'towline.signing-in';

const StoredActor = Type.Object({
  id: Id,
  name: Type.String(),
  companyId: Id,
  companyName: Type.Optional(Type.String()),
  outletIds: Type.Array(Type.String()),
  roleIds: Type.Array(Type.String()),
  permissions: Type.Array(Type.String()),
  extension: Type.Optional(Type.String()),
  mustChangePassword: Type.Optional(Type.Boolean()),
});

export function createSession(http: Http, storage: Storage = localStorage): Session {
  const remembered = () => readActor(storage.getItem(actorKey));
  const actor = remembered();
  // The cookie turned out to be somebody else's, who signed in where this app did not see it.
  let foreign = false;
  const leaving = finishSigningOut(http, storage);
  const [companyName, setCompanyName] = createSignal(actor?.companyName ?? '');
  const keep = (current: Actor | undefined): void => {
    storage.setItem(actorKey, JSON.stringify(current));
    setCompanyName(current?.companyName ?? '');
  };
  return {
    actor,
    companyName,
    isOf: (person) => !foreign && !isSigningIn(storage) && isSamePerson(remembered(), person),
    signIn: async (credentials) => {
      await leaving;
      const result = await signIn(http, storage, credentials);
      if (result.ok) foreign = false;
      return result;
    },
    signOut: async () => {
      storage.removeItem(actorKey);
      storage.setItem(signingOutKey, '1');
      await finishSigningOut(http, storage);
    },
    companyRenamed: (name) => {
      const person = remembered();
      if (person) keep({ ...person, companyName: name });
    },
    refresh: async () => {
      const answer = await http.getJson('/api/session');
      if (!answer.ok) return answer.error.kind === 'signed-out' ? 'signed-out' : 'unknown';
      const current = parseActor(answer.value);
      foreign = !isSamePerson(current, actor);
      if (foreign) return 'signed-out';
      keep(current);
      return hasSameRights(current, actor) ? 'same' : 'changed';
    },
    onChange: (react) => {
      window.addEventListener('storage', ({ key, newValue }) => {
        if (key === actorKey && !isSamePerson(readActor(newValue), actor)) react();
      });
    },
  };
}

/** Who signs out without a network is signed out on the server as soon as there is one. */
async function finishSigningOut(http: Http, storage: Storage): Promise<void> {
  if (!storage.getItem(signingOutKey)) return;
  const answer = await http.delete('/api/session');
  if (answer.ok || answer.error.kind !== 'unreachable') storage.removeItem(signingOutKey);
}

/** Another name of the company needs no reload. */
const hasSameRights = (a: Actor | undefined, b: Actor | undefined): boolean =>
  equalJson({ ...a, companyName: '' }, { ...b, companyName: '' });

function isSamePerson(a: Actor | undefined, b: Actor | undefined): boolean {
  if (!a || !b) return a === b;
  return databaseName(a) === databaseName(b);
}

/**
 * Until the answer is here nobody knows whose the cookie is, so every tab holds its requests back: what one
 * person has not sent must not go out under another's name.
 */
async function signIn(
  http: Http,
  storage: Storage,
  credentials: Credentials,
): Promise<Result<Actor, SignInRefusal>> {
  storage.setItem(signingInKey, String(Date.now()));
  try {
    const answer = await http.postJson('/api/session', credentials);
    if (!answer.ok) return fail(refusalOf(answer.error));
    const body = answer.value;
    const actor = parseActor(typeof body === 'object' && body && 'actor' in body ? body.actor : undefined);
    if (!actor) return fail('offline');
    storage.setItem(actorKey, JSON.stringify(actor));
    return ok(actor);
  } finally {
    storage.removeItem(signingInKey);
  }
}

const refusals: readonly SignInRefusal[] = [
  'bad-credentials',
  'too-many-attempts',
  'company-needed',
  'invalid-request',
];

function refusalOf(failure: RequestFailure): SignInRefusal {
  const code = 'code' in failure ? failure.code : undefined;
  return refusals.find((known) => known === code) ?? 'offline';
}

/** A tab that was closed while it signed in must not hold the others back for ever. */
const signingInForAtMostMs = 120_000;

const isSigningIn = (storage: Storage): boolean =>
  Date.now() - Number(storage.getItem(signingInKey) ?? 0) < signingInForAtMostMs;

/** Parses at the door. A permission that this version does not know is left out. */
function parseActor(value: unknown): Actor | undefined {
  const parsed = parse(StoredActor, value);
  if (!parsed.ok) return undefined;
  const known = permissions.filter((permission) => parsed.value.permissions.includes(permission));
  return { ...parsed.value, permissions: known };
}

function readActor(text: string | null): Actor | undefined {
  try {
    return parseActor(JSON.parse(text ?? 'null'));
  } catch {
    return undefined;
  }
}
