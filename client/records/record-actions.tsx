// What can be done with a reference document as a whole: taken out of use, and deleted while nothing names it.
import { useNavigate } from '@solidjs/router';
import Ban from 'lucide-solid/icons/ban';
import RotateCcw from 'lucide-solid/icons/rotate-ccw';
import Trash from 'lucide-solid/icons/trash';
import { createResource, createSignal, Show, type JSX } from 'solid-js';
import type { DocumentOf, ReferenceCollection } from '#schemas/sync/collections.ts';
import { useStrings } from '../i18n/strings.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { MoreMenu } from '../ui/menu.tsx';
import { toast } from '../ui/toast.tsx';
import { useSave } from './record-form.ts';
import type { Record } from './record.ts';
import { recordStrings } from './strings.ts';
import { useUsedBy } from './used-by.ts';

type Asked = 'disable' | 'delete';

interface Props<Name extends ReferenceCollection> {
  record: Record<Name>;
  list: string;
}

export function RecordActions<Name extends ReferenceCollection>(props: Props<Name>): JSX.Element {
  const t = useStrings(recordStrings);
  const [asked, setAsked] = createSignal<Asked>();
  const change = useChange(props);
  const document = () => props.record.document();
  const isDisabled = () => document()?.disabled === true;
  return (
    <>
      <Show when={props.record.mayEdit}>
        <Show
          when={isDisabled()}
          fallback={
            <Button icon={Ban} onClick={() => setAsked('disable')}>
              {t().disable}
            </Button>
          }
        >
          <Button icon={RotateCcw} onClick={() => void change.enable()}>
            {t().enable}
          </Button>
        </Show>
      </Show>
      <Removal record={props.record} onAsk={() => setAsked('delete')} />
      <ConfirmDialog
        open={asked() === 'disable'}
        title={t().disableQuestion(document()?.name ?? '')}
        message={t().disableHint}
        confirmLabel={t().disable}
        error={change.error()}
        onConfirm={async () => void ((await change.disable()) && setAsked())}
        onCancel={() => setAsked()}
      />
      <ConfirmDialog
        open={asked() === 'delete'}
        tone="danger"
        title={t().deleteQuestion(document()?.name ?? '')}
        message={t().deleteHint}
        confirmLabel={t().delete}
        error={change.error()}
        onConfirm={async () => void ((await change.remove()) && setAsked())}
        onCancel={() => setAsked()}
      />
    </>
  );
}

/** The reason why not stands in the menu, before anybody clicks. */
function Removal<Name extends ReferenceCollection>(props: {
  record: Record<Name>;
  onAsk: () => void;
}): JSX.Element {
  const t = useStrings(recordStrings);
  const usedBy = useUsedBy();
  const { collection, id } = props.record;
  const [uses] = createResource(() => usedBy(collection, id));
  const whyNot = () => (props.record.mayDelete ? uses() : t().noDeleteRight);
  return (
    <MoreMenu
      label={t().actions}
      items={[
        {
          label: t().delete,
          icon: Trash,
          tone: 'danger',
          disabledReason: whyNot(),
          onSelect: () => props.onAsk(),
        },
      ]}
    />
  );
}

function useChange<Name extends ReferenceCollection>(props: Props<Name>) {
  const t = useStrings(recordStrings);
  const navigate = useNavigate();
  const save = useSave(props.record.collection);
  const [error, setError] = createSignal<string>();
  const apply = async (patch: Partial<DocumentOf<ReferenceCollection>>): Promise<boolean> => {
    const before = props.record.document();
    if (!before) return false;
    const refused = await save({ ...before, ...patch } as DocumentOf<ReferenceCollection>);
    setError(typeof refused === 'object' ? Object.values(refused).join(t().listSeparator) : refused);
    if (refused) return (toast.error(error() ?? ''), false);
    return true;
  };
  return {
    error,
    disable: () => apply({ disabled: true }),
    enable: () => apply({ disabled: false }),
    remove: async (): Promise<boolean> => {
      const before = props.record.document();
      if (!before || !(await apply({ deleted: true }))) return false;
      navigate(props.list);
      toast.success(t().deleted(before.name));
      return true;
    },
  };
}
