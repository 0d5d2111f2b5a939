// Who somebody is while signed in, as it follows from the person's document and the roles.
import { givesNothing } from './administrators.ts';
import { everybodys, permissions, type Actor } from './permissions.ts';
import type { Role, Staff } from './staff.ts';

/** Whether these roles show every outlet's work: else whoever has them needs an outlet to see any. */
export const seeAllOutlets = (roleIds: readonly string[], roles: readonly Role[]): boolean =>
  roles.some(
    (role) => !givesNothing(role) && roleIds.includes(role.id) && role.permissions.includes('outlets.all'),
  );

/** @param roles all roles of the company; one that is disabled or deleted, or not there, gives nothing */
export function actorOf(staff: Staff, roles: readonly Role[], companyId: string): Actor {
  const { id, name, outletIds, roleIds, extension } = staff;
  const granted = new Set(
    roles
      .filter((role) => !givesNothing(role) && roleIds.includes(role.id))
      .flatMap((role) => [...everybodys, ...role.permissions]),
  );
  return {
    id,
    name,
    companyId,
    outletIds,
    roleIds,
    permissions: permissions.filter((permission) => granted.has(permission)),
    ...(extension !== undefined && { extension }),
  };
}
