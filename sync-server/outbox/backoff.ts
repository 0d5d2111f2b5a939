// How long a failed job waits: twice as long each time, spread by chance, so that a receiver that comes back is
// not overrun by everything at once.

export const maxAttempts = 17;

const firstMs = 5_000;
const longestMs = 4 * 60 * 60 * 1000;

/**
 * @param attempt 1 after the first try. All tries together take some 20 hours.
 * @param random from 0 up to 1
 */
export function delayAfter(attempt: number, random: number): number {
  const full = Math.min(firstMs * 2 ** (attempt - 1), longestMs);
  return Math.round(full * (0.8 + 0.4 * random));
}
