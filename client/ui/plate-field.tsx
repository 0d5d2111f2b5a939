// A number plate, with the provinces at hand for whoever has no Chinese input method; and a phone number.
import ChevronDown from 'lucide-solid/icons/chevron-down';
import Phone from 'lucide-solid/icons/phone';
import { createSignal, For, Show, type JSX } from 'solid-js';
import { useStrings } from '../i18n/strings.ts';
import { IconButton } from './button.tsx';
import { fieldStrings } from './field-strings.ts';
import { Floating } from './floating.tsx';
import css from './plate-field.module.css';
import {
  plateEndings,
  provinces,
  tidyPhone,
  tidyPlate,
  withProvince,
  wrongMobileDigits,
  wrongPlateLength,
} from './plate.ts';
import { TextField, type TextProps } from './text-field.tsx';

export interface PlateFieldProps extends TextProps {
  onEnter?: (() => void) | undefined;
}

export function PlateField(props: PlateFieldProps): JSX.Element {
  const t = useStrings(fieldStrings);
  const [open, setOpen] = createSignal(false);
  const [hasLeft, setLeft] = createSignal(props.value !== '');
  const doubt = () => {
    const length = hasLeft() ? wrongPlateLength(props.value) : undefined;
    return length === undefined ? undefined : <span class={css.doubt}>{t().wrongPlate(length)}</span>;
  };
  let frame!: HTMLDivElement;
  let input!: HTMLInputElement;
  const put = (plate: string): void => {
    setOpen(false);
    props.onInput(plate);
    input.focus();
  };
  const leave = ({ relatedTarget }: FocusEvent): void => {
    if (relatedTarget instanceof Node && frame.contains(relatedTarget)) return;
    setOpen(false);
    setLeft(true);
    // Not while it is typed: an input method would lose its place.
    if (tidyPlate(props.value) !== props.value) props.onInput(tidyPlate(props.value));
    props.onBlur?.();
  };
  const keys = (event: KeyboardEvent): void => {
    // As a combobox opens: its button is no stop of the Tab key, which goes on to the next field.
    if (event.altKey && event.key === 'ArrowDown') {
      event.preventDefault();
      setOpen(true);
      return frame.querySelector<HTMLButtonElement>('[data-first-key]')?.focus();
    }
    if (event.key !== 'Escape' || !open()) return;
    // This Escape closes the provinces; a dialog around must not close with it.
    event.stopPropagation();
    setOpen(false);
    input.focus();
  };
  return (
    <div ref={frame} class={css.frame} on:focusout={leave} on:keydown={keys}>
      <TextField
        {...props}
        description={doubt() ?? props.description}
        onBlur={undefined}
        ref={(element) => (input = element)}
        after={
          <Show when={!props.readOnly && !props.disabled}>
            <IconButton
              size="small"
              icon={ChevronDown}
              label={t().provinces}
              tabIndex={-1}
              aria-keyshortcuts="Alt+ArrowDown"
              aria-expanded={open()}
              onClick={() => setOpen((was) => !was)}
            />
          </Show>
        }
      />
      <Show when={open()}>
        <Floating anchor={frame} class={css.keys} role="group" aria-label={t().provinces}>
          <Keys characters={provinces} onPress={(key) => put(withProvince(props.value, key))} />
          <Keys characters={plateEndings} onPress={(key) => put(props.value + key)} />
        </Floating>
      </Show>
    </div>
  );
}

function Keys(props: { characters: string; onPress: (character: string) => void }): JSX.Element {
  return (
    <div class={css.row}>
      <For each={[...props.characters]}>
        {(character) => (
          <button
            type="button"
            class={css.key}
            data-first-key={character === provinces.charAt(0) ? '' : undefined}
            onClick={() => props.onPress(character)}
          >
            {character}
          </button>
        )}
      </For>
    </div>
  );
}

/** A phone's own keyboard for numbers; what was pasted is tidied when the field is left. */
export function PhoneField(props: PlateFieldProps): JSX.Element {
  const t = useStrings(fieldStrings);
  const [hasLeft, setLeft] = createSignal(props.value !== '');
  // It may be meant all the same, so it is said and does not stop anybody.
  const doubt = () => {
    const digits = hasLeft() ? wrongMobileDigits(props.value) : undefined;
    return digits === undefined ? undefined : <span class={css.doubt}>{t().wrongMobile(digits)}</span>;
  };
  const leave = (): void => {
    setLeft(true);
    if (tidyPhone(props.value) !== props.value) props.onInput(tidyPhone(props.value));
    props.onBlur?.();
  };
  return (
    <TextField
      {...props}
      description={doubt() ?? props.description}
      type="tel"
      before={<Phone size={14} />}
      onBlur={leave}
    />
  );
}
