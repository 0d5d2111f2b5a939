// Makes and reads XLSX beside the page, which goes on answering meanwhile.
import type { SpreadsheetAnswer, SpreadsheetJob } from './jobs.ts';
import { readXlsx } from './read-xlsx.ts';
import { sheetToXlsx } from './xlsx.ts';

self.onmessage = async ({ data }: MessageEvent<SpreadsheetJob>): Promise<void> => {
  self.postMessage(await answer(data));
};

async function answer(job: SpreadsheetJob): Promise<SpreadsheetAnswer> {
  try {
    const value = job.kind === 'write' ? await sheetToXlsx(job.sheet, job.zone) : await readXlsx(job.file);
    return { ok: true, value };
  } catch (error) {
    return { ok: false, message: String(error) };
  }
}
