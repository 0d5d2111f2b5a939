// Whoever may edit both roles and employees, of all outlets, can put everything else right. One such person has to
// remain.
import type { Permission } from './permissions.ts';
import type { Role, Staff } from './staff.ts';

type Known =
  'id' | 'disabled' | 'deleted' | 'employment' | 'roleIds' | 'outletIds' | 'username' | 'extension';

export interface Person extends Pick<Staff, Known> {
  /** Only the server knows it: he cannot sign in yet. */
  readonly hasNoPassword?: boolean;
}

export const managing: readonly Permission[] = ['roles.edit', 'staff.edit', 'outlets.all'];

/** Neither disabled nor gone: he may work now. */
export const mayWork = ({
  disabled,
  deleted,
  employment,
}: Pick<Person, 'disabled' | 'deleted' | 'employment'>): boolean =>
  !disabled && !deleted && employment !== 'left';

export const givesNothing = ({ disabled, deleted }: Pick<Role, 'disabled' | 'deleted'>): boolean =>
  disabled || deleted === true;

export const hasAdministrator = (staff: Iterable<Person>, roles: Iterable<Role>): boolean => {
  const granted = permissionsByRole(roles);
  return [...staff].some((person) => administers(person, granted));
};

export const isAdministrator = (person: Person, roles: Iterable<Role>): boolean =>
  administers(person, permissionsByRole(roles));

/** Whether a role counts less for this from now on. */
export const takesManagement = (before: Role, after: Role): boolean =>
  managing.some((permission) => gives(before, permission) && !gives(after, permission));

const gives = (role: Role, permission: Permission): boolean =>
  !givesNothing(role) && role.permissions.includes(permission);

type Granted = ReadonlyMap<string, readonly Permission[]>;

const permissionsByRole = (roles: Iterable<Role>): Granted =>
  new Map([...roles].map((role) => [role.id, givesNothing(role) ? [] : role.permissions]));

function administers(person: Person, granted: Granted): boolean {
  if (!mayWork(person) || person.hasNoPassword) return false;
  const held = person.roleIds.flatMap((id) => granted.get(id) ?? []);
  return managing.every((permission) => held.includes(permission));
}
