// What ticking does to a role's permissions, for somebody who cannot give or take what he does not have.
import { withoutPermissions, withPermissions } from '#schemas/staff/permission-groups.ts';
import type { Permission } from '#schemas/staff/permissions.ts';

export type MayGrant = (permission: Permission) => boolean;

export type Tick = 'all' | 'some' | 'none';

export function tickOf(held: readonly Permission[], wanted: readonly Permission[]): Tick {
  const count = wanted.filter((each) => held.includes(each)).length;
  if (count === 0) return 'none';
  return count === wanted.length ? 'all' : 'some';
}

/** What would have to change as well and is not his to change; undefined: he may tick this. */
export function lacking(
  held: readonly Permission[],
  permission: Permission,
  mayGrant: MayGrant,
): Permission | undefined {
  const after = ticked(held, permission, !held.includes(permission));
  const changed = [...held, ...after].filter((each) => held.includes(each) !== after.includes(each));
  return changed.find((each) => !mayGrant(each));
}

/** A row or a column at once: what is not his to change stays as it is. */
export function switched(
  held: readonly Permission[],
  wanted: readonly Permission[],
  on: boolean,
  mayGrant: MayGrant,
): readonly Permission[] {
  return wanted.reduce<readonly Permission[]>((now, each) => {
    if (now.includes(each) === on || lacking(now, each, mayGrant)) return now;
    return ticked(now, each, on);
  }, held);
}

const ticked = (held: readonly Permission[], permission: Permission, on: boolean): readonly Permission[] =>
  on ? withPermissions(held, [permission]) : withoutPermissions(held, [permission]);

/** Whether ticking all of these would change anything, and which way. */
export function nextSwitch(
  held: readonly Permission[],
  wanted: readonly Permission[],
  mayGrant: MayGrant,
): boolean | undefined {
  const changes = (on: boolean) => switched(held, wanted, on, mayGrant).length !== held.length;
  if (changes(true)) return true;
  return changes(false) ? false : undefined;
}
