// A small panel opened by a button, for filters and details; it may hold controls.
import { Popover as Kobalte } from '@kobalte/core/popover';
import type { JSX } from 'solid-js';
import { Button, type ButtonSize, type ButtonVariant } from './button.tsx';
import type { IconComponent } from './icon.ts';
import css from './popover.module.css';

export interface PopoverProps {
  /** The button's text. */
  label: JSX.Element;
  /** The panel's heading for screen readers. */
  title: string;
  icon?: IconComponent | undefined;
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  placement?: 'bottom-start' | 'bottom-end' | undefined;
  /** Controlled from outside when given. */
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
  children: JSX.Element;
}

export function Popover(props: PopoverProps): JSX.Element {
  const controlled = () => (props.open === undefined ? {} : { open: props.open });
  return (
    <Kobalte
      {...controlled()}
      onOpenChange={(open) => props.onOpenChange?.(open)}
      placement={props.placement ?? 'bottom-start'}
      gutter={4}
    >
      <Kobalte.Trigger as={Button} icon={props.icon} variant={props.variant} size={props.size}>
        {props.label}
      </Kobalte.Trigger>
      <Kobalte.Portal>
        <Kobalte.Content class={css.panel} aria-label={props.title}>
          {props.children}
        </Kobalte.Content>
      </Kobalte.Portal>
    </Kobalte>
  );
}
