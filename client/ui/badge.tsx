// A word in a coloured chip. The tone is never the only sign: StatusBadge adds a shape of its own per tone.
import Circle from 'lucide-solid/icons/circle';
import CircleCheck from 'lucide-solid/icons/circle-check';
import CircleDot from 'lucide-solid/icons/circle-dot';
import CircleX from 'lucide-solid/icons/circle-x';
import LoaderCircle from 'lucide-solid/icons/loader-circle';
import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import { Show, type JSX } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import css from './badge.module.css';
import type { IconComponent } from './icon.ts';

export type Tone = 'neutral' | 'info' | 'progress' | 'success' | 'warning' | 'danger';

export interface BadgeProps {
  tone?: Tone | undefined;
  icon?: IconComponent | undefined;
  /** Longer words on pointing. */
  title?: string | undefined;
  children: JSX.Element;
}

export function Badge(props: BadgeProps): JSX.Element {
  return (
    <span class={css.badge} data-tone={props.tone ?? 'neutral'} title={props.title}>
      <Show when={props.icon}>{(icon) => <Dynamic component={icon()} size={12} strokeWidth={2.5} />}</Show>
      <span class={css.text}>{props.children}</span>
    </span>
  );
}

export const toneIcons: Record<Tone, IconComponent> = {
  neutral: Circle,
  info: CircleDot,
  progress: LoaderCircle,
  success: CircleCheck,
  warning: TriangleAlert,
  danger: CircleX,
};

/** A badge with its tone's shape, or an icon of one's own. */
export function StatusBadge(props: BadgeProps & { tone: Tone }): JSX.Element {
  return (
    <Badge tone={props.tone} icon={props.icon ?? toneIcons[props.tone]} title={props.title}>
      {props.children}
    </Badge>
  );
}
