// Finds the headers of a sheet and the field that each of them means. People put titles above them, merge cells,
// and call things otherwise: what is found here is a proposal that can be changed.
import type { ReadCell } from '../ui/spreadsheet/read.ts';
import { textIn } from './cells.ts';
import type { ImportColumn, ImportKind } from './kind.ts';
import { fold } from './near.ts';

export interface SheetRow {
  /** As the spreadsheet program numbers it. */
  readonly number: number;
  readonly cells: readonly ReadCell[];
}

export interface LoadedSheet {
  readonly fileName: string;
  /** One for each column of the file; empty where there is none. */
  readonly headers: readonly string[];
  /** Rows that hold anything, those under the headers. */
  readonly rows: readonly SheetRow[];
}

/** What is known of a kind of list by its headers alone. */
export interface HeaderKind<Column extends HeaderColumn = HeaderColumn> {
  readonly columns: readonly Column[];
  readonly leftOut?: ImportKind['leftOut'];
}
type HeaderColumn = Pick<ImportColumn, 'key' | 'labels' | 'synonyms'>;

/** For each column of the file the key of the field that it fills. */
export type Matching = readonly (string | undefined)[];

type Rows = readonly (readonly ReadCell[])[];

/** How far down headers are looked for. */
const depth = 12;

/** Undefined when there is nothing under any header. */
export function loadSheet(kind: HeaderKind, fileName: string, rows: Rows): LoadedSheet | undefined {
  const at = headerRow(kind, rows);
  if (at === undefined) return undefined;
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  const headers = headersAt(kind, rows, at, width);
  const filled = rows
    .map((cells, index) => ({ number: index + 1, cells }))
    .slice(at + 1)
    .filter(({ cells }) => cells.some((cell) => textIn(cell) !== ''));
  return filled.length === 0 ? undefined : { fileName, headers, rows: filled };
}

/** The row in which most cells mean something; the first filled one when none does. */
function headerRow(kind: HeaderKind, rows: Rows): number | undefined {
  const counts = rows.slice(0, depth).map((cells, index) => {
    const matching = matchHeaders(kind, headersAt(kind, rows, index, cells.length));
    return matching.filter((key) => key !== undefined).length;
  });
  const most = Math.max(0, ...counts);
  const first = rows.findIndex((cells) => cells.some((cell) => textIn(cell) !== ''));
  if (first < 0) return undefined;
  return most === 0 ? first : counts.indexOf(most);
}

/** A header that is merged downwards stands above; one that is merged across says what those under it are of. */
function headersAt(kind: HeaderKind, rows: Rows, at: number, width: number): string[] {
  const above = at > 0 ? (rows[at - 1] ?? []) : [];
  const isGrouped = above.filter((cell) => textIn(cell) !== '').length > 1;
  let group = '';
  return Array.from({ length: width }, (_, column) => {
    const own = headerText(rows[at]?.[column]);
    if (!isGrouped) return own;
    group = headerText(above[column]) || group;
    if (own === '') return headerText(above[column]);
    return meansSomething(kind, group + own) ? group + own : own;
  });
}

/** Without the star of a required field and what stands in brackets after it. */
const headerText = (cell: ReadCell | undefined): string => (cell === undefined ? '' : textIn(cell));

const meant = (header: string): string =>
  fold(header.replaceAll(/[(（[【].*?[)）\]】]/g, '')).replaceAll(/[*＊:：_\-/.、"“”]/g, '');

const wordsByColumn = new WeakMap<HeaderColumn, readonly string[]>();

function wordsOf(column: HeaderColumn): readonly string[] {
  const words = wordsByColumn.get(column) ?? [...column.labels, ...column.synonyms].map(meant);
  wordsByColumn.set(column, words);
  return words;
}

const meansSomething = ({ columns }: HeaderKind, header: string): boolean =>
  columns.some((column) => wordsOf(column).includes(meant(header)));

/** Each field is taken by one column at most: by its own word first, else by one that has its word in it. */
export function matchHeaders(kind: HeaderKind, headers: readonly string[]): Matching {
  const taken = new Set<string>();
  const matching: (string | undefined)[] = headers.map(() => undefined);
  const take = (find: (header: string) => string | undefined): void => {
    for (const [index, header] of headers.entries()) {
      if (matching[index] !== undefined || meant(header) === '' || isLeftOut(kind, header)) continue;
      const key = find(meant(header));
      if (key === undefined || taken.has(key)) continue;
      taken.add(key);
      matching[index] = key;
    }
  };
  take((header) => kind.columns.find((column) => wordsOf(column).includes(header))?.key);
  take((header) => containedIn(kind, header));
  return matching;
}

/** What it is comes last in a header, and the longer word says more. */
function containedIn({ columns }: HeaderKind, header: string): string | undefined {
  const found = columns
    .flatMap((column) => wordsOf(column).map((word) => ({ key: column.key, word })))
    .filter(({ word }) => word.length > 1 && header.includes(word))
    .sort(
      (a, b) =>
        Number(header.endsWith(b.word)) - Number(header.endsWith(a.word)) || b.word.length - a.word.length,
    );
  return found[0]?.key;
}

/** A header that is left out on purpose, such as a password. */
export const isLeftOut = ({ leftOut }: HeaderKind, header: string): boolean =>
  leftOut?.headers.some((word) => meant(header).includes(meant(word))) ?? false;

/** Fields that have to be there for a new record and come from nowhere. */
export const missingColumns = ({ columns }: ImportKind, matching: Matching): ImportColumn[] =>
  columns.filter(({ key, required }) => required === true && !matching.includes(key));
