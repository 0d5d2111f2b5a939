// A table for long lists: only the rows in view exist, so 20,000 scroll like 20. It is one grid with one tab
// stop; the arrow keys move the active row, which aria-activedescendant tells. At phone width each row is a
// card, with the same keys and roles. It fills its parent, which must have a height.
import { createSignal, createUniqueId, For, Match, onMount, Show, Switch, type JSX } from 'solid-js';
import { useStrings } from '../i18n/strings.ts';
import { cx } from './cx.ts';
import { TableHeader } from './data-table-header.tsx';
import { columnTemplate, leastWidth } from './data-table-layout.ts';
import { TableRow } from './data-table-row.tsx';
import { createTableState, type TableState } from './data-table-state.ts';
import type { DataTableProps } from './data-table-types.ts';
import css from './data-table.module.css';
import { EmptyState, ErrorState, LoadingState } from './states.tsx';
import { uiStrings } from './strings.ts';

export type { Column, DataTableProps } from './data-table-types.ts';
export type { Sort, SortDirection, SortValue } from './table-model.ts';

export function DataTable<T>(props: DataTableProps<T>): JSX.Element {
  const t = useStrings(uiStrings);
  const id = createUniqueId();
  const [grid, setGrid] = createSignal<HTMLDivElement>();
  let element!: HTMLDivElement;
  // A node that is not in the document yet belongs to no window, and the virtualizer would watch nothing.
  onMount(() => setGrid(element));
  const table = createTableState(props, grid);
  const ticks = () => props.selection !== undefined;
  const activeId = () => {
    const key = table.active();
    return key !== null && table.placed().has(key) ? `${id}-${key}` : undefined;
  };
  return (
    <div class={cx(css.frame, props.class)}>
      <div
        ref={element}
        class={css.grid}
        role="grid"
        tabindex={0}
        aria-label={props.label}
        aria-rowcount={(props.totalRows ?? props.rows.length) + 1}
        aria-multiselectable={ticks() ? 'true' : undefined}
        aria-activedescendant={activeId()}
        aria-busy={props.state === 'loading' ? 'true' : undefined}
        data-cards={table.phone() ? '' : undefined}
        style={{
          '--columns': columnTemplate(props.columns, ticks()),
          '--least-width': `${table.phone() ? 0 : leastWidth(props.columns, ticks())}px`,
        }}
        onKeyDown={(event) => table.keydown(event)}
      >
        <TableHeader
          columns={props.columns}
          hidden={table.phone()}
          sort={table.sort()}
          onPress={table.pressHeader}
          ticks={ticks()}
          ticked={props.selection?.size ?? 0}
          rows={props.rows.length}
          onTickAll={table.tickAll}
        />
        <Rows id={id} props={props} table={table} />
      </div>
      <Slot props={props} />
      <Show when={props.loadingMore}>
        <p class={css.more} role="status">
          {t().loadingMore}
        </p>
      </Show>
    </div>
  );
}

function Rows<T>(own: { id: string; props: DataTableProps<T>; table: TableState<T> }): JSX.Element {
  const { virtualizer } = own.table;
  const drawn = () => (own.props.state === 'error' ? [] : [...own.table.placed().keys()]);
  return (
    <div role="rowgroup" class={css.rows} style={{ height: `${virtualizer.getTotalSize()}px` }}>
      <For each={drawn()}>
        {(key) => <TableRow id={`${own.id}-${key}`} key={key} props={own.props} table={own.table} />}
      </For>
    </div>
  );
}

function Slot<T>(own: { props: DataTableProps<T> }): JSX.Element {
  const none = () => own.props.rows.length === 0;
  return (
    <Switch>
      <Match when={own.props.state === 'error'}>{own.props.error ?? <ErrorState />}</Match>
      <Match when={own.props.state === 'loading' && none()}>
        <LoadingState rows={8} />
      </Match>
      <Match when={none()}>{own.props.empty ?? <EmptyState />}</Match>
    </Switch>
  );
}
