// The frame of the whole app: a sidebar on a desk, a top bar and a bottom bar on a phone.
import PanelLeftClose from 'lucide-solid/icons/panel-left-close';
import PanelLeftOpen from 'lucide-solid/icons/panel-left-open';
import { createSignal, Show, type JSX } from 'solid-js';
import { useStrings } from '../i18n/strings.ts';
import { recall, remember } from './appearance.ts';
import { IconButton } from './button.tsx';
import { createMedia, phoneQuery, smallQuery } from './media.ts';
import { PaperHead } from './paper.tsx';
import type { NavItem } from './shell-nav.tsx';
import { Sidebar } from './shell-nav-sections.tsx';
import { PhoneBar } from './shell-phone.tsx';
import css from './shell.module.css';
import { uiStrings } from './strings.ts';

export type { NavItem } from './shell-nav.tsx';

export interface ShellProps {
  /** A mark and then words, which go where there is no room. */
  brand: JSX.Element;
  nav: readonly NavItem[];
  /** In the top bar, first: how to find things. */
  search?: JSX.Element;
  /** Top right: connection, unsent things. */
  status?: JSX.Element;
  /** Who is signed in: usually a Menu. */
  account?: JSX.Element;
  /** Between the top bar and the page, e.g. a Banner. */
  banner?: JSX.Element;
  children: JSX.Element;
}

const storageKey = 'towline.sidebar';

export function Shell(props: ShellProps): JSX.Element {
  const t = useStrings(uiStrings);
  const phone = createMedia(phoneQuery);
  const small = createMedia(smallQuery);
  const [chosen, setChosen] = createSignal(recall(storageKey));
  const narrow = () => !phone() && (chosen() ? chosen() === 'narrow' : small());
  const toggle = (): void => {
    setChosen(narrow() ? 'wide' : 'narrow');
    remember(storageKey, narrow() ? 'narrow' : 'wide');
  };
  let main!: HTMLElement;
  // Before the router sees the click: it would take the hash for a place to go.
  const skip = (event: MouseEvent): void => {
    event.preventDefault();
    main.focus();
  };
  return (
    <div class={css.shell} data-narrow={narrow() ? '' : undefined}>
      <a class={css.skip} href="#main" on:click={skip}>
        {t().skipToMain}
      </a>
      <Show when={!phone()}>
        <nav class={css.side} aria-label={t().mainNavigation}>
          <div class={css.brand}>{props.brand}</div>
          <Sidebar nav={props.nav} narrow={narrow()} />
          <div class={css.fold}>
            <IconButton
              icon={narrow() ? PanelLeftOpen : PanelLeftClose}
              label={narrow() ? t().expandSidebar : t().collapseSidebar}
              onClick={toggle}
            />
          </div>
        </nav>
      </Show>
      <div class={css.column}>
        <header class={css.bar}>
          <Show when={phone()}>
            <div class={css.brand}>{props.brand}</div>
          </Show>
          <div class={css.search}>{props.search}</div>
          <div class={css.status}>{props.status}</div>
          <div class={css.account}>{props.account}</div>
        </header>
        <Show when={props.banner}>
          <div class={css.banner}>{props.banner}</div>
        </Show>
        <main id="main" ref={main} class={css.main} tabindex={-1}>
          <PaperHead />
          {props.children}
        </main>
        <Show when={phone()}>
          <PhoneBar nav={props.nav} />
        </Show>
      </div>
    </div>
  );
}
