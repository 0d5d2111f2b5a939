// 經營報表: what was done and earned in a stretch of time, by customer, service, outlet, vehicle, driver, month or
// reason. An order counts when it was taken.
import Type from 'typebox';
import { Id, Instant } from '../core/types.ts';

export const reportDimensions = [
  'customer',
  'service',
  'outlet',
  'vehicle',
  'driver',
  'month',
  'reason',
] as const;
export type ReportDimension = (typeof reportDimensions)[number];

export const ReportQuery = Type.Object(
  {
    by: Type.Enum([...reportDimensions]),
    /** Taken from the first on and before the second; without them, all. */
    from: Type.Optional(Instant),
    to: Type.Optional(Instant),
    outlet: Type.Optional(Id),
    customer: Type.Optional(Id),
    service: Type.Optional(Id),
  },
  { additionalProperties: false },
);
export type ReportQuery = Type.Static<typeof ReportQuery>;

/** Counts are of orders, money is fen. */
export interface Figures {
  readonly orders: number;
  readonly completed: number;
  readonly emptyRuns: number;
  readonly voided: number;
  /** Prices that were approved. */
  readonly revenueFen: number;
  /** What of them was paid to others: tolls, parking. */
  readonly outlayFen: number;
  readonly receivedFen: number;
  /** Neither voided nor with an approved price yet. */
  readonly unpriced: number;
  /** Orders whose time target was kept, and those it could be kept on. */
  readonly accepted: number;
  readonly acceptTimed: number;
  readonly arrived: number;
  readonly arriveTimed: number;
  readonly finished: number;
  readonly finishTimed: number;
}

export const figureNames = [
  'orders',
  'completed',
  'emptyRuns',
  'voided',
  'revenueFen',
  'outlayFen',
  'receivedFen',
  'unpriced',
  'accepted',
  'acceptTimed',
  'arrived',
  'arriveTimed',
  'finished',
  'finishTimed',
] as const satisfies readonly (keyof Figures)[];

export interface ReportRow extends Figures {
  /** An id, a month 2026-03, or a reason's text; empty where there is none. */
  readonly key: string;
}

export interface ReportPeriod extends Figures {
  /** 2026-03-05 or 2026-03, in the company's zone. */
  readonly period: string;
}

export interface Report {
  /** ISO instant. */
  readonly asOf: string;
  readonly by: ReportDimension;
  /** False while orders are still being counted for the first time. */
  readonly isComplete: boolean;
  readonly rows: readonly ReportRow[];
  /** In order; days without orders are left out. */
  readonly periods: readonly ReportPeriod[];
}

/** What is left of the prices after what was paid to others, in fen. */
export const marginOf = ({ revenueFen, outlayFen }: Figures): number => revenueFen - outlayFen;

/** What is still to come in, in fen. */
export const outstandingOf = ({ revenueFen, receivedFen }: Figures): number => revenueFen - receivedFen;

/** Between 0 and 1; undefined where nothing was timed. */
export const shareOf = (kept: number, timed: number): number | undefined =>
  timed === 0 ? undefined : kept / timed;

export function totalOf(rows: readonly Figures[]): Figures {
  const sums = figureNames.map((name) => [name, rows.reduce((sum, row) => sum + row[name], 0)] as const);
  return Object.fromEntries(sums) as unknown as Figures;
}
