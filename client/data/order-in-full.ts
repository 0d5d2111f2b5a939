// One order wherever it is: as this device holds it, live and with what is unsent, else as the server has it. What only
// the server knows comes beside it while there is a network.
import { createEffect, createMemo, createSignal, on, type Accessor } from 'solid-js';
import type { OrderInFull } from '#schemas/orders/search.ts';
import { useDeps } from '../app/deps.tsx';
import { stateAfter, type AnswerState } from './answer.ts';
import { asShown } from './order-search.ts';
import { useOrder, type ProjectedOrder } from './orders.ts';

export interface OrderAnywhere {
  readonly order: Accessor<ProjectedOrder | undefined>;
  /** This device holds it: whatever can be done with it can be done here. */
  readonly isHeld: Accessor<boolean>;
  readonly loading: Accessor<boolean>;
  /** What the server says of it; undefined until it has. */
  readonly full: Accessor<OrderInFull | undefined>;
  readonly state: Accessor<AnswerState>;
  /** Asks the server again. */
  refresh(): void;
}

export function useOrderAnywhere(id: Accessor<string>): OrderAnywhere {
  const { http } = useDeps();
  const held = useOrder(id);
  const [full, setFull] = createSignal<OrderInFull>();
  const [state, setState] = createSignal<AnswerState>('loading');
  let asked = 0;
  const ask = async (): Promise<void> => {
    const mine = ++asked;
    const answer = await http.getJson(`/api/orders/${encodeURIComponent(id())}`);
    if (mine !== asked) return;
    if (!answer.ok) return void setState(stateAfter(answer.error));
    setFull(answer.value as OrderInFull);
    setState('ready');
  };
  createEffect(
    on(id, () => {
      setFull();
      setState('loading');
      void ask();
    }),
  );
  // Another step, another device that it came from.
  createEffect(
    on(
      () => held.order()?.version,
      () => state() !== 'loading' && void ask(),
      { defer: true },
    ),
  );
  const remote = createMemo(() => {
    const order = full()?.order;
    return order?.id === id() ? asShown(order) : undefined;
  });
  return {
    order: () => held.order() ?? remote(),
    isHeld: () => held.order() !== undefined,
    loading: () => held.loading() || (held.order() === undefined && state() === 'loading'),
    ...{ full, state, refresh: () => void ask() },
  };
}
