// What a table remembers and does, apart from how it is drawn.
import { createVirtualizer, type VirtualItem } from '@tanstack/solid-virtual';
import { createEffect, createMemo, createSignal, on, onCleanup, type Accessor } from 'solid-js';
import { locale } from '../i18n/locale.ts';
import { density } from './appearance.ts';
import type { DataTableProps } from './data-table-types.ts';
import { createMedia, phoneQuery } from './media.ts';
import { sortByColumn } from './table-columns.ts';
import { moveActive, nextSort, toggleRows, type Sort } from './table-model.ts';

export type TableState<T> = ReturnType<typeof createTableState<T>>;

const cardHeight = 112;

interface PlacedRow<T> extends Pick<VirtualItem, 'index' | 'start'> {
  readonly row: T;
}

export function createTableState<T>(props: DataTableProps<T>, grid: Accessor<HTMLDivElement | undefined>) {
  const phone = createMedia(phoneQuery);
  const rowHeight = createRowHeight(grid);
  const { rows, sort, pressHeader } = createSorting(props);
  const keys = createMemo(() => rows().map((row) => props.rowKey(row)));
  const indexes = createMemo(() => new Map(keys().map((key, index) => [key, index])));
  const headerHeight = () => (phone() ? 0 : rowHeight());

  const virtualizer = createVirtualizer<HTMLDivElement, HTMLDivElement>({
    get count() {
      return rows().length;
    },
    // The element is not there yet when this is first asked.
    getScrollElement: () => grid() ?? null,
    get estimateSize() {
      const size = phone() ? cardHeight : rowHeight();
      return () => size;
    },
    getItemKey: (index) => keys()[index] ?? index,
    get scrollMargin() {
      return headerHeight();
    },
    get scrollPaddingStart() {
      return headerHeight();
    },
    overscan: 8,
  });
  createEffect(on([phone, rowHeight], () => virtualizer.measure(), { defer: true }));

  // Rows are drawn by key, not by place: an open menu or the focus in a row survives rows coming in above it. Place
  // and row come from here together: read apart while the address changes, one may be of the list before.
  const settled = createSettled(() => virtualizer.getVirtualItems());
  const placed = createMemo<ReadonlyMap<string, PlacedRow<T>>>((before) => {
    const [known, held] = [keys(), rows()];
    const wanted = new Map<string, PlacedRow<T>>();
    for (const { index, start } of virtualizer.getVirtualItems()) {
      const [key, row] = [known[index], held[index]];
      if (key !== undefined && row !== undefined) wanted.set(key, { index, start, row });
    }
    return settled() ? wanted : inView(wanted, before, virtualizer.range, known);
  }, new Map());
  announceEnd(props, keys, placed, () => {
    const element = grid();
    if (!element) return false;
    const left = element.scrollHeight - element.scrollTop - element.clientHeight;
    return left < 12 * (phone() ? cardHeight : rowHeight());
  });

  const { active, activate } = createActive(props, keys, (index) => virtualizer.scrollToIndex(index));
  const tick = createTicking(props, keys);
  const open = (index: number): void => {
    const row = rows()[index];
    if (row !== undefined) props.onOpen?.(row);
  };
  const tickAll = (ticked: boolean): void => props.onSelectionChange?.(new Set(ticked ? keys() : []));
  const chord = (event: KeyboardEvent): void => {
    if (event.key.toLowerCase() !== 'a' || !props.selection) return;
    event.preventDefault();
    tickAll(true);
  };
  const keydown = (event: KeyboardEvent): void => {
    if (event.target !== grid() || event.altKey) return;
    if (event.ctrlKey || event.metaKey) return chord(event);
    const from = indexes().get(active() ?? '') ?? -1;
    const page = Math.max(1, Math.floor((grid()?.clientHeight ?? 0) / rowHeight()) - 2);
    const target = moveActive(event.key, from, rows().length, page);
    const key = active();
    if (target !== undefined) activate(target);
    else if (event.key === 'Enter' && from >= 0) open(from);
    else if (event.key === ' ' && props.selection && key !== null) tick(key, event.shiftKey);
    else return;
    event.preventDefault();
  };
  const click = (key: string): void => {
    const index = indexes().get(key) ?? -1;
    activate(index);
    open(index);
  };

  return {
    phone,
    rows,
    keys,
    indexes,
    placed,
    active,
    sort,
    pressHeader,
    virtualizer,
    headerHeight,
    keydown,
    click,
    tick,
    tickAll,
  };
}

