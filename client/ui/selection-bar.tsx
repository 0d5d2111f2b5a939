// Says how many rows are ticked and offers what can be done with them. It stands under the table, so that the
// rows stay where they are when it comes. Escape lets go of the selection.
import X from 'lucide-solid/icons/x';
import { createSignal, onCleanup, Show, type JSX } from 'solid-js';
import { useStrings } from '../i18n/strings.ts';
import { Button, IconButton } from './button.tsx';
import { formatCount } from './format.ts';
import { listStrings } from './list-strings.ts';
import type { Selection } from './selection.ts';
import css from './selection-bar.module.css';

export interface SelectionBarProps {
  selection: Pick<Selection<unknown>, 'count' | 'all' | 'clear'>;
  /** Rows that could be ticked. */
  total: number;
  /** Brings in the rest of them, which are ticked too then; undefined when all are here. */
  loadAll?: (() => Promise<void>) | undefined;
  /** The buttons. */
  children: JSX.Element;
}

export function SelectionBar(props: SelectionBarProps): JSX.Element {
  return (
    <Show when={props.selection.count() > 0}>
      <Bar {...props} />
    </Show>
  );
}

function Bar(props: SelectionBarProps): JSX.Element {
  const t = useStrings(listStrings);
  let bar!: HTMLDivElement;
  // The focus goes back to the table instead of nowhere.
  const clear = (): void => {
    const grid = bar.parentElement?.querySelector<HTMLElement>('[role="grid"]');
    if (bar.contains(document.activeElement)) grid?.focus();
    props.selection.clear();
  };
  clearOnEscape(clear);
  const [loading, setLoading] = createSignal(false);
  const all = async (): Promise<void> => {
    setLoading(true);
    await props.loadAll?.();
    setLoading(false);
    props.selection.all();
  };
  return (
    <div ref={bar} class={css.bar} data-actions-bar="" role="toolbar" aria-label={t().selection}>
      <span class={css.count} role="status">
        {t().selected(formatCount(props.selection.count()))}
      </span>
      <Show when={props.loadAll !== undefined || props.selection.count() < props.total}>
        <Button size="small" variant="ghost" busy={loading()} onClick={() => void all()}>
          {props.loadAll ? t().selectAll : t().selectAllOf(formatCount(props.total))}
        </Button>
      </Show>
      <div class={css.actions}>{props.children}</div>
      <IconButton icon={X} size="small" label={t().clearSelection} onClick={clear} />
    </div>
  );
}

function clearOnEscape(clear: () => void): void {
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || isTaken(event.target)) return;
    event.preventDefault();
    clear();
  };
  document.addEventListener('keydown', press);
  onCleanup(() => document.removeEventListener('keydown', press));
}

/** Escape there closes what is open, or leaves a field. */
const takers =
  '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"], aside, textarea, select, input:not([type="checkbox"])';

const isTaken = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(takers) !== null;
