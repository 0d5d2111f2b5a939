// Disabling, enabling and deleting several documents of a list, with a verdict for each.
import { createSignal, Show, type JSX } from 'solid-js';
import { mayDelete, mayEdit } from '#schemas/staff/editing.ts';
import type { DocumentOf, ReferenceCollection } from '#schemas/sync/collections.ts';
import { useActor } from '../data/session.ts';
import { useStrings } from '../i18n/strings.ts';
import type { BatchRun } from '../ui/batch-run.tsx';
import type { BatchVerdict } from '../ui/batch.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import type { Selection } from '../ui/selection.ts';
import { useSave } from './record-form.ts';
import { recordStrings } from './strings.ts';
import { useUsedBy } from './used-by.ts';

type Doc = DocumentOf<ReferenceCollection>;
type Action = 'disable' | 'enable' | 'delete';

const patches: Readonly<Record<Action, Partial<Doc>>> = {
  disable: { disabled: true },
  enable: { disabled: false },
  delete: { deleted: true },
};

interface Props {
  collection: ReferenceCollection;
  selection: Selection<Doc>;
  /** The page's: rows that are disabled or deleted leave the list, and these buttons with the last of them. */
  run: BatchRun;
}

/** For `ListPage`'s `batch`. */
export function RecordBatch(props: Props): JSX.Element {
  const t = useStrings(recordStrings);
  const actor = useActor();
  const start = useStart(props);
  const [asked, setAsked] = createSignal(false);
  return (
    <>
      <Show when={mayEdit(actor, props.collection)}>
        <Button size="small" onClick={() => start('disable')}>
          {t().batchDisable}
        </Button>
        <Button size="small" onClick={() => start('enable')}>
          {t().batchEnable}
        </Button>
      </Show>
      <Show when={mayDelete(actor, props.collection)}>
        <Button size="small" onClick={() => setAsked(true)}>
          {t().batchDelete}
        </Button>
      </Show>
      <ConfirmDialog
        open={asked()}
        tone="danger"
        title={t().batchDeleteQuestion(props.selection.count())}
        message={t().batchDeleteHint}
        confirmLabel={t().delete}
        onConfirm={() => (setAsked(false), start('delete'))}
        onCancel={() => setAsked(false)}
      />
    </>
  );
}

function useStart(props: Props): (action: Action) => void {
  const t = useStrings(recordStrings);
  const { collection, run } = props;
  const save = useSave(collection);
  const usedBy = useUsedBy();
  const perform = async (document: Doc, action: Action): Promise<BatchVerdict> => {
    const uses = action === 'delete' ? await usedBy(collection, document.id) : undefined;
    const refused = uses ?? (await save({ ...document, ...patches[action] } as Doc));
    if (refused === undefined) return 'done';
    return { failed: typeof refused === 'string' ? refused : Object.values(refused).join(t().listSeparator) };
  };
  return (action) =>
    run.start<Doc>(
      t().batchTitle[action],
      {
        items: [...props.selection.rows()],
        key: ({ id }) => id,
        label: ({ name }) => name,
        perform: (documents) => Promise.all(documents.map((document) => perform(document, action))),
        broken: t().broken,
      },
      () => props.selection.clear(),
    );
}
