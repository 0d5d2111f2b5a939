// How a page changes reference data, and how a person settles what two people changed differently.
import type { RxCollection } from 'rxdb';
import { createMemo, type Accessor } from 'solid-js';
import type { Conflict } from '#schemas/core/reference.ts';
import { equalJson } from '#schemas/core/equal.ts';
import { fail, ok, type Result } from '#schemas/core/result.ts';
import { mayEdit } from '#schemas/staff/editing.ts';
import type { Actor } from '#schemas/staff/permissions.ts';
import {
  collectionNames,
  isReference,
  type DocumentOf,
  type ReferenceCollection,
} from '#schemas/sync/collections.ts';
import { useData, useSubject } from './context.ts';
import type { ClientDatabase } from './database.ts';
import type { Lookup, Lookups } from './references.ts';

export interface ReferenceConflict {
  readonly collection: ReferenceCollection;
  readonly document: DocumentOf<ReferenceCollection>;
  /** The kept value stands in the document; the other waits for a choice. */
  readonly conflict: Conflict;
}

/** `not-stored`: this device could not keep it (storage full); nothing was changed. */
export type Saved = Result<void, { readonly code: 'not-stored' }>;

export interface ReferenceEditing {
  /** Safe on this device when it resolves with ok, and sent when there is a network. */
  save<Name extends ReferenceCollection>(collection: Name, document: DocumentOf<Name>): Promise<Saved>;
  /** As `save`, for many at once: much quicker than one after the other. */
  saveMany<Name extends ReferenceCollection>(
    collection: Name,
    documents: readonly DocumentOf<Name>[],
  ): Promise<Saved>;
  settle(conflict: ReferenceConflict, choice: 'kept' | 'other'): Promise<Saved>;
}

export function useReferenceEditing(): ReferenceEditing {
  const { database } = useData();
  return createReferenceEditing(database);
}

export function createReferenceEditing(database: ClientDatabase): ReferenceEditing {
  const save: ReferenceEditing['save'] = (collection, document) =>
    kept(database.collections[collection].incrementalUpsert(document as never));
  return {
    save,
    saveMany: async (collection, documents) => {
      const written = database.collections[collection].bulkUpsert([...documents] as never);
      return kept(
        written.then(({ error: [first] }) => (first ? Promise.reject(first as unknown) : undefined)),
      );
    },
    settle: async ({ collection, document: { id }, conflict }, choice) => {
      const documents: unknown = database.collections[collection];
      const found = await (documents as RxCollection<DocumentOf<ReferenceCollection>>).findOne(id).exec();
      if (!found) return fail({ code: 'not-stored' });
      // On what is there by now: something else may have come in since the page was drawn.
      return kept(found.incrementalModify((latest) => settled(latest, conflict, choice)));
    },
  };
}

const kept = (write: Promise<unknown>): Promise<Saved> =>
  write.then(
    () => ok(undefined),
    () => fail({ code: 'not-stored' }),
  );

/** The note is gone, and the field has the chosen value. */
export function settled<Doc extends DocumentOf<ReferenceCollection>>(
  document: Doc,
  conflict: Conflict,
  choice: 'kept' | 'other',
): Doc {
  const { conflicts = [], ...rest } = document;
  const open = conflicts.filter((note) => !equalJson(note, conflict));
  const fields: Record<string, unknown> = { ...rest, ...(open.length > 0 && { conflicts: open }) };
  const value = choice === 'kept' ? conflict.kept : conflict.other;
  if (value === null) delete fields[conflict.field];
  else fields[conflict.field] = value;
  return fields as unknown as Doc;
}

/** Of the documents that this person may edit. */
export function useReferenceConflicts(): Accessor<readonly ReferenceConflict[]> {
  const { references, actor } = useData();
  const found = collectionNames
    .filter(isReference)
    .map((name) => conflictsOf(actor, references.lookups, name));
  return createMemo(() => found.flatMap((conflicts) => conflicts()));
}

function conflictsOf<Name extends ReferenceCollection>(actor: Actor, lookups: Lookups, name: Name) {
  const lookup = useSubject<Lookup<Name>>(lookups[name]);
  return () => conflictsIn(actor, name, lookup().values());
}

function conflictsIn(
  actor: Actor,
  collection: ReferenceCollection,
  documents: Iterable<DocumentOf<ReferenceCollection>>,
): ReferenceConflict[] {
  if (!mayEdit(actor, collection)) return [];
  return [...documents].flatMap((document) =>
    (document.conflicts ?? []).map((conflict) => ({ collection, document, conflict })),
  );
}
