// When a reservation is due, as people look for it, and what they are reminded of. The clock comes in.
import type { Order } from '#schemas/orders/order.ts';
import { dueOf, reminderMinutes } from '#schemas/orders/reservation.ts';

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

/** Minutes before its time, among which each person chooses when a reservation calls for attention. */
export const leads = [15, 30, 60, 120] as const;

/** What is kept, where it makes sense; else as for whoever has chosen nothing. */
export const readLead = (stored: string | null): number =>
  leads.find((minutes) => String(minutes) === stored) ?? reminderMinutes;

export interface Reminder<O> {
  /** Told once: as long as neither the order's time nor how pressing it is changes. */
  readonly key: string;
  readonly order: O;
  readonly due: 'soon' | 'overdue';
}

/**
 * What is due, the most pressing first.
 * @param lead minutes before its time
 */
export function remindersOf<O extends Pick<Order, 'id' | 'scheduledAt'>>(
  orders: readonly O[],
  now: string,
  lead: number,
): readonly Reminder<O>[] {
  return [...orders]
    .sort((a, b) => (a.scheduledAt ?? '').localeCompare(b.scheduledAt ?? ''))
    .flatMap((order) => {
      const due = dueOf(order, now, lead);
      return due === 'later' ? [] : [{ key: `${order.id} ${order.scheduledAt ?? ''} ${due}`, order, due }];
    });
}