/** False from when the list has moved until that frame is drawn. */
function createSettled(items: Accessor<readonly VirtualItem[]>): Accessor<boolean> {
  const moved = createMemo(() => `${items()[0]?.index} ${items().at(-1)?.index}`);
  const [drawn, setDrawn] = createSignal('');
  createEffect(() => {
    const now = moved();
    const timer = setTimeout(() => setDrawn(now));
    onCleanup(() => clearTimeout(timer));
  });
  return () => drawn() === moved();
}

/**
 * A frame has time for the rows that come into view. Those beside them, and taking away the ones that have left, can
 * wait for the next.
 */
function inView<T>(
  wanted: ReadonlyMap<string, PlacedRow<T>>,
  before: ReadonlyMap<string, PlacedRow<T>>,
  range: { readonly startIndex: number; readonly endIndex: number } | null,
  keys: readonly string[],
): ReadonlyMap<string, PlacedRow<T>> {
  const isSeen = ({ index }: PlacedRow<T>) =>
    range === null || (index >= range.startIndex && index <= range.endIndex);
  const kept = [...wanted].filter(([key, item]) => isSeen(item) || before.has(key));
  const leaving = [...before].filter(([key, { index }]) => !wanted.has(key) && keys[index] === key);
  return new Map([...kept, ...leaving].sort(([, a], [, b]) => a.index - b.index));
}

function createSorting<T>(props: DataTableProps<T>) {
  const [ownSort, setOwnSort] = createSignal<Sort>();
  const sort = () => (props.onSort ? props.sort : ownSort());
  const rows = createMemo(() =>
    sortByColumn(props.columns, props.rows, props.onSort ? undefined : ownSort(), locale()),
  );
  const pressHeader = (column: string): void => {
    const next = nextSort(sort(), column);
    if (props.onSort) props.onSort(next);
    else setOwnSort(next);
  };
  return { rows, sort, pressHeader };
}

function createActive<T>(
  props: DataTableProps<T>,
  keys: Accessor<readonly string[]>,
  reveal: (index: number) => void,
) {
  const [own, setOwn] = createSignal<string | null>(null);
  const active = () => (props.active === undefined ? own() : props.active);
  createEffect(
    on(active, (key) => {
      const index = key === null || !props.revealActive ? -1 : keys().indexOf(key);
      if (index >= 0) reveal(index);
    }),
  );
  const activate = (index: number): void => {
    const key = keys()[index];
    if (key === undefined) return;
    setOwn(key);
    props.onActiveChange?.(key);
    reveal(index);
  };
  return { active, activate };
}

function createTicking<T>(props: DataTableProps<T>, keys: Accessor<readonly string[]>) {
  let since: string | undefined;
  return (key: string, range: boolean): void => {
    const selection = props.selection ?? new Set<string>();
    props.onSelectionChange?.(toggleRows(selection, keys(), key, range ? since : undefined));
    since = key;
  };
}

/** Once per length and last row: a page that yields nothing new must not be asked for again and again. */
function announceEnd<T>(
  props: DataTableProps<T>,
  keys: Accessor<readonly string[]>,
  placed: Accessor<ReadonlyMap<string, unknown>>,
  nearEnd: () => boolean,
): void {
  let asked = '';
  createEffect(() => {
    const last = keys().at(-1);
    if (last === undefined || !placed().has(last)) return;
    const mark = `${keys().length} ${last}`;
    // Right after the list got shorter the virtualizer still believes in the old, deeper position.
    if (mark === asked || !nearEnd()) return;
    asked = mark;
    props.onReachEnd?.();
  });
}

/** The `--row` token in pixels, which density and pointer decide. */
function createRowHeight(grid: Accessor<HTMLElement | undefined>): Accessor<number> {
  const narrow = createMedia(phoneQuery);
  const coarse = createMedia('(pointer: coarse)');
  return createMemo(() => {
    void [narrow(), coarse(), density()];
    const token = getComputedStyle(grid() ?? document.documentElement).getPropertyValue('--row');
    return Number.parseFloat(token) || 36;
  });
}
