// Sheets as XLSX, with cells that Excel can reckon with: amounts in yuan, dates by the clock of the zone.
// Only the worker imports it, so that its library is loaded when the first file is made.
import writeXlsxFile, { type CellObject } from 'write-excel-file/universal';
import { toWallClock } from '../time.ts';
import type { Cell } from './cell.ts';
import type { Sheet, SheetLine } from './sheet.ts';

export function sheetsToXlsx(sheets: readonly Sheet[], zone: string): Promise<Blob> {
  return writeXlsxFile(
    sheets.map((sheet) => ({
      data: rowsOf(sheet, zone),
      sheet: sheetName(sheet.name),
      columns: sheet.columns.map(({ width }) => ({ width: width ?? 16 })),
      stickyRowsCount: 1 + (sheet.above?.length ?? 0),
    })),
  ).toBlob();
}

function rowsOf({ columns, rows, above, below }: Sheet, zone: string): (CellObject | null)[][] {
  const isDocument = above !== undefined || below !== undefined;
  const framed = (cell: CellObject | null) => (isDocument ? { ...cell, ...frame } : cell);
  const head = columns.map(({ header }): CellObject => ({ value: header, type: String, fontWeight: 'bold' }));
  return [
    ...linesOf(above, zone),
    head.map(framed),
    ...rows.map((row) => row.map((cell) => framed(toCell(cell, zone)))),
    ...linesOf(below, zone),
  ];
}

const frame = { borderStyle: 'thin' } as const;

function linesOf(lines: readonly SheetLine[] = [], zone: string): (CellObject | null)[][] {
  return lines.map(({ cells, look }) =>
    cells.flatMap(({ value, span = 1 }) => {
      const cell = {
        ...toCell(value, zone),
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

function toCell(cell: Cell, zone: string): CellObject | null {
  if (cell === null || cell === undefined || cell === '') return null;
  if (typeof cell === 'string') return { value: cell.slice(0, longestText), type: String };
  if (typeof cell === 'number') return { value: cell, type: Number };
  if (cell.kind === 'money') return { value: cell.fen / 100, type: Number, format: '#,##0.00' };
  if (cell.kind === 'day') return dateCell(`${cell.day}T00:00`, 'yyyy-mm-dd') ?? toCell(cell.day, zone);
  const format = cell.precision === 'day' ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm';
  return dateCell(toWallClock(cell.at, zone), format);
}

/** Excel's times have no zone: the wall clock goes in as if it were UTC. */
function dateCell(wallClock: string, format: string): CellObject | null {
  const value = new Date(`${wallClock}:00Z`);
  return Number.isNaN(value.getTime()) ? null : { value, type: Date, format };
}

/** Excel refuses these signs, and more than 31 letters. */
const sheetName = (name: string): string => name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31) || 'Sheet1';
