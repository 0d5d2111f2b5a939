// What a push into staff or roles is held against: the company's roles, and who has which user name. A changed
// user name is what its holder signs in with from then on.
import type { Queryable } from '../database/database.ts';
import { renameCredential } from '../staff/credentials.ts';
import type { Role } from '#schemas/staff/staff.ts';
import type { ReferenceCollection } from '#schemas/sync/collections.ts';

export interface Staffing {
  readonly roles: readonly Role[];
  /** Whether somebody else has the user name of this document. */
  isTaken(document: { readonly id: string }): boolean;
  /** Lets the sign-in follow the document. */
  takeOver(document: { readonly id: string }): Promise<void>;
}

const nothing: Staffing = { roles: [], isTaken: () => false, takeOver: () => Promise.resolve() };

export async function readStaffing(
  tx: Queryable,
  companyId: string,
  collection: ReferenceCollection,
): Promise<Staffing> {
  if (collection !== 'staff' && collection !== 'roles') return nothing;
  const roles = await tx.query<{ body: Role }>(
    `select body from documents where company_id = $1 and collection = 'roles'`,
    [companyId],
  );
  if (collection === 'roles') return { ...nothing, roles: roles.map(({ body }) => body) };
  const staff = await tx.query<{ id: string; username: string }>(
    `select id, body ->> 'username' as username from documents where company_id = $1 and collection = 'staff'`,
    [companyId],
  );
  const names = new Map(staff.map(({ id, username }) => [id, username]));
  return {
    roles: roles.map(({ body }) => body),
    isTaken: (document) => {
      const wanted = usernameOf(document);
      return [...names].some(([id, username]) => id !== document.id && username === wanted);
    },
    takeOver: async (document) => {
      const username = usernameOf(document);
      if (username === undefined || names.get(document.id) === username) return;
      names.set(document.id, username);
      await renameCredential(tx, companyId, document.id, username);
    },
  };
}

const usernameOf = (document: object): string | undefined =>
  'username' in document && typeof document.username === 'string' ? document.username : undefined;
