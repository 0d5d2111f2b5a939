// A field that is searched by typing. Two faces over one list: Combobox holds the id of a chosen option,
// SuggestField holds the text itself and offers suggestions.
import ChevronDown from 'lucide-solid/icons/chevron-down';
import X from 'lucide-solid/icons/x';
import { createEffect, createMemo, createSignal, on, Show, type JSX } from 'solid-js';
import { useStrings } from '../i18n/strings.ts';
import { ComboInput } from './combobox-input.tsx';
import type { ComboOption } from './combobox-match.ts';
import type { OptionSource } from './combobox-search.ts';
import css from './combobox.module.css';
import { splitField, type FieldProps } from './field.tsx';
import { uiStrings } from './strings.ts';

export type { ComboOption } from './combobox-match.ts';
export type { OptionSearch, OptionSource } from './combobox-search.ts';

interface Common extends FieldProps {
  /** A list, or a function asked while one types. */
  options: OptionSource;
  placeholder?: string | undefined;
  disabled?: boolean | undefined;
  name?: string | undefined;
  autofocus?: boolean | undefined;
  onBlur?: (() => void) | undefined;
}

export interface ComboboxProps extends Common {
  value: string | null;
  onChange: (value: string | null, option: ComboOption | undefined) => void;
  /** The label of `value` when its option isn't in the list at hand (asynchronous options). */
  valueLabel?: string | undefined;
  /** May be emptied again. */
  clearable?: boolean | undefined;
}

export function Combobox(props: ComboboxProps): JSX.Element {
  const [field, own] = splitField(props);
  const t = useStrings(uiStrings);
  const [chosen, setChosen] = createSignal<ComboOption>();
  const labelOf = (value: string | null): string => {
    if (value === null) return '';
    const listed = typeof own.options === 'function' ? undefined : own.options.find((o) => o.value === value);
    if (listed) return listed.label;
    return chosen()?.value === value ? (chosen()?.label ?? '') : (own.valueLabel ?? value);
  };
  const [text, setText] = createSignal(labelOf(own.value));
  const [query, setQuery] = createSignal('');
  const settle = (): void => {
    setText(labelOf(own.value));
    setQuery('');
  };
  // Only another label: options that come while one types take nothing of what was typed.
  const label = createMemo(() => labelOf(own.value));
  createEffect(on(label, settle, { defer: true }));

  const choose = (option: ComboOption): void => {
    setChosen(option);
    own.onChange(option.value, option);
    settle();
  };
  const leave = (): void => {
    if (text() === '' && own.clearable && own.value !== null) own.onChange(null, undefined);
    settle();
    own.onBlur?.();
  };
  return (
    <ComboInput
      field={field}
      writeOther={(value) => labelOf(typeof value === 'string' ? value : null)}
      text={text()}
      query={query()}
      onText={(next) => (setText(next), setQuery(next))}
      onChoose={choose}
      onLeave={leave}
      isChosen={(value) => value === own.value}
      source={own.options}
      placeholder={own.placeholder ?? t().typeToSearch}
      disabled={own.disabled}
      name={own.name}
      autofocus={own.autofocus}
      after={(toggle) => (
        <>
          <Show when={own.clearable && own.value !== null && !own.disabled}>
            <button
              type="button"
              class={css.small}
              aria-label={`${t().clear} ${field.label}`}
              onClick={() => own.onChange(null, undefined)}
            >
              <X size={14} />
            </button>
          </Show>
          {/* The keyboard opens the list with the arrow keys; this is for the pointer alone. */}
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

export interface SuggestFieldProps extends Common {
  /** The text itself: anything may be typed. */
  value: string;
  onInput: (value: string) => void;
  /** A suggestion was taken; its label has also gone to `onInput`. */
  onChoose?: ((option: ComboOption) => void) | undefined;
}

/** Free text with suggestions, e.g. an address. Enter with nothing marked keeps what was typed. */
export function SuggestField(props: SuggestFieldProps): JSX.Element {
  const [field, own] = splitField(props);
  return (
    <ComboInput
      field={field}
      freeText
      text={own.value}
      query={own.value}
      onText={own.onInput}
      onChoose={(option) => {
        own.onInput(option.label);
        own.onChoose?.(option);
      }}
      onLeave={() => own.onBlur?.()}
      isChosen={() => false}
      source={own.options}
      placeholder={own.placeholder}
      disabled={own.disabled}
      name={own.name}
      autofocus={own.autofocus}
    />
  );
}
