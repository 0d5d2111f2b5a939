// Disabling, enabling and deleting several documents of a list, with a verdict for each.
import { createSignal, Show, type JSX } from 'solid-js';
import { mayDelete, mayEdit } from '#schemas/staff/editing.ts';
import type { DocumentOf, ReferenceCollection } from '#schemas/sync/collections.ts';
import { useActor } from '../data/session.ts';
import { useStrings } from '../i18n/strings.ts';
import { BatchDialog } from '../ui/batch-dialog.tsx';
import { startBatch, type Batch, type BatchVerdict } from '../ui/batch.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import type { Selection } from '../ui/selection.ts';
import { useSave } from './record-form.ts';
import { recordStrings } from './strings.ts';

type Doc = DocumentOf<ReferenceCollection>;
type Action = 'disable' | 'enable' | 'delete';

const patches: Readonly<Record<Action, Partial<Doc>>> = {
  disable: { disabled: true },
  enable: { disabled: false },
  delete: { deleted: true },
};

/** For `ListPage`'s `batch`. */
export function RecordBatch(props: {
  collection: ReferenceCollection;
  selection: Selection<Doc>;
}): JSX.Element {
  const t = useStrings(recordStrings);
  const actor = useActor();
  const run = useBatch(props);
  const [asked, setAsked] = createSignal(false);
  return (
    <>
      <Show when={mayEdit(actor, props.collection)}>
        <Button size="small" onClick={() => run.start('disable')}>
          {t().batchDisable}
        </Button>
        <Button size="small" onClick={() => run.start('enable')}>
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
        title={t().deleteQuestion(String(props.selection.count()))}
        message={t().deleteHint}
        confirmLabel={t().delete}
        onConfirm={() => (setAsked(false), run.start('delete'))}
        onCancel={() => setAsked(false)}
      />
      <BatchDialog title={t().batchTitle[run.action()]} batch={run.batch()} onClose={run.close} />
    </>
  );
}

function useBatch(props: { collection: ReferenceCollection; selection: Selection<Doc> }) {
  const t = useStrings(recordStrings);
  const save = useSave(props.collection);
  const [batch, setBatch] = createSignal<Batch>();
  const [action, setAction] = createSignal<Action>('disable');
  const perform = async (document: Doc): Promise<BatchVerdict> => {
    const refused = await save({ ...document, ...patches[action()] } as Doc);
    if (refused === undefined) return 'done';
    return { failed: typeof refused === 'string' ? refused : Object.values(refused).join(t().listSeparator) };
  };
  return {
    batch,
    action,
    start: (chosen: Action): void => {
      setAction(chosen);
      const items = [...props.selection.rows()];
      setBatch(
        startBatch<Doc>({
          items,
          key: ({ id }) => id,
          label: ({ name }) => name,
          perform: (documents) => Promise.all(documents.map(perform)),
          broken: t().broken,
        }),
      );
    },
    close: (): void => {
      setBatch(undefined);
      props.selection.clear();
    },
  };
}
