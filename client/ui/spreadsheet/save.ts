// Brings sheets out of the app: as a download, or into the clipboard.
import { toWallClock } from '../time.ts';
import { sheetToCsv, sheetToTsv } from './delimited.ts';
import { inWorker } from './run.ts';
import type { Sheet } from './sheet.ts';

/**
 * `at`: an ISO instant, part of the file's name. False when the file could not be made.
 * @param others further sheets of the same file
 */
export async function saveXlsx(
  sheet: Sheet,
  zone: string,
  at: string,
  others: readonly Sheet[] = [],
): Promise<boolean> {
  const answer = await inWorker({ kind: 'write', sheets: [sheet, ...others], zone });
  if (answer.ok) download(answer.value as Blob, fileName(sheet.name, zone, at, 'xlsx'));
  return answer.ok;
}

export function saveCsv(sheet: Sheet, zone: string, at: string): void {
  const blob = new Blob([sheetToCsv(sheet, zone)], { type: 'text/csv;charset=utf-8' });
  download(blob, fileName(sheet.name, zone, at, 'csv'));
}

/** False when the browser does not allow it. */
export const copySheet = (sheet: Sheet, zone: string): Promise<boolean> => copyText(sheetToTsv(sheet, zone));

/** False when the browser does not allow it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Without TLS, as on a company's own network, there is no clipboard but the old command.
    return copyByCommand(text);
  }
}

/** `Customers 2026-03-05 1407.xlsx`, without what a file's name can not have. */
export function fileName(name: string, zone: string, at: string, extension: string): string {
  const [date = '', time = ''] = toWallClock(at, zone).split('T');
  const safe = name.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim();
  return `${safe} ${date} ${time.replace(':', '')}.${extension}`;
}

function download(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // Some browsers begin to read after the click has returned.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function copyByCommand(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  area.style.position = 'fixed';
  document.body.append(area);
  area.select();
  const copied = document.execCommand('copy');
  area.remove();
  return copied;
}
