// Time for devices that are in a hurry. What the app waits for a moment is a hundred times as short, what it waits
// for longer twenty times, and never more than three seconds.
import type { Clock } from '../../client/data/gate.ts';
import type { Random } from './chance.ts';

const longestMs = 3_000;

export const hurried = (ms: number): number => (ms < 10_000 ? ms / 100 : Math.min(ms / 20, longestMs));

export function fastClock(chance: Random): Clock {
  return {
    now: () => Date.now(),
    after: (ms, run) => {
      const timer = setTimeout(run, hurried(ms));
      return () => clearTimeout(timer);
    },
    random: chance.next,
  };
}
