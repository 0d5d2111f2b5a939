// Names and values as a description list, in as many columns as fit.
import { For, type JSX } from 'solid-js';
import { cx } from './cx.ts';
import css from './key-value-list.module.css';

export interface KeyValue {
  label: string;
  value: JSX.Element;
  /** Takes the whole row. */
  wide?: boolean | undefined;
}

/** `stacked` puts each name above its value; without it they stand side by side. */
export function KeyValueList(props: {
  items: readonly KeyValue[];
  stacked?: boolean | undefined;
}): JSX.Element {
  return (
    <dl class={cx(css.list, props.stacked && css.stacked)}>
      <For each={props.items}>
        {(item) => (
          <div class={cx(css.item, item.wide && css.wide)}>
            <dt class={css.label}>{item.label}</dt>
            <dd class={css.value}>{item.value ?? '—'}</dd>
          </div>
        )}
      </For>
    </dl>
  );
}
