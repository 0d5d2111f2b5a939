// Which of the known words somebody perhaps meant.
import { toHalfWidth } from '../ui/money.ts';

/** Two spellings that a person takes for the same: case, width and blanks do not count. */
export const fold = (text: string): string => toHalfWidth(text).toLowerCase().replaceAll(/\s+/g, '');

const atMost = 3;
const least = 0.34;

/** The likeliest first; all of them when there are few and none is alike. */
export function nearest(word: string, known: readonly string[]): readonly string[] {
  const scored = known
    .map((each) => ({ each, score: likeness(fold(word), fold(each)) }))
    .filter(({ score }) => score >= least)
    .sort((a, b) => b.score - a.score);
  if (scored.length > 0) return scored.slice(0, atMost).map(({ each }) => each);
  return known.length <= atMost ? known : [];
}

/** How much of both is the same signs, 0 to 1; one that lies in the other is alike whatever its length. */
function likeness(a: string, b: string): number {
  if (a === '' || b === '') return 0;
  if (a.includes(b) || b.includes(a)) return 0.9;
  const left = [...b];
  let shared = 0;
  for (const sign of a) {
    const place = left.indexOf(sign);
    if (place < 0) continue;
    left.splice(place, 1);
    shared += 1;
  }
  return (2 * shared) / ([...a].length + [...b].length);
}
