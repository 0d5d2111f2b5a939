// On or off, at once understood: for what a record is or does. Where several ticks stand together use Checkbox.
import { createUniqueId, type JSX } from 'solid-js';
import type { CheckboxProps } from './checkbox.tsx';
import { cx } from './cx.ts';
import css from './field.module.css';
import { FieldNotes, wiresOf } from './field.tsx';

export type SwitchProps = Omit<CheckboxProps, 'indeterminate'>;

export function Switch(props: SwitchProps): JSX.Element {
  const id = createUniqueId();
  let element!: HTMLInputElement;
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
          role="switch"
          class={css.switch}
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
