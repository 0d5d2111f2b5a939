// The input and list that Combobox and SuggestField share: a combobox with aria-activedescendant, so focus
// never leaves the input and an input method is never disturbed.
import { createEffect, createMemo, createSignal, createUniqueId, on, Show, type JSX } from 'solid-js';
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
  chosen: string | null;
  source: OptionSource;
  freeText?: boolean;
  placeholder: string | undefined;
  disabled: boolean | undefined;
  name: string | undefined;
  autofocus: boolean | undefined;
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
      const chosen = options.findIndex((option) => option.value === props.chosen);
      const best = chosen >= 0 ? chosen : stepOption(options, -1, 1);
      setActive(isOpen && !props.freeText ? best : -1);
    }),
  );

  const choose = (option: ComboOption | undefined): void => {
    if (!option || option.disabled) return;
    setOpen(false);
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
    } else if (event.key === 'Escape' && open()) {
      // This Escape is the list's; a dialog around must not close with it.
      event.stopPropagation();
      setOpen(false);
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
          <ControlBox ref={setBox} after={props.after?.(toggle)}>
            <input
              {...wires}
              ref={input}
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
              autofocus={props.autofocus}
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
              chosen={props.chosen}
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
