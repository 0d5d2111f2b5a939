// How the cells of a sheet are read: as people and Excel write them, not as a form would have asked.
import { Check } from 'typebox/value';
import { fail, ok } from '#schemas/core/result.ts';
import { Phone } from '#schemas/core/types.ts';
import { isPlate, normalPlate } from '#schemas/fleet/plate.ts';
import { toHalfWidth } from '../ui/money.ts';
import { tidyPhone, wrongMobileDigits } from '../ui/plate.ts';
import type { ReadCell } from '../ui/spreadsheet/read.ts';
import { inLocale, type CellProblem, type CellType, type Expected, type Texts } from './kind.ts';
import { fold, nearest } from './near.ts';

/** What is written in a cell, without what is only blank; the apostrophe that keeps Excel from reckoning goes. */
export function textIn(cell: ReadCell): string {
  const text = typeof cell === 'number' ? plainNumber(cell) : cell;
  return text
    .replaceAll(/[\s\u00a0\u200b\ufeff]+/g, ' ')
    .trim()
    .replace(/^'(?=[=+\-@])/, '');
}

const plainNumber = (value: number): string =>
  Number.isInteger(value) && Math.abs(value) < 1e15 ? String(value) : String(Number(value.toPrecision(12)));

export const isEmpty = (cell: ReadCell | undefined): boolean => cell === undefined || textIn(cell) === '';

const not = (expected: Expected) => fail<CellProblem>({ kind: 'not', expected });
const asText = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

export const text = (most: number): CellType => ({
  parse: (cell) => {
    const read = textIn(cell);
    return read.length > most ? fail({ kind: 'too-long', most }) : ok(read);
  },
  format: asText,
  hint: [`文字，最多 ${most} 字`, `文字，最多 ${most} 字`, `Text, at most ${most} characters`],
});

/** A code of letters and digits, of which Excel may have made a number. */
export const code = (pattern: RegExp, expected: Expected, hint: Texts): CellType => ({
  parse: (cell) => {
    const read = toHalfWidth(textIn(cell)).replaceAll(' ', '').toLowerCase();
    return pattern.test(read) ? ok(read) : not(expected);
  },
  format: asText,
  hint,
});

export const phone: CellType = {
  parse: (cell) => {
    const read =
      typeof cell === 'number' ? phoneOfNumber(cell) : tidyPhone(textIn(cell)).replace(/\.0+$/, '');
    if (/^[\d.]+e\+?\d+$/i.test(read)) return fail({ kind: 'digits-lost' });
    if (wrongMobileDigits(read) !== undefined) return not('mobile');
    return Check(Phone, read) ? ok(read) : not('phone');
  },
  format: asText,
  hint: ['手机或固定电话', '手機或市話', 'Mobile or landline number'],
};

/** A landline number of which Excel made a number has lost its zero. */
function phoneOfNumber(value: number): string {
  const digits = plainNumber(value);
  const hasLostZero = /^\d{10,11}$/.test(digits) && !/^1[3-9]/.test(digits);
  return hasLostZero && !/^400\d{7}$/.test(digits) ? `0${digits}` : digits;
}

export const plate: CellType = {
  parse: (cell) => (isPlate(textIn(cell)) ? ok(normalPlate(textIn(cell))) : not('plate')),
  format: asText,
  hint: ['7 位或 8 位车牌号', '7 位或 8 位車牌號', 'Plate of 7 or 8 characters'],
};

export const day: CellType = {
  parse: (cell) => {
    const read = dayIn(cell);
    return read === undefined ? not('day') : ok(read);
  },
  format: asText,
  hint: ['日期，如 2027-05-31', '日期，如 2027-05-31', 'Date such as 2027-05-31'],
};

const excelEpoch = Date.UTC(1899, 11, 30);
const dayMs = 86_400_000;

/** A day as Excel counts it, since 1899, or as people write it with the year first. */
function dayIn(cell: ReadCell): string | undefined {
  if (typeof cell === 'number' && cell > 20_000 && cell < 80_000)
    return new Date(excelEpoch + Math.floor(cell) * dayMs).toISOString().slice(0, 10);
  const read = toHalfWidth(textIn(cell));
  const [, year = '', month = '', date = ''] =
    /^(\d{4})[-/.年 ]+(\d{1,2})[-/.月 ]+(\d{1,2})日?(?:[T ].*)?$/.exec(read) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(read) ??
    [];
  const iso = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso) ? iso : undefined;
}

