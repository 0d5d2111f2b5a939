// When a driver comes to hold cash: by what he reports, and by what is repaired of it.
import type { Command } from '../../orders/commands.ts';
import type { DecideContext, Find } from '../../orders/events.ts';
import type { Change, Order } from '../../orders/order.ts';
import { standingHandovers, type Collection, type TakenCash } from './cash.ts';

/** Money that came by another way than cash never was in the driver's hands. */
export const isCash = (method: string, find: Find): boolean => find('catalog', method)?.code === 'cash';

type Completion = Extract<Command, { type: 'complete' }>;
type Repair = Extract<Command, { type: 'repair-order' }>;

/** What a report makes of an order's cash, and whether a person has to look at it. */
interface Reported {
  readonly cash?: Collection;
  readonly flag?: 'cash-differs';
}

/**
 * Who holds how much after an order was completed. No report takes from what another driver holds, nor from what was
 * counted or posted: that is for a person to repair.
 * @param holder whoever drove, as far as that is known
 */
export function collectedBy(
  order: Order,
  { payload: { collectedFen, collectedMethod } }: Completion,
  holder: string | undefined,
  { find }: Pick<DecideContext, 'find'>,
): Reported {
  if (collectedFen === undefined) return {};
  const isElsewhere = collectedMethod !== undefined && !isCash(collectedMethod, find);
  const fen = isElsewhere ? 0 : collectedFen;
  const held = order.cash?.collectedFen ?? 0;
  const isOfAnother = held > 0 && holder !== undefined && holder !== order.cash?.driverId;
  if (isOfAnother) return fen > 0 ? { flag: 'cash-differs' } : {};
  if (fen < held && isSettled(order)) return { flag: 'cash-differs' };
  const cash = changed(order, holder, fen);
  return cash ? { cash } : {};
}

const isSettled = (order: Order): boolean => order.finance.stage === 'posted' || isCounted(order);

const isCounted = ({ cash }: Order): boolean => cash !== undefined && standingHandovers(cash).length > 0;

/** By what the driver said he was paid; undefined where he did not say. */
export const reportedMethod = ({ timeline }: Pick<Order, 'timeline'>): string | undefined =>
  timeline.findLast(({ collectedFen }) => collectedFen !== undefined)?.collectedMethod;

/** The same after a repair of the amount, or of who drove. */
export function collectedAfterRepair(
  order: Order,
  { payload: { patch } }: Repair,
  changes: readonly Change[],
  { find }: Pick<DecideContext, 'find'>,
): Collection | undefined {
  const touches = (name: string) => changes.some(({ field }) => field === name);
  const method = reportedMethod(order);
  const isElsewhere = method !== undefined && !isCash(method, find);
  const holder = touches('assignment') ? patch.assignment?.driverId : order.cash?.driverId;
  const fen = touches('collectedFen') && !isElsewhere ? patch.collectedFen : order.cash?.collectedFen;
  return fen === undefined ? undefined : changed(order, holder ?? order.assignment?.driverId, fen);
}

/** Whose cash was counted already stays whose it was. */
function changed(order: Order, holder: string | undefined, collectedFen: number): Collection | undefined {
  const { cash } = order;
  const driverId = isCounted(order) ? cash?.driverId : (holder ?? cash?.driverId);
  if (driverId === undefined || (!cash && collectedFen === 0)) return undefined;
  if (cash?.driverId === driverId && cash.collectedFen === collectedFen) return undefined;
  return { driverId, collectedFen };
}

/**
 * What a payment makes of the order's cash: it pays what was received in cash, and whatever of it pays nothing is the
 * customer's credit. Undefined where there is none.
 */
export function takenBy(
  { cash }: Pick<Order, 'cash'>,
  receivedFen: number,
  inCash: boolean,
): TakenCash | undefined {
  if (!cash || cash.collectedFen === 0) return undefined;
  const paysFen = inCash ? Math.min(cash.collectedFen, receivedFen) : 0;
  return { takenFen: cash.collectedFen, paysFen };
}
