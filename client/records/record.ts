// One reference document on its page: the one that is there, or one that is to be.
import { createMemo, type Accessor } from 'solid-js';
import { mayDelete, mayEdit } from '#schemas/staff/editing.ts';
import type { DocumentOf, ReferenceCollection } from '#schemas/sync/collections.ts';
import { useCommands } from '../data/commands.ts';
import { useReferenceMap } from '../data/reference.ts';
import { useActor } from '../data/session.ts';

export interface Record<Name extends ReferenceCollection> {
  readonly collection: Name;
  readonly id: string;
  readonly isNew: boolean;
  /** Undefined for a new one, and when this device holds none. */
  readonly document: Accessor<DocumentOf<Name> | undefined>;
  /** What a new one begins as a copy of. */
  readonly original: Accessor<DocumentOf<Name> | undefined>;
  /** Its draft's name: a copy is another beginning than a blank page. */
  readonly draft: string;
  readonly mayEdit: boolean;
  /** Why just this one is not to be edited, in words; undefined: none of them is. */
  readonly whyNotEdit?: string | undefined;
  readonly mayDelete: boolean;
}

/**
 * @param given an id, or `new`
 * @param from of the document that a new one is a copy of
 */
export function useRecord<Name extends ReferenceCollection>(
  collection: Name,
  given: string,
  from?: string,
): Record<Name> {
  const actor = useActor();
  const { newId } = useCommands();
  const documents = useReferenceMap(collection);
  const isNew = given === 'new';
  const id = isNew ? newId() : given;
  const source = isNew ? from : undefined;
  return {
    ...{ collection, id, isNew },
    document: createMemo(() => documents().get(id)),
    original: createMemo(() => (source === undefined ? undefined : documents().get(source))),
    draft: source === undefined ? `${collection}/${given}` : `${collection}/new from ${source}`,
    mayEdit: mayEdit(actor, collection),
    mayDelete: mayDelete(actor, collection),
  };
}
