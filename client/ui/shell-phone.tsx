// The bottom bar of a phone: up to four places, and the whole menu behind "more".
import { A, useLocation } from '@solidjs/router';
import Ellipsis from 'lucide-solid/icons/ellipsis';
import { createEffect, createMemo, createSignal, For, on, Show, type JSX } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { useStrings } from '../i18n/strings.ts';
import { Counter } from './counter.tsx';
import { Drawer } from './drawer.tsx';
import { waitingIn } from './shell-nav-model.ts';
import type { NavItem } from './shell-nav.tsx';
import { NavSections } from './shell-nav-sections.tsx';
import css from './shell.module.css';
import { uiStrings } from './strings.ts';

const places = 4;

export function PhoneBar(props: { nav: readonly NavItem[] }): JSX.Element {
  const t = useStrings(uiStrings);
  const location = useLocation();
  const [open, setOpen] = createSignal(false);
  createEffect(
    on(
      () => location.pathname,
      () => setOpen(false),
      { defer: true },
    ),
  );
  const shown = createMemo(() => shownOf(props.nav));
  const rest = createMemo(() => props.nav.filter((item) => !shown().includes(item)));
  return (
    <nav class={css.bottom} aria-label={t().mainNavigation}>
      <For each={shown()}>
        {(item) => (
          <A
            href={item.href}
            end={item.end ?? false}
            class={css.place}
            activeClass={css.current ?? ''}
            inactiveClass=""
          >
            <Face item={item} badge={waitingIn([item])} />
          </A>
        )}
      </For>
      <Show when={rest().length > 0}>
        <button type="button" class={css.place} aria-haspopup="dialog" onClick={() => setOpen(true)}>
          <Face item={{ label: t().more, icon: Ellipsis }} badge={waitingIn(rest())} />
        </button>
      </Show>
      <Drawer open={open()} onClose={() => setOpen(false)} title={t().menu}>
        <div class={css.sheet}>
          <NavSections nav={props.nav} onGo={() => setOpen(false)} />
        </div>
      </Drawer>
    </nav>
  );
}

function Face(props: { item: Pick<NavItem, 'label' | 'icon'>; badge: number }): JSX.Element {
  return (
    <>
      <span class={css.placeIcon}>
        <Dynamic component={props.item.icon} size={22} strokeWidth={1.75} />
        <Show when={props.badge > 0}>
          <span class={css.placeBadge}>
            <Counter value={props.badge} tone="danger" />
          </span>
        </Show>
      </span>
      <span class={css.placeLabel}>{props.item.label}</span>
    </>
  );
}

function shownOf(nav: readonly NavItem[]): readonly NavItem[] {
  const pinned = nav.filter((item) => item.pinned);
  return (pinned.length > 0 ? pinned : nav).slice(0, places);
}
