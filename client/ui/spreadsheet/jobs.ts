// What the spreadsheet worker is asked and answers.
import type { Sheet } from './sheet.ts';

export type SpreadsheetJob =
  | { readonly kind: 'write'; readonly sheets: readonly Sheet[]; readonly zone: string }
  | { readonly kind: 'read'; readonly as: 'xlsx' | 'csv'; readonly file: Blob };

export type SpreadsheetAnswer =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string };
