// A checksum of what a device holds of a collection, by which it finds out whether it holds what it should.
import { md5 } from '@noble/hashes/legacy.js';

/** `[id, version]` */
export type Held = readonly [id: string, version: number];

export interface Digest {
  readonly count: number;
  /** Of the first 32 bits of MD5 of `id version`, over all documents: order does not matter. */
  readonly sum: number;
}

const encoder = new TextEncoder();

/** Postgres does the same in `digestSql` (sync-server/replication/healing.ts). */
export function digestOf(held: Iterable<Held>): Digest {
  let count = 0;
  let sum = 0;
  for (const [id, version] of held) {
    const [a = 0, b = 0, c = 0, d = 0] = md5(encoder.encode(`${id} ${version}`));
    count += 1;
    sum += ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
  }
  return { count, sum };
}

/** What is missing here, or too much, or of another version. */
export function differences(here: ReadonlyMap<string, number>, there: ReadonlyMap<string, number>): string[] {
  const wrongHere = [...here].filter(([id, version]) => there.get(id) !== version);
  const missing = [...there].filter(([id]) => !here.has(id));
  return [...wrongHere, ...missing].map(([id]) => id);
}
