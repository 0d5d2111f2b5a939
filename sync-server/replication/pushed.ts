// A row of a push, parsed at the door, and the documents that go back for it.
import { Check } from 'typebox/value';
import type { Objection, Rejection } from '#schemas/core/codes.ts';
import { mostConflicts } from '#schemas/core/reference.ts';
import { equalJson } from '#schemas/core/equal.ts';
import { fail, ok, type Result } from '#schemas/core/result.ts';
import { isStorable } from '#schemas/core/storable.ts';
import { parseOwn } from '#schemas/core/validate.ts';
import { collections, type DocumentOf, type ReferenceCollection } from '#schemas/sync/collections.ts';
import { Addressed, PushRow } from '#schemas/sync/protocol.ts';
import { isAddress } from '../quarantine/quarantine.ts';
import type { Edit } from './edits-taken.ts';

export type Doc = DocumentOf<ReferenceCollection>;
export type WireDoc = Record<string, unknown>;

export interface Pushed {
  readonly id: string;
  readonly row: unknown;
  /** As it came, unknown fields included. */
  readonly sent: object;
  readonly assumed: Doc | undefined;
  /** The version that the device assumed to be stored; -1 when it knew of none. */
  readonly assumedVersion: number;
  /** The version that the device had when it was edited; -1 when it does not say. */
  readonly madeOn: number;
  readonly incoming: Result<Doc, Rejection>;
}

/** A row that cannot even be addressed is answered as something deleted, so that nobody believes it stored. */
export function pushedOf(collection: ReferenceCollection, row: unknown): Pushed[] {
  if (Check(PushRow, row)) {
    const { newDocumentState, assumedMasterState } = row;
    const incoming = documentOf(collection, newDocumentState);
    const assumed = assumedOf(assumedMasterState);
    const assumedVersion = versionOf(assumedMasterState);
    const madeOn = (incoming.ok && incoming.value.edit?.on) || -1;
    const { id } = newDocumentState;
    return [{ ...{ id, row, sent: newDocumentState, incoming }, assumed, assumedVersion, madeOn }];
  }
  if (!Check(Addressed, row)) return [];
  const { newDocumentState } = row;
  const incoming = fail({ code: 'invalid-document', detail: 'id' } as const);
  const assumed = { assumed: undefined, assumedVersion: -1, madeOn: -1 };
  return [{ id: newDocumentState.id, row, sent: newDocumentState, ...assumed, incoming }];
}

/** A state without a version is what the device itself had sent, and knows to be stored. */
function versionOf(state: object | null | undefined): number {
  if (!state) return -1;
  return 'version' in state && typeof state.version === 'number' ? state.version : Infinity;
}

/** It only guides the merge, and may be of an older shape: it need not be valid, just harmless. */
function assumedOf(state: object | null | undefined): Doc | undefined {
  if (!state || !isStorable(state)) return undefined;
  const content: Record<string, unknown> = { ...withFewNotes(contentOf(state)) };
  if (!Array.isArray(content['conflicts'])) delete content['conflicts'];
  return content as unknown as Doc;
}

function documentOf(collection: ReferenceCollection, state: object): Result<Doc, Rejection> {
  if ('_deleted' in state && state._deleted === true) return fail({ code: 'delete-refused' });
  if (!isStorable(state)) return fail({ code: 'invalid-document', detail: 'characters or depth' });
  const parsed = parseOwn(collections[collection].schema, withFewNotes(contentOf(state)));
  return parsed.ok ? ok(parsed.value) : fail({ code: 'invalid-document', detail: parsed.error.join('; ') });
}

/** A record that got more notes when there was no bound comes back with them: of what is left out none was seen. */
function withFewNotes(content: object): object {
  if (!('conflicts' in content) || !Array.isArray(content.conflicts)) return content;
  return { ...content, conflicts: content.conflicts.slice(-mostConflicts) };
}

export const addressesOf = (pushed: readonly Pushed[]): string[] =>
  pushed.map(({ id }) => id).filter(isAddress);

export function editOf({ id, incoming }: Pushed): Edit | undefined {
  const edit = incoming.ok ? incoming.value.edit : undefined;
  return edit && { documentId: id, ...edit };
}

/** A document without what belongs to the replication. */
export function contentOf(state: object): object {
  return Object.fromEntries(
    Object.entries(state).filter(([field]) => field !== 'version' && !field.startsWith('_')),
  );
}

export const sameContent = (a: object | undefined, b: object | undefined): boolean =>
  a !== undefined && b !== undefined && equalJson(contentOf(a), contentOf(b));

/**
 * What its sender may see of a document: nothing looks like something deleted, and so does what was deleted.
 * @param refused why the row did not go in; only who asked for all answers is told
 */
export function wire(
  id: string,
  doc: Doc | null,
  newVersion: number | undefined,
  refused: Objection | undefined,
): WireDoc {
  const told = refused && { _refused: refused };
  if (!doc || doc.deleted) return { id, _deleted: true, ...told };
  return { ...doc, version: newVersion ?? doc.version, _deleted: false, ...told };
}
