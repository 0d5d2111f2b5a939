// Cells that name other records: one, or several with a separator between them.
import { fail, ok } from '#schemas/core/result.ts';
import { textIn } from './cells.ts';
import type { CellProblem, CellType, Texts } from './kind.ts';
import { fold } from './near.ts';
import type { WordList, Words } from './words.ts';

/** Exactly one. */
export const named = (list: WordList, hint: Texts): CellType => ({
  parse: (cell, words) => words.find(list, textIn(cell)),
  format: (value, words) => (typeof value === 'string' ? words.nameOf(list, value) : ''),
  choices: (words) => words.all(list),
  hint,
});

const separators = /[、,，;；\n]+/;

interface ListOptions {
  /** What stands for "none chosen, all meant". */
  readonly all?: Texts;
}

/** Any number of them. A name with a separator in it is understood where it stands alone. */
export const severalNamed = (list: WordList, hint: Texts, { all }: ListOptions = {}): CellType => ({
  parse: (cell, words) => {
    const text = textIn(typeof cell === 'string' ? cell.replaceAll('\n', '、') : cell);
    if (all && [...all, ...wordsForAll].some((word) => fold(word) === fold(text))) return ok([]);
    const whole = words.called(list, text);
    return whole.length === 1 ? ok(whole) : eachOf(list, text, words);
  },
  format: (value, words) => {
    if (!Array.isArray(value)) return '';
    if (value.length === 0)
      return all ? all[words.locale === 'zh-CN' ? 0 : words.locale === 'zh-TW' ? 1 : 2] : '';
    return value.map((id: string) => words.nameOf(list, id)).join('、');
  },
  choices: (words) => words.all(list),
  hint,
});

const wordsForAll = ['全部', '不限', '所有', 'all', 'any'];

function eachOf(list: WordList, text: string, words: Words) {
  const ids: string[] = [];
  for (const word of text.split(separators).map((part) => part.trim())) {
    if (word === '') continue;
    const found = words.find(list, word);
    if (!found.ok) return fail<CellProblem>(found.error);
    if (!ids.includes(found.value)) ids.push(found.value);
  }
  return ok(ids);
}
