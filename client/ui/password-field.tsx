// A password, hidden until one wants to see it.
import Eye from 'lucide-solid/icons/eye';
import EyeOff from 'lucide-solid/icons/eye-off';
import { createEffect, createSignal, For, Show, type JSX } from 'solid-js';
import { useStrings } from '../i18n/strings.ts';
import { IconButton } from './button.tsx';
import { fieldStrings } from './field-strings.ts';
import css from './password-field.module.css';
import { TextField, type TextProps } from './text-field.tsx';

export interface PasswordFieldProps extends TextProps {
  /** `new-password` lets the browser offer one, `current-password` fill it in. */
  autocomplete: 'new-password' | 'current-password';
  /** Turning true shows it, e.g. because somebody has to be told what it is. */
  visible?: boolean | undefined;
  /** Under the field, usually `<StrengthMeter>`. */
  meter?: JSX.Element;
  onEnter?: (() => void) | undefined;
}

export function PasswordField(props: PasswordFieldProps): JSX.Element {
  const t = useStrings(fieldStrings);
  const [shown, setShown] = createSignal(false);
  createEffect(() => props.visible && setShown(true));
  const [caps, setCaps] = createSignal(false);
  const note = (event: KeyboardEvent): void => void setCaps(event.getModifierState('CapsLock'));
  return (
    // Only listens in: the field inside has the keys.
    <div class={css.password} on:keydown={note} on:keyup={note}>
      <TextField
        {...props}
        type={shown() ? 'text' : 'password'}
        description={
          (caps() || props.meter || props.description) && (
            <>
              <Show when={caps()}>
                <p>{t().capsLock}</p>
              </Show>
              {props.meter}
              {props.description}
            </>
          )
        }
        after={
          <IconButton
            size="small"
            icon={shown() ? EyeOff : Eye}
            label={shown() ? t().hidePassword : t().showPassword}
            aria-pressed={shown()}
            onClick={() => setShown((was) => !was)}
          />
        }
      />
    </div>
  );
}

/** How good a password is: `score` 0 to 4, and the same in words. */
export function StrengthMeter(props: { score: number; text: string }): JSX.Element {
  return (
    <div class={css.meter} data-score={props.score} role="status">
      <span class={css.bars} aria-hidden="true">
        <For each={[1, 2, 3, 4]}>{(bar) => <i data-on={bar <= props.score ? '' : undefined} />}</For>
      </span>
      {props.text}
    </div>
  );
}
