// Views of one thing. Only the chosen panel exists.
import { Tabs as Kobalte } from '@kobalte/core/tabs';
import { For, Show, type JSX } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { Counter } from './counter.tsx';
import type { IconComponent } from './icon.ts';
import css from './tabs.module.css';

export interface Tab<V extends string = string> {
  value: V;
  label: string;
  icon?: IconComponent | undefined;
  count?: number | undefined;
  panel: () => JSX.Element;
}

export interface TabsProps<V extends string = string> {
  /** The name of the whole, for screen readers. */
  label: string;
  tabs: readonly Tab<V>[];
  value: V;
  onChange: (value: V) => void;
}

export function Tabs<V extends string>(props: TabsProps<V>): JSX.Element {
  const change = (value: string): void => {
    const tab = props.tabs.find((known) => known.value === value);
    if (tab && tab.value !== props.value) props.onChange(tab.value);
  };
  return (
    <Kobalte class={css.root} value={props.value} onChange={change}>
      <Kobalte.List class={css.list} aria-label={props.label}>
        <For each={props.tabs}>
          {(tab) => (
            <Kobalte.Trigger class={css.tab} value={tab.value}>
              <Show when={tab.icon}>{(icon) => <Dynamic component={icon()} size={16} />}</Show>
              {tab.label}
              <Show when={tab.count !== undefined}>
                <Counter value={tab.count ?? 0} />
              </Show>
            </Kobalte.Trigger>
          )}
        </For>
      </Kobalte.List>
      <For each={props.tabs}>
        {(tab) => (
          <Kobalte.Content class={css.panel} value={tab.value}>
            {tab.panel()}
          </Kobalte.Content>
        )}
      </For>
    </Kobalte>
  );
}
