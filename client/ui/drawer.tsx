// A panel at the side. Modal by default; `modal={false}` leaves the page beside it in use, e.g. a list whose
// active row it shows. At phone width it covers the screen.
import { Dialog as Kobalte } from '@kobalte/core/dialog';
import X from 'lucide-solid/icons/x';
import { Show, type JSX } from 'solid-js';
import { useStrings } from '../i18n/strings.ts';
import { IconButton } from './button.tsx';
import css from './dialog.module.css';
import { uiStrings } from './strings.ts';

export interface DrawerProps {
  open: boolean;
  onClose: () => void;
  title: string;
  /** Beside the title: a status, a number. */
  titleExtra?: JSX.Element;
  /** Buttons in the head, before the close button. */
  actions?: JSX.Element;
  size?: 'normal' | 'large' | undefined;
  modal?: boolean | undefined;
  footer?: JSX.Element;
  children: JSX.Element;
}

export function Drawer(props: DrawerProps): JSX.Element {
  const t = useStrings(uiStrings);
  const modal = () => props.modal !== false;
  const keepOpen = (event: Event): void => {
    if (!modal()) event.preventDefault();
  };
  return (
    <Kobalte
      open={props.open}
      onOpenChange={(open) => !open && props.onClose()}
      modal={modal()}
      preventScroll={modal()}
    >
      <Kobalte.Portal>
        <Show when={modal()}>
          <Kobalte.Overlay class={css.overlay} data-modal="" />
        </Show>
        <Kobalte.Content
          class={css.drawer}
          data-size={props.size ?? 'normal'}
          data-aside={modal() ? undefined : ''}
          onInteractOutside={keepOpen}
          onOpenAutoFocus={keepOpen}
        >
          <div class={css.header}>
            <div class={css.heading}>
              <Kobalte.Title class={css.title}>{props.title}</Kobalte.Title>
              {props.titleExtra}
            </div>
            <div class={css.actions}>
              {props.actions}
              <IconButton label={t().close} icon={X} size="small" onClick={() => props.onClose()} />
            </div>
          </div>
          <div class={css.body}>{props.children}</div>
          <Show when={props.footer}>
            <div class={css.footer}>{props.footer}</div>
          </Show>
        </Kobalte.Content>
      </Kobalte.Portal>
    </Kobalte>
  );
}
