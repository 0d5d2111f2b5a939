// The list under a combobox. It never takes focus: pressing it is kept from blurring the input.
import Check from 'lucide-solid/icons/check';
import { createEffect, Index, Show, type JSX } from 'solid-js';
import { useStrings } from '../i18n/strings.ts';
import type { ComboOption } from './combobox-match.ts';
import type { Found } from './combobox-search.ts';
import css from './combobox.module.css';
import { Floating } from './floating.tsx';
import { uiStrings } from './strings.ts';

interface Props {
  id: string;
  anchor: HTMLElement | undefined;
  found: Found;
  shown: readonly ComboOption[];
  active: number;
  multiple?: boolean | undefined;
  isChosen: (value: string) => boolean;
  onActive: (index: number) => void;
  onChoose: (option: ComboOption) => void;
  onRetry: () => void;
}

export function ComboList(props: Props): JSX.Element {
  const t = useStrings(uiStrings);
  const hidden = () => props.found.options.length - props.shown.length;
  const idle = () => props.found.state === 'ready' && props.shown.length === 0;
  return (
    <Floating
      anchor={props.anchor}
      matchWidth
      class={css.popup}
      onMouseDown={(event) => event.preventDefault()}
    >
      <div
        role="listbox"
        id={props.id}
        aria-label={t().options}
        aria-busy={props.found.state === 'loading'}
        aria-multiselectable={props.multiple}
      >
        <Index each={props.shown}>
          {(option, index) => (
            <Option
              id={`${props.id}-${index}`}
              option={option()}
              active={props.active === index}
              chosen={props.isChosen(option().value)}
              onActive={() => props.onActive(index)}
              onChoose={props.onChoose}
            />
          )}
        </Index>
      </div>
      <div class={css.notes} role="status">
        <Show when={props.found.state === 'loading'}>
          <p class={css.note}>{t().loading}</p>
        </Show>
        <Show when={idle()}>
          <p class={css.note}>{t().noMatches}</p>
        </Show>
        <Show when={hidden() > 0}>
          <p class={css.note}>{t().moreMatches(hidden())}</p>
        </Show>
        <Show when={props.found.state === 'failed'}>
          <p class={css.note}>
            {t().searchFailed}{' '}
            <button type="button" class={css.retry} onClick={() => props.onRetry()}>
              {t().retry}
            </button>
          </p>
        </Show>
      </div>
    </Floating>
  );
}

function Option(props: {
  id: string;
  option: ComboOption;
  active: boolean;
  chosen: boolean;
  onActive: () => void;
  onChoose: (option: ComboOption) => void;
}): JSX.Element {
  let element!: HTMLDivElement;
  // What one presses is what one gets, though another may stand here before the finger is lifted.
  let pressed: ComboOption | undefined;
  createEffect(() => {
    if (props.active) element.scrollIntoView({ block: 'nearest' });
  });
  return (
    <div
      ref={element}
      id={props.id}
      role="option"
      class={css.option}
      data-active={props.active ? '' : undefined}
      aria-selected={props.chosen}
      aria-disabled={props.option.disabled ? 'true' : undefined}
      onPointerMove={() => !props.active && !props.option.disabled && props.onActive()}
      onPointerDown={() => (pressed = props.option)}
      onClick={() => {
        props.onChoose(pressed ?? props.option);
        pressed = undefined;
      }}
    >
      <span class={css.text}>
        <span class={css.label}>{props.option.label}</span>
        <Show when={props.option.detail}>
          <span class={css.detail}>{props.option.detail}</span>
        </Show>
      </span>
      <Show when={props.chosen}>
        <Check size={14} />
      </Show>
    </div>
  );
}
