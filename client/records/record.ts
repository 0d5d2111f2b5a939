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
  readonly mayEdit: boolean;
  readonly mayDelete: boolean;
}

/** @param given an id, or `new` */
export function useRecord<Name extends ReferenceCollection>(collection: Name, given: string): Record<Name> {
  const actor = useActor();
  const { newId } = useCommands();
  const documents = useReferenceMap(collection);
  const isNew = given === 'new';
  const id = isNew ? newId() : given;
  return {
    ...{ collection, id, isNew },
    document: createMemo(() => documents().get(id)),
    mayEdit: mayEdit(actor, collection),
    mayDelete: mayDelete(actor, collection),
  };
}
