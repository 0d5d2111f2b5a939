// The orders whose drivers took cash, for components.
import { createMemo, type Accessor } from 'solid-js';
import type { Order } from '#schemas/orders/order.ts';
import { useOrders } from './orders.ts';
import { useActor } from './session.ts';

/** What a device holds of them lies within the days of its working set. */
const most = 5000;

export interface CashOrders {
  readonly orders: Accessor<readonly Order[]>;
  readonly loading: Accessor<boolean>;
}

export function useCashOrders(): CashOrders {
  const { orders, loading } = useOrders(() => ({ collected: true }), { limit: most });
  return { orders, loading };
}

/** Those whose cash the signed-in driver took himself. */
export function useOwnCash(): Accessor<readonly Order[]> {
  const actor = useActor();
  const { orders } = useCashOrders();
  return createMemo(() => orders().filter(({ cash }) => cash?.driverId === actor.id));
}
