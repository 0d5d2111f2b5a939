// Which targets of open orders are missed just now, each by a key of its own.
import { runningClock } from '#schemas/orders/targets.ts';
import type { ProjectedOrder } from '../data/orders.ts';

/** @param now an ISO instant */
export const missedTargets = (orders: readonly ProjectedOrder[], now: string): readonly string[] =>
  orders.flatMap((order) => {
    const clock = runningClock(order, now);
    return clock?.state === 'missed' ? [`${order.id} ${clock.step}`] : [];
  });
