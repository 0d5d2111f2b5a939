// Which columns of a table a person wants to see. Only what differs from the table's own idea is kept, so that a
// column that comes to be later is seen. Pure.
import type { Column } from './data-table-types.ts';

export type Choices = Readonly<Record<string, boolean>>;
type Choosable = Pick<Column<never>, 'id' | 'hidden' | 'hideHeader'>;

export function readChoices(stored: string | null): Choices {
  try {
    const read: unknown = JSON.parse(stored ?? '{}');
    if (typeof read !== 'object' || read === null) return {};
    return Object.fromEntries(Object.entries(read).filter(([, value]) => typeof value === 'boolean'));
  } catch {
    return {};
  }
}

/** If nothing of what was chosen is left, as when a table has changed, the table's own columns stand. */
export function shownColumns<C extends Choosable>(columns: readonly C[], choices: Choices): readonly C[] {
  const shown = columns.filter((column) => !isChoosable(column) || wants(column, choices));
  return shown.some(isChoosable) ? shown : columns.filter(({ hidden }) => !hidden);
}

/** The choices after showing or hiding one; hiding the last one changes nothing. */
export function toggleColumn<C extends Choosable>(
  columns: readonly C[],
  choices: Choices,
  column: C,
): Choices {
  const shown = shownColumns(columns, choices);
  const show = !shown.includes(column);
  if (!show && shown.filter(isChoosable).length === 1) return choices;
  const { [column.id]: _before, ...others } = choices;
  return show === !column.hidden ? others : { ...others, [column.id]: show };
}

const wants = (column: Choosable, choices: Choices): boolean => choices[column.id] ?? !column.hidden;

/** A column without a header, such as a row's menu, is no matter of taste. */
export const isChoosable = (column: Choosable): boolean => !column.hideHeader;
