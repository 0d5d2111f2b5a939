// Several texts in one field, such as the addresses of a call system. Each is checked; one that is wrong stays in
// the text to be mended, and none is lost when the field is left.
import { createSignal, type JSX } from 'solid-js';
import { useStrings } from '../i18n/strings.ts';
import { Chips, focusLastChip } from './chips.tsx';
import { fieldStrings } from './field-strings.ts';
import css from './field.module.css';
import { ControlBox, Field, splitField, type FieldProps } from './field.tsx';
import { toHalfWidth } from './money.ts';

export interface TextListFieldProps extends FieldProps {
  value: readonly string[];
  /** `problem` tells that something stands in the text which is none yet. */
  onChange: (value: readonly string[], problem: string | undefined) => void;
  /** What is wrong with one of them, in words. */
  check?: ((text: string) => string | undefined) | undefined;
  placeholder?: string | undefined;
  disabled?: boolean | undefined;
  onBlur?: (() => void) | undefined;
}

export function TextListField(props: TextListFieldProps): JSX.Element {
  const [field, own] = splitField(props);
  const t = useStrings(fieldStrings);
  const [text, setText] = createSignal('');
  const [left, setLeft] = createSignal(false);
  const [chips, setChips] = createSignal<HTMLElement>();
  let input!: HTMLInputElement;
  const problemOf = (item: string): string | undefined =>
    own.value.includes(item) ? t().alreadyThere : own.check?.(item);
  const problem = (): string | undefined => (text().trim() === '' ? undefined : problemOf(tidy(text())));

  const take = (typed: string): void => {
    const items = [...new Set(typed.split(separators).map(tidy).filter(Boolean))];
    const good = items.filter((item) => problemOf(item) === undefined);
    const rest = items.filter((item) => !good.includes(item)).join(' ');
    setText(rest);
    own.onChange([...own.value, ...good], rest === '' ? undefined : problemOf(rest));
  };
  const type = (typed: string): void => {
    if (separators.test(typed.trimStart())) return take(typed);
    setText(typed);
    own.onChange(own.value, problem());
  };
  const remove = (value: string): void => {
    own.onChange(
      own.value.filter((each) => each !== value),
      problem(),
    );
  };
  const keys = (event: KeyboardEvent): void => {
    const isAtStart = input.selectionStart === 0 && input.selectionEnd === 0;
    const last = own.value.at(-1);
    if (
      event.key === 'Enter' &&
      !event.isComposing &&
      text().trim() !== '' &&
      !event.ctrlKey &&
      !event.metaKey
    ) {
      event.preventDefault();
      setLeft(true);
      take(text());
    } else if (event.key === 'ArrowLeft' && isAtStart) focusLastChip(chips());
    else if (event.key === 'Backspace' && isAtStart && last !== undefined) remove(last);
  };
  const leave = (): void => {
    setLeft(true);
    if (text().trim() !== '') take(text());
    own.onBlur?.();
  };
  return (
    <Field
      {...field}
      description={field.description ?? t().listHint}
      error={(left() ? problem() : undefined) ?? field.error}
      writeOther={(value) => (Array.isArray(value) ? value.join(', ') : '')}
    >
      {(wires) => (
        <ControlBox wrap>
          <Chips
            ref={setChips}
            chips={own.value.map((value) => ({ value, label: value, isWrong: Boolean(own.check?.(value)) }))}
            disabled={own.disabled}
            onRemove={remove}
            onLeave={() => input.focus()}
          />
          <input
            {...wires}
            ref={input}
            class={css.input}
            autocomplete="off"
            spellcheck={false}
            value={text()}
            placeholder={own.value.length > 0 ? undefined : own.placeholder}
            disabled={own.disabled}
            onInput={(event) => type(event.currentTarget.value)}
            onFocus={() => setLeft(false)}
            onBlur={leave}
            on:keydown={keys}
          />
        </ControlBox>
      )}
    </Field>
  );
}

/** Also the Chinese comma, semicolon and enumeration comma. */
const separators = /[\s,;\uff0c\uff1b\u3001]/;

const tidy = (text: string): string => toHalfWidth(text).trim();
