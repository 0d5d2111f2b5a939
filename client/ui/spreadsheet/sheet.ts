// What a table is before it becomes a file or the clipboard's text.
import type { Cell, Sheet } from '#schemas/core/sheet.ts';

export type { Sheet, SheetLine } from '#schemas/core/sheet.ts';

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
