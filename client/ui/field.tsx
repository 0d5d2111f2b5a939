// What every field shares: label, description, error and the wires between them for screen readers.
import { createUniqueId, Show, splitProps, type JSX } from 'solid-js';
import { useStrings } from '../i18n/strings.ts';
import { cx } from './cx.ts';
import css from './field.module.css';
import { OtherNote } from './field-other.tsx';
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
  /** Where its value lies in a form's document; a form finds the field by it. */
  path?: string | undefined;
  /** What somebody else made of the value while it was changed here. */
  other?: OtherValue | undefined;
}

/** A value beside one's own, to be taken or not. */
export interface OtherValue {
  readonly value: unknown;
  take(): void;
  keep(): void;
}

/** What a control must carry; spread it on the control. */
export interface FieldWires {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': 'true' | undefined;
  readonly 'aria-required': 'true' | undefined;
}

interface FieldFrameProps extends FieldProps {
  /** How the field shows somebody else's value. */
  writeOther?: ((value: unknown) => string) | undefined;
  children: (wires: FieldWires) => JSX.Element;
}

/** Wraps a control of one's own: `<Field label="…">{(wires) => <input {...wires} />}</Field>`. */
export function Field(props: FieldFrameProps): JSX.Element {
  const t = useStrings(uiStrings);
  const id = createUniqueId();
  return (
    <div class={cx(css.field, props.class)} data-path={props.path}>
      <label for={id} class={cx(css.label, props.hideLabel && 'visually-hidden')}>
        {props.label}
        <Show when={props.required}>
          <span class={css.required} aria-hidden="true" title={t().required}>
            *
          </span>
        </Show>
      </label>
      {props.children(wiresOf(id, props))}
      <FieldNotes id={id} field={props} writeOther={props.writeOther} />
    </div>
  );
}

/** The lines under a control. They exist only while they say something. */
export function FieldNotes(props: {
  id: string;
  field: Pick<FieldProps, 'description' | 'error' | 'other'>;
  writeOther?: ((value: unknown) => string) | undefined;
}): JSX.Element {
  return (
    <>
      <Show when={props.field.description}>
        <div id={`${props.id}-description`} class={css.description}>
          {props.field.description}
        </div>
      </Show>
      <div id={`${props.id}-error`} class={css.error} aria-live="polite">
        {props.field.error}
      </div>
      <Show when={props.field.other}>
        {(other) => <OtherNote other={other()} write={props.writeOther} />}
      </Show>
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

const fieldKeys = [
  ...(['label', 'hideLabel', 'description', 'error', 'required', 'class'] as const),
  ...(['path', 'other'] as const),
] as const;

/** Parts a component's props into those of the field around and the rest for the control. */
export function splitField<T extends FieldProps>(props: T) {
  return splitProps(props, fieldKeys);
}

/** The bordered frame around an input and what stands before or after it. */
export function ControlBox(props: {
  children: JSX.Element;
  before?: JSX.Element;
  after?: JSX.Element;
  /** What stands in it may take several lines. */
  wrap?: boolean | undefined;
  ref?: (element: HTMLDivElement) => void;
}): JSX.Element {
  return (
    <div class={css.box} data-wrap={props.wrap ? '' : undefined} ref={(element) => props.ref?.(element)}>
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
