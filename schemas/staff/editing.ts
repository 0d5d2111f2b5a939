// Who may change which reference document.
import { may, type Actor, type Permission } from './permissions.ts';
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
