// One line of text, or several.
import { createSignal, Show, type JSX } from 'solid-js';
import { focusAtStart } from './autofocus.ts';
import { cx } from './cx.ts';
import { ControlBox, Field, splitField, type FieldProps } from './field.tsx';
import css from './field.module.css';

export interface TextProps extends FieldProps {
  value: string;
  onInput: (value: string) => void;
  onBlur?: (() => void) | undefined;
  placeholder?: string | undefined;
  disabled?: boolean | undefined;
  readOnly?: boolean | undefined;
  maxLength?: number | undefined;
  name?: string | undefined;
  autofocus?: boolean | undefined;
}

export interface TextFieldProps extends TextProps {
  type?: 'text' | 'tel' | 'password' | 'search' | 'email' | 'url' | undefined;
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'search' | 'email' | 'url' | undefined;
  autocomplete?: string | undefined;
  /** An icon or a sign before the text, a unit or a small button after it. */
  before?: JSX.Element;
  after?: JSX.Element;
  /** Enter, but not the Enter that ends a composition of an input method. */
  onEnter?: (() => void) | undefined;
  ref?: ((element: HTMLInputElement) => void) | undefined;
}

export function TextField(props: TextFieldProps): JSX.Element {
  const [field, own] = splitField(props);
  let input!: HTMLInputElement;
  focusAtStart(
    () => own.autofocus,
    () => input,
  );
  const keydown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !event.isComposing) own.onEnter?.();
  };
  return (
    <Field {...field}>
      {(wires) => (
        <ControlBox before={own.before} after={own.after}>
          <input
            {...wires}
            ref={(element) => {
              input = element;
              own.ref?.(element);
            }}
            class={css.input}
            type={own.type ?? 'text'}
            inputmode={own.inputMode}
            autocomplete={own.autocomplete ?? 'off'}
            value={own.value}
            placeholder={own.placeholder}
            disabled={own.disabled}
            readOnly={own.readOnly}
            maxLength={own.maxLength}
            name={own.name}
            spellcheck={false}
            onInput={(event) => own.onInput(event.currentTarget.value)}
            onBlur={() => own.onBlur?.()}
            onKeyDown={keydown}
          />
        </ControlBox>
      )}
    </Field>
  );
}

export interface TextAreaProps extends TextProps {
  rows?: number | undefined;
}

/** Grows with its text; shows the count near the limit when there is one. */
export function TextArea(props: TextAreaProps): JSX.Element {
  const [field, own] = splitField(props);
  const [focused, setFocused] = createSignal(false);
  let area!: HTMLTextAreaElement;
  focusAtStart(
    () => own.autofocus,
    () => area,
  );
  const left = () => (own.maxLength === undefined ? undefined : own.maxLength - own.value.length);
  return (
    <Field {...field}>
      {(wires) => (
        <ControlBox
          after={
            <Show when={focused() && (left() ?? 100) < 50}>
              <span class="tabular">{left()}</span>
            </Show>
          }
        >
          <textarea
            {...wires}
            ref={area}
            class={cx(css.input, css.area)}
            rows={own.rows ?? 3}
            value={own.value}
            placeholder={own.placeholder}
            disabled={own.disabled}
            readOnly={own.readOnly}
            maxLength={own.maxLength}
            name={own.name}
            onInput={(event) => own.onInput(event.currentTarget.value)}
            onFocus={() => setFocused(true)}
            onBlur={() => (setFocused(false), own.onBlur?.())}
          />
        </ControlBox>
      )}
    </Field>
  );
}
