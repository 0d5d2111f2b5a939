// Who would not take an order that waits for somebody else now. Pure.
import type { Order, TimelineEntry } from '#schemas/orders/order.ts';

export type Declinable = Pick<Order, 'attention' | 'timeline'>;

/** Until it is given to somebody else. */
export const hasBeenDeclined = ({ attention }: Pick<Order, 'attention'>): boolean =>
  attention.some(({ code }) => code === 'declined');

/** Of all who were asked at once, or of the one who had it; none once it is given to somebody else. */
export function declinesOf(order: Declinable): readonly TimelineEntry[] {
  if (!hasBeenDeclined(order)) return [];
  const asked = order.timeline.findLastIndex(({ type }) => type === 'dispatch' || type === 'offer');
  return order.timeline.slice(asked + 1).filter(({ type }) => type === 'decline');
}
