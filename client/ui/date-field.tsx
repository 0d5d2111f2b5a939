// A day without a time, such as when an insurance ends: `2026-03-05`, of whichever calendar the page means.
import { createEffect, createSignal, on, type JSX } from 'solid-js';
import { useStrings } from '../i18n/strings.ts';
import { cx } from './cx.ts';
import { fieldStrings } from './field-strings.ts';
import css from './field.module.css';
import { ControlBox, Field, splitField, type FieldProps } from './field.tsx';

export interface DateFieldProps extends FieldProps {
  /** `YYYY-MM-DD`. */
  value: string | null;
  /** `problem` tells a half-typed day (value null) from an empty one. */
  onChange: (value: string | null, problem: string | undefined) => void;
  min?: string | undefined;
  max?: string | undefined;
  disabled?: boolean | undefined;
  readOnly?: boolean | undefined;
  name?: string | undefined;
  onBlur?: (() => void) | undefined;
}

export function DateField(props: DateFieldProps): JSX.Element {
  const [field, own] = splitField(props);
  const t = useStrings(fieldStrings);
  const [problem, setProblem] = createSignal<string>();
  const [left, setLeft] = createSignal(false);
  let element!: HTMLInputElement;
  const change = (): void => {
    const found = element.validity.badInput ? t().incompleteDate : undefined;
    setProblem(found);
    own.onChange(element.value || null, found);
  };
  // Writing an equal or empty value would wipe what is half typed.
  createEffect(
    on(
      () => own.value,
      (value) => {
        if (element.validity.badInput && value === null) return;
        if (element.value !== (value ?? '')) element.value = value ?? '';
      },
    ),
  );
  return (
    <Field
      {...field}
      error={field.error ?? (left() ? problem() : undefined)}
      writeOther={(value) => String(value ?? '')}
    >
      {(wires) => (
        <ControlBox>
          <input
            {...wires}
            ref={element}
            class={cx(css.input, 'tabular')}
            type="date"
            min={own.min}
            max={own.max ?? '9999-12-31'}
            disabled={own.disabled}
            readOnly={own.readOnly}
            name={own.name}
            onChange={change}
            onInput={change}
            onFocus={() => setLeft(false)}
            onBlur={() => (setLeft(true), own.onBlur?.())}
          />
        </ControlBox>
      )}
    </Field>
  );
}
