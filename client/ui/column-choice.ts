// A person's choice of columns, kept for each person and table on this device.
import { createMemo, createSignal, type Accessor } from 'solid-js';
import { recall, remember } from './appearance.ts';
import { isChoosable, readChoices, shownColumns, toggleColumn, type Choices } from './column-choices.ts';
import type { Column } from './data-table-types.ts';
import { usePersonalKey } from './person.tsx';

export interface ColumnChoice<T> {
  /** Those to be drawn, in the table's order. */
  readonly shown: Accessor<readonly Column<T>[]>;
  /** Those one can choose among. */
  readonly choosable: Accessor<readonly Column<T>[]>;
  isShown(column: Column<T>): boolean;
  /** The last column that is left can not be hidden. */
  canHide(column: Column<T>): boolean;
  toggle(column: Column<T>): void;
  readonly isChanged: Accessor<boolean>;
  reset(): void;
}

/** `storageKey` names the table, e.g. `customers`. */
export function useColumnChoice<T>(
  storageKey: string,
  columns: Accessor<readonly Column<T>[]>,
): ColumnChoice<T> {
  const key = usePersonalKey(`columns.${storageKey}`);
  const [choices, setChoices] = createSignal(readChoices(recall(key)));
  const keep = (next: Choices): void => {
    setChoices(next);
    remember(key, JSON.stringify(next));
  };
  const shown = createMemo(() => shownColumns(columns(), choices()));
  const choosable = createMemo(() => columns().filter(isChoosable));
  return {
    shown,
    choosable,
    isShown: (column) => shown().includes(column),
    canHide: (column) => shown().some((other) => other !== column && isChoosable(other)),
    toggle: (column) => keep(toggleColumn(columns(), choices(), column)),
    isChanged: () => Object.keys(choices()).length > 0,
    reset: () => keep({}),
  };
}
