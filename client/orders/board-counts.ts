// How many orders stand in each group, live.
import { createMemo, type Accessor } from 'solid-js';
import { awaitsDispatch } from '#schemas/orders/reservation.ts';
import { useOpenOrders, useOrders } from '../data/orders.ts';
import { useFormat } from '../ui/formatting.tsx';
import { closedAt, groups, type Group } from './board-query.ts';
import { missedTargets } from './late.ts';

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
  const format = useFormat();
  const all = useOpenOrders();
  const open = createMemo(() =>
    all
      .orders()
      .filter((order) => !awaitsDispatch(order) && (outlet() === undefined || order.outletId === outlet())),
  );
  const attention = useOrders(() => ({ attention: true, reserved: false, ...narrowed() }), {
    limit: 100,
    later: true,
  });
  const completed = useOrders(() => ({ statuses: groups.done.statuses, ...narrowed() }), {
    limit: 300,
    later: true,
  });
  const isClosedToday = useIsClosedToday();
  const among = (name: 'pending' | 'active') => () => {
    const statuses: readonly string[] = groups[name].statuses;
    return { count: open().filter(({ status }) => statuses.includes(status)).length, more: false };
  };
  return {
    pending: createMemo(among('pending')),
    active: createMemo(among('active')),
    late: createMemo(() => ({ count: missedTargets(open(), format.now()).length, more: false })),
    attention: () => ({ count: attention.orders().length, more: attention.hasMore() }),
    done: createMemo(() => ({ count: completed.orders().filter(isClosedToday).length, more: false })),
  };
}
