// Puts the rows of an import onto this device, and takes them away again. They are sent like any other edit.
import type { Objection } from '#schemas/core/codes.ts';
import type { ReferenceChange } from '#schemas/reference/change.ts';
import { objectionsTo, type Knowledge } from '#schemas/reference/objections.ts';
import { referencesIn } from '#schemas/reference/references.ts';
import type { DocumentOf, ReferenceCollection } from '#schemas/sync/collections.ts';
import type { Saved } from '../data/reference-editing.ts';
import type { Lookups } from '../data/references.ts';
import { write, type Tree } from '../ui/form/paths.ts';
import { rebase } from '../ui/form/rebase.ts';
import type { JudgedRow } from './judge.ts';
import type { ImportDocument } from './kind.ts';
import { chunksOf } from './slices.ts';

export interface Writing {
  readonly save: (documents: readonly ImportDocument[]) => Promise<Saved>;
  /** Lets the page have its turn. */
  readonly pause: () => Promise<void>;
  readonly onProgress?: (done: number) => void;
  readonly isStopped?: () => boolean;
}

export interface Written {
  /** Ids of records that were made. */
  readonly made: readonly string[];
  readonly changed: number;
  /** The numbers of the rows that got in. */
  readonly written: ReadonlySet<number>;
  /** Those that were left out because somebody else changed or deleted the same since they were judged. */
  readonly overtaken: ReadonlySet<number>;
  /** The device could keep no more. */
  readonly failed: boolean;
}

/** As many as are stored in a moment. */
export const atOnce = 100;

/** Those of these records that are there now, by id. */
export type ReadNow = (ids: readonly string[]) => Promise<ReadonlyMap<string, ImportDocument>>;

/** @param remember is told of new records before they are made, so that they can be undone whatever happens */
export async function writeRows(
  rows: readonly JudgedRow[],
  remember: (made: readonly string[]) => Promise<void>,
  { readNow, save, pause, onProgress, isStopped }: Writing & { readonly readNow: ReadNow },
): Promise<Written> {
  const made: string[] = [];
  const written = new Set<number>();
  const overtaken = new Set<number>();
  const outcome = (failed: boolean) => {
    return { made, changed: written.size - made.length, written, overtaken, failed };
  };
  for (const chunk of chunksOf(rows, atOnce)) {
    if (isStopped?.()) return outcome(false);
    const fresh = chunk
      .filter(({ verdict }) => verdict === 'new')
      .flatMap(({ document }) => document?.id ?? []);
    await remember([...made, ...fresh]);
    const now = await readNow(chunk.flatMap(({ stored }) => stored?.id ?? []));
    const documents = new Map(chunk.map((row) => [row.number, asItIsNow(row, now)]));
    const saved = await save([...documents.values()].flatMap((document) => document ?? []));
    if (!saved.ok) return outcome(true);
    made.push(...fresh);
    for (const [number, document] of documents) (document ? written : overtaken).add(number);
    onProgress?.(written.size + overtaken.size);
    await pause();
  }
  return outcome(false);
}

/**
 * What a row changes, on top of what others have changed since it was judged. Undefined where they changed the same:
 * whoever imports has not seen that.
 */
function asItIsNow(
  { document, stored }: JudgedRow,
  now: ReadonlyMap<string, ImportDocument>,
): ImportDocument | undefined {
  if (!document || !stored) return document;
  const current = now.get(document.id);
  if (!current) return undefined;
  const { follow, theirs } = rebase(stored, current, document);
  if (theirs.size > 0) return undefined;
  const merged = structuredClone(document) as unknown as Tree;
  for (const [path, value] of follow) write(merged, path, value);
  return merged as unknown as ImportDocument;
}

export interface Undone {
  readonly removed: number;
  /** What stays, and why. */
  readonly kept: readonly { readonly name: string; readonly objection: Objection | undefined }[];
}

/** Deletes what an import made, but what is in use by now. What is gone already counts as neither. */
export async function undoRows(
  collection: ReferenceCollection,
  documents: readonly ImportDocument[],
  known: Knowledge,
  { save, pause, onProgress }: Writing,
): Promise<Undone> {
  const kept: { name: string; objection: Objection | undefined }[] = [];
  let removed = 0;
  for (const chunk of chunksOf(documents, atOnce)) {
    const free = chunk.filter((document) => {
      const after = { ...document, deleted: true };
      const [objection] = objectionsTo({ collection, stored: document, after } as ReferenceChange, known);
      if (objection) kept.push({ name: document.name, objection });
      return objection === undefined;
    });
    const saved = await save(free.map((document) => ({ ...document, deleted: true })));
    if (saved.ok) removed += free.length;
    else kept.push(...free.map(({ name }) => ({ name, objection: undefined })));
    onProgress?.(removed + kept.length);
    await pause();
  }
  return { removed, kept };
}

/** Everything that any document names, found in one go: to ask one by one looks through all of them each time. */
export function usedIn(lookups: Lookups): Knowledge['isUsed'] {
  const used = new Set<string>();
  for (const name of Object.keys(lookups) as ReferenceCollection[]) {
    for (const document of lookups[name].value.values() as Iterable<DocumentOf<ReferenceCollection>>) {
      for (const { collection, id } of referencesIn<ReferenceCollection>(name, document))
        if (collection !== name || id !== document.id) used.add(`${collection} ${id}`);
    }
  }
  return (collection, id) => used.has(`${collection} ${id}`);
}
