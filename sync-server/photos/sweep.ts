// Settles what has come in, and removes what was begun and never finished. The device that holds the photo sends it
// from the beginning if it ever comes back, so nothing is lost by it.
import { every, oneAtATime } from '../rounds.ts';
import { sweepHeldBack } from './held-back.ts';
import { settleWaiting, type SettleDeps } from './settle.ts';

const minute = 60 * 1000;
const day = 24 * 60 * minute;
const keptFor = 14 * day;
/** What was settled may be asked about as long as the month it belongs to is being billed. */
const heldBackFor = 90 * day;

/** Somebody looks at the order for whom it is taken over. */
const settledEvery = minute / 6;

/** At the start and then, until the returned function is called, settles every ten seconds and sweeps once a day. */
export function tidyPhotos(deps: SettleDeps, clock: () => Date): () => void {
  const { database, files, log } = deps;
  const stopped = new AbortController();
  const complain = (err: unknown) => log.warn({ err }, 'photos were not tidied up');
  const ago = (time: number) => new Date(clock().getTime() - time);
  const sweep = (): void => {
    files.sweepIncoming(ago(keptFor)).catch(complain);
    sweepHeldBack(database, files, ago(heldBackFor)).catch(complain);
  };
  const settle = oneAtATime(() => settleWaiting(deps, stopped.signal).catch(complain));
  const stopBoth = [every(settledEvery, settle), every(day, sweep)];
  return () => {
    stopped.abort();
    for (const stop of stopBoth) stop();
  };
}
