// Chance that follows from the seed. Everybody and everything has a stream of its own, so that what one does
// does not depend on how fast another is.
import { seededRandom, type Random } from '../../sync-server/demo/history/random.ts';

export type { Random } from '../../sync-server/demo/history/random.ts';

export const chanceOf = (seed: number, name: string): Random => seededRandom(hashOf(`${seed} ${name}`));

/** FNV-1a of 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash;
}
