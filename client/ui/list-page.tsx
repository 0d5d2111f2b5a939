// A page that is a list: search and filters, columns, ticked rows and what can be done with them, export, and
// the chosen row beside it. What is in the address, on the device or in the clipboard is seen to here; a page
// says what its rows and columns are. README.md shows one.
import { createMemo, Show, type JSX } from 'solid-js';
import { locale } from '../i18n/locale.ts';
import { useStrings } from '../i18n/strings.ts';
import { Button } from './button.tsx';
import { useColumnChoice, type ColumnChoice } from './column-choice.ts';
import { ColumnMenu } from './column-menu.tsx';
import { DataTable, type Column, type DataTableProps } from './data-table.tsx';
import { columnsThatFit } from './data-table-layout.ts';
import { createElementWidth } from './element-width.ts';
import { ExportMenu } from './export-menu.tsx';
import { FilterBar, type FilterField } from './filter-bar.tsx';
import { formatCount } from './format.ts';
import type { Filters } from './list-filter.ts';
import css from './list-page.module.css';
import type { ListQuery } from './list-query.ts';
import { listStrings } from './list-strings.ts';
import { createMedia, phoneQuery } from './media.ts';
import { narrowedBy } from './narrowed-by.ts';
import { Page } from './page.tsx';
import { PrintedList } from './printed-list.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { createSelection, type Selection } from './selection.ts';
import { WithSidePanel } from './side-panel.tsx';
import { sheetOf, type Sheet } from './spreadsheet/sheet.ts';
import { EmptyState, type EmptyStateProps } from './states.tsx';
import { sortByColumn } from './table-columns.ts';

type FromTable = 'rowKey' | 'card' | 'rowTone' | 'state' | 'error' | 'onOpen' | 'onReachEnd' | 'loadingMore';

export interface ListPageProps<T, F extends Filters> extends Pick<DataTableProps<T>, FromTable> {
  /** Also the table's name, and that of the files it is exported to. */
  title: string;
  /** Names the table where a person's choice of columns is kept, e.g. `customers`. */
  storageKey: string;
  query: ListQuery<F>;
  columns: readonly Column<T>[];
  /** What the filters and the search leave, in any order. Unchanged rows should stay the same objects. */
  rows: readonly T[];
  /** How many there are without filters. */
  total?: number | undefined;
  /** How many there are in words, where the rows are not all of them. */
  counted?: string | undefined;
  /** Brings in the rows that are not here yet; undefined when all are. */
  loadAll?: (() => Promise<void>) | undefined;
  /** The rows come in the order of `query.sort()`: where more exist than are on the device. */
  presorted?: boolean | undefined;

  /** What can be searched for, as the field's hint; without it there is no search. */
  search?: string | undefined;
  filters?: readonly FilterField<F>[] | undefined;
  /** Buttons beside the title. */
  actions?: JSX.Element;
  description?: JSX.Element;
  banner?: JSX.Element;
  /** When there is nothing at all: what this is, and the first thing to do. */
  empty: EmptyStateProps;
  /** Filters are not why there is nothing. */
  emptyAlways?: boolean | undefined;

  /** Given: rows can be ticked, and these buttons act on them. */
  batch?: ((selection: Selection<T>) => JSX.Element) | undefined;
  /** All rows to export, when not all are loaded. */
  exportRows?: (() => Promise<readonly T[]>) | undefined;
  /** The same as a sheet of these columns, where there may be very many; undefined: called off. */
  exportSheet?: ((columns: readonly Column<T>[]) => Promise<Sheet | undefined>) | undefined;
  /** What goes out instead of the shown columns: the list is a document. */
  document?: (() => Sheet) | undefined;

  /** The key of the row that `panel` shows. */
  chosen?: string | undefined;
  /** It comes into view when the page chooses another one. */
  revealChosen?: boolean | undefined;
  /** A `SidePanel` with it. */
  panel?: JSX.Element;
}

