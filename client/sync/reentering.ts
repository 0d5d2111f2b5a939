// A refused edit entered once more: upon what stands now, as far as it still says something.
import { equalJson } from '#schemas/core/equal.ts';
import type { DocumentOf, ReferenceCollection } from '#schemas/sync/collections.ts';
import type { RefusedEdit } from '../data/refused-edits.ts';
import { fieldsOfDocument, type EnteredField } from './entered-fields.ts';

type Doc = DocumentOf<ReferenceCollection>;
type Entered = Pick<RefusedEdit, 'newDocumentState' | 'assumedMasterState'>;

/** Whether something new was entered, not something that was there changed. */
export const isCreation = ({ assumedMasterState }: Entered): boolean => assumedMasterState === undefined;

/** What was entered, each against what stands there now. */
export function enteredAgainst(edit: Entered, current: Doc | undefined): EnteredField[] {
  const stands: Readonly<Record<string, unknown>> = { ...current };
  const { name, plate } = edit.newDocumentState;
  // A vehicle goes by its plate, and nobody typed that twice.
  const typed = fieldsOfDocument({ ...edit }).filter(({ field }) => field !== 'name' || name !== plate);
  return typed.map(({ field, value }) =>
    current ? { field, value, before: { value: stands[field] ?? null } } : { field, value },
  );
}

/**
 * The document as it would be stored. Undefined when what was changed is not there any more, or when what was
 * entered stands there by now.
 */
export function reentered(edit: Entered, current: Doc | undefined): Doc | undefined {
  if (!current && !isCreation(edit)) return undefined;
  const fields: Record<string, unknown> = { ...(current ?? idOf(edit)) };
  for (const { field, value } of fieldsOfDocument({ ...edit })) {
    if (value === null) delete fields[field];
    else fields[field] = value;
  }
  const document = fields as unknown as Doc;
  return equalJson(document, current) ? undefined : document;
}

const idOf = ({ newDocumentState: { id } }: Entered) => ({ id });

interface Awaited {
  readonly key: string;
  readonly collection: ReferenceCollection;
  /** Absent for something new: it gets another id. */
  readonly documentId: string | undefined;
  /** When the person went to do it over, by this device's clock. */
  readonly since: number;
}

const awaited = new Map<string, Awaited>();

/** The person went to a form to do this over. */
export function awaitReentering(edit: RefusedEdit, since: number): void {
  const { key, collection } = edit;
  const documentId = isCreation(edit) ? undefined : edit.documentId;
  awaited.set(key, { key, collection, documentId, since });
}

/**
 * Which of the awaited ones were done over by what was entered here since.
 * @param documentsOf what this device holds
 */
export function reenteredKeys(
  documentsOf: (collection: ReferenceCollection) => Iterable<Doc>,
  deviceId: string,
  waiting: Iterable<Awaited> = awaited.values(),
): string[] {
  return [...waiting].flatMap(({ key, collection, documentId, since }) => {
    const isDoneOver = ({ id, edit }: Doc) =>
      edit?.deviceId === deviceId && edit.n > since && (documentId === undefined || id === documentId);
    return [...documentsOf(collection)].some(isDoneOver) ? [key] : [];
  });
}

export const forgetReentering = (key: string): void => void awaited.delete(key);
