// A list on paper. On the screen only the rows in view exist, so for printing, from the menu or by the browser's
// own command, all of them become a plain table whose head stands on every page.
import { For, Show, type JSX } from 'solid-js';
import { useStrings } from '../i18n/strings.ts';
import { formatCount } from './format.ts';
import { useFormat } from './formatting.tsx';
import { listStrings } from './list-strings.ts';
import { PaperHead } from './paper.tsx';
import { Printed } from './printed.tsx';
import css from './printed-list.module.css';
import { cellText, type Cell } from './spreadsheet/cell.ts';
import type { Sheet, SheetLine } from './spreadsheet/sheet.ts';

export interface PrintedListProps {
  /** Made when it is printed. */
  sheet: () => Sheet;
  /** What the list was narrowed by, in words. */
  narrowedBy: () => readonly string[];
  /** It is of a dialog: the list under it is not printed. */
  alone?: boolean | undefined;
}

export function PrintedList(props: PrintedListProps): JSX.Element {
  return (
    <Printed alone={props.alone}>
      {() => <Whole sheet={props.sheet()} narrowedBy={props.narrowedBy()} />}
    </Printed>
  );
}

function Whole(props: { sheet: Sheet; narrowedBy: readonly string[] }): JSX.Element {
  const t = useStrings(listStrings);
  const format = useFormat();
  return (
    <section class={css.printed}>
      <PaperHead />
      <Show when={!props.sheet.above} fallback={<Lines lines={props.sheet.above ?? []} />}>
        <header class={css.header}>
          <h1 class={css.title}>{props.sheet.name}</h1>
          <p class={css.facts}>
            {[t().results(formatCount(props.sheet.rows.length)), ...props.narrowedBy].join(' · ')}
          </p>
        </header>
      </Show>
      <table class={css.table}>
        <thead>
          <tr>
            <For each={props.sheet.columns}>{({ header }) => <th scope="col">{header}</th>}</For>
          </tr>
        </thead>
        <tbody>
          <For each={props.sheet.rows}>
            {(row) => (
              <tr>
                <For each={row}>
                  {(cell) => (
                    <td
                      data-number={isNumber(cell) ? '' : undefined}
                      data-whole={isWhole(cell) ? '' : undefined}
                    >
                      {cellText(cell, format.zone())}
                    </td>
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
        <Show when={props.sheet.below}>{(below) => <Foot lines={below()} />}</Show>
      </table>
    </section>
  );
}

/** Under the columns, so that sums stand under what they are of. */
function Foot(props: { lines: readonly SheetLine[] }): JSX.Element {
  const format = useFormat();
  return (
    <tfoot>
      <For each={props.lines}>
        {(line) => (
          <tr data-look={line.look}>
            <For each={line.cells}>
              {({ value, span }) => (
                <td colspan={span} data-number={isNumber(value) ? '' : undefined}>
                  {cellText(value, format.zone())}
                </td>
              )}
            </For>
          </tr>
        )}
      </For>
    </tfoot>
  );
}

function Lines(props: { lines: readonly SheetLine[] }): JSX.Element {
  const format = useFormat();
  return (
    <For each={props.lines}>
      {(line) => (
        <p class={css.line} data-look={line.look}>
          <For each={line.cells}>
            {(cell) => (
              <span data-number={isNumber(cell.value) ? '' : undefined}>
                {cellText(cell.value, format.zone())}
              </span>
            )}
          </For>
        </p>
      )}
    </For>
  );
}

/** Amounts, times and days. */
const isWhole = (cell: Cell): boolean => typeof cell === 'object' && cell !== null;

const isNumber = (cell: Cell): boolean =>
  typeof cell === 'number' || (typeof cell === 'object' && cell?.kind === 'money');
