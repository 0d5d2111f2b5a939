// Searching a list by what a person types: every word has to be somewhere, whatever its case or width.
import { toHalfWidth } from './money.ts';
import { soundsLike } from './pinyin.ts';

/** `const matches = textMatcher(query.text())`, then `matches(row.name, row.phone)` for each row. */
export function textMatcher(typed: string): (...fields: readonly (string | undefined)[]) => boolean {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return () => true;
  return (...fields) => {
    const text = fold(fields.filter(Boolean).join('\n'));
    return words.every((word) => isIn(text, word));
  };
}

export const fold = (text: string): string => toHalfWidth(text).toLowerCase();

/** As it is written, or as Chinese names sound. Both folded. */
export const isIn = (text: string, word: string): boolean => text.includes(word) || soundsLike(text, word);
