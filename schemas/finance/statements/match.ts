// Matching a customer's own list against a statement: by case number first, then by plate and day, then by plate where
// only one is left on either side. A line is matched once.
import { normalPlate } from '../../fleet/plate.ts';
import { dueOf, type StatementLine } from './statement.ts';

/** A row of the customer's list, as far as it could be read. */
export interface TheirLine {
  /** As the spreadsheet program numbers it. */
  readonly row: number;
  readonly caseNumber?: string;
  readonly plate?: string;
  /** `2026-03-05`. */
  readonly day?: string;
  readonly amountFen?: number;
}

export type LineMatch =
  | { readonly kind: 'agrees' | 'differs'; readonly line: StatementLine; readonly theirs: TheirLine }
  /** On the statement, and not in the list. */
  | { readonly kind: 'missing'; readonly line: StatementLine }
  /** In the list, and not on the statement. */
  | { readonly kind: 'unknown'; readonly theirs: TheirLine };

type Key<Item> = (item: Item) => string | undefined;

/** @param dayOf the day of an instant in the company's zone */
export function matchLines(
  lines: readonly StatementLine[],
  theirs: readonly TheirLine[],
  dayOf: (instant: string) => string,
): LineMatch[] {
  const found = new Map<TheirLine, StatementLine>();
  const ours = (line: StatementLine) => plain(line.plate);
  const byKey = (key: Key<StatementLine>, theirKey: Key<TheirLine>): void => {
    const taken = new Set(found.values());
    const left = groups(
      lines.filter((line) => !taken.has(line)),
      key,
    );
    const right = groups(
      theirs.filter((row) => !found.has(row)),
      theirKey,
    );
    for (const [text, [line, ...more]] of left) {
      const [row, ...others] = right.get(text) ?? [];
      if (line && row && more.length === 0 && others.length === 0) found.set(row, line);
    }
  };
  byKey(
    ({ customerOrderNumber }) => plain(customerOrderNumber),
    ({ caseNumber }) => plain(caseNumber),
  );
  byKey(
    (line) => line.endedAt && ours(line) && `${ours(line)} ${dayOf(line.endedAt)}`,
    ({ plate, day }) => day && plain(plate) && `${plain(plate)} ${day}`,
  );
  byKey(ours, ({ plate }) => plain(plate));
  const matched = new Set(found.values());
  return [
    ...theirs.map((row): LineMatch => {
      const line = found.get(row);
      if (!line) return { kind: 'unknown', theirs: row };
      const agrees = row.amountFen === undefined || row.amountFen === dueOf(line);
      return { kind: agrees ? 'agrees' : 'differs', line, theirs: row };
    }),
    ...lines.filter((line) => !matched.has(line)).map((line): LineMatch => ({ kind: 'missing', line })),
  ];
}

function groups<Item>(items: readonly Item[], key: Key<Item>): Map<string, Item[]> {
  const grouped = new Map<string, Item[]>();
  for (const item of items) {
    const text = key(item);
    if (text) grouped.set(text, [...(grouped.get(text) ?? []), item]);
  }
  return grouped;
}

/** However it was typed. Two that are written alike are the same. */
const plain = (text: string | undefined): string | undefined => (text ? normalPlate(text) : undefined);
