// The small company as a device or the server knows it when it asks the rules about reference data.
import { actor, companyDocuments, type Who } from '../setup/company.ts';
import type { Objection } from '#schemas/core/codes.ts';
import type { ReferenceChange } from '#schemas/reference/change.ts';
import { Directory } from '#schemas/reference/directory.ts';
import { objectionsTo, type Knowledge } from '#schemas/reference/objections.ts';
import type { DocumentOf, ReferenceCollection } from '#schemas/sync/collections.ts';

export const today = '2026-03-01';

export const all = <Name extends ReferenceCollection>(name: Name): DocumentOf<Name>[] =>
  companyDocuments.flatMap((filed) =>
    filed.collection === (name as string) ? [filed.document as DocumentOf<Name>] : [],
  );

export function stored<Name extends ReferenceCollection>(name: Name, id: string): DocumentOf<Name> {
  const found = all(name).find((document) => document.id === id);
  if (!found) throw new Error(`There is no ${id} in ${name}`);
  return found;
}

export const knownTo = (who: Who, known: Partial<Knowledge> = {}): Knowledge => ({
  actor: actor(who),
  directory: new Directory({ staff: all('staff'), roles: all('roles'), vehicles: all('vehicles') }),
  today,
  isComplete: true,
  isUsed: () => false,
  ...known,
});

type Asked<Name extends ReferenceCollection> = {
  readonly who?: Who;
  readonly known?: Partial<Knowledge>;
  readonly before?: DocumentOf<Name>;
};

/** What speaks against changing a document of the small company. */
export function onEdit<Name extends ReferenceCollection>(
  collection: Name,
  id: string,
  edit: Partial<DocumentOf<Name>>,
  { who = 'admin', known, before }: Asked<Name> = {},
): Objection[] {
  const document = before ?? stored(collection, id);
  const after = { ...document, ...edit };
  return objectionsTo({ collection, stored: document, after } as ReferenceChange, knownTo(who, known));
}

/** What speaks against a new document like one of the small company. */
export function onCreation<Name extends ReferenceCollection>(
  collection: Name,
  like: string,
  edit: Partial<DocumentOf<Name>>,
  { who = 'admin', known }: Asked<Name> = {},
): Objection[] {
  const after = { ...stored(collection, like), id: 'new', ...edit };
  return objectionsTo({ collection, stored: undefined, after } as ReferenceChange, knownTo(who, known));
}
