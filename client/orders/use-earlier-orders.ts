// Earlier orders of whoever calls: what the device holds at once, and of all time what the server finds, asked for
// once typing has paused. Without a network, or refused, it is the device alone.
import { createEffect, createMemo, createSignal, on, onCleanup, type Accessor } from 'solid-js';
import { equalJson } from '#schemas/core/equal.ts';
import { writeSearch, type OrdersFoundPage } from '#schemas/orders/search.ts';
import { useDeps } from '../app/deps.tsx';
import { asShown } from '../data/order-search.ts';
import { useOrders, type ProjectedOrder } from '../data/orders.ts';
import { useMay } from '../data/session.ts';
import { useSync } from '../data/sync-state.ts';
import { createSettled } from '../ui/settled.ts';
import type { Draft } from './draft.ts';
import { termsOf } from './known-callers.ts';

/** More of one caller's orders are not worth their bytes; the newest come first. */
const asked = 20;

type Term = ReturnType<typeof termsOf>[number];

export function useEarlierOrders(draft: Accessor<Draft>): Accessor<readonly ProjectedOrder[]> {
  const terms = createMemo(() => termsOf(draft()), undefined, { equals: equalJson });
  const settled = createSettled(terms);
  const found = useFoundByServer(settled);
  const held = createMemo(() =>
    settled().map(({ term }) => useOrders(() => ({ text: term }), { limit: asked })),
  );
  return createMemo(() => [...held().flatMap((list) => list.orders()), ...found()]);
}

/** One request at a time, each term once; what was found for one stays while the others are typed. */
function useFoundByServer(terms: Accessor<readonly Term[]>): Accessor<readonly ProjectedOrder[]> {
  const { http } = useDeps();
  const { online } = useSync();
  const may = useMay();
  const [found, setFound] = createSignal<readonly ProjectedOrder[]>([]);
  const known = new Set<string>();
  let latest = 0;
  const ask = async (wanted: readonly Term[]): Promise<void> => {
    const mine = ++latest;
    for (const { by, term } of wanted) {
      if (mine !== latest) return;
      if (known.has(term)) continue;
      const search = new URLSearchParams([...writeSearch({ [by]: term }), ['limit', String(asked)]]);
      const answer = await http.getJson(`/api/orders/search?${search}`);
      if (!answer.ok) return;
      known.add(term);
      const { orders } = answer.value as OrdersFoundPage;
      setFound((before) => [...before, ...orders.map(asShown)]);
    }
  };
  createEffect(
    on([terms, online], ([wanted, isOnline]) => {
      if (isOnline && may('orders.view')) void ask(wanted);
    }),
  );
  onCleanup(() => (latest += 1));
  return found;
}
