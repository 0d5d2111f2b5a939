// Sheets as write-excel-file takes them, with cells that Excel can reckon with: amounts in yuan, dates by the clock of
// the zone.
import type { CellObject } from 'write-excel-file/universal';
import type { Cell, Sheet, SheetLine } from './sheet.ts';

/** An instant on the clock of a zone, `2026-03-05T14:07`. */
export type WallClock = (iso: string) => string;

export const xlsxSheets = (sheets: readonly Sheet[], clock: WallClock) =>
  sheets.map((sheet) => ({
    data: rowsOf(sheet, clock),
    sheet: sheetName(sheet.name),
    columns: sheet.columns.map(({ width }) => ({ width: width ?? 16 })),
    stickyRowsCount: 1 + (sheet.above?.length ?? 0),
  }));

function rowsOf({ columns, rows, above, below }: Sheet, clock: WallClock): (CellObject | null)[][] {
  const isDocument = above !== undefined || below !== undefined;
  const framed = (cell: CellObject | null) => (isDocument ? { ...cell, ...frame } : cell);
  const head = columns.map(({ header }): CellObject => ({ value: header, type: String, fontWeight: 'bold' }));
  return [
    ...linesOf(above, clock),
    head.map(framed),
    ...rows.map((row) => row.map((cell) => framed(toCell(cell, clock)))),
    ...linesOf(below, clock),
  ];
}

const frame = { borderStyle: 'thin' } as const;

function linesOf(lines: readonly SheetLine[] = [], clock: WallClock): (CellObject | null)[][] {
  return lines.map(({ cells, look }) =>
    cells.flatMap(({ value, span = 1 }) => {
      const cell = {
        ...toCell(value, clock),
        ...looks[look ?? 'plain'],
        ...(span > 1 && { columnSpan: span }),
      };
      return [cell, ...Array.from({ length: span - 1 }, () => null)];
    }),
  );
}

const looks = {
  plain: {},
  strong: { fontWeight: 'bold' },
  title: { fontWeight: 'bold', fontSize: 16, align: 'center', height: 28 },
} as const;

/** What Excel takes at most in one cell. */
const longestText = 32_767;

function toCell(cell: Cell, clock: WallClock): CellObject | null {
  if (cell === null || cell === undefined || cell === '') return null;
  if (typeof cell === 'string') return { value: cell.slice(0, longestText), type: String };
  if (typeof cell === 'number') return { value: cell, type: Number };
  if (cell.kind === 'money') return { value: cell.fen / 100, type: Number, format: '#,##0.00' };
  if (cell.kind === 'day') return dateCell(`${cell.day}T00:00`, 'yyyy-mm-dd') ?? toCell(cell.day, clock);
  const format = cell.precision === 'day' ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm';
  return dateCell(clock(cell.at), format);
}

/** Excel's times have no zone: the wall clock goes in as if it were UTC. */
function dateCell(wallClock: string, format: string): CellObject | null {
  const value = new Date(`${wallClock}:00Z`);
  return Number.isNaN(value.getTime()) ? null : { value, type: Date, format };
}

/** Excel refuses these signs, and more than 31 letters. */
const sheetName = (name: string): string => name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31) || 'Sheet1';
