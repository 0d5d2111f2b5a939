// Chinese names found by how they sound: 平安保险 by `pabx`, `pingan` or `pinganbx`. The sounds are those of the package
// pinyin-match; its own search splits what was typed in every way anew for each name, which takes seconds for 5,000.
import { dict } from 'pinyin-match/src/simplified_dict.js';

let sounds: ReadonlyMap<string, readonly string[]> | undefined;

/** Some characters have several, as 重: chong and zhong. */
function soundsOf(character: string): readonly string[] {
  sounds ??= byCharacter();
  return sounds.get(character) ?? [];
}

function byCharacter(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [sound, characters] of Object.entries(dict)) {
    for (const character of characters) {
      const known = found.get(character);
      if (known) known.push(sound);
      else found.set(character, [sound]);
    }
  }
  return found;
}

/** One letter would fit nearly every name. */
const isTypedSound = (word: string): boolean => /^[a-z]{2,}$/.test(word);

/**
 * Whether characters of `text` that stand together sound as typed: each whole or by its first letters, the last one as
 * far as it is typed. Both in lower case.
 */
export function soundsLike(text: string, word: string): boolean {
  if (!isTypedSound(word)) return false;
  const characters = [...text];
  // Where it was tried in vain: at which character, with how much of the word used up.
  const vain = new Set<number>();
  const fits = (at: number, used: number): boolean => {
    const character = characters[at];
    const place = at * 1000 + used;
    if (character === undefined || vain.has(place)) return false;
    const isFound = soundsOf(character).some((sound) => {
      if (sound.startsWith(word.slice(used))) return true;
      return headsOf(sound).some((head) => word.startsWith(head, used) && fits(at + 1, used + head.length));
    });
    if (!isFound) vain.add(place);
    return isFound;
  };
  return word.length < 1000 && characters.some((_, start) => fits(start, 0));
}

/** `zhong` is typed as `zhong`, `zh` or `z`. */
function headsOf(sound: string): readonly string[] {
  const first = sound.charAt(0);
  const initial = /^[zcs]h/.test(sound) ? [sound.slice(0, 2)] : [];
  return sound.length === 1 ? [sound] : [sound, ...initial, first];
}
