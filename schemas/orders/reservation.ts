// 預約訂單: an order for a time to come. Until somebody is sent it waits apart from the others, and calls for
// attention before it is due.
import type { Order } from './order.ts';

/** How long before its time somebody has to be sent. */
export const reminderMinutes = 30;

/** A reservation that nobody is sent to, or nobody any more. */
export const awaitsDispatch = ({ kind, status }: Pick<Order, 'kind' | 'status'>): boolean =>
  kind === 'reservation' && status === 'pending';

export type Due = 'later' | 'soon' | 'overdue';

/** @param now an ISO instant; a reservation without a time is due now */
export function dueOf({ scheduledAt }: Pick<Order, 'scheduledAt'>, now: string, lead = reminderMinutes): Due {
  const minutes = (Date.parse(scheduledAt ?? now) - Date.parse(now)) / 60_000;
  if (minutes <= 0) return 'overdue';
  return minutes <= lead ? 'soon' : 'later';
}
