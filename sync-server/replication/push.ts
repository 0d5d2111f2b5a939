// Takes over what devices changed in reference data. Each row is judged on its own; a batch is never refused
// for one of them, since that would block the device's queue for ever.
import type { Database, Queryable } from '../database/database.ts';
import type { DatabaseLog } from '../database/log.ts';
import { writeChanges, type DocumentChange } from './changes.ts';
import type { Objection } from '#schemas/core/codes.ts';
import { equalJson } from '#schemas/core/equal.ts';
import type { Conflict } from '#schemas/core/reference.ts';
import { fail, ok, type Result } from '#schemas/core/result.ts';
import type { ReferenceChange } from '#schemas/reference/change.ts';
import { fieldChanges } from '#schemas/reference/history.ts';
import { objectionsTo, type Knowledge } from '#schemas/reference/objections.ts';
import { shownOf, withUnseen } from '#schemas/reference/shown.ts';
import { isInReach, mayDelete, mayEdit } from '#schemas/staff/editing.ts';
import type { Actor } from '#schemas/staff/permissions.ts';
import type { ReferenceCollection } from '#schemas/sync/collections.ts';
import { mergeDocuments, withinBounds } from '#schemas/sync/merge.ts';
import { documentScopes } from '#schemas/sync/scopes.ts';
import { followReference } from '../positions/leave.ts';
import { holdBack, type HeldBack } from '../quarantine/quarantine.ts';
import { readEditsTaken, type EditsTaken, type Taken } from './edits-taken.ts';
import { beginningAgain, byHalves, byRule } from './faults.ts';
import { readKnowledge, takeTurn } from './knowledge.ts';
import { readMadeOn } from './made-on.ts';
import {
  addressesOf,
  contentOf,
  editOf,
  pushedOf,
  sameContent,
  wire,
  type Doc,
  type Pushed,
  type WireDoc,
} from './pushed.ts';
import { followStaff } from './staffing.ts';

export interface PushContext {
  readonly actor: Actor;
  readonly collection: ReferenceCollection;
  readonly now: string;
  /** Was disabled before this came: nothing of it is taken over, all of it is kept. */
  readonly isDisabled?: boolean;
  /** Answers also what is stored as it was sent, so that the device learns its version. */
  readonly answerAll?: boolean;
  readonly log: Pick<DatabaseLog, 'error'>;
  /** Nothing of it is taken over: at taking over the server has failed. */
  readonly hasFailed?: boolean;
}

/** @returns the true state of every document that is not stored as it was sent, or of all */
export async function pushReference(
  database: Database,
  context: PushContext,
  rows: readonly unknown[],
): Promise<WireDoc[]> {
  const transact = (some: readonly Pushed[], told: PushContext = context) =>
    beginningAgain(() => database.transaction((tx) => takeOver(tx, told, some)));
  const pushed = rows.flatMap((row) => pushedOf(context.collection, row));
  return byHalves(pushed, transact, (one, err) => {
    const { log, collection } = context;
    log.error({ err, collection, id: one.id }, 'an edit could not be judged');
    return transact([one], { ...context, hasFailed: true });
  });
}

async function takeOver(tx: Queryable, context: PushContext, pushed: readonly Pushed[]): Promise<WireDoc[]> {
  const { actor, collection, answerAll } = context;
  await takeTurn(tx, context);
  const stored = await lockStored(tx, context, pushed);
  const batch: Batch = {
    ...{ stored, changed: new Map(), answers: new Map(), refused: new Map(), heldBack: [] },
    before: new Map(stored),
    taken: await readEditsTaken(tx, actor, collection, addressesOf(pushed)),
    madeOn: await readMadeOn(tx, context, pushed, stored),
    knowledge: await readKnowledge(tx, context, pushed, stored),
  };
  for (const each of pushed) await takeRow(tx, context, batch, each);
  await holdBack(tx, actor, batch.heldBack);
  await batch.taken.keep();
  const changes = [...batch.changed].map(([id, deviceId]) => changeOf(context, batch, id, deviceId));
  await followReference(
    tx,
    actor.companyId,
    collection,
    changes.flatMap(({ id }) => {
      const after = stored.get(id);
      return after ? [{ before: batch.before.get(id), after }] : [];
    }),
  );
  const versions = await writeChanges(tx, actor.companyId, { documents: changes });
  const newVersion = new Map(changes.map(({ id }, index) => [id, versions[index]]));
  return [...batch.answers].map(([id, doc]) =>
    wire(
      id,
      doc && shownOf(actor, collection, doc),
      newVersion.get(id),
      answerAll ? batch.refused.get(id) : undefined,
    ),
  );
}

