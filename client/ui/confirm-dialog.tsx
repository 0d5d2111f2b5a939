// "Are you sure", with the reason when one is wanted. It stays open, busy, until the action has ended, and
// shows what went wrong instead of closing over it.
import { createEffect, createSignal, For, on, Show, type JSX } from 'solid-js';
import { useStrings } from '../i18n/strings.ts';
import { Banner } from './banner.tsx';
import { Button } from './button.tsx';
import css from './confirm-dialog.module.css';
import { Dialog } from './dialog.tsx';
import { uiStrings } from './strings.ts';
import { TextArea } from './text-field.tsx';

export interface Confirmation {
  /** The chosen `reasons[].value`; '' when there was no choice to make. */
  readonly reason: string;
  /** What was written, trimmed. */
  readonly note: string;
}

export interface ConfirmDialogProps {
  open: boolean;
  title: string;
  message?: JSX.Element;
  confirmLabel?: string | undefined;
  cancelLabel?: string | undefined;
  tone?: 'normal' | 'danger' | undefined;
  /** A choice that has to be made. */
  reasons?: readonly { readonly value: string; readonly label: string }[] | undefined;
  /** A text beside it. */
  note?: 'optional' | 'required' | undefined;
  noteLabel?: string | undefined;
  onConfirm: (confirmation: Confirmation) => void | Promise<void>;
  onCancel: () => void;
  /** What went wrong with the last try. */
  error?: string | undefined;
  /** Why it cannot be confirmed now, as without a network: said at once, not after everything was written. */
  disabledReason?: string | undefined;
  children?: JSX.Element;
}

export function ConfirmDialog(props: ConfirmDialogProps): JSX.Element {
  const t = useStrings(uiStrings);
  const [reason, setReason] = createSignal('');
  const [note, setNote] = createSignal('');
  const [busy, setBusy] = createSignal(false);
  const [tried, setTried] = createSignal(false);
  createEffect(
    on(
      () => props.open,
      () => {
        setReason('');
        setNote('');
        setTried(false);
      },
    ),
  );
  const missingReason = () => Boolean(props.reasons?.length) && reason() === '';
  const missingNote = () => props.note === 'required' && note().trim() === '';
  const confirm = async (): Promise<void> => {
    setTried(true);
    if (busy() || props.disabledReason || missingReason() || missingNote()) return;
    setBusy(true);
    try {
      await props.onConfirm({ reason: reason(), note: note().trim() });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      open={props.open}
      onClose={() => !busy() && props.onCancel()}
      title={props.title}
      description={props.message}
      size="small"
      footer={
        <>
          <Button onClick={() => props.onCancel()} disabledReason={busy() ? t().busy : undefined}>
            {props.cancelLabel ?? t().cancel}
          </Button>
          <Button
            variant={props.tone === 'danger' ? 'danger' : 'primary'}
            busy={busy()}
            disabledReason={props.disabledReason}
            onClick={() => void confirm()}
          >
            {props.confirmLabel ?? t().confirm}
          </Button>
        </>
      }
    >
      <Show when={props.disabledReason}>{(why) => <Banner tone="warning">{why()}</Banner>}</Show>
      <Show when={props.error}>{(text) => <Banner tone="danger">{text()}</Banner>}</Show>
      {props.children}
      <Show when={props.reasons?.length}>
        <Reasons
          reasons={props.reasons ?? []}
          value={reason()}
          onChange={setReason}
          error={tried() && missingReason() ? t().reasonNeeded : undefined}
        />
      </Show>
      <Show when={props.note}>
        <TextArea
          label={props.noteLabel ?? t().reasonNote}
          required={props.note === 'required'}
          value={note()}
          onInput={setNote}
          error={tried() && missingNote() ? t().noteNeeded : undefined}
          rows={2}
        />
      </Show>
    </Dialog>
  );
}

function Reasons(props: {
  reasons: readonly { readonly value: string; readonly label: string }[];
  value: string;
  onChange: (value: string) => void;
  error: string | undefined;
}): JSX.Element {
  const t = useStrings(uiStrings);
  return (
    <fieldset class={css.reasons}>
      <legend class={css.legend}>{t().reason}</legend>
      <For each={props.reasons}>
        {(option) => (
          <label class={css.reason}>
            <input
              type="radio"
              name="reason"
              checked={props.value === option.value}
              onChange={() => props.onChange(option.value)}
            />
            {option.label}
          </label>
        )}
      </For>
      <p class={css.error} aria-live="polite">
        {props.error}
      </p>
    </fieldset>
  );
}
