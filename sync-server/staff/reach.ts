// Whether an employee is somebody's to handle: his account and his private data, as his document.
import { Problem } from '../http/problem.ts';
import { isInReach } from '#schemas/staff/editing.ts';
import { objectionToHandling } from '#schemas/staff/granting.ts';
import type { Actor } from '#schemas/staff/permissions.ts';
import type { Role, Staff } from '#schemas/staff/staff.ts';
import type { Queryable } from '../database/database.ts';

/**
 * Locked, so that nobody renames, deletes or promotes him beside the change that follows, and of two such changes
 * one comes after the other. Throws Problem `not-found` or `forbidden`.
 */
export async function lockHandled(tx: Queryable, actor: Actor, staffId: string): Promise<Staff> {
  const [row] = await tx.query<{ body: Staff }>(
    `select body from documents where company_id = $1 and collection = 'staff' and id = $2 for update`,
    [actor.companyId, staffId],
  );
  if (!row || row.body.deleted || !isInReach(actor, 'staff', row.body)) throw new Problem('not-found');
  const roles = await tx.query<{ body: Role }>(
    `select body from documents where company_id = $1 and collection = 'roles'`,
    [actor.companyId],
  );
  const granted = roles.map(({ body }) => body);
  const objection = objectionToHandling(actor, row.body, granted);
  if (objection !== undefined) throw new Problem('forbidden', `Not allowed: ${objection}.`);
  return row.body;
}
