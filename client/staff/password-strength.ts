// How good a password is, beyond what the rule asks, and one that nobody has to think up.
import { faultsInPassword, type PasswordContext } from '#schemas/staff/password.ts';

/** 0: it is refused; 1 to 4 by length and variety. */
export function strengthOf(password: string, context: PasswordContext): number {
  if (faultsInPassword(password, context).length > 0) return 0;
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /\p{Lo}/u, /[^\p{L}\p{Nd}]/u];
  const variety = kinds.filter((kind) => kind.test(password)).length;
  const worth = new Set(password).size + variety * 2;
  return worth < 10 ? 1 : worth < 14 ? 2 : worth < 18 ? 3 : 4;
}

const consonants = 'bcdfghjkmnprstvwxz';
const vowels = 'aeiou';
const digits = '23456789';
const shape = 'cvcvc-cvcvc-dd';

/** Such as `tomak-vireb-47`: easily read out on the telephone, and without letters that look alike. */
export function suggestPassword(context: PasswordContext): string {
  const made = [...shape].map((place) => letterAt(place)).join('');
  return strengthOf(made, context) > 0 ? made : suggestPassword(context);
}

function letterAt(place: string): string {
  if (place === '-') return place;
  const letters = place === 'c' ? consonants : place === 'v' ? vowels : digits;
  return letters.charAt(below(letters.length));
}

/** Without the slight favour that a remainder gives to the first ones. */
function below(limit: number): number {
  const [byte = 0] = crypto.getRandomValues(new Uint8Array(1));
  return byte < 256 - (256 % limit) ? byte % limit : below(limit);
}
