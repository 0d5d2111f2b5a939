// What becomes of each row of a sheet: a new record, changes to a known one, nothing, or an error and where.
import type { Objection } from '#schemas/core/codes.ts';
import { equalJson } from '#schemas/core/equal.ts';
import { parse } from '#schemas/core/validate.ts';
import type { ReferenceChange } from '#schemas/reference/change.ts';
import { objectionsTo, type Knowledge } from '#schemas/reference/objections.ts';
import { collections } from '#schemas/sync/collections.ts';
import type { ReadCell } from '../ui/spreadsheet/read.ts';
import { isEmpty, textIn } from './cells.ts';
import type { Matching, SheetRow } from './headers.ts';
import {
  columnOf,
  valueAt,
  withValueAt,
  type CellProblem,
  type Draft,
  type ImportColumn,
  type ImportDocument,
  type ImportKind,
} from './kind.ts';
import type { Words } from './words.ts';

/** `kept`: it is known, and known ones are to stay as they are. */
export const verdicts = ['error', 'new', 'changes', 'same', 'kept', 'skipped'] as const;
export type Verdict = (typeof verdicts)[number];

export interface JudgedRow {
  readonly number: number;
  readonly verdict: Verdict;
  /** By column, as it would be stored; as it stands in the sheet where it cannot be read. */
  readonly texts: Readonly<Record<string, string>>;
  readonly problems: Readonly<Record<string, CellProblem>>;
  /** What speaks against the row as a whole. */
  readonly objections: readonly Objection[];
  /** By column, what it was before. */
  readonly changed: Readonly<Record<string, string>>;
  /** What would be stored; only of `new` and `changes`. */
  readonly document?: ImportDocument;
  /** Of `changes`: the record as it was when the row was judged. */
  readonly stored?: ImportDocument;
}

/** What somebody has decided about a sheet. */
export interface Decisions {
  readonly matching: Matching;
  /** By row and column, what he entered in the place of what the sheet says. */
  readonly edits: ReadonlyMap<number, Readonly<Record<string, string>>>;
  readonly skipped: ReadonlySet<number>;
  readonly existing: 'update' | 'skip';
}

export interface Known {
  readonly words: Words;
  /** Takes up the rows as they are judged, so it has to be of this judge alone. */
  readonly rules: Knowledge;
  readonly stored: Iterable<ImportDocument>;
  /** The id of the record that a row would make: the same one each time. */
  idOf(row: number): string;
}

/** The rows have to come in their order: what a later one may have depends on those before it. */
export function createJudge(kind: ImportKind, decisions: Decisions, known: Known) {
  const sameAs = storedByIdentity(kind, known.stored);
  const seen = new Map<string, number>();
  return (row: SheetRow): JudgedRow => {
    const cells = cellsOf(kind, decisions, row);
    const identity = identityOf(kind, cells, known.words);
    const about = identity === undefined ? [] : (sameAs.get(identity) ?? []);
    const plain = {
      number: row.number,
      texts: textsOf(kind, cells),
      problems: {},
      objections: [],
      changed: {},
    };
    if (decisions.skipped.has(row.number)) return { ...plain, verdict: 'skipped' };
    const twice = identity === undefined ? undefined : seen.get(identity);
    if (identity !== undefined && twice === undefined) seen.set(identity, row.number);
    const clash = clashOf(twice, about.length);
    const [stored] = about;
    if (stored && !clash && decisions.existing === 'skip') return { ...plain, verdict: 'kept' };
    return judged(kind, known, { number: row.number, cells, stored, clash });
  };
}

type Cells = ReadonlyMap<ImportColumn, ReadCell>;

function cellsOf(kind: ImportKind, { matching, edits }: Decisions, row: SheetRow): Cells {
  const entered = edits.get(row.number);
  const cells = new Map<ImportColumn, ReadCell>();
  for (const [index, key] of matching.entries()) {
    const column = key === undefined ? undefined : columnOf(kind, key);
    if (column) cells.set(column, entered?.[column.key] ?? row.cells[index] ?? '');
  }
  // A field that no column of the file fills may be filled by hand.
  for (const [key, text] of Object.entries(entered ?? {})) {
    const column = columnOf(kind, key);
    if (column && !cells.has(column)) cells.set(column, text);
  }
  return cells;
}

const textsOf = (kind: ImportKind, cells: Cells): Record<string, string> =>
  Object.fromEntries(kind.columns.map((column) => [column.key, textIn(cells.get(column) ?? '')]));

/** Undefined: it cannot be read, so nobody knows which record is meant. */
function identityOf(kind: ImportKind, cells: Cells, words: Words): string | undefined {
  const column = columnOf(kind, kind.identity.column);
  const cell = column && cells.get(column);
  if (!column || cell === undefined || isEmpty(cell)) return undefined;
  const read = column.parse(cell, words);
  return read.ok ? kind.identity.normal(String(read.value)) : undefined;
}

function storedByIdentity(kind: ImportKind, stored: Iterable<ImportDocument>): Map<string, ImportDocument[]> {
  const found = new Map<string, ImportDocument[]>();
  for (const document of stored) {
    const identity = kind.identity.normal(String(valueAt(document, kind.identity.column)));
    found.set(identity, [...(found.get(identity) ?? []), document]);
  }
  return found;
}

function clashOf(twice: number | undefined, stored: number): CellProblem | undefined {
  if (twice !== undefined) return { kind: 'twice', row: twice };
  return stored > 1 ? { kind: 'several' } : undefined;
}

interface Case {
  readonly number: number;
  readonly cells: Cells;
  /** The record that it is about. */
  readonly stored: ImportDocument | undefined;
  /** Why nobody knows which record it is about. */
  readonly clash: CellProblem | undefined;
}

