// Makes and reads spreadsheets beside the page, which goes on answering meanwhile.
import { decode } from './decode.ts';
import type { SpreadsheetAnswer, SpreadsheetJob } from './jobs.ts';
import { parseCsv } from './parse-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { sheetsToXlsx } from './xlsx.ts';

self.onmessage = async ({ data }: MessageEvent<SpreadsheetJob>): Promise<void> => {
  self.postMessage(await answer(data));
};

async function answer(job: SpreadsheetJob): Promise<SpreadsheetAnswer> {
  try {
    return { ok: true, value: await done(job) };
  } catch (error) {
    return { ok: false, message: String(error) };
  }
}

async function done(job: SpreadsheetJob): Promise<unknown> {
  if (job.kind === 'write') return sheetsToXlsx(job.sheets, job.zone);
  return job.as === 'xlsx' ? readXlsx(job.file) : parseCsv(decode(await job.file.arrayBuffer()));
}
