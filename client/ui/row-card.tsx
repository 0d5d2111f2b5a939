// What a row of a list is at phone width: its name with marks, then a few quieter lines. For DataTable's `card`.
import { For, type JSX } from 'solid-js';
import css from './row-card.module.css';

export function RowCard(props: {
  title: string;
  /** At the end of the first line: states. */
  marks?: JSX.Element;
  /** Texts that belong together, in a line each; what is empty is left out. */
  lines?: readonly (readonly (string | undefined)[])[] | undefined;
  /** Under the lines. */
  children?: JSX.Element;
}): JSX.Element {
  const lines = () =>
    (props.lines ?? []).map((line) => line.filter(Boolean)).filter((line) => line.length > 0);
  return (
    <div class={css.card}>
      <div class={css.head}>
        <strong class={css.title}>{props.title}</strong>
        {props.marks}
      </div>
      <For each={lines()}>
        {(line) => (
          <div class={css.line}>
            <For each={line}>{(text) => <span>{text}</span>}</For>
          </div>
        )}
      </For>
      {props.children}
    </div>
  );
}
