// What of an order draws the eye, in the table as in the columns.
import { isOfferOver } from '#schemas/orders/offer.ts';
import { runningClock } from '#schemas/orders/targets.ts';
import type { ProjectedOrder } from '../data/orders.ts';
import { isFresh } from './fresh.ts';

/** @param now an ISO instant */
export function toneOf(order: ProjectedOrder, now: string): 'danger' | 'warning' | 'muted' | undefined {
  const { id, attention, status, offer } = order;
  const clock = runningClock(order, now)?.state;
  if (attention.length > 0 || clock === 'missed') return 'danger';
  if (offer && isOfferOver(offer, now)) return 'warning';
  if (clock === 'near' || (status === 'pending' && isFresh(id))) return 'warning';
  return status === 'voided' ? 'muted' : undefined;
}
