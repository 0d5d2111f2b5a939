// Takes over what devices changed in reference data. Each row is judged on its own; a batch is never refused
// for one of them, since that would block the device's queue for ever.
import { Check } from 'typebox/value';
import type { Database, Queryable } from '../database/database.ts';
import { writeChanges, StoredMeanwhile, type DocumentChange } from './changes.ts';
import type { Rejection } from '#schemas/core/codes.ts';
import { equalJson } from '#schemas/core/equal.ts';
import { fail, ok, type Result } from '#schemas/core/result.ts';
import { isStorable } from '#schemas/core/storable.ts';
import { parseOwn } from '#schemas/core/validate.ts';
import { isInReach, mayEdit, objectionToGrant, type ReferenceChange } from '#schemas/staff/editing.ts';
import type { Actor } from '#schemas/staff/permissions.ts';
import { collections, type DocumentOf, type ReferenceCollection } from '#schemas/sync/collections.ts';
import { mergeDocuments } from '#schemas/sync/merge.ts';
import { Addressed, PushRow } from '#schemas/sync/protocol.ts';
import { documentScopes } from '#schemas/sync/scopes.ts';
import { holdBack, isAddress, type HeldBack } from '../quarantine/quarantine.ts';
import { readEditsTaken, type Edit, type EditsTaken, type Taken } from './edits-taken.ts';
import { readStaffing, type Staffing } from './staffing.ts';

type Doc = DocumentOf<ReferenceCollection>;
type WireDoc = Record<string, unknown>;

interface Pushed {
  readonly id: string;
  readonly row: unknown;
  /** As it came, unknown fields included. */
  readonly sent: object;
  readonly assumed: Doc | undefined;
  /** The version that the device assumed to be stored; -1 when it knew of none. */
  readonly assumedVersion: number;
  readonly incoming: Result<Doc, Rejection>;
}

export interface PushContext {
  readonly actor: Actor;
  readonly collection: ReferenceCollection;
  readonly now: string;
  /** Was disabled before this came: nothing of it is taken over, all of it is kept. */
  readonly isDisabled?: boolean;
  /** Answers also what is stored as it was sent, so that the device learns its version. */
  readonly answerAll?: boolean;
}

/** @returns the true state of every document that is not stored as it was sent, or of all */
export async function pushReference(
  database: Database,
  context: PushContext,
  rows: readonly unknown[],
): Promise<WireDoc[]> {
  const pushed = rows.flatMap((row) => pushedOf(context.collection, row));
  for (let attempt = 1; ; attempt++) {
    try {
      return await database.transaction((tx) => takeOver(tx, context, pushed));
    } catch (error) {
      if (!(error instanceof StoredMeanwhile) || attempt === 5) throw error;
    }
  }
}

async function takeOver(tx: Queryable, context: PushContext, pushed: readonly Pushed[]): Promise<WireDoc[]> {
  const { actor, collection } = context;
  const stored = await lockStored(tx, context, pushed);
  const batch: Batch = {
    ...{ stored, changed: new Set(), answers: new Map(), heldBack: [] },
    versions: new Map([...stored].map(([id, { version = 0 }]) => [id, version])),
    taken: await readEditsTaken(tx, actor, collection, addressesOf(pushed)),
    staffing: await readStaffing(tx, actor.companyId, collection),
  };
  for (const each of pushed) await takeRow(context, batch, each);
  await holdBack(tx, actor, batch.heldBack);
  await batch.taken.keep();
  const changes = [...batch.changed].map((id) =>
    changeOf(collection, stored.get(id), !batch.versions.has(id)),
  );
  const versions = await writeChanges(tx, actor.companyId, { documents: changes });
  const newVersion = new Map(changes.map(({ id }, index) => [id, versions[index]]));
  return [...batch.answers].map(([id, doc]) => wire(id, doc, newVersion.get(id)));
}

/** What one push has come to so far. */
interface Batch {
  /** As each document is to be after the rows before this one. */
  readonly stored: Map<string, Doc>;
  /** Of each document before this push. */
  readonly versions: ReadonlyMap<string, number>;
  readonly changed: Set<string>;
  /** `null`: nothing that its sender may see. */
  readonly answers: Map<string, Doc | null>;
  readonly heldBack: HeldBack[];
  readonly taken: EditsTaken;
  readonly staffing: Staffing;
}

async function takeRow(context: PushContext, batch: Batch, each: Pushed): Promise<void> {
  const { stored, changed, answers, heldBack, taken, staffing } = batch;
  const { actor, collection, answerAll, isDisabled } = context;
  const before = stored.get(each.id);
  const visible = !isDisabled && before && isInReach(actor, collection, before) ? before : null;
  const edit = editOf(each);
  if (before && edit && taken.has(edit)) return void answers.set(each.id, visible);
  const judged = judge(context, withBase(each, edit && taken.lastOf(edit)), before);
  const after = judged.ok ? admitted(context, staffing, before, judged.value) : judged;
  if (!after.ok) {
    const { code, detail } = after.error;
    heldBack.push({ collection, id: each.id, row: each.row, code, detail });
    return void answers.set(each.id, visible);
  }
  if (!before || !sameContent(before, after.value)) {
    stored.set(each.id, after.value);
    changed.add(each.id);
    await staffing.takeOver(after.value);
  }
  if (edit && each.incoming.ok)
    taken.add({ ...edit, baseVersion: batch.versions.get(each.id) ?? -1, sent: each.incoming.value });
  // A row before it may have been refused: what was to be answered then is not the true state any more.
  answers.delete(each.id);
  if (answerAll || !sameContent(after.value, each.sent)) answers.set(each.id, after.value);
}

