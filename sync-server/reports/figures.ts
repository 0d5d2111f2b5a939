// Which orders make up a figure, and what each adds to it, as SQL over `order_figures`. The report adds up by these, and
// the search lists by them: so the orders that are listed come to the figure.
import type { AmountFigure, ReportFigure } from '#schemas/reports/drill.ts';

const isPriced = (o: string): string => `${o}.status <> 'voided' and ${o}.stage in ('priced', 'posted')`;

/** What an order adds, in fen. @param o the name of the table in the query */
export const amountsOf = (o: string): Readonly<Record<AmountFigure, string>> => {
  const revenue = `(${o}.revenue_fen + ${o}.adjusted_fen)`;
  return {
    revenue,
    outlay: `${o}.outlay_fen`,
    margin: `(${revenue} - ${o}.outlay_fen)`,
    received: `${o}.received_fen`,
    outstanding: `(${revenue} - ${o}.received_fen)`,
    average: revenue,
  };
};

/** @param o the name of the table in the query */
export const conditionsOf = (o: string): Readonly<Record<ReportFigure, string>> => {
  const { revenue, outlay, margin, received, outstanding } = amountsOf(o);
  return {
    orders: 'true',
    completed: `${o}.status = 'completed'`,
    emptyRuns: `${o}.status = 'empty-run'`,
    voided: `${o}.status = 'voided'`,
    lost: `${o}.status in ('voided', 'empty-run')`,
    unpriced: `${o}.status <> 'voided' and ${o}.stage in ('unverified', 'verified')`,
    accepted: `${o}.accept_kept`,
    acceptMissed: `not ${o}.accept_kept`,
    arrived: `${o}.arrive_kept`,
    arriveMissed: `not ${o}.arrive_kept`,
    finished: `${o}.complete_kept`,
    finishMissed: `not ${o}.complete_kept`,
    revenue: `${revenue} <> 0`,
    outlay: `${outlay} <> 0`,
    // Also where the one is as much as the other.
    margin: `(${revenue} <> 0 or ${margin} <> 0)`,
    received: `${received} <> 0`,
    outstanding: `${outstanding} <> 0`,
    average: isPriced(o),
  };
};
