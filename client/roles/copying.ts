// A new role that begins as another one is, as far as whoever makes it may grant that.
import { mayGrant } from '#schemas/staff/granting.ts';
import { withoutPermissions } from '#schemas/staff/permission-groups.ts';
import type { Permission } from '#schemas/staff/permissions.ts';
import { useReferenceMap } from '../data/reference.ts';
import { useActor } from '../data/session.ts';

export interface RoleCopy {
  readonly name: string;
  readonly permissions: readonly Permission[];
  /** What he does not have himself. */
  readonly leftOut: readonly Permission[];
}

export function useCopying(): (roleId: string | undefined) => RoleCopy | undefined {
  const actor = useActor();
  const roles = useReferenceMap('roles');
  return (roleId) => {
    const role = roles().get(roleId ?? '');
    if (!role) return undefined;
    const beyond = role.permissions.filter((permission) => !mayGrant(actor, permission));
    const permissions = withoutPermissions(role.permissions, beyond);
    const leftOut = role.permissions.filter((permission) => !permissions.includes(permission));
    return { name: role.name, permissions, leftOut };
  };
}