/**
 * The answer to the device's last edit was lost when it still assumes what was stored before that: then its next
 * one is what it had sent and a little more, and only that is new.
 */
function withBase(pushed: Pushed, last: Taken | undefined): Pushed {
  if (!last || pushed.assumedVersion > last.baseVersion) return pushed;
  return { ...pushed, assumed: last.sent as Doc };
}

const addressesOf = (pushed: readonly Pushed[]): string[] => pushed.map(({ id }) => id).filter(isAddress);

function editOf({ id, incoming }: Pushed): Edit | undefined {
  const edit = incoming.ok ? incoming.value.edit : undefined;
  return edit && { documentId: id, ...edit };
}

/** What is to be stored after this row; the same as before when it says nothing new. */
function judge(context: PushContext, pushed: Pushed, stored: Doc | undefined): Result<Doc, Rejection> {
  const { actor, collection, now, isDisabled } = context;
  if (isDisabled) return fail({ code: 'sender-disabled' });
  if (!mayEdit(actor, collection)) return fail({ code: 'not-permitted' });
  if (!pushed.incoming.ok) return pushed.incoming;
  const incoming = pushed.incoming.value;
  const inReach = [incoming, ...(stored ? [stored] : [])].every((doc) => isInReach(actor, collection, doc));
  if (!inReach) return fail({ code: 'not-permitted', detail: 'outside your outlets' });
  if (!stored || sameContent(stored, incoming)) return ok(incoming);
  if (sameContent(stored, pushed.assumed) || isOwnLaterEdit(stored, incoming)) return ok(incoming);
  const merged = mergeDocuments<Doc>(pushed.assumed, incoming, stored, { by: actor.id, at: now });
  const { edit: _, ...unsigned } = merged;
  return ok(unsigned as Doc);
}

/** Judged on what is to be stored, after the merge: no part of it may grant what its sender does not have. */
function admitted(
  { actor, collection }: PushContext,
  staffing: Staffing,
  stored: Doc | undefined,
  after: Doc,
): Result<Doc, Rejection> {
  if (sameContent(stored, after)) return ok(after);
  const grant = objectionToGrant(actor, { collection, stored, after } as ReferenceChange, staffing.roles);
  if (grant) return fail({ code: 'not-permitted', detail: grant });
  if (staffing.isTaken(after)) return fail({ code: 'invalid-document', detail: 'the user name is taken' });
  return ok(after);
}

/** The device's own earlier change is what is stored: its answer was lost, and it has edited on since. */
function isOwnLaterEdit(stored: Doc, incoming: Doc): boolean {
  if (!stored.edit || !incoming.edit) return false;
  return stored.edit.deviceId === incoming.edit.deviceId && stored.edit.n < incoming.edit.n;
}

/** A row that cannot even be addressed is answered as something deleted, so that nobody believes it stored. */
function pushedOf(collection: ReferenceCollection, row: unknown): Pushed[] {
  if (Check(PushRow, row)) {
    const { newDocumentState, assumedMasterState } = row;
    const incoming = documentOf(collection, newDocumentState);
    const assumed = assumedOf(assumedMasterState);
    const assumedVersion = versionOf(assumedMasterState);
    return [{ id: newDocumentState.id, row, sent: newDocumentState, assumed, assumedVersion, incoming }];
  }
  if (!Check(Addressed, row)) return [];
  const { newDocumentState } = row;
  const incoming = fail({ code: 'invalid-document', detail: 'id' } as const);
  const assumed = { assumed: undefined, assumedVersion: -1 };
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
  const content: Record<string, unknown> = { ...contentOf(state) };
  if (!Array.isArray(content['conflicts'])) delete content['conflicts'];
  return content as unknown as Doc;
}

function documentOf(collection: ReferenceCollection, state: object): Result<Doc, Rejection> {
  if ('_deleted' in state && state._deleted === true) return fail({ code: 'delete-refused' });
  if (!isStorable(state)) return fail({ code: 'invalid-document', detail: 'characters or depth' });
  const parsed = parseOwn(collections[collection].schema, contentOf(state));
  return parsed.ok ? ok(parsed.value) : fail({ code: 'invalid-document', detail: parsed.error.join('; ') });
}

/** A document without what belongs to the replication. */
function contentOf(state: object): object {
  return Object.fromEntries(
    Object.entries(state).filter(([field]) => field !== 'version' && !field.startsWith('_')),
  );
}

const sameContent = (a: object | undefined, b: object | undefined): boolean =>
  a !== undefined && b !== undefined && equalJson(contentOf(a), contentOf(b));

async function lockStored(
  tx: Queryable,
  { actor, collection }: PushContext,
  pushed: readonly Pushed[],
): Promise<Map<string, Doc>> {
  const rows = await tx.query<{ id: string; body: Doc; version: number }>(
    `select id, body, version from documents
     where company_id = $1 and collection = $2 and id = any ($3::text[]) order by id for update`,
    [actor.companyId, collection, addressesOf(pushed)],
  );
  return new Map(rows.map(({ id, body, version }) => [id, { ...body, version }]));
}

function changeOf(collection: ReferenceCollection, doc: Doc | undefined, isNew: boolean): DocumentChange {
  if (!doc) throw new Error('A changed document is missing from its own push');
  return {
    collection,
    id: doc.id,
    body: contentOf(doc),
    scopes: documentScopes(collection, doc as never),
    isNew,
  };
}

/** What its sender may see of a document: nothing looks like something deleted. */
function wire(id: string, doc: Doc | null, newVersion: number | undefined): WireDoc {
  if (!doc) return { id, _deleted: true };
  return { ...doc, version: newVersion ?? doc.version, _deleted: false };
}
