// A control of a tool bar that says what is chosen and opens a panel to choose: `Outlet  East ⌄`.
import { Popover as Kobalte } from '@kobalte/core/popover';
import ChevronDown from 'lucide-solid/icons/chevron-down';
import { Show, type JSX } from 'solid-js';
import { useStrings } from '../i18n/strings.ts';
import { cx } from './cx.ts';
import css from './filter.module.css';
import { listStrings } from './list-strings.ts';
import popover from './popover.module.css';

export interface FilterPopoverProps {
  label: string;
  /** What is chosen, in words; undefined for nothing. */
  value: string | undefined;
  /** The label stands above it, e.g. in a drawer. */
  stacked?: boolean | undefined;
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
  children: JSX.Element;
}

export function FilterPopover(props: FilterPopoverProps): JSX.Element {
  const t = useStrings(listStrings);
  const unset = () => (props.stacked ? t().any : props.label);
  const controlled = () => (props.open === undefined ? {} : { open: props.open });
  return (
    <Kobalte
      {...controlled()}
      onOpenChange={(open) => props.onOpenChange?.(open)}
      placement="bottom-start"
      gutter={4}
    >
      <div class={css.stack} data-stacked={props.stacked ? '' : undefined}>
        <Show when={props.stacked}>
          <span class={css.label} aria-hidden="true">
            {props.label}
          </span>
        </Show>
        <Kobalte.Trigger
          class={css.trigger}
          data-on={props.value === undefined ? undefined : ''}
          aria-label={[props.label, props.value].filter(Boolean).join(': ')}
        >
          <span class={cx(css.value, props.value === undefined && css.unset)}>{props.value ?? unset()}</span>
          <ChevronDown size={14} />
        </Kobalte.Trigger>
      </div>
      <Kobalte.Portal>
        <Kobalte.Content class={popover.panel} aria-label={props.label}>
          {props.children}
        </Kobalte.Content>
      </Kobalte.Portal>
    </Kobalte>
  );
}
