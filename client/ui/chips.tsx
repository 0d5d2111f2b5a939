// What was chosen, as small tags within a field's frame. They take one place in the order of the Tab key together:
// the arrow keys go from one to the next, and back to the text.
import X from 'lucide-solid/icons/x';
import { For, Show, type JSX } from 'solid-js';
import { useStrings } from '../i18n/strings.ts';
import css from './chips.module.css';
import { fieldStrings } from './field-strings.ts';

export interface Chip {
  readonly value: string;
  readonly label: string;
  /** Marks it as wrong. */
  readonly isWrong?: boolean | undefined;
}

export interface ChipsProps {
  chips: readonly Chip[];
  disabled?: boolean | undefined;
  onRemove: (value: string) => void;
  /** To the text after the last one. */
  onLeave: () => void;
  ref?: (element: HTMLUListElement) => void;
}

export function Chips(props: ChipsProps): JSX.Element {
  const t = useStrings(fieldStrings);
  let list!: HTMLUListElement;
  const buttons = (): HTMLButtonElement[] => [...list.querySelectorAll('button')];
  const go = (from: HTMLButtonElement, by: 1 | -1): void => {
    const next = buttons()[buttons().indexOf(from) + by];
    if (next) next.focus();
    else if (by === 1) props.onLeave();
  };
  const remove = (value: string, button: HTMLButtonElement): void => {
    const index = buttons().indexOf(button);
    props.onRemove(value);
    const rest = buttons();
    const next = rest[Math.min(index, rest.length - 1)];
    if (next) next.focus();
    else props.onLeave();
  };
  const keys = (value: string) => (event: KeyboardEvent & { currentTarget: HTMLButtonElement }) => {
    if (event.key === 'ArrowLeft') go(event.currentTarget, -1);
    else if (event.key === 'ArrowRight') go(event.currentTarget, 1);
    else if (event.key === 'Delete' || event.key === 'Backspace') remove(value, event.currentTarget);
    else return;
    event.preventDefault();
  };
  return (
    <ul
      class={css.chips}
      ref={(element) => {
        list = element;
        props.ref?.(element);
      }}
    >
      <For each={props.chips}>
        {(chip) => (
          <li class={css.chip} data-wrong={chip.isWrong ? '' : undefined}>
            <span class={css.label}>{chip.label}</span>
            <Show when={!props.disabled}>
              <button
                type="button"
                tabIndex={-1}
                class={css.remove}
                aria-label={t().remove(chip.label)}
                onClick={(event) => remove(chip.value, event.currentTarget)}
                onKeyDown={(event) => keys(chip.value)(event)}
              >
                <X size={12} />
              </button>
            </Show>
          </li>
        )}
      </For>
    </ul>
  );
}

/** The last chip, for whoever comes from the text. */
export const focusLastChip = (list: HTMLElement | undefined): void =>
  [...(list?.querySelectorAll('button') ?? [])].at(-1)?.focus();
