// What the reports count of one order. Worked out here, by the same rules as everywhere, and stored beside the order,
// so that a report of a million orders adds columns up and reads no order.
import type { Order } from '../orders/order.ts';
import { clocksOf } from '../orders/targets.ts';
import type { TargetStep } from '../orders/target-fields.ts';

/** Price items that the company pays to somebody else and passes on. */
export const outlayCodes: readonly string[] = ['toll', 'parking'];

/** Goes up with every change of these rules: what was stored by older ones is worked out anew. */
export const figuresRules = 2;

export interface OrderFigures {
  /** The price as it stands in the books, in fen; 0 until it is approved. */
  readonly revenueFen: number;
  /** What of it was paid to others, in fen. */
  readonly outlayFen: number;
  /** What has come in and was posted, in fen. */
  readonly receivedFen: number;
  /** Whether a time target was kept; absent while it is open and where there was none. */
  readonly kept: Partial<Record<TargetStep, boolean>>;
  /** Why it was voided or driven for nothing. */
  readonly reason?: string;
}

/** @param outlayItems ids of the catalog's items of `outlayCodes` */
export function figuresOf(order: Order, outlayItems: ReadonlySet<string>): OrderFigures {
  const { stage, amountFen = 0, receivedFen = 0, lines = [] } = order.finance;
  const isBooked = stage === 'priced' || stage === 'posted';
  const outlays = lines.filter(({ item, reason }) => reason?.rule === 'outlay' || outlayItems.has(item));
  const reason = reasonOf(order);
  return {
    revenueFen: isBooked ? amountFen : 0,
    outlayFen: isBooked ? outlays.reduce((sum, line) => sum + line.amountFen, 0) : 0,
    receivedFen: stage === 'posted' ? receivedFen : 0,
    kept: keptTargets(order),
    ...(reason && { reason }),
  };
}

function keptTargets(order: Order): Partial<Record<TargetStep, boolean>> {
  // What is not done is not counted, so the time does not matter.
  const done = clocksOf(order, order.createdAt).filter(({ doneAt }) => doneAt !== undefined);
  return Object.fromEntries(done.map(({ step, state }) => [step, state === 'met']));
}

function reasonOf({ status, timeline }: Order): string | undefined {
  if (status !== 'voided' && status !== 'empty-run') return undefined;
  const type = status === 'voided' ? 'void' : 'empty-run';
  // A repair that made it one says why as well.
  return timeline.findLast((entry) => entry.type === type || entry.status === status)?.reason;
}
