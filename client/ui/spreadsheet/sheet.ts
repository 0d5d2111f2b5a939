// A sheet: what a table, a statement or a template looks like before it becomes a file or the clipboard's text.
import type { Cell } from './cell.ts';

export interface Sheet {
  /** The tab's and, with the date, the file's name. */
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly Cell[])[];
  /** Over the head and under the rows, of a sheet that is a document rather than a table. */
  readonly above?: readonly SheetLine[];
  readonly below?: readonly SheetLine[];
}

/** A line apart from the columns. */
export interface SheetLine {
  readonly cells: readonly {
    readonly value: Cell;
    /** Over how many columns; one unless said. */
    readonly span?: number | undefined;
  }[];
  readonly look?: 'title' | 'strong' | undefined;
}

export interface SheetColumn {
  readonly header: string;
  /** In characters. */
  readonly width?: number | undefined;
}

interface Source<T> {
  readonly header: string;
  readonly width?: number | undefined;
  readonly value?: ((row: T) => Cell) | undefined;
}

/** The columns that hold a value, with all rows given. */
export function sheetOf<T>(name: string, columns: readonly Source<T>[], rows: readonly T[]): Sheet {
  const held = columns.flatMap(({ header, width, value }) => (value ? [{ header, width, value }] : []));
  return {
    name,
    columns: held.map(({ header, width }) => ({ header, width: width && Math.round(width / 7) })),
    rows: rows.map((row) => held.map(({ value }) => value(row))),
  };
}
