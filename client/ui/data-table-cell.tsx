// What stands in a cell: what the column draws, else its value in the usual form of its kind.
import type { JSX } from 'solid-js';
import type { Column } from './data-table-types.ts';
import css from './data-table.module.css';
import { Time, useFormat } from './formatting.tsx';
import { cellText, type Cell, type InstantCell } from './spreadsheet/cell.ts';

export function CellView<T>(props: { column: Column<T>; row: T }): JSX.Element {
  return (
    <>{props.column.cell ? props.column.cell(props.row) : <Value cell={props.column.value?.(props.row)} />}</>
  );
}

function Value(props: { cell: Cell }): JSX.Element {
  const format = useFormat();
  return (
    <span class={css.text}>
      {isMoment(props.cell) ? <Time iso={props.cell.at} as="short" /> : cellText(props.cell, format.zone())}
    </span>
  );
}

const isMoment = (cell: Cell): cell is InstantCell =>
  typeof cell === 'object' && cell?.kind === 'instant' && cell.precision === 'minute';
