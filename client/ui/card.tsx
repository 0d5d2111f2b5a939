// A bordered box with an optional head.
import { Show, type JSX } from 'solid-js';
import css from './card.module.css';
import { cx } from './cx.ts';

export interface CardProps {
  title?: JSX.Element;
  /** At the end of the head: buttons, a badge. */
  actions?: JSX.Element;
  /** No padding around the content, for a table or a list. */
  flush?: boolean | undefined;
  class?: string | undefined;
  children: JSX.Element;
}

export function Card(props: CardProps): JSX.Element {
  return (
    <section class={cx(css.card, props.class)}>
      <Show when={props.title ?? props.actions}>
        <header class={css.header}>
          <h2 class={css.title}>{props.title}</h2>
          <div class={css.actions}>{props.actions}</div>
        </header>
      </Show>
      <div class={cx(!props.flush && css.body)}>{props.children}</div>
    </section>
  );
}
