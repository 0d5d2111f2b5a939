// The row of headers; those that sort are buttons.
import ArrowDown from 'lucide-solid/icons/arrow-down';
import ArrowUp from 'lucide-solid/icons/arrow-up';
import { createEffect, For, Show, type JSX } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { useStrings } from '../i18n/strings.ts';
import { cx } from './cx.ts';
import type { Column } from './data-table-types.ts';
import css from './data-table.module.css';
import { uiStrings } from './strings.ts';
import type { Sort } from './table-model.ts';

interface Props<T> {
  columns: readonly Column<T>[];
  /** As cards there are no columns to head; the row stays for screen readers. */
  hidden: boolean;
  sort: Sort | undefined;
  onPress: (column: string) => void;
  ticks: boolean;
  ticked: number;
  rows: number;
  onTickAll: (ticked: boolean) => void;
}

export function TableHeader<T>(props: Props<T>): JSX.Element {
  const t = useStrings(uiStrings);
  return (
    <Show when={!props.hidden}>
      <div role="rowgroup" class={css.head}>
        <div role="row" aria-rowindex={1} class={css.row}>
          <Show when={props.ticks}>
            <div role="columnheader" class={css.cell}>
              <TickAll
                label={t().selectAll}
                ticked={props.ticked}
                rows={props.rows}
                onChange={props.onTickAll}
              />
            </div>
          </Show>
          <For each={props.columns}>
            {(column) => (
              <div
                role="columnheader"
                class={css.cell}
                data-align={column.align}
                aria-sort={column.sort ? directionOf(props.sort, column.id) : undefined}
              >
                <Show when={column.sort} fallback={<Plain column={column} />}>
                  <button type="button" class={css.sorter} onClick={() => props.onPress(column.id)}>
                    <span class={css.text}>{column.header}</span>
                    <SortMark direction={directionOf(props.sort, column.id)} />
                  </button>
                </Show>
              </div>
            )}
          </For>
        </div>
      </div>
    </Show>
  );
}

function Plain<T>(props: { column: Column<T> }): JSX.Element {
  return (
    <span class={cx(css.text, props.column.hideHeader && 'visually-hidden')}>{props.column.header}</span>
  );
}

function SortMark(props: { direction: 'ascending' | 'descending' | 'none' }): JSX.Element {
  return (
    <span class={css.mark} data-on={props.direction === 'none' ? undefined : ''}>
      <Dynamic component={props.direction === 'descending' ? ArrowDown : ArrowUp} size={12} />
    </span>
  );
}

function TickAll(props: {
  label: string;
  ticked: number;
  rows: number;
  onChange: (ticked: boolean) => void;
}): JSX.Element {
  let element!: HTMLInputElement;
  createEffect(() => {
    element.checked = props.rows > 0 && props.ticked >= props.rows;
    element.indeterminate = props.ticked > 0 && props.ticked < props.rows;
  });
  return (
    <input
      ref={element}
      type="checkbox"
      class={css.tick}
      aria-label={props.label}
      onChange={(event) => props.onChange(event.currentTarget.checked)}
    />
  );
}

function directionOf(sort: Sort | undefined, column: string): 'ascending' | 'descending' | 'none' {
  return sort?.column === column ? sort.direction : 'none';
}
