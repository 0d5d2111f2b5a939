// Takes back what the last import made and changed.
import { createMemo, createResource, createSignal } from 'solid-js';
import { firstValueFrom } from 'rxjs';
import type { Knowledge } from '#schemas/reference/objections.ts';
import { mayDelete } from '#schemas/staff/editing.ts';
import { useData } from '../data/context.ts';
import { useReferenceMap } from '../data/reference.ts';
import type { Lookups } from '../data/references.ts';
import { useReferenceEditing } from '../data/reference-editing.ts';
import { useReferenceRules } from '../data/reference-rules.ts';
import { hasStanding } from './changes.ts';
import type { ImportDocument, ImportKind } from './kind.ts';
import { openLastImport, type Remembered } from './last-import.ts';
import { readerOf } from './read-now.ts';
import { browserPace } from './slices.ts';
import { takeBack, usedIn, type Undone } from './take-back.ts';

export type Undo = ReturnType<typeof useUndo>;

export function useUndo(kind: ImportKind) {
  const { collection } = kind;
  const { actor, database, references } = useData();
  const rules = useReferenceRules();
  const editing = useReferenceEditing();
  const stored = useReferenceMap(collection);
  const record = openLastImport(database, collection);
  const [last, { refetch }] = createResource(async () => firstValueFrom((await record).data$));
  const find = (id: string): ImportDocument | undefined => stored().get(id);
  /** What it made and is there still. */
  const made = createMemo(() => (last()?.made ?? []).filter((id) => find(id) !== undefined));
  /** The records in which something is as it left it still. */
  const changed = createMemo(() =>
    (last()?.changes ?? []).filter((change) => {
      const current = find(change.id);
      return current !== undefined && hasStanding(current, change);
    }),
  );
  const [progress, setProgress] = createSignal<{ readonly done: number; readonly all: number }>();
  const [outcome, setOutcome] = createSignal<Undone>();
  const forget = async ({ kept }: Undone): Promise<void> => {
    const left = new Set(kept.map(({ id }) => id));
    const forgotten = (await record).modify((what) => ({ ...what, ...leftOf(what, left) }));
    // A device that cannot keep it says twice what has been undone, which does no harm.
    await forgotten.catch(() => undefined);
    await refetch();
  };
  return {
    ...{ kind, last, made, changed, progress, outcome },
    mayDelete: mayDelete(actor, collection),
    /** After another import. */
    refresh: (): void => {
      setOutcome();
      void refetch();
    },
    run: async (): Promise<Undone> => {
      const { made: ids = [], changes = [] } = last() ?? {};
      const all = ids.length + changes.length;
      setProgress({ done: 0, all });
      const known = knownNow(rules.knowledge(), references.lookups);
      const undone = await takeBack(
        collection,
        { made: ids, changes },
        {
          known,
          readNow: readerOf(database, collection),
          save: (documents) => editing.saveMany(collection, documents),
          pause: browserPace.pause,
          onProgress: (done) => setProgress({ done, all }),
        },
      );
      await forget(undone);
      setProgress();
      setOutcome(undone);
      return undone;
    },
  };
}

/** Who sees everything also knows what is gone: what was replaced by an import may have been deleted since. */
const knownNow = (known: Knowledge, lookups: Lookups): Knowledge => ({
  ...known,
  isUsed: usedIn(lookups),
  ...(known.isComplete && { isGone: ({ collection, id }) => !lookups[collection].value.has(id) }),
});

/** What could not be undone can be tried again. */
const leftOf = (
  { made, changes = [] }: Partial<Remembered> & Pick<Remembered, 'made'>,
  left: ReadonlySet<string>,
): Remembered => ({
  made: made.filter((id) => left.has(id)),
  changes: changes.filter(({ id }) => left.has(id)),
});
