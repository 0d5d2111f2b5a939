// What follows when a push changes an employee: a new user name is what he signs in with from then on, and whoever
// was deleted signs in no more, and leaves no private data.
import type { Queryable } from '../database/database.ts';
import { deleteCredential, renameCredential } from '../staff/credentials.ts';
import { deletePrivate } from '../staff/private-data.ts';
import { endSessionsOf } from '../staff/session-store.ts';
import type { Doc } from './pushed.ts';

export async function followStaff(
  tx: Queryable,
  companyId: string,
  before: Doc | undefined,
  after: Doc,
): Promise<void> {
  if (!('username' in after)) return;
  if (after.deleted) {
    await deleteCredential(tx, companyId, after.id);
    await endSessionsOf(tx, companyId, after.id);
    await deletePrivate(tx, companyId, after.id);
  } else if (before && 'username' in before && before.username !== after.username) {
    await renameCredential(tx, companyId, after.id, after.username);
  }
}
