// What is seen of statements in their list, and of orders on one.
import { createMemo, Show, type Accessor, type JSX } from 'solid-js';
import type { Staleness } from '#schemas/finance/statements/lines.ts';
import {
  adjustedOf,
  dueOf,
  openDispute,
  openOfStatement,
  type Statement,
  type StatementLine,
  type StatementState,
} from '#schemas/finance/statements/statement.ts';
import { useStrings } from '../i18n/strings.ts';
import { useNames } from '../orders/names.ts';
import { StatusBadge, type Tone } from '../ui/badge.tsx';
import type { Column } from '../ui/data-table.tsx';
import { Time, useFormat } from '../ui/formatting.tsx';
import { instant, money } from '../ui/spreadsheet/cell.ts';
import css from './statements.module.css';
import { statementStrings } from './strings.ts';

const tones: Record<StatementState, Tone> = {
  draft: 'neutral',
  sent: 'info',
  confirmed: 'progress',
  disputed: 'danger',
  settled: 'success',
  discarded: 'neutral',
};

export function StatementBadge(props: { state: StatementState }): JSX.Element {
  const t = useStrings(statementStrings);
  return <StatusBadge tone={tones[props.state]}>{t().state[props.state]}</StatusBadge>;
}

const dayMs = 24 * 60 * 60 * 1000;

/** Whole days since it was sent, while something is to come. */
function ageOf({ state, sentAt }: Statement, now: string): number | undefined {
  if (!sentAt || !['sent', 'confirmed', 'disputed'].includes(state)) return undefined;
  return Math.max(0, Math.floor((Date.parse(now) - Date.parse(sentAt)) / dayMs));
}

export function useStatementColumns(): Accessor<readonly Column<Statement>[]> {
  const t = useStrings(statementStrings);
  const names = useNames();
  const format = useFormat();
  const age = (statement: Statement) => ageOf(statement, format.now());
  return createMemo((): readonly Column<Statement>[] => {
    const { column } = t();
    const amount = (id: 'total' | 'received' | 'open', value: (row: Statement) => number) => ({
      ...{ id, header: column[id], width: 116, align: 'end' as const, sort: true as const },
      value: (row: Statement) => money(value(row)),
    });
    return [
      { id: 'name', header: column.name, width: 220, grow: true, sort: true, value: ({ name }) => name },
      {
        id: 'state',
        header: column.state,
        width: 96,
        sort: ({ state }) => Object.keys(tones).indexOf(state),
        value: ({ state }) => t().state[state],
        cell: (row) => <StatementBadge state={row.state} />,
      },
      {
        id: 'customer',
        header: column.customer,
        width: 160,
        hidden: true,
        sort: true,
        value: ({ customerId }) => names.customer(customerId),
      },
      {
        id: 'period',
        header: column.period,
        width: 190,
        sort: true,
        value: ({ period }) => t().periodOf(period.from, period.until),
      },
      {
        id: 'orders',
        header: column.orders,
        width: 64,
        align: 'end',
        sort: true,
        value: ({ lines }) => lines.length,
      },
      amount('total', ({ totalFen }) => totalFen),
      amount('received', ({ receivedFen }) => receivedFen),
      amount('open', openOfStatement),
      {
        id: 'age',
        header: column.age,
        width: 84,
        align: 'end',
        sort: (row) => age(row) ?? -1,
        value: (row) => age(row),
        cell: (row) => {
          const days = age(row);
          return days === undefined ? '' : t().days(days);
        },
      },
      {
        id: 'created',
        header: column.created,
        width: 104,
        sort: ({ createdAt }) => createdAt,
        value: ({ createdAt }) => instant(createdAt),
        cell: (row) => <Time iso={row.createdAt} />,
      },
    ];
  });
}

export function StatementCard(props: { statement: Statement }): JSX.Element {
  const t = useStrings(statementStrings);
  const format = useFormat();
  return (
    <div class={css.card}>
      <div class={css.cardLine}>
        <strong>{props.statement.name}</strong>
        <StatementBadge state={props.statement.state} />
      </div>
      <div class={css.cardLine}>
        <span class={css.muted}>
          {t().orders(props.statement.lines.length)} ·{' '}
          {t().periodOf(props.statement.period.from, props.statement.period.until)}
        </span>
        <span class={css.amount}>{format.money(props.statement.totalFen)}</span>
      </div>
    </div>
  );
}

