// What happened, in order. What has not been confirmed yet has a hollow, dashed mark.
import { For, Show, type JSX } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { useStrings } from '../i18n/strings.ts';
import { toneIcons, type Tone } from './badge.tsx';
import type { IconComponent } from './icon.ts';
import { uiStrings } from './strings.ts';
import css from './timeline.module.css';

export interface TimelineItem {
  id: string;
  title: JSX.Element;
  /** Usually `<Time iso=… />`. */
  time?: JSX.Element;
  detail?: JSX.Element;
  tone?: Tone | undefined;
  icon?: IconComponent | undefined;
  pending?: boolean | undefined;
}

export function Timeline(props: { items: readonly TimelineItem[]; label?: string | undefined }): JSX.Element {
  const t = useStrings(uiStrings);
  return (
    <ol class={css.list} aria-label={props.label}>
      <For each={props.items}>
        {(item) => (
          <li
            class={css.item}
            data-tone={item.tone ?? 'neutral'}
            data-pending={item.pending ? '' : undefined}
          >
            <span class={css.mark}>
              <Dynamic component={item.icon ?? toneIcons[item.tone ?? 'neutral']} size={14} />
            </span>
            <div class={css.body}>
              <div class={css.head}>
                <span class={css.title}>{item.title}</span>
                <Show when={item.pending}>
                  <span class={css.pending}>{t().pendingMark}</span>
                </Show>
                <span class={css.time}>{item.time}</span>
              </div>
              <Show when={item.detail}>
                <div class={css.detail}>{item.detail}</div>
              </Show>
            </div>
          </li>
        )}
      </For>
    </ol>
  );
}
