// Edits of reference data that the server did not take. The replication puts what stands there in their place, so
// what was entered is kept here, with the reason, until its author has said what becomes of it.
import { distinctUntilChanged, map, type Observable } from 'rxjs';
import type { Objection } from '#schemas/core/codes.ts';
import { equalJson } from '#schemas/core/equal.ts';
import { isReference, type Collection, type ReferenceCollection } from '#schemas/sync/collections.ts';
import type { ClientDatabase } from './database.ts';
import { openRecord } from './local-record.ts';
import type { PushRow, RefusedRow } from './wire.ts';

export interface RefusedEdit extends Objection {
  /** Names the edit: the same one refused twice is one. */
  readonly key: string;
  readonly collection: ReferenceCollection;
  readonly documentId: string;
  /** As it was entered, and what it was entered over: absent for something new. */
  readonly newDocumentState: Readonly<Record<string, unknown>>;
  readonly assumedMasterState?: Readonly<Record<string, unknown>>;
  /** ISO instant by this device's clock. */
  readonly refusedAt: string;
}

export interface RefusedEdits {
  /** Newest first. */
  readonly edits$: Observable<readonly RefusedEdit[]>;
  /** Safe on this device when it resolves. */
  add(name: Collection, rows: readonly PushRow[], refused: readonly RefusedRow[]): Promise<void>;
  dismiss(key: string): Promise<void>;
}

/** All are kept by the server too; a device keeps as many as somebody can work off. */
const atMost = 500;

export async function openRefusedEdits(
  database: ClientDatabase,
  now: () => string = () => new Date().toISOString(),
): Promise<RefusedEdits> {
  const record = await openRecord<{ edits: RefusedEdit[] }>(database, 'refused-edits', { edits: [] });
  return {
    edits$: record.data$.pipe(
      map(({ edits }) => edits),
      distinctUntilChanged<readonly RefusedEdit[]>(equalJson),
    ),
    add: async (name, rows, refused) => {
      const found = editsOf(name, rows, refused, now());
      if (found.length === 0) return;
      const isAgain = ({ key }: RefusedEdit) => found.some((edit) => edit.key === key);
      await record.modify(({ edits }) => ({
        edits: [...found, ...edits.filter((edit) => !isAgain(edit))].slice(0, atMost),
      }));
    },
    dismiss: async (key) => {
      await record.modify(({ edits }) => ({ edits: edits.filter((edit) => edit.key !== key) }));
    },
  };
}

function editsOf(
  name: Collection,
  rows: readonly PushRow[],
  refused: readonly RefusedRow[],
  refusedAt: string,
): RefusedEdit[] {
  if (!isReference(name)) return [];
  return refused.flatMap(({ id, ...objection }): RefusedEdit[] => {
    const row = rows.find(({ newDocumentState }) => 'id' in newDocumentState && newDocumentState.id === id);
    return row ? [{ ...objection, ...editOf(name, id, row), refusedAt }] : [];
  });
}

function editOf(collection: ReferenceCollection, documentId: string, row: PushRow) {
  const newDocumentState = plain(row.newDocumentState);
  const key = `${collection} ${documentId} ${numberOf(newDocumentState)}`;
  const assumed = row.assumedMasterState;
  return {
    ...{ key, collection, documentId, newDocumentState },
    ...(assumed && { assumedMasterState: plain(assumed) }),
  };
}

/** Without RxDB's own fields. */
const plain = (document: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(document).filter(([field]) => !field.startsWith('_')));

function numberOf({ edit }: Readonly<Record<string, unknown>>): number {
  return typeof edit === 'object' && edit && 'n' in edit && typeof edit.n === 'number' ? edit.n : 0;
}
