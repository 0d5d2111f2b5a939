// A tick with its label.
import { createEffect, createUniqueId, type JSX } from 'solid-js';
import { cx } from './cx.ts';
import { FieldNotes, wiresOf, type FieldProps } from './field.tsx';
import css from './field.module.css';

export interface CheckboxProps extends FieldProps {
  checked: boolean;
  onChange: (checked: boolean) => void;
  /** Neither on nor off, for a box that stands for several. */
  indeterminate?: boolean | undefined;
  disabled?: boolean | undefined;
  name?: string | undefined;
  onBlur?: (() => void) | undefined;
}

export function Checkbox(props: CheckboxProps): JSX.Element {
  const id = createUniqueId();
  let element!: HTMLInputElement;
  createEffect(() => {
    element.indeterminate = props.indeterminate ?? false;
  });
  const change = (checked: boolean): void => {
    props.onChange(checked);
    element.checked = props.checked;
  };
  return (
    <div class={cx(css.field, props.class)} data-path={props.path}>
      <label class={css.check}>
        <input
          {...wiresOf(id, props)}
          ref={element}
          type="checkbox"
          checked={props.checked}
          disabled={props.disabled}
          name={props.name}
          onChange={(event) => change(event.currentTarget.checked)}
          onBlur={() => props.onBlur?.()}
        />
        <span class={cx(props.hideLabel && 'visually-hidden')}>{props.label}</span>
      </label>
      <FieldNotes id={id} field={props} />
    </div>
  );
}
