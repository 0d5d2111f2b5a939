// A button that opens a list of actions. An action that can't be taken now stays in the list and says why.
import { DropdownMenu } from '@kobalte/core/dropdown-menu';
import ChevronDown from 'lucide-solid/icons/chevron-down';
import Ellipsis from 'lucide-solid/icons/ellipsis';
import { createMemo, For, Show, type JSX } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { Button, IconButton, type ButtonSize, type ButtonVariant } from './button.tsx';
import type { IconComponent } from './icon.ts';
import css from './menu.module.css';

export interface MenuItem {
  label: string;
  onSelect: () => void;
  icon?: IconComponent | undefined;
  tone?: 'normal' | 'danger' | undefined;
  /** Present: it can be reached but not taken, and this is shown under it. */
  disabledReason?: string | undefined;
  /** A line above it. */
  separated?: boolean | undefined;
  /** At its end, e.g. a key. */
  hint?: string | undefined;
  /** For a choice among the items: a tick and aria-checked. */
  checked?: boolean | undefined;
}

export interface MenuProps {
  /** The button's text, or the name of the icon button. */
  label: string;
  items: readonly MenuItem[];
  /** Given: only this icon shows. Without it the button has its label and an arrow. */
  icon?: IconComponent | undefined;
  /** A label with an icon before it. */
  leadingIcon?: IconComponent | undefined;
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  placement?: 'bottom-start' | 'bottom-end' | 'top-start' | 'top-end' | 'right-end' | undefined;
  /** Why the whole menu can't be opened. */
  disabledReason?: string | undefined;
  class?: string | undefined;
}

export function Menu(props: MenuProps): JSX.Element {
  return (
    <Show when={props.disabledReason === undefined} fallback={<ClosedMenu {...props} />}>
      <DropdownMenu placement={props.placement ?? 'bottom-start'} gutter={4} modal={false}>
        <Show
          when={props.icon}
          fallback={
            <DropdownMenu.Trigger
              as={Button}
              variant={props.variant}
              size={props.size}
              icon={props.leadingIcon}
              class={props.class}
            >
              <TriggerText label={props.label} />
            </DropdownMenu.Trigger>
          }
        >
          {(icon) => (
            <DropdownMenu.Trigger
              as={IconButton}
              label={props.label}
              icon={icon()}
              variant={props.variant ?? 'ghost'}
              size={props.size}
              class={props.class}
            />
          )}
        </Show>
        <DropdownMenu.Portal>
          <DropdownMenu.Content class={css.menu}>
            <Items items={props.items} />
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu>
    </Show>
  );
}

function TriggerText(props: { label: string }): JSX.Element {
  return (
    <span class={css.trigger}>
      {props.label} <ChevronDown size={14} />
    </span>
  );
}

/** The usual `⋯` at the end of a row. */
export function MoreMenu(props: Omit<MenuProps, 'icon'>): JSX.Element {
  return <Menu icon={Ellipsis} size="small" placement="bottom-end" {...props} />;
}

function ClosedMenu(props: MenuProps): JSX.Element {
  const look = () => ({ variant: props.variant, size: props.size, disabledReason: props.disabledReason });
  return (
    <Show
      when={props.icon}
      fallback={
        <Button {...look()} icon={props.leadingIcon}>
          <TriggerText label={props.label} />
        </Button>
      }
    >
      {(icon) => (
        <IconButton {...look()} variant={props.variant ?? 'ghost'} label={props.label} icon={icon()} />
      )}
    </Show>
  );
}

/** One that is still in the list when that changes stays where it is pressed. */
function Items(props: { items: readonly MenuItem[] }): JSX.Element {
  const byLabel = createMemo(() => new Map(props.items.map((item) => [item.label, item])));
  return (
    <For each={[...byLabel().keys()]}>
      {(label) => {
        const item = createMemo<MenuItem | undefined>((before) => byLabel().get(label) ?? before);
        return <Show when={item()}>{(present) => <Item item={present()} />}</Show>;
      }}
    </For>
  );
}

function Item(props: { item: MenuItem }): JSX.Element {
  const blocked = () => props.item.disabledReason !== undefined;
  return (
    <>
      <Show when={props.item.separated}>
        <DropdownMenu.Separator class={css.separator} />
      </Show>
      <DropdownMenu.Item
        class={css.item}
        data-tone={props.item.tone}
        role={props.item.checked === undefined ? 'menuitem' : 'menuitemradio'}
        aria-checked={props.item.checked}
        aria-disabled={blocked() ? 'true' : undefined}
        closeOnSelect={!blocked()}
        textValue={props.item.label}
        onSelect={() => !blocked() && props.item.onSelect()}
      >
        <Show when={props.item.icon}>
          {(icon) => (
            <span class={css.icon}>
              <Dynamic component={icon()} size={16} />
            </span>
          )}
        </Show>
        <span class={css.text}>
          <span>{props.item.label}</span>
          <Show when={props.item.disabledReason}>
            <span class={css.reason}>{props.item.disabledReason}</span>
          </Show>
        </span>
        <Show when={props.item.checked === undefined ? props.item.hint : props.item.checked && '✓'}>
          {(hint) => <span class={css.hint}>{hint()}</span>}
        </Show>
      </DropdownMenu.Item>
    </>
  );
}
