// What a page tells DataTable.
import type { JSX } from 'solid-js';
import type { Cell } from './spreadsheet/cell.ts';
import type { Sort, SortValue } from './table-model.ts';

export interface Column<T> {
  id: string;
  header: string;
  /** What is in it: shown where there is no `cell`, copied, exported and printed. A column without it is only shown. */
  value?: ((row: T) => Cell) | undefined;
  /** How it is drawn, when that is more than its value. */
  cell?: ((row: T) => JSX.Element) | undefined;
  /** Pixels. A column without it shares what is left; with `grow` it is the least. */
  width?: number | undefined;
  grow?: boolean | undefined;
  align?: 'start' | 'end' | 'center' | undefined;
  /** Present: the header sorts by this; `true` for the column's `value`. */
  sort?: true | ((row: T) => SortValue) | undefined;
  /** Keeps the header for screen readers alone, e.g. over a menu. */
  hideHeader?: boolean | undefined;
  /** Only shown when somebody chooses it (`useColumnChoice`). */
  hidden?: boolean | undefined;
  /** The lower goes first when there is no room (`columnsThatFit`); without it a column stays. */
  rank?: number | undefined;
  /** Only shown while nothing stands beside the table, and there is room for it (`ListPage`). */
  roomy?: boolean | undefined;
}

export interface DataTableProps<T> {
  /** The table's name for screen readers. */
  label: string;
  columns: readonly Column<T>[];
  /** Unchanged rows should stay the same objects between updates: only cells of new objects are drawn anew. */
  rows: readonly T[];
  rowKey: (row: T) => string;
  /** What a row is, at phone width; without it the card lists the columns. */
  card?: ((row: T) => JSX.Element) | undefined;

  state?: 'ready' | 'loading' | 'error' | undefined;
  /** Shown when there are no rows. */
  empty?: JSX.Element;
  /** Shown in state `error`. */
  error?: JSX.Element;

  /** Click or Enter on a row. */
  onOpen?: ((row: T) => void) | undefined;
  /** The key of the active row; given, it is controlled from outside. */
  active?: string | null | undefined;
  onActiveChange?: ((key: string) => void) | undefined;
  /** It comes into view when it is given from outside. */
  revealActive?: boolean | undefined;

  /** Given: each row has a checkbox. Space ticks the active row, shift-click a range. */
  selection?: ReadonlySet<string> | undefined;
  onSelectionChange?: ((selection: ReadonlySet<string>) => void) | undefined;

  /** Given, sorting is the caller's (rows come sorted); else the table sorts what it has. */
  onSort?: ((sort: Sort | undefined) => void) | undefined;
  sort?: Sort | undefined;

  /** The last rows are in view: load more. Called once per count of rows. */
  onReachEnd?: (() => void) | undefined;
  loadingMore?: boolean | undefined;
  /** Rows there are in all, when more exist than are loaded. */
  totalRows?: number | undefined;

  /** Marks a row by tone, e.g. what needs attention. */
  rowTone?: ((row: T) => 'warning' | 'danger' | 'muted' | undefined) | undefined;
  class?: string | undefined;
}
