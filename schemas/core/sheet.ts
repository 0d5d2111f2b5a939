// A sheet and its cells: what a table or a statement looks like before it becomes a file, on a device or on the server.
// Amounts and times keep their kind, so that a spreadsheet can reckon with them.

export type Cell = string | number | null | undefined | MoneyCell | InstantCell | DayCell;

export interface MoneyCell {
  readonly kind: 'money';
  readonly fen: number;
}

export interface InstantCell {
  readonly kind: 'instant';
  /** ISO UTC. */
  readonly at: string;
  readonly precision: 'minute' | 'day';
}

export interface DayCell {
  readonly kind: 'day';
  /** A date of no zone, `2026-03-05`. */
  readonly day: string;
}

/** An amount in fen; shown and exported in yuan. */
export const money = (fen: number | null | undefined): Cell =>
  fen === null || fen === undefined ? undefined : { kind: 'money', fen };

/** An ISO UTC instant, by the clock of the company's zone. */
export const instant = (at: string | null | undefined, precision: 'minute' | 'day' = 'minute'): Cell =>
  at ? { kind: 'instant', at, precision } : undefined;

/** A date such as an expiry, `2026-03-05`. */
export const day = (text: string | null | undefined): Cell => (text ? { kind: 'day', day: text } : undefined);

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
