// What a cell of a table holds, apart from how it is drawn: the one value that is shown, sorted, copied and
// exported. Amounts and times keep their kind, so that a spreadsheet can reckon with them.
import { formatMoney } from '../money.ts';
import { formatDate, formatDateTime } from '../time.ts';

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

/** As a person reads it on the screen or on paper. */
export function cellText(cell: Cell, zone: string): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell !== 'object') return String(cell);
  if (cell.kind === 'money') return formatMoney(cell.fen);
  if (cell.kind === 'day') return cell.day;
  return cell.precision === 'day' ? formatDate(cell.at, zone) : formatDateTime(cell.at, zone);
}

/** What a cell sorts by. */
export function cellOrder(cell: Cell): string | number | null | undefined {
  if (cell === null || typeof cell !== 'object') return cell;
  if (cell.kind === 'money') return cell.fen;
  return cell.kind === 'day' ? cell.day : cell.at;
}
