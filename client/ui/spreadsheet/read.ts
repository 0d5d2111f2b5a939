// Reads what people bring: XLSX, or CSV in the encodings that Excel writes in China.
import { inWorker } from './run.ts';

export type ReadCell = string | number;
export type ReadRows = readonly (readonly ReadCell[])[];

/** `old-format`: an XLS of before 2007, which can be saved as XLSX. */
export type ReadFailure = 'unreadable' | 'old-format';
export type ReadResult =
  { readonly ok: true; readonly rows: ReadRows } | { readonly ok: false; readonly why: ReadFailure };

/** All rows as the program numbers them, the first at 0; empty ones at the end are left out. */
export async function readSpreadsheet(file: File): Promise<ReadResult> {
  const kind = kindOf(new Uint8Array(await file.slice(0, 4).arrayBuffer()));
  if (kind === 'xls') return { ok: false, why: 'old-format' };
  const answer = await inWorker({ kind: 'read', as: kind, file });
  return answer.ok ? { ok: true, rows: answer.value as ReadRows } : { ok: false, why: 'unreadable' };
}

/** By how the file begins: names lie. */
function kindOf([a, b, c, d]: Uint8Array): 'xlsx' | 'csv' | 'xls' {
  if (a === 0x50 && b === 0x4b) return 'xlsx';
  return a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0 ? 'xls' : 'csv';
}
