// One order through all three stages without leaving it. Each is still decided, and recorded, by itself.
import { createEffect, createSignal, on, Show, type JSX } from 'solid-js';
import type { FinanceStage } from '#schemas/orders/order.ts';
import type { ProjectedOrder } from '../data/orders.ts';
import { LoadingState } from '../ui/states.tsx';
import { Stack } from '../ui/page.tsx';
import { FinancePanel } from './finance-panel.tsx';

export function OneStopPanel(props: { order: ProjectedOrder; onPosted: () => void }): JSX.Element {
  const stage = () => props.order.finance.stage;
  // The verdict may be here before the order is: what was decided is not offered once more meanwhile.
  const [decided, setDecided] = createSignal<FinanceStage>();
  createEffect(on(stage, () => setDecided()));
  const done = (from?: FinanceStage) => {
    if (!from || from === 'priced') return props.onPosted();
    if (from === stage()) setDecided(from);
  };
  return (
    <Stack>
      <Show when={decided() !== stage()} fallback={<LoadingState rows={4} />}>
        <FinancePanel order={props.order} onDone={done} />
      </Show>
    </Stack>
  );
}
