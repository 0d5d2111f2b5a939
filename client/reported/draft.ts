// Extra work and outlays while they are being entered. Pure.
import type { Reportable } from '#schemas/finance/pricing/reportable.ts';
import { mostReported, quantityBounds, type WorkReported } from '#schemas/orders/work-reported.ts';

export interface Row {
  readonly item: string;
  /** A quantity, or fen; null while it cannot be read or nothing was entered. */
  readonly value: number | null;
  /** Why it cannot be read. */
  readonly problem?: string | undefined;
}

export type Draft = Readonly<Record<Reportable, readonly Row[]>>;

export const nothing: Draft = { extras: [], outlays: [] };

/** What is chosen again is one more of it; of outlays it is another one, with an amount of its own. */
export function withItem(draft: Draft, kind: Reportable, item: string): Draft {
  const rows = draft[kind];
  const place = kind === 'extras' ? rows.findIndex((row) => row.item === item) : -1;
  if (place >= 0) return withRow(draft, kind, place, { value: stepped(rows[place]?.value ?? 0, 1) });
  if (rows.length >= mostReported) return draft;
  return { ...draft, [kind]: [...rows, { item, value: kind === 'extras' ? 1 : null }] };
}

export const withRow = (draft: Draft, kind: Reportable, place: number, change: Partial<Row>): Draft => ({
  ...draft,
  [kind]: draft[kind].map((row, at) => (at === place ? { ...row, problem: undefined, ...change } : row)),
});

export const withoutRow = (draft: Draft, kind: Reportable, place: number): Draft => ({
  ...draft,
  [kind]: draft[kind].filter((_, at) => at !== place),
});

/** One more or less of it, and never nothing: for that a row is taken away. */
export function stepped(value: number | null, by: 1 | -1): number {
  const next = toThousandths((value ?? 0) + by);
  return next <= 0 ? (value ?? 1) : Math.min(next, quantityBounds.maximum);
}

/** Undefined while something is missing. What there was nothing of is not told. */
export function reportOf({ extras, outlays }: Draft): WorkReported | undefined {
  if ([...extras, ...outlays].some(({ value }) => value === null)) return undefined;
  const told = (rows: readonly Row[]) => rows.map(({ item, value }) => [item, value ?? 0] as const);
  return {
    ...(extras.length > 0 && {
      extras: told(extras).map(([item, value]) => ({ item, quantity: toThousandths(value) })),
    }),
    ...(outlays.length > 0 && {
      outlays: told(outlays).map(([item, amountFen]) => ({ item, amountFen })),
    }),
  };
}

const toThousandths = (value: number): number => Math.round(value * 1000) / 1000;
