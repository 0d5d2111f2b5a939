// Reads what people bring: XLSX, or CSV in the encodings that Excel writes in China.
import { inWorker } from './run.ts';

export type ReadCell = string | number;
export type ReadRows = readonly (readonly ReadCell[])[];

/**
 * `old-format`: an XLS of before 2007, which can be saved as XLSX. `encrypted`: it has a password. `other-format`: no
 * spreadsheet of Excel's, such as one of Numbers, a PDF or an image.
 */
export type ReadFailure = 'unreadable' | 'old-format' | 'encrypted' | 'other-format';
export type ReadResult =
  { readonly ok: true; readonly rows: ReadRows } | { readonly ok: false; readonly why: ReadFailure };

/** All rows as the program numbers them, the first at 0; empty ones at the end are left out. */
export async function readSpreadsheet(file: File): Promise<ReadResult> {
  const found = await formatOf(file);
  if (found !== 'xlsx' && found !== 'csv') return { ok: false, why: found };
  const answer = await inWorker({ kind: 'read', as: found, file });
  return answer.ok ? { ok: true, rows: answer.value as ReadRows } : { ok: false, why: 'unreadable' };
}

/** By what the file holds: names lie. */
export async function formatOf(file: Blob): Promise<'xlsx' | 'csv' | Exclude<ReadFailure, 'unreadable'>> {
  const [a, b, c, d] = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  // Excel wraps a workbook that has a password into the container that it kept workbooks in before.
  if (a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0)
    return (await holds(file, 'utf-16le', 'EncryptedPackage')) ? 'encrypted' : 'old-format';
  if (a === 0x50 && b === 0x4b) return (await holds(file, 'latin1', 'xl/')) ? 'xlsx' : 'other-format';
  const isUtf16 = (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);
  return !isUtf16 && (await holds(file, 'latin1', '\0')) ? 'other-format' : 'csv';
}

const holds = async (file: Blob, encoding: string, text: string): Promise<boolean> =>
  new TextDecoder(encoding).decode(await file.arrayBuffer()).includes(text);
