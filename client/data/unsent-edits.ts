// Which reference documents were changed here and have not reached the server yet.
import { createMemo, type Accessor } from 'solid-js';
import {
  collectionNames,
  isReference,
  type DocumentOf,
  type ReferenceCollection,
} from '#schemas/sync/collections.ts';
import { useData, useSubject } from './context.ts';
import { isUnsent } from './edits.ts';
import type { Lookup, Lookups } from './references.ts';

export interface UnsentEdit {
  readonly collection: ReferenceCollection;
  readonly document: DocumentOf<ReferenceCollection>;
}

/** To mark a row that only this device knows of. */
export function useIsUnsent(): (document: UnsentEdit['document']) => boolean {
  const { deviceId } = useData();
  return (document) => isUnsent(document, deviceId);
}

/** Of all collections. */
export function useUnsentEdits(): Accessor<readonly UnsentEdit[]> {
  const { references, deviceId } = useData();
  const found = collectionNames
    .filter(isReference)
    .map((name) => unsentIn(references.lookups, name, deviceId));
  const all = createMemo(() => found.flatMap((unsent) => unsent()));
  return all;
}

function unsentIn<Name extends ReferenceCollection>(lookups: Lookups, name: Name, deviceId: string) {
  const lookup = useSubject<Lookup<Name>>(lookups[name]);
  const unsent = createMemo((): UnsentEdit[] => {
    const documents: UnsentEdit['document'][] = [...lookup().values()];
    return documents
      .filter((document) => isUnsent(document, deviceId))
      .map((document) => ({ collection: name, document }));
  });
  return unsent;
}
