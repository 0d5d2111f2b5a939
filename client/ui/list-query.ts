// What a list shows, kept in the address: filters, search and sort. A link or a reload shows the same list, and
// a page reads and changes them here without knowing the address.
import { useSearchParams } from '@solidjs/router';
import { createMemo, type Accessor } from 'solid-js';
import { useFormat } from './formatting.tsx';
import { readSort, writeSort, type Filters, type FilterValues } from './list-filter.ts';
import type { Sort } from './table-model.ts';

export { filter } from './list-filter.ts';

export interface ListQuery<F extends Filters = Filters> {
  readonly kinds: F;
  /** What is chosen, each as an accessor in disguise: `query.values.outlet`. */
  readonly values: FilterValues<F>;
  set(patch: Partial<FilterValues<F>>): void;
  /** What is searched for, trimmed. */
  readonly text: Accessor<string>;
  setText(text: string): void;
  readonly sort: Accessor<Sort | undefined>;
  /** Undefined: back to the order that the list begins with. */
  setSort(sort: Sort | undefined): void;
  /** Something differs from what the list begins with, the sort aside. */
  readonly isFiltered: Accessor<boolean>;
  /** How many of the filters do, without the search. */
  readonly activeFilters: Accessor<number>;
  clear(): void;
}

type Words = string | string[] | undefined;
type Patch = Record<string, string | string[] | null>;

/** `q` and `sort` are taken; every other name may be a filter. */
export function useListQuery<F extends Filters>(kinds: F, options: { sort?: Sort } = {}): ListQuery<F> {
  const [params, setParams] = useSearchParams<Record<string, string | string[]>>();
  const clock = useFormat();
  const values = {} as FilterValues<F>;
  for (const [key, kind] of Object.entries(kinds)) {
    const value = createMemo(() => kind.read(wordsOf(params[key]), clock) as unknown, undefined, {
      equals: isSame,
    });
    Object.defineProperty(values, key, { get: value, enumerable: true });
  }
  // Going back leaves the list instead of taking back one filter after the other.
  const change = (patch: Patch): void => setParams(patch, { replace: true });
  const text = createMemo(() => wordsOf(params['q'])[0]?.trim() ?? '');
  const sort = createMemo(() => readSort(wordsOf(params['sort'])[0]) ?? options.sort, undefined, {
    equals: isSame,
  });
  const activeFilters = createMemo(
    () => Object.entries(kinds).filter(([key, kind]) => kind.write(values[key]).length > 0).length,
  );
  return {
    kinds,
    values,
    set: (patch) => change(written(kinds, patch)),
    text,
    setText: (next) => change({ q: next.trim() || null }),
    sort,
    setSort: (next) => change({ sort: isSame(next, options.sort) ? null : writeSort(next) || null }),
    activeFilters,
    isFiltered: () => activeFilters() > 0 || text() !== '',
    clear: () => change({ q: null, ...Object.fromEntries(Object.keys(kinds).map((key) => [key, null])) }),
  };
}

function written<F extends Filters>(kinds: F, patch: Partial<FilterValues<F>>): Patch {
  const words = Object.entries(patch).map(([key, value]) => {
    const list = kinds[key]?.write(value) ?? [];
    return [key, list.length === 0 ? null : [...list]] as const;
  });
  return Object.fromEntries(words);
}

const wordsOf = (words: Words): readonly string[] =>
  words === undefined ? [] : Array.isArray(words) ? words : [words];

/** Values are plain: words, lists of words, instants. */
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
