// What is seen of a row of a report, and where its figures lead.
import { createMemo, Show, type Accessor, type JSX } from 'solid-js';
import type { ReportFigure } from '#schemas/reports/drill.ts';
import {
  marginOf,
  outstandingOf,
  shareOf,
  type ReportDimension,
  type ReportRow,
} from '#schemas/reports/report.ts';
import { useStrings } from '../i18n/strings.ts';
import { useNames } from '../orders/names.ts';
import type { Column } from '../ui/data-table.tsx';
import { cellText, money } from '../ui/spreadsheet/cell.ts';
import { FigureLink } from './figure-link.tsx';
import { figureOf } from './query.ts';
import { reportStrings } from './strings.ts';

/** What a row is called. */
export function useRowName(by: Accessor<ReportDimension>): (key: string) => string {
  const t = useStrings(reportStrings);
  const names = useNames();
  const ways: Record<ReportDimension, (key: string) => string> = {
    customer: names.customer,
    service: names.catalog,
    outlet: names.outlet,
    vehicle: names.vehicle,
    driver: names.staff,
    month: (key) => key,
    reason: (key) => key,
  };
  return (key) => {
    if (key === '') return by() === 'reason' ? t().noReason : t().none;
    return ways[by()](key);
  };
}

/** One decimal at most. */
export const percentOf = (kept: number, timed: number): number | undefined => {
  const share = shareOf(kept, timed);
  return share === undefined ? undefined : Math.round(share * 1000) / 10;
};

/** @param ordersOf where the orders are that make up a figure of a row */
export function useReportColumns(
  by: Accessor<ReportDimension>,
  ordersOf: (row: ReportRow, figure: ReportFigure) => string,
): Accessor<readonly Column<ReportRow>[]> {
  const t = useStrings(reportStrings);
  const name = useRowName(by);
  return createMemo((): readonly Column<ReportRow>[] => {
    const { column } = t();
    const count = { width: 84, align: 'end', sort: true } as const;
    const amount = { width: 116, align: 'end', sort: true } as const;
    const share = { width: 110, align: 'end', sort: true } as const;
    const all: readonly Column<ReportRow>[] = [
      {
        ...{ id: 'name', header: t().name[by()], width: 180, grow: true, sort: true },
        value: ({ key }) => name(key),
      },
      { ...count, id: 'orders', header: column.orders, value: ({ orders }) => orders },
      { ...count, id: 'completed', header: column.completed, value: ({ completed }) => completed },
      {
        ...count,
        id: 'emptyRuns',
        header: column.emptyRuns,
        value: ({ emptyRuns }) => emptyRuns || undefined,
      },
      { ...count, id: 'voided', header: column.voided, value: ({ voided }) => voided || undefined },
      { ...amount, id: 'revenue', header: column.revenue, value: ({ revenueFen }) => money(revenueFen) },
      {
        ...amount,
        id: 'outlay',
        header: column.outlay,
        hidden: true,
        value: ({ outlayFen }) => money(outlayFen),
      },
      { ...amount, id: 'margin', header: column.margin, value: (row) => money(marginOf(row)) },
      { ...amount, id: 'average', header: column.average, hidden: true, value: averageOf },
      {
        ...amount,
        id: 'received',
        header: column.received,
        hidden: true,
        value: ({ receivedFen }) => money(receivedFen),
      },
      {
        ...amount,
        id: 'outstanding',
        header: column.outstanding,
        value: (row) => money(outstandingOf(row) || undefined),
      },
      { ...count, id: 'unpriced', header: column.unpriced, value: ({ unpriced }) => unpriced || undefined },
      {
        ...{ ...share, id: 'accepted', header: column.accepted, hidden: true },
        value: ({ accepted, acceptTimed }) => percentOf(accepted, acceptTimed),
      },
      {
        ...{ ...share, id: 'arrived', header: column.arrived },
        value: ({ arrived, arriveTimed }) => percentOf(arrived, arriveTimed),
      },
      {
        ...{ ...share, id: 'finished', header: column.finished },
        value: ({ finished, finishTimed }) => percentOf(finished, finishTimed),
      },
    ];
    const shown = by() === 'reason' ? all.filter(({ id }) => ofReasons.includes(id)) : all;
    return shown.map((column) => leading(column, ordersOf));
  });
}

/** A figure leads to its orders. */
function leading(
  column: Column<ReportRow>,
  ordersOf: (row: ReportRow, figure: ReportFigure) => string,
): Column<ReportRow> {
  if (column.id === 'name') return column;
  return {
    ...column,
    cell: (row) => <FigureCell text={textOf(column, row)} href={ordersOf(row, figureOf(column.id, row))} />,
  };
}

/** A figure is no moment, so the zone does not matter. */
const textOf = ({ value }: Column<ReportRow>, row: ReportRow): string => cellText(value?.(row), 'UTC');

function FigureCell(props: { text: string; href: string }): JSX.Element {
  return (
    <Show when={props.text}>
      <FigureLink href={props.href} inGrid>
        {props.text}
      </FigureLink>
    </Show>
  );
}

/** What an order that came to nothing can have. */
const ofReasons: readonly string[] = ['name', 'orders', 'emptyRuns', 'voided', 'revenue', 'outstanding'];

/** Of the orders that have a price. */
function averageOf({ orders, voided, unpriced, revenueFen }: ReportRow) {
  const priced = orders - voided - unpriced;
  return money(priced > 0 ? Math.round(revenueFen / priced) : undefined);
}
