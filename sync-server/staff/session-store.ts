// The statements on the table `sessions`. A token is known to its holder alone: what is stored is its SHA-256,
// which is enough for a token of 256 random bits.
import { createHash } from 'node:crypto';
import { actorOf } from '#schemas/staff/actor.ts';
import { mayWork } from '#schemas/staff/administrators.ts';
import type { Actor } from '#schemas/staff/permissions.ts';
import type { Role, Staff } from '#schemas/staff/staff.ts';
import type { Queryable } from '../database/database.ts';

export interface StoredSession {
  readonly actor: Actor;
  readonly expiresAt: Date;
}

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

/** The token begins with its company, so that the statement reaches one shard. Undefined: it is no token. */
export function companyOf(token: string): string | undefined {
  return /^([A-Za-z0-9][A-Za-z0-9_.:-]{0,63})\.[A-Za-z0-9_-]{43}$/.exec(token)?.[1];
}

export async function insertSession(
  database: Queryable,
  session: { companyId: string; staffId: string; token: string; createdAt: Date; expiresAt: Date },
): Promise<void> {
  const { companyId, staffId, token, createdAt, expiresAt } = session;
  await database.query(
    `with signed_in as (
       update credentials set last_sign_in_at = $4 where company_id = $1 and staff_id = $3
     )
     insert into sessions (company_id, token_hash, staff_id, created_at, expires_at)
     values ($1, $2, $3, $4, $5)`,
    [companyId, hashOf(token), staffId, createdAt, expiresAt],
  );
}

const staffWithRoles = `
  select person.body as staff,
    (select name from companies company where company.company_id = person.company_id) as company_name,
    exists (
      select 1 from credentials login
      where login.company_id = person.company_id and login.staff_id = person.id and login.must_change
    ) as must_change, coalesce((
      select json_agg(role.body) from documents role
      where role.company_id = person.company_id and role.collection = 'roles'
        and role.id in (select json_array_elements_text(person.body -> 'roleIds'))
    ), '[]') as roles`;

/** Somebody who may work now: neither disabled nor gone. */
export async function findActor(
  database: Queryable,
  companyId: string,
  staffId: string,
): Promise<Actor | undefined> {
  const [row] = await database.query<Holder>(
    `${staffWithRoles} from documents person
     where person.company_id = $1 and person.collection = 'staff' and person.id = $2`,
    [companyId, staffId],
  );
  return row && activeActor(row, companyId);
}

/** The holder of a valid token, as his documents say now. */
export async function findSession(
  database: Queryable,
  companyId: string,
  token: string,
  now: Date,
): Promise<StoredSession | undefined> {
  const holder = await findHolder(database, companyId, token, now);
  const actor = holder && !holder.ended && activeActor(holder, companyId);
  return actor ? { actor, expiresAt: holder.expires_at } : undefined;
}

/**
 * Who holds a token, ended or not, but was disabled or deleted meanwhile: somebody without any rights.
 * @param expiredAfter when it may have expired at the earliest
 */
export async function findFormerHolder(
  database: Queryable,
  companyId: string,
  token: string,
  expiredAfter: Date,
): Promise<Actor | undefined> {
  const holder = await findHolder(database, companyId, token, expiredAfter);
  if (!holder || activeActor(holder, companyId)) return undefined;
  return actorOf({ ...holder.staff, roleIds: [], outletIds: [] }, [], companyId);
}

async function findHolder(database: Queryable, companyId: string, token: string, expiresAfter: Date) {
  const [row] = await database.query<Holder & { expires_at: Date; ended: boolean }>(
    `${staffWithRoles}, session.expires_at, session.ended
     from sessions session join documents person
       on person.company_id = session.company_id and person.collection = 'staff' and person.id = session.staff_id
     where session.company_id = $1 and session.token_hash = $2 and session.expires_at > $3`,
    [companyId, hashOf(token), expiresAfter],
  );
  return row;
}

interface Holder {
  readonly staff: Staff;
  readonly roles: readonly Role[];
  readonly must_change: boolean;
  readonly company_name: string;
}

function activeActor(holder: Holder, companyId: string): Actor | undefined {
  const { staff, roles, must_change, company_name: companyName } = holder;
  if (!mayWork(staff)) return undefined;
  return {
    ...actorOf(staff, roles, companyId),
    companyName,
    ...(must_change && { mustChangePassword: true }),
  };
}

export async function extendSession(
  database: Queryable,
  companyId: string,
  token: string,
  expiresAt: Date,
): Promise<void> {
  await database.query(`update sessions set expires_at = $3 where company_id = $1 and token_hash = $2`, [
    companyId,
    hashOf(token),
    expiresAt,
  ]);
}

export async function deleteSession(database: Queryable, companyId: string, token: string): Promise<void> {
  await database.query(`delete from sessions where company_id = $1 and token_hash = $2`, [
    companyId,
    hashOf(token),
  ]);
}

/** @param but the token of the one session that goes on */
export async function endSessionsOf(
  database: Queryable,
  companyId: string,
  staffId: string,
  but = '',
): Promise<void> {
  await database.query(
    `update sessions set ended = true where company_id = $1 and staff_id = $2 and token_hash <> $3`,
    [companyId, staffId, hashOf(but)],
  );
}

/** @returns how many there were */
export async function deleteExpiredSessions(database: Queryable, before: Date): Promise<number> {
  const [row] = await database.query<{ count: number }>(
    `with gone as (delete from sessions where expires_at <= $1 returning 1)
     select count(*)::integer as count from gone`,
    [before],
  );
  return row?.count ?? 0;
}
