// What can be done with a reference document as a whole: another like it, taken out of use, and deleted while
// nothing names it.
import { useNavigate } from '@solidjs/router';
import Ban from 'lucide-solid/icons/ban';
import Copy from 'lucide-solid/icons/copy';
import RotateCcw from 'lucide-solid/icons/rotate-ccw';
import Trash from 'lucide-solid/icons/trash';
import { createEffect, createSignal, type Accessor, type JSX } from 'solid-js';
import type { DocumentOf, ReferenceCollection } from '#schemas/sync/collections.ts';
import { useStrings } from '../i18n/strings.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import type { MenuItem } from '../ui/menu.tsx';
import { toast } from '../ui/toast.tsx';
import { useSave } from './record-form.ts';
import type { Record } from './record.ts';
import { recordStrings } from './strings.ts';
import { useUsedBy } from './used-by.ts';

type Asked = 'disable' | 'delete';

interface Options<Name extends ReferenceCollection> {
  readonly record: Record<Name>;
  readonly list: { readonly href: string };
  /** How it is named; absent: by its name, as it is. */
  readonly title?: string | undefined;
  readonly copyHref?: string | undefined;
}

export interface RecordActions {
  /** How the record is named; nothing while there is none. */
  readonly name: Accessor<string>;
  /** For the page's menu, the gravest last. */
  readonly items: Accessor<MenuItem[]>;
  readonly asked: Accessor<Asked | undefined>;
  readonly error: Accessor<string | undefined>;
  confirm(): Promise<void>;
  cancel(): void;
}

export function useRecordActions<Name extends ReferenceCollection>(options: Options<Name>): RecordActions {
  const t = useStrings(recordStrings);
  const name = () => nameOf(options);
  const navigate = useNavigate();
  const [asked, setAsked] = createSignal<Asked>();
  const change = useChange(options);
  const whyNotDeleted = useWhyNotDeleted(options);
  const copy = (href: string): MenuItem => ({
    label: t().copy,
    icon: Copy,
    onSelect: () => navigate(href),
  });
  const usability = (): MenuItem =>
    options.record.document()?.disabled
      ? { label: t().enable, icon: RotateCcw, separated: true, onSelect: () => void change.enable() }
      : { label: t().disable, icon: Ban, separated: true, onSelect: () => setAsked('disable') };
  const removal = (): MenuItem => ({
    ...{ label: t().delete, icon: Trash, tone: 'danger', disabledReason: whyNotDeleted() },
    onSelect: () => setAsked('delete'),
  });
  return {
    name,
    items: () => [
      ...(options.record.mayEdit && options.copyHref !== undefined ? [copy(options.copyHref)] : []),
      ...(options.record.mayEdit ? [usability()] : []),
      ...(options.record.mayEdit || options.record.mayDelete ? [removal()] : []),
    ],
    asked,
    error: change.error,
    confirm: async () => {
      const isDone = asked() === 'delete' ? await change.remove() : await change.disable();
      if (isDone) setAsked();
    },
    cancel: () => (change.forget(), setAsked()),
  };
}

export function RecordDialogs(props: { name: string; actions: RecordActions }): JSX.Element {
  const t = useStrings(recordStrings);
  const shared = () => ({
    error: props.actions.error(),
    onConfirm: () => props.actions.confirm(),
    onCancel: () => props.actions.cancel(),
  });
  return (
    <>
      <ConfirmDialog
        {...shared()}
        open={props.actions.asked() === 'disable'}
        title={t().disableQuestion(props.name)}
        message={t().disableHint}
        confirmLabel={t().disable}
      />
      <ConfirmDialog
        {...shared()}
        open={props.actions.asked() === 'delete'}
        tone="danger"
        title={t().deleteQuestion(props.name)}
        message={t().deleteHint}
        confirmLabel={t().delete}
      />
    </>
  );
}

/** Nothing while there is no document. */
const nameOf = <Name extends ReferenceCollection>({ title, record }: Options<Name>): string =>
  title ?? record.document()?.name ?? '';

/** It stands in the menu before anybody clicks. */
function useWhyNotDeleted<Name extends ReferenceCollection>({ record }: Options<Name>) {
  const t = useStrings(recordStrings);
  const usedBy = useUsedBy();
  const [uses, setUses] = createSignal<string>();
  const ask = async (): Promise<void> => {
    const found = await usedBy(record.collection, record.id);
    setUses(found);
  };
  createEffect(() => {
    if (record.document() && record.mayDelete) void ask();
  });
  return () => (record.mayDelete ? uses() : t().noDeleteRight);
}

function useChange<Name extends ReferenceCollection>(options: Options<Name>) {
  const t = useStrings(recordStrings);
  const navigate = useNavigate();
  const save = useSave(options.record.collection);
  const [error, setError] = createSignal<string>();
  const apply = async (patch: Partial<DocumentOf<ReferenceCollection>>): Promise<boolean> => {
    const before = options.record.document();
    if (!before) return false;
    const refused = await save({ ...before, ...patch } as DocumentOf<ReferenceCollection>);
    setError(typeof refused === 'object' ? Object.values(refused).join(t().listSeparator) : refused);
    return refused === undefined;
  };
  // What was deleted is gone for good, so that has no way back; this has.
  const setDisabled = async (disabled: boolean): Promise<boolean> => {
    const name = nameOf(options);
    if (!(await apply({ disabled }))) return false;
    const undo = { label: t().undo, onSelect: () => void apply({ disabled: !disabled }) };
    toast.success(disabled ? t().nowDisabled(name) : t().nowEnabled(name), { action: undo });
    return true;
  };
  return {
    error,
    forget: () => setError(),
    disable: () => setDisabled(true),
    enable: async (): Promise<void> => {
      if (!(await setDisabled(false))) toast.error(error() ?? '');
    },
    remove: async (): Promise<boolean> => {
      const name = nameOf(options);
      if (!(await apply({ deleted: true }))) return false;
      navigate(options.list.href);
      toast.success(t().deleted(name));
      return true;
    },
  };
}
