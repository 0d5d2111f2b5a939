// What a cell of a table holds, apart from how it is drawn: the one value that is shown, sorted, copied and
// exported.
import type { Cell } from '#schemas/core/sheet.ts';
import { formatMoney } from '../money.ts';
import { formatDate, formatDateTime } from '../time.ts';

export { day, instant, money, type Cell, type InstantCell } from '#schemas/core/sheet.ts';

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
