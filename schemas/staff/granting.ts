// Nobody grants, or takes away, what he does not have himself, and nobody reaches beyond his own outlets.
import { givesNothing, managing, type Person } from './administrators.ts';
import { may, seesAnyOutlet, seesOutlet, type Actor, type Permission } from './permissions.ts';
import type { CatalogItem } from '../catalog/catalog.ts';
import { otherApproves } from '../finance/rules.ts';
import type { Vehicle } from '../fleet/vehicle.ts';
import type { Outlet } from '../outlets/outlet.ts';
import type { Role, Staff } from './staff.ts';
import type { ReferenceChange } from '../reference/change.ts';

/** Everybody and every role of the company, as far as whoever asks knows them. */
export interface People {
  readonly staff: Iterable<Person>;
  readonly roles: Iterable<Role>;
}

/**
 * What speaks against storing a document of staff, roles, vehicles or outlets, or a rule. Anything else may be edited
 * by whoever has the permission.
 * @returns the reason in English, or undefined
 */
export function objectionToGrant(
  actor: Actor,
  change: ReferenceChange,
  { staff, roles }: People,
): string | undefined {
  if (change.collection === 'catalog') return objectionToRule(actor, change.stored, change.after);
  if (change.collection === 'roles') return objectionToRole(actor, change.stored, change.after, staff);
  if (change.collection === 'vehicles') return objectionToDrivers(actor, change.stored, change.after, staff);
  if (change.collection === 'outlets') return objectionToOutlet(actor, change.after);
  if (change.collection !== 'staff') return undefined;
  return objectionToStaff(actor, change.stored, change.after, [...roles]);
}

/** Who drives a vehicle is seen on the map by its outlet: nobody puts somebody on one who is not of his own outlets. */
function objectionToDrivers(
  actor: Actor,
  stored: Vehicle | undefined,
  after: Vehicle,
  staff: Iterable<Person>,
): string | undefined {
  const added = after.driverIds.filter((id) => stored?.driverIds.includes(id) !== true);
  const isBeyond = [...staff].some(
    ({ id, outletIds }) => added.includes(id) && !seesAnyOutlet(actor, outletIds),
  );
  return isBeyond ? 'a driver is outside your outlets' : undefined;
}

/** Where an outlet is and from where its call system speaks is its own business; another one is the whole company's. */
const objectionToOutlet = (actor: Actor, { id }: Outlet): string | undefined =>
  seesOutlet(actor, id) ? undefined : 'outside your outlets';

/** Switching a rule off gives people what their roles alone do not. */
function objectionToRule(
  actor: Actor,
  stored: CatalogItem | undefined,
  after: CatalogItem,
): string | undefined {
  const isRule = [stored?.type, after.type].includes('rule') || after.id === otherApproves;
  return isRule && !may(actor, 'roles.edit') ? 'roles.edit' : undefined;
}

/**
 * What speaks against handling somebody's password or private data. Whoever sets a password could sign in with it:
 * nobody sets that of one who may more than himself.
 */
export const objectionToHandling = (actor: Actor, person: Staff, roles: Iterable<Role>): string | undefined =>
  objectionToStaff(actor, person, person, [...roles]);

function objectionToRole(
  actor: Actor,
  stored: Role | undefined,
  after: Role,
  staff: Iterable<Person>,
): string | undefined {
  const [before, now] = [effective(stored), effective(after)];
  const changed = [...before, ...now].filter((one) => before.includes(one) !== now.includes(one));
  const beyond = beyondGrant(actor, changed) ?? beyondManaging(actor, before, changed);
  if (beyond) return `you do not have ${beyond} yourself`;
  const isWithin = changed.length === 0 || isHeldWithin(actor, after, staff);
  return isWithin ? undefined : 'the role is held outside your outlets';
}

/** Nobody takes the management from one who may more than himself: nobody else could give it back. */
function beyondManaging(
  actor: Actor,
  before: readonly Permission[],
  changed: readonly Permission[],
): Permission | undefined {
  const takes = changed.some((one) => before.includes(one) && managing.includes(one));
  return takes ? beyondGrant(actor, before) : undefined;
}

/** A role is changed for everybody who has it. */
export const isHeldWithin = (actor: Actor, { id }: Pick<Role, 'id'>, staff: Iterable<Person>): boolean =>
  [...staff].every(
    (person) => person.deleted || !person.roleIds.includes(id) || isWithinOutlets(actor, person),
  );

const effective = (role: Role | undefined): readonly Permission[] =>
  role && !givesNothing(role) ? role.permissions : [];

function objectionToStaff(
  actor: Actor,
  stored: Staff | undefined,
  after: Staff,
  roles: readonly Role[],
): string | undefined {
  const held = [...(stored?.roleIds ?? []), ...after.roleIds];
  const given = roles.filter(({ id }) => held.includes(id)).flatMap(({ permissions }) => permissions);
  const beyond = beyondGrant(actor, given);
  if (beyond) return `the role has ${beyond}, which you do not have yourself`;
  const within = [stored ?? after, after].every((person) => isWithinOutlets(actor, person));
  return within ? undefined : 'outside your outlets';
}

/** Who works for all outlets is beyond the reach of whoever works for some. */
export function isWithinOutlets(actor: Actor, { outletIds }: Pick<Staff, 'outletIds'>): boolean {
  if (may(actor, 'outlets.all')) return true;
  return outletIds.length > 0 && outletIds.every((id) => actor.outletIds.includes(id));
}

/** To drive gives nobody anything but the jobs that are dispatched to him: an office may give it. */
export const mayGrant = (actor: Actor, permission: Permission): boolean =>
  permission === 'jobs.work' || may(actor, permission);

/** The first of these that somebody may neither give nor take away. */
export const beyondGrant = (actor: Actor, permissions: readonly Permission[]): Permission | undefined =>
  permissions.find((permission) => !mayGrant(actor, permission));
