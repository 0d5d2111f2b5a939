// Who names a document, as far as one knows: a device says so before anybody tries to delete it. The server,
// which also has every order there ever was, decides.
import { referencesIn } from './references.ts';
import type { DocumentOf, ReferenceCollection } from '../sync/collections.ts';

/** How many documents of a collection are counted: that it is in use is known with the first. */
export const mostCounted = 1000;

export interface Use {
  readonly collection: ReferenceCollection;
  readonly id: string;
  readonly name: string;
  /** The field in which it names the document. */
  readonly field: string;
}

/** All documents of each collection; those of one that is left out are not looked through. */
export type Documents = {
  readonly [Name in ReferenceCollection]?: Iterable<DocumentOf<Name>>;
};

/** The documents that name this one, each once. */
export function usesOf(collection: ReferenceCollection, id: string, documents: Documents): Use[] {
  return [
    ...usesIn('outlets', documents.outlets, collection, id),
    ...usesIn('roles', documents.roles, collection, id),
    ...usesIn('staff', documents.staff, collection, id),
    ...usesIn('vehicles', documents.vehicles, collection, id),
    ...usesIn('customers', documents.customers, collection, id),
    ...usesIn('catalog', documents.catalog, collection, id),
  ];
}

function usesIn<Name extends ReferenceCollection>(
  user: Name,
  documents: Iterable<DocumentOf<Name>> | undefined,
  collection: ReferenceCollection,
  id: string,
): Use[] {
  return [...(documents ?? [])].flatMap((document) => {
    if (document.deleted || (user === (collection as string) && document.id === id)) return [];
    const found = referencesIn(user, document).find((one) => one.collection === collection && one.id === id);
    return found ? [{ collection: user, id: document.id, name: document.name, field: found.field }] : [];
  });
}
