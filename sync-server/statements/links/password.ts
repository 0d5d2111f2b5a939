// The password of a link: made up, so that nobody chooses a weak one, and without letters that are mistaken for
// others when it is read out on the telephone. 50 bits.
import { randomInt } from 'node:crypto';

const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
const groups = [4, 3, 4];

export const newLinkPassword = (): string =>
  groups.map((length) => Array.from({ length }, letter).join('')).join('-');

const letter = (): string => alphabet.charAt(randomInt(alphabet.length));

/** As it was made: people leave out the hyphens, add spaces, and phones begin with a capital. */
export function asMade(entered: string): string {
  const letters = entered
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');
  return `${letters.slice(0, 4)}-${letters.slice(4, 7)}-${letters.slice(7)}`;
}
