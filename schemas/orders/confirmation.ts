// 結果確認: some customers have the last word on the result. They are asked once the order has ended, and again
// when it ended otherwise than they were told.
import type { OrderEvent } from './events.ts';
import { isOpen, type Order } from './order.ts';

type Confirmation = NonNullable<Order['confirmation']>;

/** A day and the insurer's own file is closed. */
const patienceMs = 24 * 3_600_000;

/** Whether the third party has kept us waiting for longer than usual. */
export function isOverdue({ confirmation }: Pick<Order, 'confirmation'>, now: number): boolean {
  const since = confirmation?.state === 'waiting' ? confirmation.since : undefined;
  return since !== undefined && now - Date.parse(since) > patienceMs;
}

/** What the event does to the confirmation; the order is as it is after the event. */
export function confirmationAfter(order: Order, event: OrderEvent): Confirmation | undefined {
  if (event.type === 'confirm-result') return confirmed(order, event);
  if (event.awaitsConfirmation === false) return undefined;
  const isNew = event.awaitsConfirmation === true;
  if (!isNew && (!order.confirmation || !event.status)) return order.confirmation;
  return isEnded(order) ? { state: 'waiting', since: event.recordedAt } : { state: 'expected' };
}

/** A voided order counts for nothing: there is nothing to be confirmed. */
const isEnded = ({ status }: Order) => !isOpen(status) && status !== 'voided';

/** Said again it changes the word; from when on it was waited for stays. */
function confirmed(
  { confirmation }: Order,
  { payload: { returnRemark, outcome }, by, recordedAt }: Extract<OrderEvent, { type: 'confirm-result' }>,
): Confirmation {
  const since = confirmation?.since;
  return {
    state: 'confirmed',
    ...(since && { since }),
    returnRemark,
    ...(outcome && { outcome }),
    by,
    at: recordedAt,
  };
}
