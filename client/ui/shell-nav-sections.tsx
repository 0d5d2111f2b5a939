// The menu in its sections. On a desk a section folds away and stays so on this device; a phone shows all of them.
import { useLocation } from '@solidjs/router';
import ChevronDown from 'lucide-solid/icons/chevron-down';
import { createEffect, createMemo, createSignal, createUniqueId, For, Show, type JSX } from 'solid-js';
import { recall, remember } from './appearance.ts';
import { Counter } from './counter.tsx';
import { NavLink, type NavItem, type NavSection } from './shell-nav.tsx';
import { sectionsOf, waitingIn } from './shell-nav-model.ts';
import css from './shell.module.css';

const storageKey = 'towline.folded-sections';

export function Sidebar(props: { nav: readonly NavItem[]; narrow: boolean }): JSX.Element {
  const sections = createMemo(() => sectionsOf(props.nav));
  const [folded, setFolded] = createSignal(new Set(recall(storageKey)?.split(' ')));
  const fold = (id: string): void => {
    const next = new Set(folded());
    if (!next.delete(id)) next.add(id);
    setFolded(next);
    remember(storageKey, [...next].join(' '));
  };
  const location = useLocation();
  let menu!: HTMLDivElement;
  createEffect(() => {
    void location.pathname;
    // The menu is longer than the screen: where one is, is in sight. Not by aria-current, which a link to a list
    // has not while one of its records is open.
    queueMicrotask(() => menu.querySelector(`a.${css.current}`)?.scrollIntoView({ block: 'nearest' }));
  });
  return (
    <div class={css.nav} ref={menu}>
      <For each={sections()}>
        {([section, items], index) => (
          <div class={css.section} data-top={section ? undefined : ''}>
            <Show
              when={!props.narrow && section}
              fallback={<Show when={index() > 0}>{<div class={css.rule} />}</Show>}
            >
              {(named) => (
                <Foldable
                  section={named()}
                  items={items}
                  folded={folded().has(named().id)}
                  onFold={() => fold(named().id)}
                />
              )}
            </Show>
            <Show when={props.narrow || !section}>
              <Links items={items} narrow={props.narrow} />
            </Show>
          </div>
        )}
      </For>
    </div>
  );
}

function Foldable(props: {
  section: NavSection;
  items: readonly NavItem[];
  folded: boolean;
  onFold: () => void;
}): JSX.Element {
  const id = createUniqueId();
  const location = useLocation();
  const waiting = () => waitingIn(props.items);
  const isHere = () => props.items.some(({ href }) => `${location.pathname}/`.startsWith(`${href}/`));
  return (
    <>
      <button
        type="button"
        class={css.sectionName}
        aria-expanded={!props.folded}
        aria-controls={id}
        data-current={props.folded && isHere() ? '' : undefined}
        onClick={() => props.onFold()}
      >
        <span class={css.sectionLabel}>{props.section.label}</span>
        <Show when={props.folded && waiting()}>{(count) => <Counter value={count()} tone="accent" />}</Show>
        <ChevronDown size={14} />
      </button>
      <div id={id}>
        <Show when={!props.folded}>
          <Links items={props.items} />
        </Show>
      </div>
    </>
  );
}

/** All of it at once, under headings. */
export function NavSections(props: { nav: readonly NavItem[]; onGo: () => void }): JSX.Element {
  const sections = createMemo(() => sectionsOf(props.nav));
  return (
    <For each={sections()}>
      {([section, items]) => (
        <div class={css.section}>
          <Show when={section}>
            {(named) => (
              <p class={css.sectionName}>
                <span class={css.sectionLabel}>{named().label}</span>
              </p>
            )}
          </Show>
          <Links items={items} onGo={props.onGo} />
        </div>
      )}
    </For>
  );
}

function Links(props: { items: readonly NavItem[]; narrow?: boolean; onGo?: () => void }): JSX.Element {
  return (
    <ul>
      <For each={props.items}>
        {(item) => (
          <li>
            <NavLink item={item} narrow={props.narrow ?? false} onClick={() => props.onGo?.()} />
          </li>
        )}
      </For>
    </ul>
  );
}
