// A figure that leads to the orders it is made of.
import { A } from '@solidjs/router';
import type { JSX } from 'solid-js';
import css from './reports.module.css';

export function FigureLink(props: {
  href: string;
  /** One of hundreds: the keyboard comes by the row, whose orders can be narrowed to the figure. */
  inGrid?: boolean;
  children: JSX.Element;
}): JSX.Element {
  return (
    <A href={props.href} class={css.link} tabindex={props.inGrid ? -1 : undefined}>
      {props.children}
    </A>
  );
}
