// The search of a list. What is typed goes out a little later; `/` puts the cursor here from anywhere.
import Search from 'lucide-solid/icons/search';
import X from 'lucide-solid/icons/x';
import { createEffect, createSignal, on, onCleanup, Show, type JSX } from 'solid-js';
import { useStrings } from '../i18n/strings.ts';
import { IconButton } from './button.tsx';
import { listStrings } from './list-strings.ts';
import { TextField } from './text-field.tsx';

export interface SearchFieldProps {
  text: string;
  onText: (text: string) => void;
  /** What can be searched for, e.g. `Name, phone or plate`. */
  placeholder?: string | undefined;
  class?: string | undefined;
}

const debounceMs = 200;

export function SearchField(props: SearchFieldProps): JSX.Element {
  const t = useStrings(listStrings);
  const [typed, setTyped] = createSignal('');
  let input!: HTMLInputElement;
  let timer = 0;
  onCleanup(() => clearTimeout(timer));
  // What changes outside comes in, but the echo of what is being typed must not take away its spaces.
  createEffect(
    on(
      () => props.text,
      (text) => text !== typed().trim() && setTyped(text),
    ),
  );
  const type = (text: string): void => {
    setTyped(text);
    clearTimeout(timer);
    timer = window.setTimeout(() => props.onText(text), debounceMs);
  };
  const settle = (text: string): void => {
    clearTimeout(timer);
    setTyped(text);
    props.onText(text);
  };
  focusOnSlash(() => input);
  return (
    <TextField
      class={props.class}
      type="search"
      label={t().search}
      hideLabel
      placeholder={props.placeholder ?? t().searchHint}
      before={<Search size={14} />}
      after={
        <Show when={typed()}>
          <IconButton
            icon={X}
            size="small"
            label={t().clearSearch}
            onClick={() => (settle(''), input.focus())}
          />
        </Show>
      }
      value={typed()}
      onInput={type}
      onEnter={() => settle(typed())}
      ref={(element) => (input = element)}
    />
  );
}

function focusOnSlash(field: () => HTMLInputElement): void {
  const press = (event: KeyboardEvent): void => {
    if (event.key !== '/' || event.defaultPrevented || event.ctrlKey || event.metaKey) return;
    if (event.target instanceof Element && event.target.closest(typing)) return;
    event.preventDefault();
    field().focus();
    field().select();
  };
  document.addEventListener('keydown', press);
  onCleanup(() => document.removeEventListener('keydown', press));
}

const typing =
  'input:not([type="checkbox"]), textarea, select, [contenteditable], [role="dialog"], [role="menu"]';
