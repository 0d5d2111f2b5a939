// Orders as the palette finds them, from the lines of all that this device holds.
import ClipboardList from 'lucide-solid/icons/clipboard-list';
import { createEffect, createMemo, createSignal, on, onCleanup, type Accessor } from 'solid-js';
import { may } from '#schemas/staff/permissions.ts';
import { useData } from '../../data/context.ts';
import type { IndexedOrder, OrdersFound } from '../../data/order-index.ts';
import { useStrings } from '../../i18n/strings.ts';
import { orderStrings } from '../../orders/strings.ts';
import { paletteStrings } from './strings.ts';
import type { Target } from './target.ts';

const limit = 8;
const nothing: OrdersFound = { orders: [], complete: true };

export interface OrderTargets {
  readonly targets: Accessor<readonly Target[]>;
  readonly complete: Accessor<boolean>;
}

export function useOrderTargets(query: Accessor<string>): OrderTargets {
  const { actor, orderIndex } = useData();
  const t = useStrings(paletteStrings);
  const words = useStrings(orderStrings);
  const [found, setFound] = createSignal(nothing);
  if (!may(actor, 'orders.view')) return { targets: () => [], complete: () => true };
  createEffect(
    on(query, (text) => {
      if (text.trim() === '') return setFound(nothing);
      const subscription = orderIndex.find(text, limit).subscribe(setFound);
      onCleanup(() => subscription.unsubscribe());
    }),
  );
  const page = may(actor, 'jobs.work') && !may(actor, 'orders.dispatch') ? '/jobs' : '/orders';
  const targetOf = ({ id, number, car, contact, status }: IndexedOrder): Target => ({
    ...{ id: `order:${id}`, icon: ClipboardList, href: `${page}/${id}` },
    label: `${car.plate} · ${number || t().unnumbered}`,
    detail: [contact.name, contact.phone, car.vin].filter(Boolean).join(' · '),
    note: words().status[status],
  });
  return {
    targets: createMemo(() => found().orders.map(targetOf)),
    complete: () => found().complete,
  };
}
