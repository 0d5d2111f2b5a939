// Enters a new order: from nothing, from what was left unfinished, from an older order, or from a refused one.
import { useNavigate } from '@solidjs/router';
import { createEffect, createMemo, createSignal, Show, untrack, type Accessor, type JSX } from 'solid-js';
import { equalJson } from '#schemas/core/equal.ts';
import { parse } from '#schemas/core/validate.ts';
import type { Notice } from '#schemas/notices/notice.ts';
import { commandPayloads } from '#schemas/orders/commands.ts';
import { seesOutlet } from '#schemas/staff/permissions.ts';
import { useCodeText } from '../app/code-text.ts';
import { LeaveGuard } from '../app/leave-guard.tsx';
import { useCommands } from '../data/commands.ts';
import type { ProjectedOrder } from '../data/orders.ts';
import { useReference } from '../data/reference.ts';
import { useActor } from '../data/session.ts';
import { useSync } from '../data/sync-state.ts';
import { draftOfNotice } from '../notices/convert.ts';
import { useStrings } from '../i18n/strings.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Page } from '../ui/page.tsx';
import { toast } from '../ui/toast.tsx';
import { creationToChange, type Creation, type CreationToChange } from './change-refused.ts';
import { copyOf, detailsOf, emptyDraft, type Draft } from './draft.ts';
import { dropDraft, keepDraft, readDraft } from './draft-store.ts';
import { useFind } from './find.ts';
import { FormFrame } from './form-frame.tsx';
import { FormSections } from './form-sections.tsx';
import { createFormState } from './form-state.ts';
import { formStrings } from './form-strings.ts';
import { Lacking } from './lacking.tsx';
import { orderPath } from './order-path.ts';
import { orderStrings } from './strings.ts';

export function NewOrder(): JSX.Element {
  const t = useStrings(formStrings);
  const actor = useActor();
  const restored = readDraft(actor.id);
  const [start, setStart] = createSignal(restored ?? emptyDraft);
  const discard = (): void => {
    dropDraft(actor.id);
    setStart({ ...emptyDraft });
  };
  return (
    <Show when={start()} keyed>
      {(draft) => (
        <CreateForm
          title={t().newTitle}
          start={draft}
          blank={emptyDraft}
          restored={draft === restored}
          onDiscard={discard}
        />
      )}
    </Show>
  );
}

export function CopyOrder(props: { from: ProjectedOrder }): JSX.Element {
  const t = useStrings(formStrings);
  const draft = untrack(() => copyOf(props.from));
  const links = untrack(() => ({ copiedFrom: props.from.id }));
  return <CreateForm title={t().copyTitle} start={draft} blank={draft} links={links} />;
}

/** What the sender has said is filled in; what it has not is missing in the form. */
export function OrderOfNotice(props: { notice: Notice }): JSX.Element {
  const t = useStrings(formStrings);
  const find = useFind();
  const { notice } = untrack(() => ({ ...props }));
  const draft = untrack(() => draftOfNotice(notice, find));
  const note = t().fromNotice(notice.senderName, notice.senderNumber, notice.service);
  return (
    <CreateForm
      title={t().newTitle}
      start={draft}
      blank={draft}
      links={{ noticeId: notice.id }}
      note={note}
      back={`/notices?notice=${notice.id}`}
    />
  );
}

/** A creation that was refused, to be mended; what was issued about its order meanwhile finds the new one. */
export function ChangeNewOrder(props: { refused: Creation; orderExists: boolean }): JSX.Element {
  const t = useStrings(formStrings);
  const { dismiss } = useSync();
  const { refused, orderExists } = untrack(() => ({ ...props }));
  const { draft, links } = creationToChange(refused);
  return (
    <CreateForm
      title={t().newTitle}
      start={draft}
      blank={draft}
      links={links}
      orderId={orderExists ? undefined : refused.orderId}
      note={t().changesRefused}
      back="/sync"
      onIssued={() => void dismiss(refused.id)}
    />
  );
}

