// Takes an import back: what it made is deleted, what it changed is put back. Sent like any other edit.
import type { Objection } from '#schemas/core/codes.ts';
import type { ReferenceChange } from '#schemas/reference/change.ts';
import { objectionsTo, type Knowledge } from '#schemas/reference/objections.ts';
import { referencesIn } from '#schemas/reference/references.ts';
import type { DocumentOf, ReferenceCollection } from '#schemas/sync/collections.ts';
import type { Lookups } from '../data/references.ts';
import { putBack } from './changes.ts';
import type { ImportDocument } from './kind.ts';
import type { Remembered } from './last-import.ts';
import { chunksOf } from './slices.ts';
import { atOnce, type ReadNow, type Writing } from './write.ts';

export interface Undone {
  /** Ids of new records that are gone. */
  readonly removed: number;
  /** Records that have their former values again. */
  readonly restored: number;
  /** What stays as the import left it, and why; without an objection: the device could not keep it. */
  readonly kept: readonly Kept[];
  /** Fields that somebody has changed since, which stay as he left them. */
  readonly overtaken: readonly Overtaken[];
}

interface Kept {
  readonly id: string;
  readonly name: string;
  readonly objection: Objection | undefined;
}

interface Overtaken {
  readonly name: string;
  readonly paths: readonly string[];
}

interface TakingBack extends Omit<Writing, 'isStopped'> {
  readonly readNow: ReadNow;
  readonly known: Knowledge;
}

/** What is gone already counts as nothing. */
export async function takeBack(
  collection: ReferenceCollection,
  { made, changes }: Remembered,
  { readNow, known, save, pause, onProgress }: TakingBack,
): Promise<Undone> {
  const kept: Kept[] = [];
  const overtaken: Overtaken[] = [];
  let done = 0;
  /** @returns how many were kept on this device */
  const saveAll = async (steps: readonly Step[], looked: number): Promise<number> => {
    const free = steps.filter(({ stored, after }) => {
      const [objection] = objectionsTo({ collection, stored, after } as ReferenceChange, known);
      if (objection) kept.push({ id: stored.id, name: stored.name, objection });
      else known.directory.put(collection, after);
      return objection === undefined;
    });
    const saved = await save(free.map(({ after }) => after));
    if (!saved.ok) kept.push(...free.map(({ stored: { id, name } }) => ({ id, name, objection: undefined })));
    onProgress?.((done += looked));
    await pause();
    return saved.ok ? free.length : 0;
  };
  let removed = 0;
  for (const ids of chunksOf(made, atOnce)) {
    const now = await readNow(ids);
    const steps = [...now.values()].map((stored) => ({ stored, after: { ...stored, deleted: true } }));
    removed += await saveAll(steps, ids.length);
  }
  let restored = 0;
  // The last first: an extension is free again only when whoever was given it has let go of it.
  for (const chunk of chunksOf([...changes].reverse(), atOnce)) {
    const now = await readNow(chunk.map(({ id }) => id));
    const steps = chunk.flatMap((change): Step[] => {
      const stored = now.get(change.id);
      const back = stored && putBack(stored, change);
      if (!back) return [];
      if (back.overtaken.length > 0) overtaken.push({ name: stored.name, paths: back.overtaken });
      return back.isChanged ? [{ stored, after: back.document }] : [];
    });
    restored += await saveAll(steps, chunk.length);
  }
  return { removed, restored, kept, overtaken };
}

interface Step {
  readonly stored: ImportDocument;
  readonly after: ImportDocument;
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
