// A window in which one types where to go: results in groups under one field. Focus stays in the field; the
// marked result is told by aria-activedescendant.
import { Dialog as Kobalte } from '@kobalte/core/dialog';
import Search from 'lucide-solid/icons/search';
import X from 'lucide-solid/icons/x';
import { createEffect, createMemo, createSignal, createUniqueId, For, on, Show, type JSX } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { useStrings } from '../i18n/strings.ts';
import { IconButton } from './button.tsx';
import type { IconComponent } from './icon.ts';
import { stepActive } from './palette-step.ts';
import css from './palette.module.css';
import { uiStrings } from './strings.ts';

export interface PaletteItem {
  /** Of its own among all groups. */
  readonly id: string;
  readonly label: string;
  readonly icon: IconComponent;
  /** A second line. */
  readonly detail?: string | undefined;
  /** At the end of the line, e.g. a state. */
  readonly note?: string | undefined;
}

export interface PaletteGroup {
  readonly id: string;
  readonly label: string;
  readonly items: readonly PaletteItem[];
}

export interface PaletteProps {
  open: boolean;
  onClose: () => void;
  /** What the window is, for screen readers. */
  label: string;
  placeholder: string;
  query: string;
  onQuery: (text: string) => void;
  groups: readonly PaletteGroup[];
  /** More may still come. */
  busy?: boolean | undefined;
  /** Stands where results would, when there are none. */
  none: JSX.Element;
  onChoose: (item: PaletteItem) => void;
  /** Where focus goes when it closes; undefined: to where it was. */
  focusOnClose?: (() => HTMLElement | null) | undefined;
}

export function Palette(props: PaletteProps): JSX.Element {
  const giveFocus = (event: Event): void => {
    const target = props.focusOnClose?.();
    if (!target) return;
    event.preventDefault();
    target.focus();
  };
  return (
    <Kobalte open={props.open} onOpenChange={(open) => !open && props.onClose()}>
      <Kobalte.Portal>
        <Kobalte.Overlay class={css.overlay} />
        <div class={css.place}>
          <Kobalte.Content
            class={css.palette}
            data-palette=""
            aria-label={props.label}
            onCloseAutoFocus={giveFocus}
          >
            <Kobalte.Title class="visually-hidden">{props.label}</Kobalte.Title>
            <Body {...props} />
          </Kobalte.Content>
        </div>
      </Kobalte.Portal>
    </Kobalte>
  );
}

function Body(props: PaletteProps): JSX.Element {
  const t = useStrings(uiStrings);
  const listId = createUniqueId();
  const items = createMemo(() => props.groups.flatMap((group) => group.items));
  const [active, setActive] = createSignal<string>();
  // Something else was typed or is the best now: it is marked.
  createEffect(on([() => props.query, () => items()[0]?.id], () => setActive(items()[0]?.id)));
  const current = createMemo(() => items().find(({ id }) => id === active()) ?? items()[0]);
  const keydown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const next = stepActive(items(), current()?.id, event.key);
    if (next !== undefined) {
      event.preventDefault();
      setActive(next);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const item = current();
      if (item) props.onChoose(item);
    }
  };
  const optionId = (id: string): string => `${listId}-${id}`;
  return (
    <>
      <div class={css.field}>
        <Search size={18} aria-hidden="true" />
        <input
          class={css.input}
          role="combobox"
          aria-label={props.label}
          aria-autocomplete="list"
          aria-expanded={items().length > 0 ? 'true' : 'false'}
          aria-controls={listId}
          aria-activedescendant={current() && optionId(current()?.id ?? '')}
          autocomplete="off"
          spellcheck={false}
          enterkeyhint="go"
          placeholder={props.placeholder}
          value={props.query}
          onInput={(event) => props.onQuery(event.currentTarget.value)}
          on:keydown={keydown}
        />
        <IconButton label={t().close} icon={X} size="small" onClick={() => props.onClose()} />
      </div>
      <div id={listId} class={css.list} role="listbox" aria-label={props.label} tabindex={-1}>
        <For each={props.groups.filter((group) => group.items.length > 0)}>
          {(group) => (
            <div role="group" aria-labelledby={`${listId}-group-${group.id}`}>
              <p id={`${listId}-group-${group.id}`} class={css.group}>
                {group.label}
              </p>
              <For each={group.items}>
                {(item) => (
                  <Option
                    id={optionId(item.id)}
                    item={item}
                    active={current()?.id === item.id}
                    onActive={() => setActive(item.id)}
                    onChoose={() => props.onChoose(item)}
                  />
                )}
              </For>
            </div>
          )}
        </For>
      </div>
      <Show when={items().length === 0 && !props.busy}>
        <div class={css.none}>{props.none}</div>
      </Show>
      <p class={css.state} role="status">
        {props.busy ? t().loading : ''}
        <Show when={items().length > 0}>
          <span class="visually-hidden">{t().total(items().length)}</span>
        </Show>
      </p>
    </>
  );
}

function Option(props: {
  id: string;
  item: PaletteItem;
  active: boolean;
  onActive: () => void;
  onChoose: () => void;
}): JSX.Element {
  let element!: HTMLDivElement;
  createEffect(() => {
    if (props.active) element.scrollIntoView({ block: 'nearest' });
  });
  return (
    <div
      ref={element}
      id={props.id}
      role="option"
      class={css.option}
      aria-selected={props.active}
      onPointerMove={() => !props.active && props.onActive()}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => props.onChoose()}
    >
      <Dynamic component={props.item.icon} size={16} aria-hidden="true" />
      <span class={css.text}>
        <span class={css.label}>{props.item.label}</span>
        <Show when={props.item.detail}>
          <span class={css.detail}>{props.item.detail}</span>
        </Show>
      </span>
      <Show when={props.item.note}>
        <span class={css.note}>{props.item.note}</span>
      </Show>
    </div>
  );
}
