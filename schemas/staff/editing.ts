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

export const deletePermission: Record<ReferenceCollection, Permission> = {
  customers: 'customers.delete',
  vehicles: 'vehicles.delete',
  outlets: 'outlets.delete',
  staff: 'staff.delete',
  roles: 'roles.delete',
  catalog: 'catalog.delete',
};

/** Whether a document lies within what a person sees of its collection; a deleted one is judged as it was. */
export function isInReach<Name extends ReferenceCollection>(
  actor: Actor,
  collection: Name,
  document: DocumentOf<Name>,
): boolean {
  const own = readScopes(actor, collection);
  return documentScopes(collection, { ...document, deleted: false }).some((scope) => own.includes(scope));
}

export function mayEdit(actor: Actor, collection: ReferenceCollection): boolean {
  return may(actor, editPermission[collection]);
}

export function mayDelete(actor: Actor, collection: ReferenceCollection): boolean {
  return may(actor, deletePermission[collection]);
}
