// What happened to a statement, the latest first.
import { createMemo, Show, type JSX } from 'solid-js';
import type { Statement, StatementEntry } from '#schemas/finance/statements/statement.ts';
import { useStrings } from '../i18n/strings.ts';
import { useNames } from '../orders/names.ts';
import { Time, useFormat } from '../ui/formatting.tsx';
import { Timeline } from '../ui/timeline.tsx';
import css from './statements.module.css';
import { statementStrings, type StatementStrings } from './strings.ts';

export function History(props: { statement: Statement }): JSX.Element {
  const t = useStrings(statementStrings);
  const names = useNames();
  const format = useFormat();
  const line = (entry: StatementEntry) => props.statement.lines.find(({ id }) => id === entry.lineId)?.number;
  const items = createMemo(() =>
    [...props.statement.history].reverse().map((entry) => ({
      id: entry.id,
      title: titleOf(entry.type, t()),
      time: <Time iso={entry.at} />,
      detail: (
        <div class={css.muted}>
          <div>
            {[
              names.staff(entry.by),
              line(entry),
              entry.amountFen === undefined ? undefined : format.money(entry.amountFen),
            ]
              .filter(Boolean)
              .join(' · ')}
          </div>
          <Show when={entry.reason}>
            <div>{entry.reason}</div>
          </Show>
        </div>
      ),
    })),
  );
  return <Timeline label={t().history.title} items={items()} />;
}

/** A type that a newer version recorded stands under its own name. */
function titleOf(type: string, { history }: StatementStrings): string {
  return Object.hasOwn(history, type) ? history[type as keyof typeof history] : type;
}