/** What one push has come to so far. */
interface Batch {
  /** As each document is to be after the rows before this one. */
  readonly stored: Map<string, Doc>;
  /** Each document before this push. */
  readonly before: ReadonlyMap<string, Doc>;
  /** Whatever is to be written, by the device that had it last. */
  readonly changed: Map<string, string | undefined>;
  /** `null`: nothing that its sender may see. */
  readonly answers: Map<string, Doc | null>;
  /** Why the last row of a document did not go in. */
  readonly refused: Map<string, Objection>;
  readonly heldBack: HeldBack[];
  readonly taken: EditsTaken;
  /** What an edit was made on, where its row names something older. */
  readonly madeOn: ReadonlyMap<Pushed, Doc>;
  readonly knowledge: Knowledge;
}

async function takeRow(tx: Queryable, context: PushContext, batch: Batch, row: Pushed): Promise<void> {
  const { stored, answers, taken } = batch;
  const { actor, collection, answerAll } = context;
  const before = stored.get(row.id);
  const each = completed(asMade(row, batch), collection, before);
  const visible = shown(context, before);
  const edit = editOf(each);
  if (before && edit && taken.has(edit)) return void answers.set(each.id, visible);
  const after = byRule(() => {
    const judged = judge(context, withBase(each, edit && taken.lastOf(edit)), before);
    return judged.ok ? admitted(context, batch.knowledge, before, judged.value) : judged;
  });
  if (!after.ok) return refuse(context, batch, each, after.error, visible);
  const { document, gaveWay } = withinBounds(after.value);
  batch.heldBack.push(...gaveWay.map((note) => heldBackNote(collection, document, note)));
  if (!before || !sameContent(before, document)) {
    stored.set(each.id, document);
    batch.changed.set(each.id, edit?.deviceId);
    batch.knowledge.directory.put(collection, document);
    await followStaff(tx, context.actor.companyId, before, document);
  }
  if (edit && each.incoming.ok)
    taken.add({ ...edit, baseVersion: batch.before.get(each.id)?.version ?? -1, sent: each.incoming.value });
  // A row before it may have been refused: what was to be answered then is not the true state any more.
  answers.delete(each.id);
  batch.refused.delete(each.id);
  if (answerAll || !sameContent(shownOf(actor, collection, document), each.sent))
    answers.set(each.id, document);
}

/** The history tells of what was stored: a value that waited beside it is nowhere else. */
function heldBackNote(
  collection: ReferenceCollection,
  document: Doc,
  { field, other, by }: Conflict,
): HeldBack {
  const { conflicts: _, ...assumedMasterState } = contentOf(document) as Doc;
  const newDocumentState = { ...assumedMasterState, [field]: other ?? undefined };
  const row = { newDocumentState, assumedMasterState };
  return { collection, id: document.id, row, isValid: true, by, code: 'conflicts-full', detail: field };
}

/** A stored document that no rule can read is shown to nobody. */
function shown({ actor, collection, isDisabled }: PushContext, stored: Doc | undefined): Doc | null {
  if (isDisabled || !stored) return null;
  try {
    return isInReach(actor, collection, stored) ? stored : null;
  } catch {
    return null;
  }
}

function refuse(
  { collection }: PushContext,
  { answers, refused, heldBack }: Batch,
  { id, row, incoming }: Pushed,
  objection: Objection,
  visible: Doc | null,
): void {
  const { code, detail } = objection;
  heldBack.push({ collection, id, row, isValid: incoming.ok, code, detail });
  refused.set(id, objection);
  answers.set(id, visible);
}

