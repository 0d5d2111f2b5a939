// Setting somebody's password, and changing one's own. Either ends the sessions begun with the former one.
import { fail, ok, type Result } from '#schemas/core/result.ts';
import { faultsInPassword, type PasswordFault } from '#schemas/staff/password.ts';
import type { Actor } from '#schemas/staff/permissions.ts';
import type { Staff } from '#schemas/staff/staff.ts';
import type { Database, Queryable } from '../database/database.ts';
import { findAccount, normaliseUsername, storeCredential, type Account } from './credentials.ts';
import { hashPassword, verifyPassword } from './passwords.ts';
import { endSessionsOf } from './session-store.ts';
import type { Throttle } from './throttle.ts';

export interface NewPassword {
  readonly companyId: string;
  readonly staffId: string;
  readonly password: string;
  /** Whether he has to change it before he does anything else. */
  readonly mustChange?: boolean;
  /** Throws when this may not be done to him, in the transaction that does it. */
  readonly admit?: (tx: Queryable) => Promise<unknown>;
}

export interface OwnPassword {
  readonly actor: Actor;
  /** Of the session that goes on. */
  readonly token: string;
  readonly current: string;
  readonly next: string;
  /** Where the request came from; failures are counted by it. */
  readonly address: string;
}

export type PasswordFailure =
  | { readonly code: 'wrong-password' }
  | { readonly code: 'weak-password'; readonly faults: readonly PasswordFault[] }
  | { readonly code: 'too-many-attempts'; readonly retryAfterSeconds: number };

/** Throws when there is no such person, or another one of the company has his name. */
export async function setPassword(database: Database, request: NewPassword): Promise<void> {
  const { companyId, staffId, password, mustChange = false, admit } = request;
  const passwordHash = await hashPassword(password);
  await database.transaction(async (tx) => {
    await admit?.(tx);
    const username = await lockUsername(tx, companyId, staffId);
    await storeCredential(tx, { companyId, staffId, passwordHash }, username, mustChange);
    await endSessionsOf(tx, companyId, staffId);
  });
}

/** Locked, since a rename at the same moment would find no sign-in to rename. */
async function lockUsername(tx: Queryable, companyId: string, staffId: string): Promise<string> {
  const [row] = await tx.query<{ body: Staff }>(
    `select body from documents where company_id = $1 and collection = 'staff' and id = $2 for share`,
    [companyId, staffId],
  );
  if (!row) throw new Error(`Nobody has the id ${staffId}`);
  return row.body.username;
}

export async function changeOwnPassword(
  database: Database,
  throttle: Throttle,
  request: OwnPassword,
): Promise<Result<void, PasswordFailure>> {
  const { actor, current, next, address } = request;
  const account = await findAccount(database, actor.companyId, actor.id);
  if (!account) return fail({ code: 'wrong-password' });
  const known = await knows(throttle, account, current, address);
  if (!known.ok) return known;
  const faults = faultsInPassword(next, { username: account.username, current });
  if (faults.length > 0) return fail({ code: 'weak-password', faults });
  return replace(database, request, account);
}

async function knows(
  throttle: Throttle,
  { username, passwordHash }: Account,
  current: string,
  address: string,
): Promise<Result<void, PasswordFailure>> {
  const name = normaliseUsername(username);
  const retryAfterSeconds = await throttle.attempt(name, address);
  if (retryAfterSeconds > 0) return fail({ code: 'too-many-attempts', retryAfterSeconds });
  if (!(await verifyPassword(current, passwordHash))) return fail({ code: 'wrong-password' });
  await throttle.succeeded(name, address);
  return ok(undefined);
}

/** Nothing is replaced that another one has replaced meanwhile: the password looked at was not the current one. */
async function replace(
  database: Database,
  { actor, token, next }: OwnPassword,
  { passwordHash }: Account,
): Promise<Result<void, PasswordFailure>> {
  const newHash = await hashPassword(next);
  return database.transaction(async (tx) => {
    const replaced = await tx.query(
      `update credentials set password_hash = $4, must_change = false
       where company_id = $1 and staff_id = $2 and password_hash = $3 returning 1 as done`,
      [actor.companyId, actor.id, passwordHash, newHash],
    );
    if (replaced.length === 0) return fail({ code: 'wrong-password' });
    await endSessionsOf(tx, actor.companyId, actor.id, token);
    return ok(undefined);
  });
}
