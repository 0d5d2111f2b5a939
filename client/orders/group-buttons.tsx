// What is watched over a list, each with its count: pressing one narrows the list to it.
import { For, Show, type JSX } from 'solid-js';
import { useStrings } from '../i18n/strings.ts';
import type { GroupCount } from './board-counts.ts';
import css from './orders.module.css';
import { orderStrings } from './strings.ts';

interface Props<Name extends string> {
  label: string;
  names: readonly Name[];
  nameOf: (name: Name) => string;
  count: (name: Name) => GroupCount;
  /** These stand out while there is any. */
  alarm?: readonly Name[];
  current: Name | undefined;
  /** Undefined: the one that was on is taken off. */
  onPress: (name: Name | undefined) => void;
}

export function GroupButtons<Name extends string>(props: Props<Name>): JSX.Element {
  const t = useStrings(orderStrings);
  return (
    <div class={css.groups} role="group" aria-label={props.label}>
      <For each={props.names}>
        {(name) => (
          <button
            type="button"
            class={css.group}
            aria-pressed={props.current === name}
            data-alarm={props.alarm?.includes(name) && props.count(name).count > 0 ? '' : undefined}
            onClick={() => props.onPress(props.current === name ? undefined : name)}
          >
            <span>{props.nameOf(name)}</span>
            <span class={css.groupCount}>
              <Show when={props.count(name).more} fallback={props.count(name).count}>
                {t().atLeast(props.count(name).count)}
              </Show>
            </span>
          </button>
        )}
      </For>
    </div>
  );
}
