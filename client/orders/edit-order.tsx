// Edits an order: only what was changed is sent, with the values seen, so that two people never overwrite each
// other unknowingly.
import { useNavigate } from '@solidjs/router';
import { createSignal, Show, untrack, type JSX } from 'solid-js';
import { unwrap } from 'solid-js/store';
import { officeCan } from '#schemas/orders/can.ts';
import type { CommandDocument } from '#schemas/orders/commands.ts';
import { useCodeText } from '../app/code-text.ts';
import { LeaveGuard } from '../app/leave-guard.tsx';
import { useCommands } from '../data/commands.ts';
import type { ProjectedOrder } from '../data/orders.ts';
import { useActor } from '../data/session.ts';
import { useSync } from '../data/sync-state.ts';
import { useStrings } from '../i18n/strings.ts';
import { Banner } from '../ui/banner.tsx';
import { Page } from '../ui/page.tsx';
import { toast } from '../ui/toast.tsx';
import { editIn, editToChange } from './change-refused.ts';
import { draftOf, draftPart, editOf, isEditable, type EditableField } from './draft.ts';
import { EditConflict } from './edit-conflict.tsx';
import { FormFrame } from './form-frame.tsx';
import { FormSections } from './form-sections.tsx';
import { createFormState } from './form-state.ts';
import { formStrings } from './form-strings.ts';
import { orderPath } from './order-path.ts';
import { orderStrings } from './strings.ts';

interface Props {
  /** As it was when the form opened, and as it is now. */
  seen: ProjectedOrder;
  live: ProjectedOrder;
  /** The refused edit that is done over. */
  from?: CommandDocument | undefined;
}

export function EditOrder(props: Props): JSX.Element {
  const t = useStrings(formStrings);
  const words = useStrings(orderStrings);
  const text = useCodeText();
  const actor = useActor();
  const { issue } = useCommands();
  const { online, dismiss } = useSync();
  const navigate = useNavigate();
  const { from, ...start } = untrack(() => startOf(props));
  const [seen, setSeen] = createSignal(start.seen);
  const [conflicts, setConflicts] = createSignal(start.conflicts);
  const form = createFormState(start.draft, false);
  const [done, setDone] = createSignal(false);
  const back = (): void => navigate(orderPath(seen()));

  const submit = async (): Promise<string | undefined> => {
    const edit = editOf(form.draft(), seen());
    if (!edit) {
      toast.info(t().nothingChanged);
      return void back();
    }
    const issued = await issue('edit-order', seen().id, edit);
    if (!issued.ok) {
      const { code, detail } = issued.error;
      setConflicts(code === 'edit-conflict' ? (detail ?? '').split(', ').filter(isEditable) : []);
      return code === 'edit-conflict' ? undefined : text(code);
    }
    setDone(true);
    if (from) void dismiss(from.id);
    toast.success(words().done.edited, online() ? {} : { detail: words().done.offline });
    back();
  };
  const choose = (field: EditableField, choice: 'current' | 'mine'): void => {
    const now = snapshot(props.live);
    if (choice === 'current') form.change(draftPart(field, now));
    setSeen((before) => ({ ...before, [field]: now[field] }));
    setConflicts((fields) => fields.filter((each) => each !== field));
  };
  const why = (): string | undefined => {
    const possibility = officeCan('edit', props.live, actor);
    return possibility.can ? undefined : text(possibility.why);
  };
  return (
    <Page title={t().editTitle(props.live.number || words().numberPending)}>
      <LeaveGuard isDirty={() => !done() && editOf(form.draft(), seen()) !== undefined} kept={false} />
      <FormFrame
        form={form}
        submitLabel={t().save}
        onSubmit={submit}
        disabledReason={done() ? undefined : why()}
        onCancel={() => (from ? navigate('/sync') : back())}
        banner={
          <>
            <Show when={from}>
              <Banner tone="info">{t().changesRefused}</Banner>
            </Show>
            <Show when={!done() && why()}>
              {(reason) => (
                <Banner tone="warning" title={t().cannotEdit}>
                  {reason()}
                </Banner>
              )}
            </Show>
            <EditConflict fields={conflicts()} current={props.live} draft={form.draft()} onChoose={choose} />
          </>
        }
      >
        <FormSections form={form} isNew={false} waits={start.conflicts.length > 0} />
      </FormFrame>
    </Page>
  );
}

function startOf({ seen, from }: Props) {
  const edit = from && editIn(from);
  if (!edit) return { from: undefined, draft: draftOf(seen), seen, conflicts: [] };
  const { unsent } = seen;
  const start = editToChange(edit, seen);
  return { from, ...start, seen: { ...start.seen, unsent } };
}

/** What the store holds goes on changing; the form needs what was seen. */
export const snapshot = (order: ProjectedOrder): ProjectedOrder =>
  untrack(() => structuredClone(unwrap(order)));
