// Finding from anywhere: the button in the top bar, Ctrl+K or ⌘K, and the window they open.
import Search from 'lucide-solid/icons/search';
import { createSignal, lazy, onCleanup, Show, Suspense, type JSX } from 'solid-js';
import { useStrings } from '../../i18n/strings.ts';
import type { NavItem } from '../../ui/shell-nav.tsx';
import { Kbd } from '../../ui/states.tsx';
import css from './palette.module.css';
import { paletteStrings } from './strings.ts';

const GoTo = lazy(() => import('./go-to.tsx'));

export function PaletteButton(props: { pages: readonly NavItem[] }): JSX.Element {
  const t = useStrings(paletteStrings);
  const [open, setOpen] = createSignal(false);
  const [wasOpen, setWasOpen] = createSignal(false);
  const show = (): void => {
    setWasOpen(true);
    setOpen(true);
  };
  onPaletteKey(() => (open() ? setOpen(false) : show()));
  return (
    <>
      <button
        type="button"
        class={css.button}
        aria-label={`${t().button} ${keys}`}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={show}
      >
        <Search size={16} aria-hidden="true" />
        <span class={css.words} aria-hidden="true">
          {t().button}
        </span>
        <span class={css.keys} aria-hidden="true">
          <Kbd>{keys}</Kbd>
        </span>
      </button>
      <Show when={wasOpen()}>
        <Suspense>
          <GoTo open={open()} onClose={() => setOpen(false)} pages={props.pages} />
        </Suspense>
      </Show>
    </>
  );
}

const keys = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘ K' : 'Ctrl K';

function onPaletteKey(toggle: () => void): void {
  const press = (event: KeyboardEvent): void => {
    const isChord = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (!isChord || event.key.toLowerCase() !== 'k' || event.isComposing) return;
    event.preventDefault();
    if (!isBehindDialog()) toggle();
  };
  document.addEventListener('keydown', press);
  onCleanup(() => document.removeEventListener('keydown', press));
}

/** Something else has to be decided first. The palette itself is such a window, and it closes by the same keys. */
const isBehindDialog = (): boolean =>
  document.querySelector('[data-palette]') === null &&
  document.getElementById('main')?.closest('[aria-hidden="true"]') !== null;
