// Any number of options, found by typing: outlets of a person, cars that a vehicle can carry. What was chosen stands
// in the field; the list stays open while one chooses.
import ChevronDown from 'lucide-solid/icons/chevron-down';
import X from 'lucide-solid/icons/x';
import { createMemo, createSignal, Show, type JSX } from 'solid-js';
import { useStrings } from '../i18n/strings.ts';
import { Chips, focusLastChip } from './chips.tsx';
import { ComboInput } from './combobox-input.tsx';
import { matchOptions, type ComboOption } from './combobox-match.ts';
import type { OptionSource } from './combobox-search.ts';
import css from './combobox.module.css';
import { fieldStrings } from './field-strings.ts';
import { splitField, type FieldProps } from './field.tsx';
import { uiStrings } from './strings.ts';

export interface MultiSelectProps extends FieldProps {
  value: readonly string[];
  onChange: (value: readonly string[]) => void;
  /** A list, or a function asked while one types. */
  options: OptionSource;
  /** The label of a value whose option isn't in the list at hand. */
  labelOf?: ((value: string) => string | undefined) | undefined;
  /** What nothing chosen stands for, e.g. all outlets. */
  placeholder?: string | undefined;
  disabled?: boolean | undefined;
  name?: string | undefined;
  onBlur?: (() => void) | undefined;
}

/** Stands for everything that is found. */
const allValue = '\u0000all';

export function MultiSelect(props: MultiSelectProps): JSX.Element {
  const [field, own] = splitField(props);
  const [t, words] = [useStrings(uiStrings), useStrings(fieldStrings)];
  const [query, setQuery] = createSignal('');
  const [seen, setSeen] = createSignal<ReadonlyMap<string, string>>(new Map());
  const [chips, setChips] = createSignal<HTMLElement>();
  let input!: HTMLInputElement;
  const listed = createMemo(
    () =>
      new Map(typeof own.options === 'function' ? [] : own.options.map((each) => [each.value, each.label])),
  );
  const labelOf = (value: string): string =>
    listed().get(value) ?? seen().get(value) ?? own.labelOf?.(value) ?? value;
  const labelsOf = (values: unknown): string =>
    Array.isArray(values) ? values.map((value) => labelOf(String(value))).join(', ') : '';

  /** What is found and not yet chosen; to take all of it one has to have narrowed the list. */
  const addable = createMemo((): readonly string[] => {
    if (query() === '' || typeof own.options === 'function') return [];
    const found = matchOptions(own.options, query()).filter((option) => !option.disabled);
    return found.map(({ value }) => value).filter((value) => !own.value.includes(value));
  });
  const source = createMemo((): OptionSource => {
    if (typeof own.options === 'function' || addable().length < 2) return own.options;
    const all = { value: allValue, label: words().selectMatches(addable().length), pinned: true };
    return [all, ...own.options];
  });
  const choose = ({ value, label }: ComboOption): void => {
    if (value === allValue) return (own.onChange([...own.value, ...addable()]), void setQuery(''));
    setSeen((known) => new Map([...known, [value, label]]));
    own.onChange(own.value.includes(value) ? without(own.value, value) : [...own.value, value]);
  };
  const goBefore = (key: 'Backspace' | 'ArrowLeft'): void => {
    const last = own.value.at(-1);
    if (key === 'ArrowLeft') focusLastChip(chips());
    else if (last !== undefined) own.onChange(without(own.value, last));
  };
  return (
    <ComboInput
      multiple
      field={field}
      writeOther={labelsOf}
      ref={(element) => (input = element)}
      text={query()}
      query={query()}
      onText={setQuery}
      onChoose={choose}
      onLeave={() => (setQuery(''), own.onBlur?.())}
      isChosen={(value) => own.value.includes(value)}
      source={source()}
      placeholder={own.value.length > 0 ? undefined : (own.placeholder ?? t().typeToSearch)}
      disabled={own.disabled}
      name={own.name}
      autofocus={undefined}
      onBefore={goBefore}
      before={
        <>
          <Chips
            ref={setChips}
            chips={own.value.map((value) => ({ value, label: labelOf(value) }))}
            disabled={own.disabled}
            onRemove={(value) => own.onChange(without(own.value, value))}
            onLeave={() => input.focus()}
          />
          <span class="visually-hidden" role="status">
            {words().chosen(own.value.length)}
          </span>
        </>
      }
      after={(toggle) => (
        <>
          <Show when={own.value.length > 1 && !own.disabled}>
            <button
              type="button"
              class={css.small}
              aria-label={`${words().clearAll}: ${field.label}`}
              onClick={() => (own.onChange([]), input.focus())}
            >
              <X size={14} />
            </button>
          </Show>
          <button
            type="button"
            class={css.small}
            tabIndex={-1}
            aria-hidden="true"
            disabled={own.disabled}
            onClick={toggle}
          >
            <ChevronDown size={14} />
          </button>
        </>
      )}
    />
  );
}

const without = (values: readonly string[], value: string): readonly string[] =>
  values.filter((each) => each !== value);
