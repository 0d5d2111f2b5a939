// What can be imported, and how a sheet says it: declared once for each collection, beside its domain.
import type { Objection } from '#schemas/core/codes.ts';
import type { Result } from '#schemas/core/result.ts';
import type { DocumentOf, ReferenceCollection } from '#schemas/sync/collections.ts';
import type { Locale } from '../i18n/locale.ts';
import type { ReadCell } from '../ui/spreadsheet/read.ts';
import type { Words } from './words.ts';

export const importNames = ['customers', 'vehicles', 'staff'] as const satisfies ReferenceCollection[];
export type ImportName = (typeof importNames)[number];
export type ImportDocument = DocumentOf<ImportName>;

/** A document on its way: what the sheet does not say may be missing still. */
export type Draft = Readonly<Record<string, unknown>>;

/** In the order of the locales: zh-CN, zh-TW, en. */
export type Texts = readonly [zhCN: string, zhTW: string, en: string];

export const inLocale = (texts: Texts, locale: Locale): string =>
  texts[locale === 'zh-CN' ? 0 : locale === 'zh-TW' ? 1 : 2];

/** What a cell should have been. */
export type Expected =
  | 'phone'
  | 'mobile'
  | 'day'
  | 'time'
  | 'number'
  | 'whole-number'
  | 'yes-no'
  | 'plate'
  | 'username'
  | 'digits';

/** Why a cell cannot be taken. `near`: what was perhaps meant. */
export type CellProblem =
  | { readonly kind: 'missing' }
  | { readonly kind: 'not'; readonly expected: Expected }
  | { readonly kind: 'range'; readonly least: number; readonly most: number }
  | { readonly kind: 'too-long'; readonly most: number }
  /** Excel has rounded the digits away. */
  | { readonly kind: 'digits-lost' }
  | { readonly kind: 'unknown'; readonly word: string; readonly near: readonly string[] }
  | { readonly kind: 'ambiguous'; readonly word: string; readonly near: readonly string[] }
  /** Another row of the same sheet is about the same. */
  | { readonly kind: 'twice'; readonly row: number }
  /** Two records have it already: nobody knows which one is meant. */
  | { readonly kind: 'several' }
  | { readonly kind: 'refused'; readonly objection: Objection };

export interface CellType {
  /** Is never given an empty cell. */
  parse(cell: ReadCell, words: Words): Result<unknown, CellProblem>;
  /** As it stands in a sheet; what it gives is read back as the same. */
  format(value: unknown, words: Words): string;
  /** What can be entered, where that is a list. */
  choices?(words: Words): readonly string[];
  /** How it is filled in, in the template's notes. */
  readonly hint: Texts;
}

export interface ImportColumn extends CellType {
  /** The field of the document, `contact.phone`. */
  readonly key: string;
  readonly labels: Texts;
  /** What others call it. */
  readonly synonyms: readonly string[];
  readonly required?: boolean;
  readonly example: string;
}

export interface ImportKind {
  readonly collection: ImportName;
  /** Of its list. */
  readonly href: string;
  readonly columns: readonly ImportColumn[];
  /** The column by which a record is known again, and how two spellings of it are the same. */
  readonly identity: { readonly column: string; readonly normal: (value: string) => string };
  /** A new document before the sheet has its say. */
  readonly blank: Draft;
  /** The last touch before the rules see it, e.g. the name made of the plate. */
  finish?(draft: Draft): Draft;
  /** What neither a cell nor the schema can know, by column. */
  problems?(draft: Draft): Readonly<Record<string, CellProblem>>;
  /** Headers of columns that are left out on purpose, with the reason in the page's words. */
  readonly leftOut?: { readonly headers: readonly string[]; readonly reason: Texts };
  /** Said when it is done: what is left to do by hand. */
  readonly afterwards?: Texts;
}

export const columnOf = ({ columns }: ImportKind, key: string): ImportColumn | undefined =>
  columns.find((column) => column.key === key);

/** The value of a field within a field, `contact.phone`. */
export function valueAt(draft: Draft | undefined, key: string): unknown {
  let value: unknown = draft;
  for (const part of key.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Draft)[part];
  }
  return value;
}

export function withValueAt(draft: Draft, key: string, value: unknown): Draft {
  const [first = '', ...rest] = key.split('.');
  if (rest.length === 0) return { ...draft, [first]: value };
  const inner = draft[first];
  const before = typeof inner === 'object' && inner !== null ? (inner as Draft) : {};
  return { ...draft, [first]: withValueAt(before, rest.join('.'), value) };
}