/** All that is wrong is said at once: whoever mends a row should not learn of the next fault only then. */
function judged(kind: ImportKind, known: Known, { number, cells, stored, clash }: Case): JudgedRow {
  const { draft, problems: unread } = filled(kind, known, number, cells, stored);
  const faults = isWhole(kind, unread) ? faultsOf(kind, known, draft, stored) : noFaults;
  const problems = {
    ...faults.problems,
    ...newProblems(kind, draft, stored),
    ...unread,
    ...(clash && { [kind.identity.column]: clash }),
  };
  const { objections } = faults;
  const isWrong = Object.keys(problems).length > 0 || objections.length > 0;
  const changed = stored ? changedTexts(kind, known.words, stored, draft) : {};
  const texts = { ...textsOf(kind, cells), ...writtenTexts(kind, known.words, cells, draft, problems) };
  const row = { number, texts, problems, objections, changed };
  if (isWrong) return { ...row, verdict: 'error' };
  if (stored && Object.keys(changed).length === 0) return { ...row, verdict: 'same' };
  const document = draft as ImportDocument;
  known.rules.directory.put(kind.collection, document);
  return { ...row, document, ...(stored ? { verdict: 'changes', stored } : { verdict: 'new' }) };
}

/** The document as the cells say it; empty cells say nothing. */
function filled(
  kind: ImportKind,
  { words, idOf }: Known,
  number: number,
  cells: Cells,
  stored: ImportDocument | undefined,
): { draft: Draft; problems: Record<string, CellProblem> } {
  let draft: Draft = stored ?? { id: idOf(number), ...kind.blank };
  const problems: Record<string, CellProblem> = {};
  for (const column of kind.columns) {
    const cell = cells.get(column);
    if (cell === undefined || isEmpty(cell)) {
      if (column.required && !stored) problems[column.key] = { kind: 'missing' };
      continue;
    }
    const before = valueAt(stored, column.key);
    // What stands there already is right, also when nobody could choose it any more.
    if (stored && column.format(before, words) === textIn(cell)) continue;
    const read = column.parse(cell, words);
    if (!read.ok) problems[column.key] = read.error;
    else if (!sameValue(before, read.value)) draft = withValueAt(draft, column.key, read.value);
  }
  return { draft: kind.finish?.(draft) ?? draft, problems };
}

/** The order of what is chosen from a list does not count. */
function sameValue(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return equalJson(a, b);
  return a.length === b.length && a.every((each) => b.includes(each));
}

type Faults = Pick<JudgedRow, 'problems' | 'objections'>;
const noFaults: Faults = { problems: {}, objections: [] };

/** Whether the rules can be asked: what a document has to have is there. */
const isWhole = (kind: ImportKind, unread: Faults['problems']): boolean =>
  !Object.keys(unread).some((key) => columnOf(kind, key)?.required);

/** What the schema and the rules that the server will ask have against it. */
function faultsOf(
  kind: ImportKind,
  { rules }: Known,
  draft: Draft,
  stored: ImportDocument | undefined,
): Faults {
  const { collection } = kind;
  const parsed = parse(collections[collection].schema, draft);
  const objections: Objection[] = parsed.ok
    ? objectionsTo({ collection, stored, after: draft } as unknown as ReferenceChange, rules)
    : parsed.error.map((detail) => ({ code: 'invalid-document', detail, field: detail.split(' ')[0] ?? '' }));
  const placed = objections.map((objection) => ({ objection, column: columnAt(kind, objection.field) }));
  return {
    problems: Object.fromEntries(
      placed.flatMap(({ objection, column }) =>
        column ? [[column.key, { kind: 'refused', objection } as const] as const] : [],
      ),
    ),
    objections: placed.filter(({ column }) => column === undefined).map(({ objection }) => objection),
  };
}

/** What was wrong before is not held against a sheet that says something else. */
function newProblems({ problems }: ImportKind, draft: Draft, stored: Draft | undefined) {
  const before = (stored && problems?.(stored)) ?? {};
  return Object.fromEntries(Object.entries(problems?.(draft) ?? {}).filter(([key]) => !(key in before)));
}

const columnAt = ({ columns }: ImportKind, field: string | undefined): ImportColumn | undefined =>
  field === undefined
    ? undefined
    : (columns.find(({ key }) => key === field) ??
      columns.find(({ key }) => key.startsWith(`${field}.`) || field.startsWith(`${key}.`)));

function changedTexts(kind: ImportKind, words: Words, stored: Draft, draft: Draft): Record<string, string> {
  const changed: Record<string, string> = {};
  for (const { key, format } of kind.columns) {
    const before = valueAt(stored, key);
    if (!sameValue(before, valueAt(draft, key))) changed[key] = format(before, words);
  }
  return changed;
}

/** What was read stands there as it will be stored: a number of Excel's as a day. */
function writtenTexts(
  { columns }: ImportKind,
  words: Words,
  cells: Cells,
  draft: Draft,
  problems: Readonly<Record<string, CellProblem>>,
): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const column of columns) {
    const cell = cells.get(column);
    if (cell === undefined || isEmpty(cell) || problems[column.key]) continue;
    texts[column.key] = column.format(valueAt(draft, column.key), words);
  }
  return texts;
}

export type Counts = Readonly<Record<Verdict, number>>;

export function countVerdicts(rows: readonly JudgedRow[]): Counts {
  const counts = { error: 0, new: 0, changes: 0, same: 0, kept: 0, skipped: 0 };
  for (const { verdict } of rows) counts[verdict] += 1;
  return counts;
}

/** Those that change something, in the order of the sheet. */
export const toBeWritten = (rows: readonly JudgedRow[]): readonly JudgedRow[] =>
  rows.filter(({ document }) => document !== undefined);