/** Who works for one outlet alone need not choose it; on a new device outlets come after the page. */
function useOnlyOutlet(): Accessor<string | null> {
  const actor = useActor();
  const outlets = useReference('outlets');
  return createMemo(() => {
    const [only, ...others] = outlets().filter(({ id, disabled }) => !disabled && seesOutlet(actor, id));
    return only && others.length === 0 ? only.id : null;
  });
}

interface CreateProps {
  title: string;
  start: Draft;
  /** The same without anything entered. */
  blank: Draft;
  restored?: boolean;
  /** What the payload carries besides the form. */
  links?: CreationToChange['links'];
  /** Given: the order gets this id. */
  orderId?: string | undefined;
  /** Over the fields: what one is looking at. */
  note?: string;
  onIssued?: () => void;
  /** Where one came from. */
  back?: string;
  /** Given: the draft is kept on the device, and can be discarded. */
  onDiscard?: () => void;
}

function CreateForm(props: CreateProps): JSX.Element {
  const t = useStrings(formStrings);
  const words = useStrings(orderStrings);
  const text = useCodeText();
  const actor = useActor();
  const { issue, newId } = useCommands();
  const { online } = useSync();
  const navigate = useNavigate();
  const form = createFormState(
    untrack(() => props.start),
    true,
  );
  const onlyOutlet = useOnlyOutlet();
  const withOutlet = (draft: Draft): Draft => ({ ...draft, outletId: draft.outletId ?? onlyOutlet() });
  const isDirty = () => !equalJson(withOutlet(form.draft()), withOutlet(props.blank));
  createEffect(() => {
    if (onlyOutlet()) form.change(withOutlet(untrack(form.draft)));
  });
  const [done, setDone] = createSignal(false);
  createEffect(() => {
    if (!props.onDiscard || done()) return;
    if (isDirty()) keepDraft(actor.id, form.draft());
    else dropDraft(actor.id);
  });

  const submit = async (): Promise<string | undefined> => {
    const payload = parse(commandPayloads['create-order'], {
      ...detailsOf(form.draft()),
      ...props.links,
    });
    if (!payload.ok) return text('invalid-command');
    const id = props.orderId ?? newId();
    const issued = await issue('create-order', id, payload.value);
    if (!issued.ok) return text(issued.error.code);
    setDone(true);
    props.onIssued?.();
    if (props.onDiscard) dropDraft(actor.id);
    toast.success(words().done.created, online() ? {} : { detail: words().done.offline });
    navigate(orderPath({ id, kind: payload.value.kind, status: 'pending' }));
    return undefined;
  };
  return (
    <Page title={props.title}>
      <LeaveGuard
        isDirty={() => !done() && isDirty()}
        kept={props.onDiscard !== undefined}
        keptHint={t().leaveKept}
      />
      <FormFrame
        form={form}
        submitLabel={t().create}
        onSubmit={submit}
        onCancel={() => navigate(props.back ?? '/orders')}
        banner={
          <>
            <Lacking />
            <Show when={props.restored ? t().draftRestored : props.note}>
              {(note) => <Banner tone="info">{note()}</Banner>}
            </Show>
          </>
        }
        state={
          <Show when={isDirty() && props.onDiscard}>{(discard) => <KeptDraft onDiscard={discard()} />}</Show>
        }
      >
        <FormSections form={form} isNew />
      </FormFrame>
    </Page>
  );
}

function KeptDraft(props: { onDiscard: () => void }): JSX.Element {
  const t = useStrings(formStrings);
  const [asking, setAsking] = createSignal(false);
  return (
    <>
      <span>{t().draftKept}</span>
      <Button size="small" variant="ghost" onClick={() => setAsking(true)}>
        {t().discard}
      </Button>
      <ConfirmDialog
        open={asking()}
        tone="danger"
        title={t().discardQuestion}
        message={t().discardMessage}
        confirmLabel={t().discard}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          props.onDiscard();
        }}
      />
    </>
  );
}
