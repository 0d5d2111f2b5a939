// A line across a page or a form that stays while it is true.
import Info from 'lucide-solid/icons/info';
import OctagonAlert from 'lucide-solid/icons/octagon-alert';
import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import X from 'lucide-solid/icons/x';
import { Show, type JSX } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { useStrings } from '../i18n/strings.ts';
import css from './banner.module.css';
import { IconButton } from './button.tsx';
import { uiStrings } from './strings.ts';

export interface BannerProps {
  tone: 'info' | 'warning' | 'danger';
  title?: string | undefined;
  children?: JSX.Element;
  /** Usually one small Button. */
  action?: JSX.Element;
  onClose?: (() => void) | undefined;
}

const icons = { info: Info, warning: TriangleAlert, danger: OctagonAlert };

/** `danger` is announced at once, the others when the reader is free. */
export function Banner(props: BannerProps): JSX.Element {
  const t = useStrings(uiStrings);
  return (
    <div class={css.banner} data-tone={props.tone} role={props.tone === 'danger' ? 'alert' : 'status'}>
      <span class={css.icon}>
        <Dynamic component={icons[props.tone]} size={16} />
      </span>
      <div class={css.text}>
        <Show when={props.title}>
          <strong>{props.title}</strong>
        </Show>
        <Show when={props.children}>
          <div>{props.children}</div>
        </Show>
      </div>
      <Show when={props.action}>
        <div class={css.action}>{props.action}</div>
      </Show>
      <Show when={props.onClose}>
        {(close) => <IconButton label={t().close} icon={X} size="small" onClick={() => close()()} />}
      </Show>
    </div>
  );
}
