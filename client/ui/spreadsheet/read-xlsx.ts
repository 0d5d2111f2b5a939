// The first sheet of an XLSX file as rows of plain values. Only the worker imports it.
import { readSheet } from 'read-excel-file/universal';
import type { ReadCell } from './read.ts';

/** Dates have no zone in Excel: they come as the wall clock, `2026-03-05` or `2026-03-05T14:07`. */
export async function readXlsx(file: Blob): Promise<readonly (readonly ReadCell[])[]> {
  const rows = await readSheet(file);
  return rows.map((row) => row.map((cell) => toCell(cell)));
}

function toCell(cell: unknown): ReadCell {
  if (cell instanceof Date)
    return cell
      .toISOString()
      .slice(0, 16)
      .replace(/T00:00$/, '');
  if (typeof cell === 'number' || typeof cell === 'string') return cell;
  return cell === null || cell === undefined ? '' : String(cell);
}
