// A date and time on the clock of a zone; outside it is an ISO UTC instant.
import { createEffect, createSignal, on, type JSX } from 'solid-js';
import { useStrings } from '../i18n/strings.ts';
import { cx } from './cx.ts';
import { ControlBox, Field, splitField, type FieldProps } from './field.tsx';
import css from './field.module.css';
import { uiStrings } from './strings.ts';
import { fromWallClock, toWallClock } from './time.ts';

export interface DateTimeFieldProps extends FieldProps {
  /** ISO UTC instant. */
  value: string | null;
  /** `problem` tells a half-typed time (value null) from an empty one. */
  onChange: (value: string | null, problem: string | undefined) => void;
  /** IANA name, e.g. `Asia/Shanghai`. */
  zone: string;
  min?: string | undefined;
  max?: string | undefined;
  disabled?: boolean | undefined;
  readOnly?: boolean | undefined;
  name?: string | undefined;
  onBlur?: (() => void) | undefined;
}

export function DateTimeField(props: DateTimeFieldProps): JSX.Element {
  const [field, own] = splitField(props);
  const t = useStrings(uiStrings);
  const [problem, setProblem] = createSignal<string>();
  let element!: HTMLInputElement;
  const wall = (iso: string | null | undefined): string => toWallClock(iso ?? undefined, own.zone);

  const change = (): void => {
    const found = element.validity.badInput ? t().incompleteTime : undefined;
    setProblem(found);
    const iso = fromWallClock(element.value, own.zone) ?? null;
    // Seconds are not shown; leaving the minute as it was must not shave them off.
    own.onChange(iso !== null && element.value === wall(own.value) ? own.value : iso, found);
  };
  // Writing an equal or empty value would wipe what is half typed.
  createEffect(
    on([() => own.value, () => own.zone], () => {
      if (element.validity.badInput && own.value === null) return;
      if (element.value !== wall(own.value)) element.value = wall(own.value);
    }),
  );
  return (
    <Field
      {...field}
      error={field.error ?? problem()}
      writeOther={(value) => wall(typeof value === 'string' ? value : undefined).replace('T', ' ')}
    >
      {(wires) => (
        <ControlBox>
          <input
            {...wires}
            ref={element}
            class={cx(css.input, 'tabular')}
            type="datetime-local"
            min={wall(own.min) || undefined}
            max={wall(own.max) || undefined}
            disabled={own.disabled}
            readOnly={own.readOnly}
            name={own.name}
            onChange={change}
            onInput={change}
            onBlur={() => own.onBlur?.()}
          />
        </ControlBox>
      )}
    </Field>
  );
}
