// A refused edit of reference data: why, what was entered against what stands, and the three ways out of it.
import { useNavigate } from '@solidjs/router';
import { createMemo, createSignal, Show, type JSX } from 'solid-js';
import { useCodeText } from '../app/code-text.ts';
import { useReferenceEditing } from '../data/reference-editing.ts';
import { useReferenceMap } from '../data/reference.ts';
import { useReferenceRules } from '../data/reference-rules.ts';
import type { RefusedEdit } from '../data/refused-edits.ts';
import { useActor } from '../data/session.ts';
import { useStrings } from '../i18n/strings.ts';
import { Button } from '../ui/button.tsx';
import { hasDraft, keepDraft } from '../ui/form/draft.ts';
import { Time } from '../ui/formatting.tsx';
import { toast } from '../ui/toast.tsx';
import { useTypeName } from './command-card.tsx';
import { EnteredList } from './entered.tsx';
import { itemProps, leaveItem } from './focus.ts';
import { awaitReentering, enteredAgainst, isCreation, reentered } from './reentering.ts';
import { GiveUp, Reason } from './refused-parts.tsx';
import css from './sync.module.css';
import { syncStrings } from './strings.ts';

interface Props {
  readonly edit: RefusedEdit;
  readonly onDismiss: () => Promise<void>;
}

export function RefusedEditCard(props: Props): JSX.Element {
  const t = useStrings(syncStrings);
  const typeName = useTypeName();
  const current = useCurrent(() => props.edit);
  const name = () => String(current()?.name ?? props.edit.newDocumentState['name'] ?? '');
  const fields = createMemo(() => enteredAgainst(props.edit, current()));
  return (
    <li class={css.card} {...itemProps} aria-label={name()}>
      <div class={css.head}>
        <h3 class={css.type}>{name()}</h3>
        <span class={css.time}>{typeName(props.edit.collection)}</span>
        <span class={css.time}>
          <Time iso={props.edit.refusedAt} as="relative" />
        </span>
      </div>
      <Reason code={props.edit.code} detail={props.edit.detail} />
      <Show when={fields().length > 0}>
        <details class={css.entered} open>
          <summary class={css.summary}>{t().entered}</summary>
          <EnteredList fields={fields()} />
        </details>
      </Show>
      <div class={css.actions}>
        <Again {...props} current={current()} />
        <Change edit={props.edit} current={current()} />
        <GiveUp what={name()} onGiveUp={() => props.onDismiss()} />
      </div>
    </li>
  );
}

/** What stands there now, on this device. */
function useCurrent(edit: () => RefusedEdit) {
  const maps = {
    customers: useReferenceMap('customers'),
    vehicles: useReferenceMap('vehicles'),
    outlets: useReferenceMap('outlets'),
    staff: useReferenceMap('staff'),
    roles: useReferenceMap('roles'),
    catalog: useReferenceMap('catalog'),
  };
  return createMemo(() => maps[edit().collection]().get(edit().documentId));
}

type Current = ReturnType<ReturnType<typeof useCurrent>>;

function Again(props: Props & { current: Current }): JSX.Element {
  const t = useStrings(syncStrings);
  const codeText = useCodeText();
  const { save } = useReferenceEditing();
  const rules = useReferenceRules();
  const [busy, setBusy] = createSignal(false);
  let button: HTMLButtonElement | undefined;
  const document = createMemo(() => reentered(props.edit, props.current));
  const obstacle = (): string | undefined => {
    const again = document();
    if (!again) return props.current ? t().refused.standsAlready : codeText('deleted-meanwhile');
    const [objection] = rules.objections(props.edit.collection, again);
    return objection && t().refused.stillRefused(codeText(objection.code));
  };
  const submit = async (): Promise<void> => {
    const again = document();
    if (!again) return;
    setBusy(true);
    const saved = await save(props.edit.collection, again);
    setBusy(false);
    if (!saved.ok) return void toast.error(codeText(saved.error.code));
    toast.success(t().refused.againDone);
    await leaveItem(button, () => props.onDismiss());
  };
  return (
    <Button
      ref={(element) => (button = element)}
      variant={obstacle() === undefined ? 'primary' : 'secondary'}
      busy={busy()}
      disabledReason={obstacle()}
      onClick={() => void submit()}
    >
      {t().refused.again}
    </Button>
  );
}

/** The form of the document, filled with what was entered as with a draft. */
function Change(props: { edit: RefusedEdit; current: Current }): JSX.Element {
  const t = useStrings(syncStrings);
  const codeText = useCodeText();
  const actor = useActor();
  const navigate = useNavigate();
  const place = () => {
    const { collection, documentId } = props.edit;
    return `${collection}/${props.current ? documentId : 'new'}`;
  };
  const whyNot = () => (props.current || isCreation(props.edit) ? undefined : codeText('deleted-meanwhile'));
  const go = (): void => {
    const key = `${actor.id}.${place()}`;
    const now = new Date();
    const values = reentered(props.edit, props.current);
    if (values && !hasDraft(key))
      keepDraft(key, { at: now.toISOString(), base: { ...props.current }, values: { ...values } }, []);
    awaitReentering(props.edit, now.getTime());
    navigate(`/${place()}`);
  };
  return (
    <Button variant="secondary" disabledReason={whyNot()} onClick={go}>
      {t().refused.change}
    </Button>
  );
}
