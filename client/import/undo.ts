// Takes back what the last import made.
import { createMemo, createResource, createSignal } from 'solid-js';
import { firstValueFrom } from 'rxjs';
import { mayDelete } from '#schemas/staff/editing.ts';
import { useData } from '../data/context.ts';
import { useReferenceMap } from '../data/reference.ts';
import { useReferenceEditing } from '../data/reference-editing.ts';
import { useReferenceRules } from '../data/reference-rules.ts';
import type { ImportDocument, ImportKind } from './kind.ts';
import { openLastImport } from './last-import.ts';
import { browserPace } from './slices.ts';
import { undoRows, usedIn, type Undone } from './write.ts';

export type Undo = ReturnType<typeof useUndo>;

export function useUndo({ collection }: ImportKind) {
  const { actor, database, references } = useData();
  const rules = useReferenceRules();
  const editing = useReferenceEditing();
  const stored = useReferenceMap(collection);
  const [last, { refetch }] = createResource(async () => {
    const record = await openLastImport(database, collection);
    return firstValueFrom(record.data$);
  });
  /** What it made and is there still. */
  const made = createMemo(() =>
    (last()?.made ?? []).flatMap((id): ImportDocument[] => [stored().get(id) ?? []].flat()),
  );
  const [progress, setProgress] = createSignal<{ readonly done: number; readonly all: number }>();
  const [outcome, setOutcome] = createSignal<Undone>();
  return {
    ...{ last, made, progress, outcome },
    mayUndo: mayDelete(actor, collection),
    /** After another import. */
    refresh: () => void refetch(),
    run: async (): Promise<Undone> => {
      const documents = made();
      setProgress({ done: 0, all: documents.length });
      const known = { ...rules.knowledge(), isUsed: usedIn(references.lookups) };
      const undone = await undoRows(collection, documents, known, {
        save: (deleted) => editing.saveMany(collection, deleted),
        pause: browserPace.pause,
        onProgress: (done) => setProgress({ done, all: documents.length }),
      });
      setProgress();
      setOutcome(undone);
      return undone;
    },
  };
}