export const timeOfDay: CellType = {
  parse: (cell) => {
    const read = timeIn(cell);
    return read === undefined ? not('time') : ok(read);
  },
  format: asText,
  hint: ['时间，如 08:30', '時間，如 08:30', 'Time such as 08:30'],
};

/** Excel keeps a time as a part of a day. */
function timeIn(cell: ReadCell): string | undefined {
  if (typeof cell === 'number' && cell <= 1) return clock(0, Math.round(cell * 24 * 60));
  const read = toHalfWidth(textIn(cell)).replace(/^1[89]\d\d-\d\d-\d\dT/, '');
  const match = /^(\d{1,2})(?:[:点點时時h](?:(\d{1,2})分?(?::\d{2})?)?)?$/i.exec(read);
  return match ? clock(Number(match[1]), Number(match[2] ?? 0)) : undefined;
}

function clock(hours: number, minutes: number): string | undefined {
  const all = hours * 60 + minutes;
  if (all > 24 * 60 || minutes < 0 || (hours > 0 && minutes > 59)) return undefined;
  return `${String(Math.floor(all / 60)).padStart(2, '0')}:${String(all % 60).padStart(2, '0')}`;
}

interface NumberLimits {
  readonly least: number;
  readonly most: number;
  /** Words after the number, and by how much they multiply it: `{ 吨: 1000 }`. */
  readonly units?: Readonly<Record<string, number>>;
}

export const wholeNumber = ({ least, most, units = {} }: NumberLimits): CellType => ({
  parse: (cell) => {
    const read = numberIn(cell, units);
    if (read === undefined || !Number.isInteger(read)) return not('whole-number');
    return read < least || read > most ? fail({ kind: 'range', least, most }) : ok(read);
  },
  format: asText,
  hint: [`整数，${least} 到 ${most}`, `整數，${least} 到 ${most}`, `Whole number from ${least} to ${most}`],
});

function numberIn(cell: ReadCell, units: Readonly<Record<string, number>>): number | undefined {
  if (typeof cell === 'number') return cell;
  const read = fold(textIn(cell)).replaceAll(',', '');
  const [, digits = '', unit = ''] = /^(-?\d+(?:\.\d+)?)(\D*)$/.exec(read) ?? [];
  const factor = unit === '' ? 1 : units[unit];
  return digits === '' || factor === undefined ? undefined : Math.round(Number(digits) * factor * 1e6) / 1e6;
}

interface Choice {
  readonly texts: Texts;
  readonly synonyms?: readonly string[];
}

/** One of a few values that the program knows. */
export const oneOf = <Value extends string | boolean>(
  choices: readonly (readonly [Value, Choice])[],
): CellType => {
  const known = new Map(
    choices.flatMap(([value, { texts, synonyms = [] }]) =>
      [...texts, ...synonyms].map((word) => [fold(word), value] as const),
    ),
  );
  const names: CellType['choices'] = ({ locale }) => choices.map(([, { texts }]) => inLocale(texts, locale));
  const listed = (index: 0 | 1 | 2) => choices.map(([, { texts }]) => texts[index]).join(' / ');
  return {
    parse: (cell, words) => {
      const word = textIn(cell);
      const value = known.get(fold(word));
      if (value !== undefined) return ok(value);
      const all = names(words);
      const near = nearest(word, all);
      return fail({ kind: 'unknown', word, near: near.length > 0 ? near : all });
    },
    format: (value, { locale }) => {
      const found = choices.find(([each]) => each === value);
      return found ? inLocale(found[1].texts, locale) : '';
    },
    choices: names,
    hint: [listed(0), listed(1), listed(2)],
  };
};

export const yesNo: CellType = oneOf<boolean>([
  [
    true,
    { texts: ['是', '是', 'Yes'], synonyms: ['y', 'true', '1', '√', '✓', '有', '需要', '需确认', '需確認'] },
  ],
  [false, { texts: ['否', '否', 'No'], synonyms: ['n', 'false', '0', '×', 'x', '无', '無', '不需要', '不'] }],
]);
