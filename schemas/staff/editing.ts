// Who may change which reference document.
import { may, type Actor, type Permission } from './permissions.ts';
import type { Role, Staff } from './staff.ts';
import type { DocumentOf, ReferenceCollection } from '../sync/collections.ts';
import { documentScopes, readScopes } from '../sync/scopes.ts';

export const editPermission: Record<ReferenceCollection, Permission> = {
  customers: 'customers.edit',
  vehicles: 'vehicles.edit',
  outlets: 'outlets.edit',
  staff: 'staff.edit',
  roles: 'roles.edit',
  catalog: 'catalog.edit',
};

/** Whether a document lies within what a person sees of its collection. */
export function isInReach<Name extends ReferenceCollection>(
  actor: Actor,
  collection: Name,
  document: DocumentOf<Name>,
): boolean {
  const own = readScopes(actor, collection);
  return documentScopes(collection, document).some((scope) => own.includes(scope));
}

export function mayEdit(actor: Actor, collection: ReferenceCollection): boolean {
  return may(actor, editPermission[collection]);
}

/**
 * What speaks against storing a document of staff or roles: nobody grants, or takes away, what he does not have
 * himself, and nobody reaches beyond his own outlets. Anything else may be edited by whoever has the permission.
 * @returns the reason in English, or undefined
 */
export function objectionToGrant(
  actor: Actor,
  change: ReferenceChange,
  roles: readonly Role[],
): string | undefined {
  if (change.collection === 'roles') return objectionToRole(actor, change.stored, change.after);
  if (change.collection === 'staff') return objectionToStaff(actor, change.stored, change.after, roles);
  return undefined;
}

/** A document before and after an edit; `stored` is undefined for a new one. */
export type ReferenceChange = {
  [Name in ReferenceCollection]: {
    readonly collection: Name;
    readonly stored: DocumentOf<Name> | undefined;
    readonly after: DocumentOf<Name>;
  };
}[ReferenceCollection];

function objectionToRole(actor: Actor, stored: Role | undefined, after: Role): string | undefined {
  const [before, now] = [effective(stored), effective(after)];
  const changed = [...before, ...now].filter((one) => before.includes(one) !== now.includes(one));
  const beyond = changed.find((permission) => !mayGrant(actor, permission));
  return beyond && `you do not have ${beyond} yourself`;
}

const effective = (role: Role | undefined): readonly Permission[] =>
  role && !role.disabled ? role.permissions : [];

function objectionToStaff(
  actor: Actor,
  stored: Staff | undefined,
  after: Staff,
  roles: readonly Role[],
): string | undefined {
  const held = [...(stored?.roleIds ?? []), ...after.roleIds];
  const beyond = roles
    .filter(({ id }) => held.includes(id))
    .flatMap(({ permissions }) => permissions)
    .find((permission) => !mayGrant(actor, permission));
  if (beyond) return `the role has ${beyond}, which you do not have yourself`;
  if (may(actor, 'outlets.all')) return undefined;
  const within = [stored ?? after, after].every(
    ({ outletIds }) => outletIds.length > 0 && outletIds.every((id) => actor.outletIds.includes(id)),
  );
  return within ? undefined : 'outside your outlets';
}

/** To drive gives nobody anything but the jobs that are dispatched to him: an office may give it. */
const mayGrant = (actor: Actor, permission: Permission): boolean =>
  permission === 'jobs.work' || may(actor, permission);
