// A field whose text means something (a number, an amount): the text stays as typed while one types, the
// meaning goes out at once, and what can't be read is said rather than dropped.
import { createEffect, createSignal, on, type JSX } from 'solid-js';
import { cx } from './cx.ts';
import { ControlBox, Field, splitField, type FieldProps } from './field.tsx';
import css from './field.module.css';

export interface ParsedProps<T> extends FieldProps {
  value: T | null;
  /** `problem` tells an unreadable text (value null) from an empty one. */
  onChange: (value: T | null, problem: string | undefined) => void;
  onBlur?: (() => void) | undefined;
  placeholder?: string | undefined;
  disabled?: boolean | undefined;
  readOnly?: boolean | undefined;
  name?: string | undefined;
}

/** A text read: its value, null when empty, or what is wrong with it. */
export type Reading<T> = { value: T | null; problem?: undefined } | { problem: string };

export interface Notation<T> {
  read: (text: string) => Reading<T>;
  write: (value: T) => string;
  inputMode: 'numeric' | 'decimal' | 'text';
  /** Figures stand at the end, so that they can be compared; `start` for what is none. */
  align?: 'start' | undefined;
  before?: JSX.Element;
  after?: JSX.Element;
  onKeyDown?: (event: KeyboardEvent) => void;
}

export function ParsedField<T>(props: ParsedProps<T> & { notation: Notation<T> }): JSX.Element {
  const [field, own] = splitField(props);
  const written = (value: T | null): string => (value === null ? '' : own.notation.write(value));
  const [text, setText] = createSignal(written(own.value));
  const [left, setLeft] = createSignal(false);
  const reading = () => own.notation.read(text());
  const shownProblem = () => field.error ?? (left() ? reading().problem : undefined);

  // A value set from outside replaces the text; the echo of our own change must not move the cursor, and
  // the null we sent for an unreadable text must not wipe it.
  createEffect(
    on(
      () => own.value,
      (value) => {
        const current = reading();
        const echoed = current.problem === undefined ? current.value === value : value === null;
        if (!echoed) setText(written(value));
      },
      { defer: true },
    ),
  );

  const input = (next: string): void => {
    setText(next);
    const current = reading();
    if (current.problem === undefined) own.onChange(current.value, undefined);
    else own.onChange(null, current.problem);
  };
  const blur = (): void => {
    setLeft(true);
    const current = reading();
    if (current.problem === undefined) setText(written(current.value));
    own.onBlur?.();
  };

  return (
    <Field
      {...field}
      error={shownProblem()}
      writeOther={(value) => (value === undefined ? '' : own.notation.write(value as T))}
    >
      {(wires) => (
        <ControlBox before={own.notation.before} after={own.notation.after}>
          <input
            {...wires}
            class={cx(css.input, own.notation.align && 'tabular')}
            data-tabular={own.notation.align ? undefined : ''}
            inputmode={own.notation.inputMode}
            autocomplete="off"
            value={text()}
            placeholder={own.placeholder}
            disabled={own.disabled}
            readOnly={own.readOnly}
            name={own.name}
            onInput={(event) => input(event.currentTarget.value)}
            onFocus={(event) => (setLeft(false), event.currentTarget.select())}
            onBlur={blur}
            onKeyDown={(event) => own.notation.onKeyDown?.(event)}
          />
        </ControlBox>
      )}
    </Field>
  );
}
