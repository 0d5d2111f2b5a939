// What of an employee lies on no device. It is written under the version that was read, so that of two writers
// the second sees what the first has written.
import { fail, ok, type Result } from '#schemas/core/result.ts';
import type { StaffPrivateStored } from '#schemas/staff/staff.ts';
import type { Queryable } from '../database/database.ts';
import { forgetPrivate, rememberPrivate } from '../reference/history.ts';

const nothing: StaffPrivateStored = { version: 0, details: {} };

export async function readPrivate(
  database: Queryable,
  companyId: string,
  staffId: string,
): Promise<StaffPrivateStored> {
  const [stored] = await database.query<StaffPrivateStored>(
    'select version, body as details from staff_private where company_id = $1 and staff_id = $2',
    [companyId, staffId],
  );
  return stored ?? nothing;
}

/**
 * In the caller's transaction, which holds the lock of the employee's document.
 * @returns what is stored now, or else what was stored meanwhile
 */
export async function writePrivate(
  tx: Queryable,
  place: { readonly companyId: string; readonly staffId: string; readonly by: string; readonly now: Date },
  { version, details }: StaffPrivateStored,
): Promise<Result<StaffPrivateStored, StaffPrivateStored>> {
  const { companyId, staffId, by, now } = place;
  const stored = await readPrivate(tx, companyId, staffId);
  if (stored.version !== version) return fail(stored);
  const next = { version: version + 1, details };
  await rememberPrivate(tx, { ...place, version: next.version, before: stored.details, after: details });
  await tx.query(
    `insert into staff_private (company_id, staff_id, body, version, changed_at, changed_by)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (company_id, staff_id) do update set body = excluded.body, version = excluded.version,
       changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
    [companyId, staffId, JSON.stringify(details), next.version, now, by],
  );
  return ok(next);
}

/** With what was remembered of them. */
export async function deletePrivate(tx: Queryable, companyId: string, staffId: string): Promise<void> {
  await tx.query('delete from staff_private where company_id = $1 and staff_id = $2', [companyId, staffId]);
  await forgetPrivate(tx, companyId, staffId);
}
