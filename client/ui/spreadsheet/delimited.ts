// Sheets as text: CSV for files, TSV for the clipboard.
import { formatDate, formatDateTime } from '../time.ts';
import type { Cell } from './cell.ts';
import type { Sheet } from './sheet.ts';

/** With a byte order mark: without it Excel on a Chinese Windows takes UTF-8 for GBK. */
export function sheetToCsv(sheet: Sheet, zone: string): string {
  return `\uFEFF${delimited(sheet, zone, ',').join('\r\n')}\r\n`;
}

export function sheetToTsv(sheet: Sheet, zone: string): string {
  return delimited(sheet, zone, '\t').join('\n');
}

function delimited({ columns, rows }: Sheet, zone: string, separator: string): string[] {
  const head = columns.map(({ header }) => quoted(harmless(header), separator));
  const body = rows.map((row) => row.map((cell) => quoted(plainText(cell, zone), separator)));
  return [head, ...body].map((cells) => cells.join(separator));
}

/** Amounts without sign and grouping, so that every program reads them as numbers. */
function plainText(cell: Cell, zone: string): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return harmless(cell);
  if (typeof cell === 'number') return String(cell);
  if (cell.kind === 'money') return yuan(cell.fen);
  if (cell.kind === 'day') return cell.day;
  return cell.precision === 'day' ? formatDate(cell.at, zone) : formatDateTime(cell.at, zone);
}

function yuan(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** A text that a spreadsheet would take for a formula is given an apostrophe, which makes it text. */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

function quoted(text: string, separator: string): string {
  return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
