// The parts of a table that are plain functions: sorting, moving, selecting.

export type SortValue = string | number | boolean | null | undefined;
export type SortDirection = 'ascending' | 'descending';
export interface Sort {
  readonly column: string;
  readonly direction: SortDirection;
}

/** A third press on a header gives the original order back. */
export function nextSort(current: Sort | undefined, column: string): Sort | undefined {
  if (current?.column !== column) return { column, direction: 'ascending' };
  return current.direction === 'ascending' ? { column, direction: 'descending' } : undefined;
}

/** A sorted copy; equal rows keep their order, missing values come last both ways. */
export function sortRows<T>(
  rows: readonly T[],
  valueOf: (row: T) => SortValue,
  direction: SortDirection,
  locale: string,
): readonly T[] {
  const compare = comparator(new Intl.Collator(locale, { numeric: true }), direction);
  return rows
    .map((row) => ({ row, value: valueOf(row) }))
    .sort((a, b) => compare(a.value, b.value))
    .map(({ row }) => row);
}

function comparator(collator: Intl.Collator, direction: SortDirection) {
  const sign = direction === 'ascending' ? 1 : -1;
  return (a: SortValue, b: SortValue): number => {
    const missing = Number(isMissing(a)) - Number(isMissing(b));
    if (missing !== 0 || isMissing(a)) return missing;
    if (typeof a === 'string' && typeof b === 'string') return sign * collator.compare(a, b);
    return sign * (Number(a) - Number(b));
  };
}

const isMissing = (value: SortValue): boolean => value === null || value === undefined || value === '';

/** Where a key moves the active row; undefined when the key isn't the table's. `from` is -1 for none. */
export function moveActive(key: string, from: number, count: number, page: number): number | undefined {
  if (count === 0) return undefined;
  const to: Record<string, number> = {
    ArrowDown: from + 1,
    ArrowUp: from < 0 ? count - 1 : from - 1,
    PageDown: from + page,
    PageUp: from - page,
    Home: 0,
    End: count - 1,
  };
  const target = to[key];
  return target === undefined ? undefined : Math.max(0, Math.min(count - 1, target));
}

/** The selection after ticking one row, or with shift all from the row ticked before it. */
export function toggleRows(
  selection: ReadonlySet<string>,
  keys: readonly string[],
  key: string,
  since: string | undefined,
): ReadonlySet<string> {
  const next = new Set(selection);
  const on = !selection.has(key);
  for (const each of rangeOf(keys, since ?? key, key)) {
    if (on) next.add(each);
    else next.delete(each);
  }
  return next;
}

function rangeOf(keys: readonly string[], from: string, to: string): readonly string[] {
  const [a, b] = [keys.indexOf(from), keys.indexOf(to)].sort((x, y) => x - y);
  return a === undefined || b === undefined || a < 0 ? [to] : keys.slice(a, b + 1);
}
