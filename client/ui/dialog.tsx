// Modal windows. Focus goes in, stays in, and returns; Escape and the backdrop close unless told otherwise.
import { Dialog as Kobalte } from '@kobalte/core/dialog';
import X from 'lucide-solid/icons/x';
import { Show, type JSX } from 'solid-js';
import { useStrings } from '../i18n/strings.ts';
import { IconButton } from './button.tsx';
import css from './dialog.module.css';
import { uiStrings } from './strings.ts';

export interface DialogProps {
  open: boolean;
  /** Asked by Escape, the backdrop and the close button; the caller sets `open`. */
  onClose: () => void;
  title: string;
  description?: JSX.Element;
  /** `viewer`: as large as the window, for what is looked at. */
  size?: 'small' | 'normal' | 'large' | 'wide' | 'viewer' | undefined;
  /** False while something unsaved must not vanish by a slip: only buttons close it then. */
  dismissable?: boolean | undefined;
  /** Where the focus goes first, instead of the first button. */
  startAt?: (() => HTMLElement | null | undefined) | undefined;
  /** Buttons, the main one last. */
  footer?: JSX.Element;
  children?: JSX.Element;
}

export function Dialog(props: DialogProps): JSX.Element {
  const t = useStrings(uiStrings);
  const guard = (event: Event): void => {
    if (props.dismissable === false) event.preventDefault();
  };
  const begin = (event: Event): void => {
    const start = props.startAt?.();
    if (!start) return;
    event.preventDefault();
    start.focus();
  };
  return (
    <Kobalte open={props.open} onOpenChange={(open) => !open && props.onClose()}>
      <Kobalte.Portal>
        <Kobalte.Overlay class={css.overlay} data-modal="" />
        <div class={css.place}>
          <Kobalte.Content
            class={css.dialog}
            data-size={props.size ?? 'normal'}
            onOpenAutoFocus={begin}
            onEscapeKeyDown={guard}
            onPointerDownOutside={guard}
          >
            <div class={css.header}>
              <Kobalte.Title class={css.title}>{props.title}</Kobalte.Title>
              <IconButton label={t().close} icon={X} size="small" onClick={() => props.onClose()} />
            </div>
            <div class={css.body}>
              <Show when={props.description}>
                <Kobalte.Description class={css.description}>{props.description}</Kobalte.Description>
              </Show>
              {props.children}
            </div>
            <Show when={props.footer}>
              <div class={css.footer}>{props.footer}</div>
            </Show>
          </Kobalte.Content>
        </div>
      </Kobalte.Portal>
    </Kobalte>
  );
}
