// A choice among few. The platform's own select: every phone and screen reader knows it. For a long list or a
// search use Combobox.
import ChevronDown from 'lucide-solid/icons/chevron-down';
import { createEffect, For, Show, type JSX } from 'solid-js';
import { useStrings } from '../i18n/strings.ts';
import { cx } from './cx.ts';
import { ControlBox, Field, splitField, type FieldProps } from './field.tsx';
import css from './field.module.css';
import { uiStrings } from './strings.ts';

export interface SelectOption<V extends string = string> {
  value: V;
  label: string;
  disabled?: boolean | undefined;
  /** Options of the same group stand together under its name. */
  group?: string | undefined;
}

export interface SelectProps<V extends string = string> extends FieldProps {
  value: V | null;
  onChange: (value: V | null) => void;
  options: readonly SelectOption<V>[];
  placeholder?: string | undefined;
  /** Adds an empty choice with the placeholder's text; without it an empty select must be filled. */
  clearable?: boolean | undefined;
  disabled?: boolean | undefined;
  name?: string | undefined;
  onBlur?: (() => void) | undefined;
}

export function Select<V extends string>(props: SelectProps<V>): JSX.Element {
  const [field, own] = splitField(props);
  const t = useStrings(uiStrings);
  let element: HTMLSelectElement | undefined;
  // A select keeps its own idea of what is chosen; after its options changed it has to be told again.
  createEffect(() => {
    void own.options;
    if (element) element.value = own.value ?? '';
  });
  const change = (value: string): void => {
    own.onChange(own.options.find((option) => option.value === value)?.value ?? null);
    if (element) element.value = own.value ?? '';
  };
  const labelOf = (value: unknown): string =>
    own.options.find((option) => option.value === value)?.label ?? String(value ?? '');
  return (
    <Field {...field} writeOther={labelOf}>
      {(wires) => (
        <ControlBox>
          <select
            {...wires}
            ref={(select) => (element = select)}
            class={cx(css.input, css.select)}
            data-empty={own.value === null ? '' : undefined}
            disabled={own.disabled}
            name={own.name}
            onChange={(event) => change(event.currentTarget.value)}
            onBlur={() => own.onBlur?.()}
          >
            <Show when={own.clearable || own.value === null}>
              <option value="" disabled={!own.clearable}>
                {own.placeholder ?? t().choose}
              </option>
            </Show>
            <For each={groupsOf(own.options)}>
              {([group, options]) => (
                <Show when={group} fallback={<Options options={options} />}>
                  <optgroup label={group}>
                    <Options options={options} />
                  </optgroup>
                </Show>
              )}
            </For>
          </select>
          <span class={css.chevron}>
            <ChevronDown size={14} />
          </span>
        </ControlBox>
      )}
    </Field>
  );
}

function Options(props: { options: readonly SelectOption[] }): JSX.Element {
  return (
    <For each={props.options}>
      {(option) => (
        <option value={option.value} disabled={option.disabled}>
          {option.label}
        </option>
      )}
    </For>
  );
}

function groupsOf(options: readonly SelectOption[]): [string, SelectOption[]][] {
  const groups = new Map<string, SelectOption[]>();
  for (const option of options) {
    const members = groups.get(option.group ?? '');
    if (members) members.push(option);
    else groups.set(option.group ?? '', [option]);
  }
  return [...groups];
}
