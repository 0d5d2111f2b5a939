// Price lines while they are being entered.
import { lineAmount } from '#schemas/core/money.ts';
import type { LineReason, PriceLine } from '#schemas/finance/lines.ts';
import type { Order } from '#schemas/orders/order.ts';

export interface DraftLine {
  readonly item: string | null;
  readonly quantity: number | null;
  readonly unitFen: number | null;
  /** As long as it is as it was worked out. */
  readonly reason?: LineReason | undefined;
}

/** What was entered before, when the order came back to this stage; else what the rates say; else one empty line. */
export function startLines(
  { finance }: Pick<Order, 'finance'>,
  proposed: readonly PriceLine[] = [],
): DraftLine[] {
  const before = finance.lines ?? [];
  const lines = before.length > 0 ? before : proposed;
  if (lines.length === 0) return [{ item: null, quantity: 1, unitFen: null }];
  return lines.map(({ item, quantity, unitFen, reason }) => ({
    ...{ item, quantity, reason },
    unitFen: isUnpriced({ unitFen, reason }) ? null : unitFen,
  }));
}

/** Extra work that was reported and for which there is no price: it has to be asked for. */
const isUnpriced = ({ unitFen, reason }: Pick<DraftLine, 'unitFen' | 'reason'>): boolean =>
  unitFen === 0 && reason?.rule === 'extra' && !reason.rate;

export const isWhole = ({ item, quantity, unitFen }: DraftLine): boolean =>
  item !== null && quantity !== null && unitFen !== null;

/** In fen; nothing while something is missing. */
export const amountOf = ({ quantity, unitFen }: DraftLine): number =>
  quantity === null || unitFen === null ? 0 : lineAmount(quantity, unitFen);

export function linesOf(drafts: readonly DraftLine[]): PriceLine[] {
  return drafts.flatMap((draft) => {
    const { item, quantity, unitFen, reason } = draft;
    if (item === null || quantity === null || unitFen === null) return [];
    return [{ item, quantity, unitFen, amountFen: amountOf(draft), ...(reason && { reason }) }];
  });
}

/** It is no longer as it was worked out, but for how much there was of what has an agreed price. */
export function changedLine(line: DraftLine, change: Partial<DraftLine>): DraftLine {
  const isStillAgreed = line.reason?.rule === 'extra' && Object.keys(change).join() === 'quantity';
  return { ...line, reason: isStillAgreed ? line.reason : undefined, ...change };
}