export function ListPage<T, F extends Filters>(props: ListPageProps<T, F>): JSX.Element {
  const t = useStrings(listStrings);
  const choice = useColumnChoice(props.storageKey, () => props.columns);
  const rows = createMemo(() =>
    props.presorted ? props.rows : sortByColumn(props.columns, props.rows, props.query.sort(), locale()),
  );
  const selection = createSelection(rows, (row: T) => props.rowKey(row));
  const { width, watch } = createElementWidth();
  const columns = createMemo(() => {
    const shown = choice.shown().filter(({ roomy }) => !roomy || props.chosen === undefined);
    return columnsThatFit(shown, width(), props.batch !== undefined);
  });
  return (
    <Page
      fill
      title={props.title}
      description={props.description}
      banner={props.banner}
      actions={props.actions}
      toolbar={
        <FilterBar
          query={props.query}
          filters={props.filters}
          search={props.search}
          count={props.state === 'loading' || props.state === 'error' ? undefined : rows().length}
          total={props.total}
          counted={props.counted ?? (props.loadAll && t().resultsAtLeast(formatCount(rows().length)))}
        >
          <Tools list={props} choice={choice} rows={rows()} selection={selection} />
        </FilterBar>
      }
    >
      <WithSidePanel>
        <div class={css.list}>
          <div class={css.table} ref={watch}>
            <DataTable
              label={props.title}
              columns={columns()}
              rows={rows()}
              rowKey={props.rowKey}
              card={props.card}
              rowTone={props.rowTone}
              state={props.state}
              empty={<Nothing list={props} />}
              error={props.error}
              active={props.onOpen ? (props.chosen ?? null) : undefined}
              revealActive={props.revealChosen}
              onOpen={props.onOpen}
              sort={props.query.sort()}
              onSort={(sort) => props.query.setSort(sort)}
              selection={props.batch ? selection.keys() : undefined}
              onSelectionChange={selection.set}
              onReachEnd={props.onReachEnd}
              loadingMore={props.loadingMore}
            />
          </div>
          <SelectionBar selection={selection} total={rows().length} loadAll={props.loadAll}>
            {props.batch?.(selection)}
          </SelectionBar>
        </div>
        {props.panel}
      </WithSidePanel>
      <PrintedList
        sheet={() =>
          props.document?.() ??
          sheetOf(props.title, choice.shown(), selection.count() > 0 ? selection.rows() : rows())
        }
        narrowedBy={() => narrowedBy(props.query, props.filters ?? [])}
      />
    </Page>
  );
}

function Tools<T, F extends Filters>(props: {
  list: ListPageProps<T, F>;
  choice: ColumnChoice<T>;
  rows: readonly T[];
  selection: Selection<T>;
}): JSX.Element {
  const t = useStrings(listStrings);
  const phone = createMedia(phoneQuery);
  const sheet = async () => {
    const { list, selection } = props;
    if (list.document) return list.document();
    if (list.exportSheet) return list.exportSheet(props.choice.shown());
    if (selection.count() === 0) await list.loadAll?.();
    const chosen = selection.count() > 0 ? selection.rows() : ((await list.exportRows?.()) ?? props.rows);
    return sheetOf(list.title, props.choice.shown(), chosen);
  };
  return (
    <div class={css.tools}>
      <Show when={!phone() || !props.list.card}>
        <ColumnMenu choice={props.choice} />
      </Show>
      <ExportMenu
        sheet={sheet}
        ticked={props.selection.count()}
        compact={phone()}
        disabledReason={props.rows.length === 0 ? t().nothingToExport : undefined}
      />
    </div>
  );
}

/** Nothing yet, or nothing that the filters leave: these need different things to be done. */
function Nothing<T, F extends Filters>(props: { list: ListPageProps<T, F> }): JSX.Element {
  const t = useStrings(listStrings);
  return (
    <Show
      when={props.list.query.isFiltered() && !props.list.emptyAlways}
      fallback={<EmptyState {...props.list.empty} />}
    >
      <EmptyState
        title={t().nothingFound}
        hint={t().nothingFoundHint}
        action={<Button onClick={() => props.list.query.clear()}>{t().clearFilters}</Button>}
      />
    </Show>
  );
}
