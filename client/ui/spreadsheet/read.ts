// Reads what people bring: XLSX, or CSV in the encodings that Excel writes in China.
import { parseCsv } from './parse-csv.ts';
import { inWorker } from './run.ts';

export type ReadCell = string | number;
export type ReadResult =
  { readonly ok: true; readonly rows: readonly (readonly ReadCell[])[] } | { readonly ok: false };

/** All rows with the headers first, trailing empty ones left out; not ok when it is no spreadsheet. */
export async function readSpreadsheet(file: File): Promise<ReadResult> {
  if (!(await isZip(file))) return { ok: true, rows: parseCsv(decode(await file.arrayBuffer())) };
  const answer = await inWorker({ kind: 'read', file });
  return answer.ok ? { ok: true, rows: answer.value as readonly (readonly ReadCell[])[] } : { ok: false };
}

async function isZip(file: Blob): Promise<boolean> {
  const [p, k] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return p === 0x50 && k === 0x4b;
}

/** UTF-8 where it can be, else the Chinese Windows' own. */
export function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
