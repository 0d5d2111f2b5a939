// The file that people fill in: a sheet of headers alone, and one that says how each column is filled in.
import type { Locale } from '../i18n/locale.ts';
import type { Sheet } from '../ui/spreadsheet/sheet.ts';
import { inLocale, type ImportKind } from './kind.ts';
import type { ImportStrings } from './strings.ts';
import type { Words } from './words.ts';

/** More choices than these are looked up in the app. */
const listed = 30;

export function templateOf(kind: ImportKind, t: ImportStrings, words: Words): [filled: Sheet, notes: Sheet] {
  const { locale } = words;
  const header = (labels: ImportKind['columns'][number]['labels'], required = false) =>
    `${inLocale(labels, locale)}${required ? '*' : ''}`;
  const columns = kind.columns.map(({ labels, required }) => ({
    header: header(labels, required),
    width: widthOf(header(labels, required)),
  }));
  return [
    { name: t.templateName(t.kinds[kind.collection]), columns, rows: [] },
    {
      name: t.notes,
      columns: [
        { header: t.notesColumn, width: 22 },
        { header: t.notesRequired, width: 8 },
        { header: t.notesHow, width: 60 },
        { header: t.notesExample, width: 30 },
        { header: t.notesChoices, width: 80 },
      ],
      rows: kind.columns.map((column) => [
        inLocale(column.labels, locale),
        column.required ? t.yes : '',
        inLocale(column.hint, locale),
        column.example,
        choicesOf(column.choices?.(words) ?? [], locale),
      ]),
    },
  ];
}

function choicesOf(choices: readonly string[], locale: Locale): string {
  const shown = choices.slice(0, listed).join(locale === 'en' ? ', ' : '、');
  return choices.length > listed ? `${shown}…` : shown;
}

/** Chinese signs are twice as wide. */
const widthOf = (header: string): number =>
  Math.max(12, [...header].reduce((width, sign) => width + (sign > '\u2e80' ? 2 : 1), 0) + 4);