/** What calls for somebody first. */
export const lineStates = ['unfit', 'changed', 'disputed', 'partial', 'posted'] as const satisfies readonly (
  'posted' | 'disputed' | 'partial' | Staleness
)[];
export type LineState = (typeof lineStates)[number];

export function lineStateOf(line: StatementLine, stale: Staleness | undefined): LineState | undefined {
  if (line.posted) return 'posted';
  if (stale) return stale;
  if (openDispute(line)) return 'disputed';
  return line.receivedFen > 0 ? 'partial' : undefined;
}

/** Those of which nothing is to be said come last. */
const placeOf = (state: LineState | undefined): number =>
  state ? lineStates.indexOf(state) : lineStates.length;

const lineTones: Record<LineState, Tone> = {
  posted: 'success',
  disputed: 'danger',
  partial: 'progress',
  changed: 'warning',
  unfit: 'danger',
};

type Stale = Accessor<ReadonlyMap<string, Staleness>>;

export function LineBadge(props: { line: StatementLine; stale: Staleness | undefined }): JSX.Element {
  const t = useStrings(statementStrings);
  return (
    <Show when={lineStateOf(props.line, props.stale)}>
      {(state) => <StatusBadge tone={lineTones[state()]}>{t().line[state()]}</StatusBadge>}
    </Show>
  );
}

export function useLineColumns(stale: Stale): Accessor<readonly Column<StatementLine>[]> {
  const t = useStrings(statementStrings);
  const names = useNames();
  return createMemo((): readonly Column<StatementLine>[] => {
    const { column } = t();
    const amount = (id: 'amount' | 'adjusted' | 'due' | 'received', of: (line: StatementLine) => number) => ({
      ...{ id, header: column[id], width: 104, align: 'end' as const, sort: true as const },
      value: (line: StatementLine) => money(of(line)),
    });
    const blankZero = (of: (line: StatementLine) => number) => ({
      value: (line: StatementLine) => (of(line) === 0 ? undefined : money(of(line))),
    });
    return [
      { id: 'number', header: column.number, width: 116, sort: true, value: ({ number }) => number },
      {
        id: 'case',
        header: column.case,
        width: 140,
        grow: true,
        sort: true,
        value: ({ customerOrderNumber }) => customerOrderNumber,
      },
      { id: 'plate', header: column.plate, width: 100, sort: true, value: ({ plate }) => plate },
      { id: 'service', header: column.service, width: 110, sort: true, value: ({ service }) => service },
      {
        id: 'ended',
        header: column.ended,
        width: 110,
        roomy: true,
        sort: true,
        value: ({ endedAt }) => instant(endedAt),
        cell: (row) => <Time iso={row.endedAt} />,
      },
      {
        id: 'outlet',
        header: column.outlet,
        width: 96,
        hidden: true,
        sort: true,
        value: ({ outletId }) => names.outlet(outletId),
      },
      { ...amount('amount', ({ amountFen }) => amountFen), roomy: true },
      { ...amount('adjusted', adjustedOf), ...blankZero(adjustedOf), roomy: true },
      amount('due', dueOf),
      {
        ...amount('received', ({ receivedFen }) => receivedFen),
        ...blankZero(({ receivedFen }) => receivedFen),
        roomy: true,
      },
      {
        id: 'state',
        header: column.lineState,
        width: 104,
        sort: (line) => placeOf(lineStateOf(line, stale().get(line.id))),
        value: (line) => {
          const state = lineStateOf(line, stale().get(line.id));
          return state && t().line[state];
        },
        cell: (line) => <LineBadge line={line} stale={stale().get(line.id)} />,
      },
    ];
  });
}

export function LineCard(props: { line: StatementLine; stale: Staleness | undefined }): JSX.Element {
  const format = useFormat();
  return (
    <div class={css.card}>
      <div class={css.cardLine}>
        <strong>{props.line.plate}</strong>
        <LineBadge line={props.line} stale={props.stale} />
        <span class={css.amount}>{format.money(dueOf(props.line))}</span>
      </div>
      <div class={css.muted}>
        {[props.line.number, props.line.customerOrderNumber, props.line.service].filter(Boolean).join(' · ')}
      </div>
    </div>
  );
}
