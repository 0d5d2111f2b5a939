// One place to go, as data and as the link that the sidebar and the phone's sheet show.
import { A } from '@solidjs/router';
import { Show, type JSX } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { Counter } from './counter.tsx';
import type { IconComponent } from './icon.ts';
import css from './shell.module.css';

export interface NavSection {
  /** Names it whatever the language, e.g. to remember that it was folded. */
  id: string;
  label: string;
}

export interface NavItem {
  href: string;
  label: string;
  icon: IconComponent;
  /**
   * How many wait there; nothing is shown for 0. It is read where it is drawn: a count that changes must not make
   * the link anew under a finger, or take the focus from it.
   */
  badge?: (() => number) | undefined;
  /** Items of the same section stand together under its name. */
  section?: NavSection | undefined;
  /** Wanted in the bottom bar of a phone; without any the first ones are. */
  pinned?: boolean | undefined;
  /** Current at this very path alone, not below it. */
  end?: boolean | undefined;
}

export function NavLink(props: {
  item: NavItem;
  narrow?: boolean;
  onClick?: (() => void) | undefined;
}): JSX.Element {
  return (
    <A
      href={props.item.href}
      end={props.item.end ?? false}
      class={css.link}
      activeClass={css.current ?? ''}
      inactiveClass=""
      title={props.narrow ? props.item.label : undefined}
      onClick={() => props.onClick?.()}
    >
      <Dynamic component={props.item.icon} size={18} strokeWidth={1.75} />
      <span class={css.linkLabel}>{props.item.label}</span>
      <Show when={props.item.badge?.()}>{(badge) => <Counter value={badge()} tone="accent" />}</Show>
    </A>
  );
}
