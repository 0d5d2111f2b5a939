// What somebody signs in with. It is kept apart from the staff document, which is replicated to devices.
import type { Queryable } from '../database/database.ts';

export interface Credential {
  readonly companyId: string;
  readonly staffId: string;
  readonly passwordHash: string;
}

/** What is known of somebody's sign-in. */
export interface Account {
  readonly username: string;
  readonly passwordHash: string;
  /** Somebody else has set the password. */
  readonly mustChange: boolean;
  readonly lastSignInAt: Date | null;
}

/** People type their name with capitals, or with the space that a phone's keyboard adds. */
export const normaliseUsername = (username: string) => username.trim().toLowerCase();

/**
 * Who has this (normalised) name, in one company or in all: a name is unique within a company. At most two are
 * returned, enough to know that the name alone does not say who it is.
 */
export async function findCredentials(
  database: Queryable,
  username: string,
  companyId: string | undefined,
): Promise<Credential[]> {
  const rows = await database.query<{ company_id: string; staff_id: string; password_hash: string }>(
    `select company_id, staff_id, password_hash from credentials
     where username = $1 and ($2::text is null or company_id = $2)
     limit 2`,
    [username, companyId ?? null],
  );
  return rows.map(({ company_id, staff_id, password_hash }) => {
    return { companyId: company_id, staffId: staff_id, passwordHash: password_hash };
  });
}

/** Undefined: he has no password yet, and cannot sign in. */
export async function findAccount(
  database: Queryable,
  companyId: string,
  staffId: string,
): Promise<Account | undefined> {
  const [account] = await database.query<Account>(
    `select username, password_hash as "passwordHash", must_change as "mustChange",
       last_sign_in_at as "lastSignInAt"
     from credentials where company_id = $1 and staff_id = $2`,
    [companyId, staffId],
  );
  return account;
}

/** Stores the name and password of one person, in place of what was there. */
export async function storeCredential(
  database: Queryable,
  { companyId, staffId, passwordHash }: Credential,
  username: string,
  mustChange = false,
): Promise<void> {
  await database.query(
    `insert into credentials (company_id, staff_id, username, password_hash, must_change)
     values ($1, $2, $3, $4, $5)
     on conflict (company_id, staff_id)
       do update set username = excluded.username, password_hash = excluded.password_hash,
         must_change = excluded.must_change`,
    [companyId, staffId, normaliseUsername(username), passwordHash, mustChange],
  );
}

/** Somebody is called differently from now on; without a password yet there is nothing to change. */
export async function renameCredential(
  database: Queryable,
  companyId: string,
  staffId: string,
  username: string,
): Promise<void> {
  await database.query(
    `update credentials set username = $3 where company_id = $1 and staff_id = $2 and username <> $3`,
    [companyId, staffId, normaliseUsername(username)],
  );
}

export async function deleteCredential(
  database: Queryable,
  companyId: string,
  staffId: string,
): Promise<void> {
  await database.query(`delete from credentials where company_id = $1 and staff_id = $2`, [
    companyId,
    staffId,
  ]);
}
