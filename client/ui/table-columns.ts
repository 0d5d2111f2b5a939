// Columns and rows without anything drawn.
import type { Column } from './data-table-types.ts';
import { cellOrder } from './spreadsheet/cell.ts';
import { sortRows, type Sort, type SortValue } from './table-model.ts';

/** What a column sorts by; undefined when it does not sort. */
export function sorterOf<T>({ sort, value }: Column<T>): ((row: T) => SortValue) | undefined {
  if (sort !== true) return sort;
  return value && ((row) => cellOrder(value(row)));
}

/** The rows in the order of a column; as they came without a sort, or with that of a column that is not there. */
export function sortByColumn<T>(
  columns: readonly Column<T>[],
  rows: readonly T[],
  sort: Sort | undefined,
  locale: string,
): readonly T[] {
  const column = columns.find(({ id }) => id === sort?.column);
  const valueOf = column && sorterOf(column);
  return sort && valueOf ? sortRows(rows, valueOf, sort.direction, locale) : rows;
}
