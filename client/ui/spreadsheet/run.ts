// Runs one job in a worker of its own, which ends with it: files are made seldom and may be large.
import type { SpreadsheetAnswer, SpreadsheetJob } from './jobs.ts';

export function inWorker(job: SpreadsheetJob): Promise<SpreadsheetAnswer> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  return new Promise<SpreadsheetAnswer>((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<SpreadsheetAnswer>) => resolve(data);
    worker.onerror = ({ message }) => resolve({ ok: false, message: message || 'worker' });
    worker.postMessage(job);
  }).finally(() => worker.terminate());
}
