// What of a reference document is only for those who edit its kind, although everybody reads the rest: it is neither
// sent to others nor lost when they send the document back without it. `withoutAddresses` of the feed does the same in
// SQL.
import type { Conflict } from '../core/reference.ts';
import { mayEdit } from '../staff/editing.ts';
import type { Actor } from '../staff/permissions.ts';
import type { ReferenceCollection } from '../sync/collections.ts';

/** With what a new document has in them. */
const editorsOwn: Partial<Record<ReferenceCollection, Readonly<Record<string, unknown>>>> = {
  outlets: { callSystemAddresses: [] },
};

/** The fields of a collection that somebody does not see. */
export const fieldsHiddenFrom = (actor: Actor, collection: ReferenceCollection): readonly string[] =>
  mayEdit(actor, collection) ? [] : Object.keys(editorsOwn[collection] ?? {});

interface Noted {
  readonly conflicts?: readonly Conflict[];
}

/** What somebody sees of a document that is within his reach, or of one that was entered. */
export function shownOf<Doc extends object & Noted>(
  actor: Actor,
  collection: ReferenceCollection,
  document: Doc,
): Doc {
  const hidden = fieldsHiddenFrom(actor, collection);
  if (hidden.length === 0) return document;
  const shown = Object.entries(document).filter(
    ([field]) => !hidden.includes(field) && field !== 'conflicts',
  );
  // What was only entered may have anything there.
  const { conflicts } = document;
  const notes = Array.isArray(conflicts)
    ? conflicts.filter((note: { field?: string } | null) => !hidden.includes(note?.field ?? ''))
    : [];
  return Object.fromEntries(notes.length > 0 ? [...shown, ['conflicts', notes]] : shown) as Doc;
}

/** A document as it came, with what its sender had not been shown; a new one has it empty. */
export function withUnseen<Doc extends object & Noted>(
  collection: ReferenceCollection,
  incoming: Doc,
  stored: Doc | undefined,
): Doc {
  const empty = editorsOwn[collection];
  const unseen = Object.keys(empty ?? {}).filter((field) => !(field in incoming));
  if (unseen.length === 0) return incoming;
  const known: Readonly<Record<string, unknown>> = { ...empty, ...stored };
  const notes = stored?.conflicts?.filter(({ field }) => unseen.includes(field)) ?? [];
  return {
    ...incoming,
    ...Object.fromEntries(unseen.map((field) => [field, known[field]])),
    ...(notes.length > 0 && { conflicts: [...(incoming.conflicts ?? []), ...notes] }),
  };
}
