// Puts the rows of an import onto this device. They are sent like any other edit.
import type { Saved } from '../data/reference-editing.ts';
import { write, type Tree } from '../ui/form/paths.ts';
import { rebase } from '../ui/form/rebase.ts';
import { changesBetween, type RecordChange } from './changes.ts';
import type { JudgedRow } from './judge.ts';
import type { ImportDocument } from './kind.ts';
import type { Remembered } from './last-import.ts';
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

/**
 * @param remember is told what is to be made and changed before anything is, so that it can be undone whatever
 * happens, and in the end what really was; false: this device cannot keep it
 */
export async function writeRows(
  rows: readonly JudgedRow[],
  remember: (what: Remembered) => Promise<boolean>,
  { readNow, save, pause, onProgress, isStopped }: Writing & { readonly readNow: ReadNow },
): Promise<Written> {
  const made: string[] = [];
  const changes: RecordChange[] = [];
  const written = new Set<number>();
  const overtaken = new Set<number>();
  const outcome = async (failed: boolean): Promise<Written> => {
    await remember({ made, changes });
    return { made, changed: written.size - made.length, written, overtaken, failed };
  };

  if (!(await remember(planned(rows)))) return outcome(true);
  for (const chunk of chunksOf(rows, atOnce)) {
    if (isStopped?.()) return outcome(false);
    const now = await readNow(chunk.flatMap(({ stored }) => stored?.id ?? []));
    const documents = new Map(chunk.map((row) => [row.number, asItIsNow(row, now)]));
    const saved = await save([...documents.values()].flatMap((document) => document ?? []));
    if (!saved.ok) return outcome(true);
    for (const { verdict, number } of chunk) {
      const document = documents.get(number);
      (document ? written : overtaken).add(number);
      if (document && verdict === 'new') made.push(document.id);
      else if (document) changes.push(changeOf(now.get(document.id), document));
    }
    onProgress?.(written.size + overtaken.size);
    await pause();
  }
  return outcome(false);
}

const changeOf = (before: ImportDocument | undefined, after: ImportDocument): RecordChange => ({
  id: after.id,
  fields: changesBetween(before, after),
});

const planned = (rows: readonly JudgedRow[]): Remembered => ({
  made: rows.flatMap(({ verdict, document }) => (verdict === 'new' && document ? document.id : [])),
  changes: rows.flatMap(({ document, stored }) => (document && stored ? changeOf(stored, document) : [])),
});

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
