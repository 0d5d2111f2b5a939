// Choices that all stand on the page: one of them (RadioGroup), or any of them (CheckboxGroup).
import { createUniqueId, For, Show, type JSX } from 'solid-js';
import { useStrings } from '../i18n/strings.ts';
import { Checkbox } from './checkbox.tsx';
import css from './choice-group.module.css';
import { cx } from './cx.ts';
import { fieldStrings } from './field-strings.ts';
import fieldCss from './field.module.css';
import { FieldNotes, splitField, wiresOf, type FieldProps } from './field.tsx';
import { uiStrings } from './strings.ts';

export interface Choice<V extends string = string> {
  value: V;
  label: string;
  /** A second, quieter line. */
  detail?: string | undefined;
  disabled?: boolean | undefined;
}

interface GroupProps<V extends string> extends FieldProps {
  options: readonly Choice<V>[];
  disabled?: boolean | undefined;
  onBlur?: (() => void) | undefined;
}

export interface RadioGroupProps<V extends string = string> extends GroupProps<V> {
  value: V | null;
  onChange: (value: V) => void;
}

export function RadioGroup<V extends string>(props: RadioGroupProps<V>): JSX.Element {
  const [field, own] = splitField(props);
  const name = createUniqueId();
  const labelOf = (value: unknown): string => own.options.find((each) => each.value === value)?.label ?? '';
  return (
    <Group field={field} role="radiogroup" writeOther={labelOf} onBlur={own.onBlur}>
      <For each={own.options}>
        {(option) => (
          <label class={fieldCss.check}>
            <input
              type="radio"
              name={name}
              checked={own.value === option.value}
              disabled={own.disabled ?? option.disabled}
              aria-invalid={field.error ? 'true' : undefined}
              onChange={() => own.onChange(option.value)}
            />
            <Words option={option} />
          </label>
        )}
      </For>
    </Group>
  );
}

export interface CheckboxGroupProps<V extends string = string> extends GroupProps<V> {
  value: readonly V[];
  /** In the order of the options; what is not among these is kept at the end. */
  onChange: (value: readonly V[]) => void;
  /** A tick over all of them. */
  selectAll?: boolean | undefined;
}

export function CheckboxGroup<V extends string>(props: CheckboxGroupProps<V>): JSX.Element {
  const t = useStrings(fieldStrings);
  const [field, own] = splitField(props);
  const usable = () => own.options.filter(({ disabled }) => !disabled);
  const chosen = () => usable().filter(({ value }) => own.value.includes(value)).length;
  const choose = (values: readonly V[], checked: boolean): void => {
    const now = new Set(
      checked ? [...own.value, ...values] : own.value.filter((each) => !values.includes(each)),
    );
    const listed = own.options.map(({ value }) => value).filter((value) => now.delete(value));
    own.onChange([...listed, ...now]);
  };
  const labelsOf = (values: unknown): string =>
    own.options
      .filter(({ value }) => Array.isArray(values) && values.includes(value))
      .map(({ label }) => label)
      .join(', ');
  return (
    <Group field={field} role="group" writeOther={labelsOf} onBlur={own.onBlur}>
      <Show when={own.selectAll}>
        <Checkbox
          label={t().all}
          class={css.all}
          checked={chosen() === usable().length && chosen() > 0}
          indeterminate={chosen() > 0 && chosen() < usable().length}
          disabled={own.disabled}
          onChange={(checked) =>
            choose(
              usable().map(({ value }) => value),
              checked,
            )
          }
        />
      </Show>
      <For each={own.options}>
        {(option) => (
          <label class={fieldCss.check}>
            <input
              type="checkbox"
              checked={own.value.includes(option.value)}
              disabled={own.disabled ?? option.disabled}
              aria-invalid={field.error ? 'true' : undefined}
              onChange={(event) => choose([option.value], event.currentTarget.checked)}
            />
            <Words option={option} />
          </label>
        )}
      </For>
    </Group>
  );
}

function Words(props: { option: Choice }): JSX.Element {
  return (
    <span>
      {props.option.label}
      <Show when={props.option.detail}>
        <span class={css.detail}>{props.option.detail}</span>
      </Show>
    </span>
  );
}

function Group(props: {
  field: FieldProps;
  role: 'group' | 'radiogroup';
  writeOther: (value: unknown) => string;
  onBlur: (() => void) | undefined;
  children: JSX.Element;
}): JSX.Element {
  const t = useStrings(uiStrings);
  const id = createUniqueId();
  const wires = wiresOf(id, props.field);
  const leave = (event: FocusEvent & { currentTarget: HTMLElement }): void => {
    const to = event.relatedTarget;
    if (!(to instanceof Node && event.currentTarget.contains(to))) props.onBlur?.();
  };
  return (
    <div
      class={cx(fieldCss.field, props.field.class)}
      data-path={props.field.path}
      role={props.role}
      aria-labelledby={`${id}-label`}
      aria-describedby={wires['aria-describedby']}
      aria-required={props.role === 'radiogroup' ? wires['aria-required'] : undefined}
      on:focusout={leave}
    >
      <span id={`${id}-label`} class={cx(fieldCss.label, props.field.hideLabel && 'visually-hidden')}>
        {props.field.label}
        <Show when={props.field.required}>
          <span class={fieldCss.required} aria-hidden="true" title={t().required}>
            *
          </span>
        </Show>
      </span>
      <div class={css.options}>{props.children}</div>
      <FieldNotes id={id} field={props.field} writeOther={props.writeOther} />
    </div>
  );
}
