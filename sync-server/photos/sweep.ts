// Removes what was begun and never finished. The device that holds the photo sends it from the beginning if it ever
// comes back, so nothing is lost by it.
import type { Logger } from 'pino';
import { createPhotoFiles } from './files.ts';

const day = 24 * 60 * 60 * 1000;
const keptFor = 14 * day;

/** Sweeps at the start and then once a day, until the returned function is called. */
export function sweepUploadsDaily(folder: string, clock: () => Date, log: Logger): () => void {
  const files = createPhotoFiles(folder);
  const run = () =>
    void files
      .sweepIncoming(new Date(clock().getTime() - keptFor))
      .catch((err: unknown) => log.warn({ err }, 'unfinished uploads were not swept'));
  run();
  const timer = setInterval(run, day);
  timer.unref();
  return () => clearInterval(timer);
}
