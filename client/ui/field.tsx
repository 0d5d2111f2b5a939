// What every field shares: label, description, error and the wires between them for screen readers.
import { createUniqueId, Show, splitProps, type JSX } from 'solid-js';
import { useStrings } from '../i18n/strings.ts';
import { cx } from './cx.ts';
import css from './field.module.css';
import { uiStrings } from './strings.ts';

export interface FieldProps {
  label: string;
  /** Keeps the label for screen readers alone, e.g. in a tool bar. */
  hideLabel?: boolean | undefined;
  description?: JSX.Element;
  /** What is wrong and what to do about it; marks the control as invalid. */
  error?: string | undefined;
  required?: boolean | undefined;
  class?: string | undefined;
}

/** What a control must carry; spread it on the control. */
export interface FieldWires {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': 'true' | undefined;
  readonly 'aria-required': 'true' | undefined;
}

/** Wraps a control of one's own: `<Field label="…">{(wires) => <input {...wires} />}</Field>`. */
export function Field(props: FieldProps & { children: (wires: FieldWires) => JSX.Element }): JSX.Element {
  const t = useStrings(uiStrings);
  const id = createUniqueId();
  return (
    <div class={cx(css.field, props.class)}>
      <label for={id} class={cx(css.label, props.hideLabel && 'visually-hidden')}>
        {props.label}
        <Show when={props.required}>
          <span class={css.required} aria-hidden="true" title={t().required}>
            *
          </span>
        </Show>
      </label>
      {props.children(wiresOf(id, props))}
      <FieldNotes id={id} description={props.description} error={props.error} />
    </div>
  );
}

/** The lines under a control. They exist only while they say something. */
export function FieldNotes(props: {
  id: string;
  description?: JSX.Element;
  error?: string | undefined;
}): JSX.Element {
  return (
    <>
      <Show when={props.description}>
        <div id={`${props.id}-description`} class={css.description}>
          {props.description}
        </div>
      </Show>
      <div id={`${props.id}-error`} class={css.error} aria-live="polite">
        {props.error}
      </div>
    </>
  );
}

/** Getters, so that each attribute follows its prop. */
export function wiresOf(id: string, props: FieldProps): FieldWires {
  return {
    id,
    get 'aria-describedby'() {
      const ids = [props.description && `${id}-description`, props.error && `${id}-error`];
      return ids.filter(Boolean).join(' ') || undefined;
    },
    get 'aria-invalid'() {
      return props.error ? ('true' as const) : undefined;
    },
    get 'aria-required'() {
      return props.required ? ('true' as const) : undefined;
    },
  };
}

const fieldKeys = ['label', 'hideLabel', 'description', 'error', 'required', 'class'] as const;

/** Parts a component's props into those of the field around and the rest for the control. */
export function splitField<T extends FieldProps>(props: T) {
  return splitProps(props, fieldKeys);
}

/** The bordered frame around an input and what stands before or after it. */
export function ControlBox(props: {
  children: JSX.Element;
  before?: JSX.Element;
  after?: JSX.Element;
  ref?: (element: HTMLDivElement) => void;
}): JSX.Element {
  return (
    <div class={css.box} ref={(element) => props.ref?.(element)}>
      <Show when={props.before}>
        <span class={css.affix}>{props.before}</span>
      </Show>
      {props.children}
      <Show when={props.after}>
        <span class={css.affix}>{props.after}</span>
      </Show>
    </div>
  );
}
