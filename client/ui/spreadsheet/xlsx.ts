// Sheets as XLSX. Only the worker imports it, so that its library is loaded when the first file is made.
import writeXlsxFile from 'write-excel-file/universal';
import type { Sheet } from '#schemas/core/sheet.ts';
import { xlsxSheets } from '#schemas/core/xlsx.ts';
import { toWallClock } from '../time.ts';

export const sheetsToXlsx = (sheets: readonly Sheet[], zone: string): Promise<Blob> =>
  writeXlsxFile(xlsxSheets(sheets, (iso) => toWallClock(iso, zone))).toBlob();