function asMade(pushed: Pushed, { madeOn }: Batch): Pushed {
  const assumed = madeOn.get(pushed);
  return assumed ? { ...pushed, assumed, assumedVersion: pushed.madeOn } : pushed;
}

/** Who was not shown a field cannot have emptied it. */
function completed(pushed: Pushed, collection: ReferenceCollection, stored: Doc | undefined): Pushed {
  const { incoming } = pushed;
  return incoming.ok ? { ...pushed, incoming: ok(withUnseen(collection, incoming.value, stored)) } : pushed;
}

/**
 * The answer to the device's last edit was lost when it still assumes what was stored before that: then its next
 * one is what it had sent and a little more, and only that is new.
 */
function withBase(pushed: Pushed, last: Taken | undefined): Pushed {
  if (!last || pushed.assumedVersion > last.baseVersion) return pushed;
  return { ...pushed, assumed: last.sent as Doc };
}

/** What is to be stored after this row; the same as before when it says nothing new. */
function judge(context: PushContext, pushed: Pushed, stored: Doc | undefined): Result<Doc, Objection> {
  const { actor, collection, now, isDisabled, hasFailed } = context;
  if (hasFailed) return fail({ code: 'server-fault' });
  if (isDisabled) return fail({ code: 'sender-disabled' });
  if (!mayEdit(actor, collection) && !mayDelete(actor, collection)) return fail({ code: 'not-permitted' });
  if (!pushed.incoming.ok) return pushed.incoming;
  const incoming = pushed.incoming.value;
  const inReach = [incoming, ...(stored ? [stored] : [])].every((doc) => isInReach(actor, collection, doc));
  if (!inReach) return fail({ code: 'not-permitted', detail: 'outside your outlets' });
  if (stored && sameContent(stored, incoming)) return ok(incoming);
  if (!stored || sameContent(stored, pushed.assumed) || isOwnLaterEdit(stored, incoming))
    return ok(withKnownNotes(stored, incoming));
  const merged = mergeDocuments<Doc>(pushed.assumed, incoming, stored, { by: actor.id, at: now });
  const { edit: _, ...unsigned } = merged;
  return ok(unsigned as Doc);
}

/** A device takes notes of conflicts away; only the merge makes them. */
function withKnownNotes(stored: Doc | undefined, incoming: Doc): Doc {
  const { conflicts = [], ...document } = incoming;
  const left = (stored?.conflicts ?? []).filter((note) => conflicts.some((other) => equalJson(note, other)));
  if (equalJson(left, conflicts)) return incoming;
  return { ...document, ...(left.length > 0 && { conflicts: left }) } as Doc;
}

/** Judged on what is to be stored, after the merge: no part of it may be what its sender may not enter. */
function admitted(
  { collection }: PushContext,
  knowledge: Knowledge,
  stored: Doc | undefined,
  after: Doc,
): Result<Doc, Objection> {
  if (sameContent(stored, after)) return ok(after);
  const [objection] = objectionsTo({ collection, stored, after } as ReferenceChange, knowledge);
  return objection ? fail(objection) : ok(after);
}

/** The device's own earlier change is what is stored: its answer was lost, and it has edited on since. */
function isOwnLaterEdit(stored: Doc, incoming: Doc): boolean {
  if (!stored.edit || !incoming.edit) return false;
  return stored.edit.deviceId === incoming.edit.deviceId && stored.edit.n < incoming.edit.n;
}

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

function changeOf(
  { actor, collection, now }: PushContext,
  { stored, before }: Batch,
  id: string,
  deviceId: string | undefined,
): DocumentChange {
  const doc = stored.get(id);
  if (!doc) throw new Error('A changed document is missing from its own push');
  const former = before.get(id);
  return {
    collection,
    id,
    body: contentOf(doc),
    scopes: documentScopes(collection, doc as never),
    isNew: !former,
    history: { by: actor.id, deviceId, at: now, changes: former ? fieldChanges(former, doc) : [] },
  };
}
