// One row of a list in full: beside the list where there is room, else over it as a drawer.
import X from 'lucide-solid/icons/x';
import { onCleanup, Show, type JSX } from 'solid-js';
import { useStrings } from '../i18n/strings.ts';
import { IconButton } from './button.tsx';
import { Drawer } from './drawer.tsx';
import { besideQuery, createMedia } from './media.ts';
import css from './side-panel.module.css';
import { uiStrings } from './strings.ts';

export interface SidePanelProps {
  title: string;
  /** Beside the title: a status. */
  titleExtra?: JSX.Element;
  wide?: boolean | undefined;
  onClose: () => void;
  children: JSX.Element;
}

/** Lays a list and a `SidePanel` beside each other, at the full height. */
export function WithSidePanel(props: { children: JSX.Element }): JSX.Element {
  return <div class={css.both}>{props.children}</div>;
}

export function SidePanel(props: SidePanelProps): JSX.Element {
  const roomy = createMedia(besideQuery);
  return (
    <Show
      when={roomy()}
      fallback={
        <Drawer open title={props.title} titleExtra={props.titleExtra} onClose={() => props.onClose()}>
          {props.children}
        </Drawer>
      }
    >
      <Beside {...props} />
    </Show>
  );
}

function Beside(props: SidePanelProps): JSX.Element {
  const t = useStrings(uiStrings);
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || isInDialog(event)) return;
    event.preventDefault();
    props.onClose();
  };
  document.addEventListener('keydown', closeOnEscape);
  onCleanup(() => document.removeEventListener('keydown', closeOnEscape));
  return (
    <aside class={css.side} data-wide={props.wide ? '' : undefined} aria-label={props.title}>
      <header class={css.head}>
        <div class={css.title}>
          <h2>{props.title}</h2>
          {props.titleExtra}
        </div>
        <IconButton icon={X} size="small" label={t().close} onClick={() => props.onClose()} />
      </header>
      <div class={css.body}>{props.children}</div>
    </aside>
  );
}

const dialogs = '[role="dialog"], [role="alertdialog"]';

/** Escape closes a dialog, not what lies under it: also one that has just come and has no focus yet. */
const isInDialog = ({ target }: Event): boolean =>
  document.querySelector(dialogs) !== null || (target instanceof Element && target.closest(dialogs) !== null);
