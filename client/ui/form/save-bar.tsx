// The buttons of a form, always in reach: save, and take everything back.
import { Show, type JSX } from 'solid-js';
import { useStrings } from '../../i18n/strings.ts';
import { Button } from '../button.tsx';
import { Kbd } from '../states.tsx';
import { DiscardButton } from './discard-button.tsx';
import css from './form.module.css';
import { formKitStrings } from './strings.ts';
import type { FormState } from './types.ts';

export interface SaveBarProps {
  form: FormState;
  saveLabel?: string | undefined;
  /** A new document has nothing to go back to: given, this button leaves instead. */
  onCancel?: (() => void) | undefined;
  cancelLabel?: string | undefined;
  /** Given: a button that saves, and begins another one. */
  onAnother?: (() => void) | undefined;
  /** Why it cannot be saved now, e.g. for want of a permission. */
  disabledReason?: string | undefined;
  /** At the start of the line: e.g. that there is no network. */
  children?: JSX.Element;
}

export function SaveBar(props: SaveBarProps): JSX.Element {
  const t = useStrings(formKitStrings);
  return (
    <div class={css.bar} data-actions-bar="">
      <div class={css.state} role="status">
        <Show when={props.form.dirty()}>
          <span>{t().unsaved}</span>
        </Show>
        {props.children}
      </div>
      <Show
        when={props.onCancel}
        fallback={
          <Show when={props.form.dirty()}>
            <DiscardButton form={props.form} label={t().discard} />
          </Show>
        }
      >
        {(cancel) => <Button onClick={() => cancel()()}>{props.cancelLabel ?? t().back}</Button>}
      </Show>
      <Show when={props.onAnother}>
        {(another) => (
          <Button busy={props.form.busy()} disabledReason={props.disabledReason} onClick={() => another()()}>
            {t().saveAndAddAnother}
          </Button>
        )}
      </Show>
      <Button
        variant="primary"
        busy={props.form.busy()}
        disabledReason={props.disabledReason}
        onClick={() => void props.form.submit()}
      >
        {props.saveLabel ?? t().save}
        <span class={css.key} aria-hidden="true">
          <Kbd>Ctrl ⏎</Kbd>
        </span>
      </Button>
    </div>
  );
}
