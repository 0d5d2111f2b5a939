// Which rows of a list are ticked. What a filter hides is never among them: nobody acts on what he can't see.
import { createMemo, createSignal, type Accessor } from 'solid-js';

export interface Selection<T> {
  /** For `DataTable`'s `selection`. */
  readonly keys: Accessor<ReadonlySet<string>>;
  /** In the order of the list. */
  readonly rows: Accessor<readonly T[]>;
  readonly count: Accessor<number>;
  set(keys: ReadonlySet<string>): void;
  all(): void;
  clear(): void;
}

export function createSelection<T>(shown: Accessor<readonly T[]>, rowKey: (row: T) => string): Selection<T> {
  const [ticked, setTicked] = createSignal<ReadonlySet<string>>(new Set());
  const rows = createMemo(() => tickedRows(shown(), ticked(), rowKey));
  const keys = createMemo(() => new Set(rows().map(rowKey)));
  return {
    keys,
    rows,
    count: () => rows().length,
    set: setTicked,
    all: () => setTicked(new Set(shown().map(rowKey))),
    clear: () => setTicked(new Set<string>()),
  };
}

export function tickedRows<T>(
  shown: readonly T[],
  ticked: ReadonlySet<string>,
  rowKey: (row: T) => string,
): readonly T[] {
  return ticked.size === 0 ? [] : shown.filter((row) => ticked.has(rowKey(row)));
}
