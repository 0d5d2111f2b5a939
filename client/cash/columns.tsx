// What is seen of a driver's day.
import { createMemo, type Accessor, type JSX } from 'solid-js';
import { useStrings } from '../i18n/strings.ts';
import { useNames } from '../orders/names.ts';
import { StatusBadge, type Tone } from '../ui/badge.tsx';
import type { Column } from '../ui/data-table.tsx';
import { useFormat } from '../ui/formatting.tsx';
import { money } from '../ui/spreadsheet/cell.ts';
import css from './cash.module.css';
import { cashStates, type CashDay, type CashState } from './days.ts';
import { cashStrings } from './strings.ts';

const tones: Record<CashState, Tone> = { held: 'warning', counted: 'success', short: 'danger', over: 'info' };

export function CashBadge(props: { state: CashState }): JSX.Element {
  const t = useStrings(cashStrings);
  return <StatusBadge tone={tones[props.state]}>{t().state[props.state]}</StatusBadge>;
}

export function useCashColumns(): Accessor<readonly Column<CashDay>[]> {
  const t = useStrings(cashStrings);
  const names = useNames();
  return createMemo((): readonly Column<CashDay>[] => {
    const { column, state } = t();
    const amount = { width: 116, align: 'end', sort: true } as const;
    return [
      { id: 'day', header: column.day, width: 110, sort: true, value: ({ day }) => day },
      {
        ...{ id: 'driver', header: column.driver, width: 140, grow: true, sort: true },
        value: ({ driverId }) => names.staff(driverId),
      },
      {
        ...{ id: 'state', header: column.state, width: 96 },
        sort: (row) => cashStates.indexOf(row.state),
        value: (row) => state[row.state],
        cell: (row) => <CashBadge state={row.state} />,
      },
      {
        ...{ id: 'orders', header: column.orders, width: 72, align: 'end', sort: true },
        value: ({ orders }) => orders.length,
      },
      { ...amount, id: 'collected', header: column.collected, value: (row) => money(row.collectedFen) },
      {
        ...{ ...amount, id: 'handed', header: column.handed, roomy: true },
        value: (row) => money(row.collectedFen - row.heldFen || undefined),
      },
      { ...amount, id: 'held', header: column.held, value: (row) => money(row.heldFen || undefined) },
      {
        ...{ ...amount, id: 'difference', header: column.difference },
        value: (row) => money(row.differenceFen || undefined),
      },
    ];
  });
}

export function CashCard(props: { row: CashDay }): JSX.Element {
  const t = useStrings(cashStrings);
  const names = useNames();
  const format = useFormat();
  return (
    <div class={css.card}>
      <div class={css.line}>
        <strong>{names.staff(props.row.driverId)}</strong>
        <CashBadge state={props.row.state} />
        <span class={css.amount}>{format.money(props.row.heldFen || props.row.collectedFen)}</span>
      </div>
      <div class={css.muted}>{[props.row.day, t().orders(props.row.orders.length)].join(' · ')}</div>
    </div>
  );
}
