// How a row stands in the preview: its verdict, what is wrong, and its cells with what is wrong or new in them marked.
import CircleX from 'lucide-solid/icons/circle-x';
import { createMemo, For, Show, type Accessor, type JSX } from 'solid-js';
import { locale } from '../i18n/locale.ts';
import { useStrings } from '../i18n/strings.ts';
import { StatusBadge, type Tone } from '../ui/badge.tsx';
import type { Column } from '../ui/data-table.tsx';
import type { Import } from './flow.ts';
import css from './import.module.css';
import type { JudgedRow, Verdict } from './judge.ts';
import { inLocale, type ImportColumn } from './kind.ts';
import { useProblemText } from './problem-text.ts';
import { importStrings } from './strings.ts';

const tones: Readonly<Record<Verdict, Tone>> = {
  error: 'danger',
  new: 'success',
  changes: 'info',
  same: 'neutral',
  kept: 'neutral',
  skipped: 'neutral',
};

export function VerdictBadge(props: { row: Pick<JudgedRow, 'verdict' | 'changed'> }): JSX.Element {
  const t = useStrings(importStrings);
  const text = () => {
    const count = Object.keys(props.row.changed).length;
    return props.row.verdict === 'changes' && count > 0
      ? t().changesFields(count)
      : t().verdicts[props.row.verdict];
  };
  return <StatusBadge tone={tones[props.row.verdict]}>{text()}</StatusBadge>;
}

/** The fields that the file fills, or somebody has filled by hand. */
export function filledColumns({ kind, decisions, rows }: Import): readonly ImportColumn[] {
  const matched = new Set(decisions.matching());
  const missing = new Set(rows().flatMap(({ problems }) => Object.keys(problems)));
  return kind.columns.filter(({ key }) => matched.has(key) || missing.has(key));
}

/** By what a page finds the cells of a row that something is wrong with. */
export const faultOf = (row: number): string => `[data-fault="${row}"]`;

export function useRowColumns(flow: Import): Accessor<readonly Column<JudgedRow>[]> {
  const t = useStrings(importStrings);
  const problems = useProblemText();
  const isAnyWrong = createMemo(() => flow.rows().some(({ verdict }) => verdict === 'error'));
  const all = (row: JudgedRow) => problems.ofRow(flow.kind, row).join('; ');
  return createMemo((): readonly Column<JudgedRow>[] => [
    { id: 'row', header: t().row, value: ({ number }) => number, sort: true, width: 64, align: 'end' },
    {
      id: 'verdict',
      header: t().verdict,
      value: ({ verdict }) => t().verdicts[verdict],
      cell: (row) => <VerdictBadge row={row} />,
      width: 130,
    },
    // Beside the verdict: the cells themselves may lie beyond the edge of the screen.
    {
      id: 'problem',
      header: t().problem,
      value: all,
      cell: (row) => (
        <span class={css.problems} title={all(row)}>
          {all(row)}
        </span>
      ),
      width: 320,
      grow: true,
      hidden: !isAnyWrong(),
    },
    ...filledColumns(flow).map((column) => ({
      id: column.key,
      header: inLocale(column.labels, locale()),
      value: ({ texts }: JudgedRow) => texts[column.key],
      cell: (row: JudgedRow) => <RowCell row={row} column={column} />,
      sort: true as const,
      width: 150,
      grow: true,
    })),
  ]);
}

/** What is wrong stands in the cell itself, before what the sheet says. */
function RowCell(props: { row: JudgedRow; column: ImportColumn }): JSX.Element {
  const t = useStrings(importStrings);
  const problems = useProblemText();
  const problem = () => props.row.problems[props.column.key];
  const before = () => props.row.changed[props.column.key];
  const text = () => props.row.texts[props.column.key];
  return (
    <Show
      when={problem()}
      fallback={
        <Show when={before() !== undefined} fallback={text()}>
          <span class={css.changed} title={t().wasBefore(before() || t().emptyBefore)}>
            {text()}
          </span>
        </Show>
      }
    >
      {(found) => (
        <span class={css.wrong} data-fault={props.row.number} title={`${text()} ${problems.text(found())}`}>
          <CircleX size={14} aria-hidden="true" />
          <span class={css.wrongText}>
            <Show when={text()}>
              <span>{text()}</span>{' '}
            </Show>
            <span class={css.why}>{problems.text(found())}</span>
          </span>
        </span>
      )}
    </Show>
  );
}

/** On a phone. */
export function RowCard(props: { flow: Import; row: JudgedRow }): JSX.Element {
  const t = useStrings(importStrings);
  const problems = useProblemText();
  const name = () => props.row.texts[props.flow.kind.identity.column] || t().rowTitle(props.row.number);
  const details = () =>
    filledColumns(props.flow)
      .filter(({ key }) => key !== props.flow.kind.identity.column)
      .flatMap(({ key }) => props.row.texts[key] || [])
      .slice(0, 4)
      .join(' · ');
  return (
    <div class={css.card}>
      <div class={css.cardHead}>
        <strong>{name()}</strong>
        <VerdictBadge row={props.row} />
      </div>
      <span class={css.quiet}>
        {t().rowTitle(props.row.number)} · {details()}
      </span>
      <For each={problems.ofRow(props.flow.kind, props.row)}>
        {(text) => <span class={css.why}>{text}</span>}
      </For>
    </div>
  );
}
