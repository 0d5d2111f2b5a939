// Settles what has come in, and removes what was begun and never finished. The device that holds the photo sends it
// from the beginning if it ever comes back, so nothing is lost by it.
import { settleWaiting, type SettleDeps } from './settle.ts';

const day = 24 * 60 * 60 * 1000;
const keptFor = 14 * day;

/** At the start and then once a day, until the returned function is called. */
export function tidyPhotosDaily(deps: SettleDeps, clock: () => Date): () => void {
  const { files, log } = deps;
  const stopped = new AbortController();
  const tidy = async () => {
    await settleWaiting(deps, stopped.signal);
    await files.sweepIncoming(new Date(clock().getTime() - keptFor));
  };
  const run = () => void tidy().catch((err: unknown) => log.warn({ err }, 'photos were not tidied up'));
  run();
  const timer = setInterval(run, day);
  timer.unref();
  return () => {
    stopped.abort();
    clearInterval(timer);
  };
}
