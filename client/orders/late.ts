// Which targets of open orders are missed just now, each by a key of its own.
import { runningClock } from '#schemas/orders/targets.ts';
import type { ProjectedOrder } from '../data/orders.ts';

/** @param now an ISO instant */
export const isLate = (order: ProjectedOrder, now: string): boolean =>
  runningClock(order, now)?.state === 'missed';

/** @param now an ISO instant */
export const missedTargets = (orders: readonly ProjectedOrder[], now: string): readonly string[] =>
  orders
    .filter((order) => isLate(order, now))
    .map((order) => `${order.id} ${runningClock(order, now)?.step}`);
