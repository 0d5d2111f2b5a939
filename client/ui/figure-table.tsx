// A small table of figures under a caption, each row named by its first cell. What does not fit is scrolled to.
import type { JSX } from 'solid-js';
import css from './figure-table.module.css';

/** @param children `thead`, `tbody` and `tfoot` */
export function FigureTable(props: { caption: string; children: JSX.Element }): JSX.Element {
  return (
    <div class={css.scroll} tabindex="0" role="region" aria-label={props.caption}>
      <table class={css.table}>
        <caption>{props.caption}</caption>
        {props.children}
      </table>
    </div>
  );
}
