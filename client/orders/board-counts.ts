// How many orders stand in each group, live.
import { createMemo, type Accessor } from 'solid-js';
import { useOpenCounts, useOrders } from '../data/orders.ts';
import { useFormat } from '../ui/formatting.tsx';
import { closedAt, groups, type Group } from './board-query.ts';

export interface GroupCount {
  readonly count: number;
  /** There are more than were counted. */
  readonly more: boolean;
}
export type GroupCounts = Readonly<Record<Group, Accessor<GroupCount>>>;

/** Whether the order was closed on the company's today. */
export function useIsClosedToday(): (order: Parameters<typeof closedAt>[0]) => boolean {
  const format = useFormat();
  const today = createMemo(() => format.date(format.now()));
  return (order) => format.date(closedAt(order)) === today();
}

export function useGroupCounts(outletId: Accessor<string | null>): GroupCounts {
  const outlet = createMemo(() => outletId() ?? undefined);
  const narrowed = () => (outlet() === undefined ? {} : { outletId: outlet() ?? '' });
  const open = useOpenCounts(outlet);
  const attention = useOrders(() => ({ attention: true, reserved: false, ...narrowed() }), { limit: 100 });
  const completed = useOrders(() => ({ statuses: groups.done.statuses, ...narrowed() }), { limit: 300 });
  const isClosedToday = useIsClosedToday();
  const sum = (name: 'pending' | 'active') => () => ({
    count: groups[name].statuses.reduce((total, status) => total + (open().get(status) ?? 0), 0),
    more: false,
  });
  return {
    pending: createMemo(sum('pending')),
    active: createMemo(sum('active')),
    attention: () => ({ count: attention.orders().length, more: attention.hasMore() }),
    done: createMemo(() => ({ count: completed.orders().filter(isClosedToday).length, more: false })),
  };
}
