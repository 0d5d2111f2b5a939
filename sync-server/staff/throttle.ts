// Slows down whoever guesses passwords. Attempts are counted before the password is looked at, so that many
// sent at the same moment count as well, and given back when it was right.
import { isIPv6 } from 'node:net';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

const windowSeconds = 15 * 60;
const failuresPerName = 8;
/** Looser: a whole outlet may sign in from one address. */
const failuresPerAddress = 60;

export interface Throttle {
  /** Counts an attempt. @returns the seconds to wait when there were too many, else 0 */
  attempt(username: string, address: string): Promise<number>;
  /** The password was right: forgets the failures of this name from this address. */
  succeeded(username: string, address: string): Promise<void>;
  /** The attempt could not be decided, so it does not count. */
  undecided(username: string, address: string): Promise<void>;
}

/** Counts in this process: with n server processes somebody has up to n times as many guesses. */
export function createThrottle(): Throttle {
  const byName = new RateLimiterMemory({ points: failuresPerName, duration: windowSeconds });
  const byAddress = new RateLimiterMemory({ points: failuresPerAddress, duration: windowSeconds });
  const keyOf = (username: string, address: string) => `${networkOf(address)} ${username}`;
  return {
    // The address comes first: once it is blocked no more names are remembered for it.
    attempt: async (username, address) =>
      (await consume(byAddress, networkOf(address))) || (await consume(byName, keyOf(username, address))),
    async succeeded(username, address) {
      await byName.delete(keyOf(username, address));
      await byAddress.reward(networkOf(address));
    },
    async undecided(username, address) {
      await byName.reward(keyOf(username, address));
      await byAddress.reward(networkOf(address));
    },
  };
}

async function consume(limiter: RateLimiterMemory, key: string): Promise<number> {
  try {
    await limiter.consume(key);
    return 0;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    throw refusal;
  }
}

/** One subscriber holds a whole IPv6 /64, so its first four groups stand for the address. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail ? tail.split(':') : [];
  const gap = tail === undefined ? 0 : 8 - front.length - back.length;
  const groups = [...front, ...Array<string>(Math.max(0, gap)).fill('0'), ...back];
  return groups
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':');
}
