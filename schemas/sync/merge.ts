// Three-way merge of reference documents, field by field. The server runs it, and devices take what it comes to.
import { equalJson } from '../core/equal.ts';
import { mostConflicts, type Conflict } from '../core/reference.ts';

export interface Mergeable {
  readonly id: string;
  readonly conflicts?: readonly Conflict[];
}

interface Authorship {
  readonly by: string;
  readonly at: string;
}

/** Fields that belong to the protocol, not to a person. */
const ownFields = new Set(['id', 'version', 'edit', 'conflicts']);

/**
 * @param assumed what the device believed was stored; undefined when it believed there was nothing
 * @param mine the device's document
 * @param stored what is stored; where both changed a field differently its value stays, and mine is noted
 */
export function mergeDocuments<Doc extends Mergeable & object>(
  assumed: Doc | undefined,
  mine: Doc,
  stored: Doc,
  author: Authorship,
): Doc {
  const merged: Record<string, unknown> = Object.fromEntries(Object.entries(stored));
  const before: Record<string, unknown> = Object.fromEntries(Object.entries(assumed ?? {}));
  const conflicts = (stored.conflicts ?? []).filter((note) => !isSettled(note, assumed, mine));
  for (const [field, theirs, value] of fieldsOf(mine, stored)) {
    if (equalJson(value, before[field]) || equalJson(value, theirs)) continue;
    if (equalJson(theirs, before[field])) setField(merged, field, value);
    else noteConflict(conflicts, { field, kept: theirs ?? null, other: value ?? null, ...author });
  }
  const isChosen = (note: Conflict) =>
    holds(assumed, note) && !equalJson(merged[note.field], stored[note.field as keyof Doc]);
  const open = conflicts
    .filter((note) => !isChosen(note))
    .map((note) => ({ ...note, kept: merged[note.field] ?? null }))
    .filter(({ kept, other }) => !equalJson(kept, other));
  setField(merged, 'conflicts', open.length > 0 ? open : undefined);
  return merged as unknown as Doc;
}

/**
 * A person settles a conflict by taking its note away, having chosen a value or left the kept one. Who had
 * not seen the note cannot have settled it, not even by changing the field.
 */
function isSettled(note: Conflict, assumed: Mergeable | undefined, mine: Mergeable): boolean {
  return holds(assumed, note) && !holds(mine, note);
}

const holds = (document: Mergeable | undefined, note: Conflict): boolean =>
  (document?.conflicts ?? []).some((other) => equalJson(other, note));

/** The same push again, after its answer was lost, adds no second note. */
function noteConflict(conflicts: Conflict[], { field, other, ...rest }: Conflict): void {
  const isNoted = conflicts.some((note) => note.field === field && equalJson(note.other, other));
  if (!isNoted) conflicts.push({ field, other, ...rest });
}

/**
 * No record holds more notes than a device may send back with it. What gives way is what the same person entered for
 * the same field before a later note of his, else the oldest: whoever stores the document keeps it elsewhere.
 */
export function withinBounds<Doc extends Mergeable>(
  document: Doc,
): { readonly document: Doc; readonly gaveWay: readonly Conflict[] } {
  const notes = [...(document.conflicts ?? [])];
  const gaveWay: Conflict[] = [];
  while (notes.length > mostConflicts) gaveWay.push(...notes.splice(Math.max(formerOf(notes), 0), 1));
  return { document: gaveWay.length === 0 ? document : { ...document, conflicts: notes }, gaveWay };
}

const formerOf = (notes: readonly Conflict[]): number =>
  notes.findIndex(({ field, by }, index) =>
    notes.slice(index + 1).some((later) => later.field === field && later.by === by),
  );

function fieldsOf(mine: object, stored: object): [field: string, theirs: unknown, mine: unknown][] {
  const a: Record<string, unknown> = { ...mine };
  const b: Record<string, unknown> = { ...stored };
  const fields = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...fields].filter((field) => !ownFields.has(field)).map((field) => [field, b[field], a[field]]);
}

function setField(target: Record<string, unknown>, field: string, value: unknown): void {
  if (value === undefined) delete target[field];
  else target[field] = value;
}
