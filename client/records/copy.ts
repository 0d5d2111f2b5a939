// What a new document begins with when it is made like another: everything that a person entered there.
import { createMemo, type Accessor } from 'solid-js';
import type { DocumentOf, ReferenceCollection } from '#schemas/sync/collections.ts';
import type { Record } from './record.ts';

/** Named by the person again, and what belongs to the protocol. */
type Entered<Doc> = Omit<Doc, 'id' | 'disabled' | 'deleted' | 'edit' | 'conflicts' | 'version'>;

/** @param own takes away what two of them cannot share */
export function useCopy<Name extends ReferenceCollection, Copy extends object>(
  record: Record<Name>,
  own: (entered: Entered<DocumentOf<Name>>) => Copy,
): Accessor<Copy | undefined> {
  return createMemo(() => {
    const original = record.original();
    return original && own(entered(original));
  });
}

function entered<Doc extends DocumentOf<ReferenceCollection>>(document: Doc): Entered<Doc> {
  const { id: _id, disabled: _disabled, deleted: _deleted, edit: _edit, ...rest } = document;
  const { conflicts: _conflicts, version: _version, ...fields } = rest;
  return fields as Entered<Doc>;
}
