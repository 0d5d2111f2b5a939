// Who somebody is while signed in, as it follows from the person's document and the roles.
import { permissions, type Actor } from './permissions.ts';
import type { Role, Staff } from './staff.ts';

/** @param roles all roles of the company; a disabled one, or one that is not there, gives nothing */
export function actorOf(staff: Staff, roles: readonly Role[], companyId: string): Actor {
  const { id, name, outletIds, roleIds, extension } = staff;
  const granted = new Set(
    roles.filter((role) => !role.disabled && roleIds.includes(role.id)).flatMap((role) => role.permissions),
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
