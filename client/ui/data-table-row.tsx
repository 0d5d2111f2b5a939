// One row, or one card. It is made once per key and then follows its place and its data.
import { createEffect, createMemo, createSignal, For, on, Show, type JSX } from 'solid-js';
import { useStrings } from '../i18n/strings.ts';
import type { TableState } from './data-table-state.ts';
import type { DataTableProps } from './data-table-types.ts';
import { CellView } from './data-table-cell.tsx';
import css from './data-table.module.css';
import { uiStrings } from './strings.ts';

interface Props<T> {
  id: string;
  key: string;
  props: DataTableProps<T>;
  table: TableState<T>;
}

export function TableRow<T>(own: Props<T>): JSX.Element {
  const { table } = own;
  const [element, setElement] = createSignal<HTMLDivElement>();
  const placed = () => table.placed().get(own.key);
  const index = () => placed()?.index ?? -1;
  const row = createMemo(() => placed()?.row);
  const place = () => (placed()?.start ?? 0) - table.headerHeight();
  const active = () => table.active() === own.key;
  const ticked = () => own.props.selection?.has(own.key);
  const tone = () => {
    const known = row();
    return known === undefined ? undefined : own.props.rowTone?.(known);
  };

  // Cards are as high as what they hold, so each has to be measured at its place.
  createEffect(
    on([element, index, table.phone], ([node, at, cards]) => {
      if (!node || !cards || at < 0) return;
      node.dataset['index'] = String(at);
      table.virtualizer.measureElement(node);
    }),
  );
  return (
    <div
      ref={setElement}
      id={own.id}
      role="row"
      class={table.phone() ? css.card : css.row}
      aria-rowindex={index() + 2}
      aria-selected={ticked() ?? active()}
      data-active={active() ? '' : undefined}
      data-ticked={ticked() ? '' : undefined}
      data-tone={tone()}
      data-openable={own.props.onOpen ? '' : undefined}
      style={{ transform: `translateY(${place()}px)` }}
      onClick={(event) => isPlainClick(event) && table.click(own.key)}
    >
      <Show when={own.props.selection}>
        <Tick key={own.key} ticked={ticked() ?? false} onTick={table.tick} />
      </Show>
      <Show when={row()}>
        {(known) => (
          <Show when={!table.phone()} fallback={<CardCell props={own.props} row={known()} />}>
            <For each={own.props.columns}>
              {(column) => (
                <div role="gridcell" class={css.cell} data-align={column.align}>
                  <CellView column={column} row={known()} />
                </div>
              )}
            </For>
          </Show>
        )}
      </Show>
    </div>
  );
}

function CardCell<T>(own: { props: DataTableProps<T>; row: T }): JSX.Element {
  return (
    <div role="gridcell" class={css.content}>
      <Show when={own.props.card} fallback={<ColumnList props={own.props} row={own.row} />}>
        {(card) => card()(own.row)}
      </Show>
    </div>
  );
}

function ColumnList<T>(own: { props: DataTableProps<T>; row: T }): JSX.Element {
  return (
    <dl class={css.columns}>
      <For each={own.props.columns}>
        {(column) => (
          <div>
            <dt class={column.hideHeader ? 'visually-hidden' : ''}>{column.header}</dt>
            <dd>
              <CellView column={column} row={own.row} />
            </dd>
          </div>
        )}
      </For>
    </dl>
  );
}

function Tick(props: {
  key: string;
  ticked: boolean;
  onTick: (key: string, range: boolean) => void;
}): JSX.Element {
  const t = useStrings(uiStrings);
  return (
    <div role="gridcell" class={css.cell}>
      <input
        type="checkbox"
        class={css.tick}
        aria-label={t().selectRow}
        checked={props.ticked}
        onClick={(event) => props.onTick(props.key, event.shiftKey)}
      />
    </div>
  );
}

/** Not on a control in the row, not in something opened from it, not the end of marking text. */
function isPlainClick(event: MouseEvent & { currentTarget: HTMLElement }): boolean {
  const { target, currentTarget } = event;
  if (!(target instanceof Element) || !currentTarget.contains(target)) return false;
  if (target.closest('a, button, input, label, select, textarea, [role="menuitem"]')) return false;
  const marked = window.getSelection();
  return !marked || marked.isCollapsed || !currentTarget.contains(marked.anchorNode);
}
