// When a reservation is due, as people look for it, and what they are reminded of. The clock comes in.
import type { Order } from '#schemas/orders/order.ts';
import { dueOf } from '#schemas/orders/reservation.ts';

export const whens = ['overdue', 'today', 'tomorrow', 'later'] as const;
export type When = (typeof whens)[number];

interface Clock {
  /** ISO UTC. */
  readonly now: () => string;
  /** The day of an instant where the company is. */
  readonly date: (iso: string) => string;
}

const dayMs = 86_400_000;

export function whenOf(order: Pick<Order, 'scheduledAt'>, { now, date }: Clock): When {
  if (dueOf(order, now()) === 'overdue') return 'overdue';
  const day = date(order.scheduledAt ?? now());
  if (day === date(now())) return 'today';
  const tomorrow = date(new Date(Date.parse(now()) + dayMs).toISOString());
  return day === tomorrow ? 'tomorrow' : 'later';
}

export interface Reminder<O> {
  /** Told once: as long as neither the order's time nor how pressing it is changes. */
  readonly key: string;
  readonly order: O;
  readonly due: 'soon' | 'overdue';
}

/** What is due, the most pressing first. */
export function remindersOf<O extends Pick<Order, 'id' | 'scheduledAt'>>(
  orders: readonly O[],
  now: string,
): readonly Reminder<O>[] {
  return [...orders]
    .sort((a, b) => (a.scheduledAt ?? '').localeCompare(b.scheduledAt ?? ''))
    .flatMap((order) => {
      const due = dueOf(order, now);
      return due === 'later' ? [] : [{ key: `${order.id} ${order.scheduledAt ?? ''} ${due}`, order, due }];
    });
}
