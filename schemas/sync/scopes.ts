// Who may see which document. A document is filed under scopes; a person reads the scopes that are his.
// Scopes are `company`, `outlet:ID`, `outlet:*` (for those who see every outlet), `driver:ID`, `actor:ID`. Under
// `amounts` and `addresses` nothing is filed: whoever reads by them reads orders and outlets whole, and others orders
// without what they cost, outlets without their call systems' addresses.
import { heldOf } from '../finance/cash/cash.ts';
import type { Collection, DocumentOf } from './collections.ts';
import { stillAsked } from '../orders/offer.ts';
import { may, type Actor, type Permission } from '../staff/permissions.ts';

export type Scope =
  'company' | 'amounts' | 'addresses' | `outlet:${string}` | `driver:${string}` | `actor:${string}`;

export const outletScope = (id: string): Scope => `outlet:${id}`;
const driver = (id: string): Scope => `driver:${id}`;
const actorScope = (id: string): Scope => `actor:${id}`;
export const everyOutlet: Scope = 'outlet:*';

type Filing = { readonly [Name in Collection]: (document: DocumentOf<Name>) => Scope[] };

const filing: Filing = {
  // Who still holds cash of an order sees it, whoever drives it by now.
  orders: ({ outletId, assignment, offer, cash }) => [
    everyOutlet,
    outletScope(outletId),
    ...(assignment ? [driver(assignment.driverId)] : []),
    ...(offer ? stillAsked(offer).map(({ driverId }) => driver(driverId)) : []),
    ...(cash && heldOf(cash) !== 0 ? [driver(cash.driverId)] : []),
  ],
  commands: ({ actorId }) => (actorId ? [actorScope(actorId)] : []),
  notices: ({ outletId }) => [everyOutlet, outletScope(outletId)],
  // With orders of several outlets it is for those who see every outlet.
  statements: ({ outletIds }) => {
    if (outletIds.length === 0) return ['company'];
    return outletIds.length === 1 ? [everyOutlet, ...outletIds.map(outletScope)] : [everyOutlet];
  },
  calls: ({ outletId, staffId }) => [
    everyOutlet,
    outletScope(outletId),
    ...(staffId ? [actorScope(staffId)] : []),
  ],
  photos: ({ outletId, driverId, removed }) =>
    removed ? [] : [everyOutlet, outletScope(outletId), ...(driverId ? [driver(driverId)] : [])],
  positions: ({ outletId }) => [everyOutlet, outletScope(outletId)],
  customers: ({ outletIds }) =>
    outletIds.length === 0 ? ['company'] : ['outlet:*', ...outletIds.map(outletScope)],
  vehicles: ({ outletId }) => [everyOutlet, outletScope(outletId)],
  outlets: () => ['company'],
  // Who works for all outlets is known to all, so that names in a timeline can be read.
  staff: ({ id, outletIds }) => [
    everyOutlet,
    actorScope(id),
    ...(outletIds.length === 0 ? (['company'] as const) : outletIds.map(outletScope)),
  ],
  roles: () => ['company'],
  catalog: () => ['company'],
};

/** The scopes a document is filed under. What was deleted is nobody's to see: it leaves every device. */
export function documentScopes<Name extends Collection>(
  collection: Name,
  document: DocumentOf<Name>,
): Scope[] {
  if ('deleted' in document && document.deleted) return [];
  return [...new Set(filing[collection](document))];
}

const viewPermission: Partial<Record<Collection, Permission>> = {
  orders: 'orders.view',
  notices: 'orders.view',
  photos: 'orders.view',
  statements: 'finance.view',
  positions: 'map.view',
  customers: 'customers.view',
  vehicles: 'vehicles.view',
  staff: 'staff.view',
  roles: 'roles.view',
  calls: 'calls.view',
};

/** To see what orders cost. */
export const amountsPermission: Permission = 'finance.view';

/** Undefined: everybody may see it. */
export const permissionToView = (collection: Collection): Permission | undefined =>
  viewPermission[collection];

/** Collections of which a driver sees what is his, whatever else he may see. */
const driversOwn: readonly Collection[] = ['orders', 'photos'];

/** Of the outlets that somebody works for. */
export const outletScopes = (actor: Actor): Scope[] =>
  may(actor, 'outlets.all') ? [everyOutlet] : actor.outletIds.map(outletScope);

/** The scopes of a collection that a person reads, sorted. */
export function readScopes(actor: Actor, collection: Collection): Scope[] {
  const scopes = new Set<Scope>();
  const needed = viewPermission[collection];
  if (collection === 'commands' || collection === 'staff' || collection === 'calls')
    scopes.add(actorScope(actor.id));
  if (driversOwn.includes(collection) && may(actor, 'jobs.work')) scopes.add(driver(actor.id));
  if (collection !== 'commands' && (!needed || may(actor, needed))) {
    scopes.add('company');
    for (const scope of outletScopes(actor)) scopes.add(scope);
  }
  if (collection === 'orders' && may(actor, amountsPermission)) scopes.add('amounts');
  if (collection === 'outlets' && may(actor, 'outlets.edit')) scopes.add('addresses');
  return [...scopes].sort();
}
