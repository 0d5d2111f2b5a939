// The input and list that Combobox, SuggestField and MultiSelect share: a combobox with aria-activedescendant, so focus
// never leaves the input and an input method is never disturbed.
import { createEffect, createMemo, createSignal, createUniqueId, on, Show, type JSX } from 'solid-js';
import { focusAtStart } from './autofocus.ts';
import { ComboList } from './combobox-list.tsx';
import { stepOption, type ComboOption } from './combobox-match.ts';
import { createOptionSearch, type OptionSource } from './combobox-search.ts';
import css from './field.module.css';
import { ControlBox, Field, type FieldProps } from './field.tsx';

interface Props {
  field: FieldProps;
  writeOther?: (value: unknown) => string;
  text: string;
  /** What is searched for: '' right after opening, so that the whole list is on offer. */
  query: string;
  onText: (text: string) => void;
  onChoose: (option: ComboOption) => void;
  onLeave: () => void;
  isChosen: (value: string) => boolean;
  source: OptionSource;
  freeText?: boolean;
  /** The list stays open when an option was taken. */
  multiple?: boolean;
  /** Within the frame, before the text: what was chosen already. */
  before?: JSX.Element;
  /** Backspace or the left arrow at the very start of the text. */
  onBefore?: (key: 'Backspace' | 'ArrowLeft') => void;
  placeholder: string | undefined;
  disabled: boolean | undefined;
  name: string | undefined;
  autofocus: boolean | undefined;
  ref?: (element: HTMLInputElement) => void;
  after?: (toggle: () => void) => JSX.Element;
}

/** More than anyone reads; the rest is reached by typing. */
const shownLimit = 100;

export function ComboInput(props: Props): JSX.Element {
  const listId = createUniqueId();
  const [box, setBox] = createSignal<HTMLDivElement>();
  const [open, setOpen] = createSignal(false);
  const [active, setActive] = createSignal(-1);
  let input!: HTMLInputElement;
  focusAtStart(
    () => props.autofocus,
    () => input,
  );

  const { found, retry } = createOptionSearch(
    () => props.source,
    () => props.query,
    open,
  );
  const shown = createMemo(() => found().options.slice(0, shownLimit));
  const idOf = (index: number): string => `${listId}-${index}`;

  // New results: mark the chosen or the first one; free text marks none, so that Enter keeps what was typed.
  createEffect(
    on([shown, open], ([options, isOpen]) => {
      const chosen = props.multiple ? -1 : options.findIndex(({ value }) => props.isChosen(value));
      const best = chosen >= 0 ? chosen : stepOption(options, lastPinned(options), 1);
      setActive(isOpen && !props.freeText ? best : -1);
    }),
  );

  const choose = (option: ComboOption | undefined): void => {
    if (!option || option.disabled) return;
    if (!props.multiple) setOpen(false);
    props.onChoose(option);
  };
  const move = (by: 1 | -1): void => {
    if (open()) setActive(stepOption(shown(), active(), by));
    else setOpen(true);
  };
  const keydown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter' && open() && shown()[active()]) {
      event.preventDefault();
      choose(shown()[active()]);
    } else if (event.key === 'Enter' && open() && !props.freeText && props.query !== '') {
      // Nothing is found: what was typed is there to be put right, and no form goes on over it.
      event.preventDefault();
    } else if (event.key === 'Escape' && open()) {
      // This Escape is the list's; a dialog around must not close with it.
      event.stopPropagation();
      setOpen(false);
    } else if (event.key === 'Backspace' || event.key === 'ArrowLeft') {
      if (input.selectionStart === 0 && input.selectionEnd === 0) props.onBefore?.(event.key);
    }
  };
  const leave = (): void => {
    setOpen(false);
    props.onLeave();
  };
  const toggle = (): void => {
    input.focus();
    setOpen((was) => !was);
  };

  return (
    <Field {...props.field} writeOther={props.writeOther}>
      {(wires) => (
        <>
          <ControlBox ref={setBox} after={props.after?.(toggle)} wrap={props.multiple}>
            {props.before}
            <input
              {...wires}
              ref={(element) => {
                input = element;
                props.ref?.(element);
              }}
              class={css.input}
              role="combobox"
              aria-autocomplete="list"
              aria-expanded={open() ? 'true' : 'false'}
              aria-controls={open() ? listId : undefined}
              aria-activedescendant={open() && active() >= 0 ? idOf(active()) : undefined}
              autocomplete="off"
              spellcheck={false}
              value={props.text}
              placeholder={props.placeholder}
              disabled={props.disabled}
              name={props.name}
              onInput={(event) => (setOpen(true), props.onText(event.currentTarget.value))}
              onFocus={(event) => !props.freeText && event.currentTarget.select()}
              onClick={() => setOpen(true)}
              onBlur={leave}
              on:keydown={keydown}
            />
          </ControlBox>
          <Show when={open() && !(props.freeText && found().state === 'ready' && shown().length === 0)}>
            <ComboList
              id={listId}
              anchor={box()}
              found={found()}
              shown={shown()}
              active={active()}
              multiple={props.multiple}
              isChosen={props.isChosen}
              onActive={setActive}
              onChoose={choose}
              onRetry={retry}
            />
          </Show>
        </>
      )}
    </Field>
  );
}

const lastPinned = (options: readonly ComboOption[]): number =>
  options.findLastIndex((option) => option.pinned);
