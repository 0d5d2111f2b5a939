// What is being entered of one order's extra work and outlays, by whoever closes it. Another order begins anew; a
// dialog that was closed by accident has it still.
import { createEffect, createSignal, on, untrack, type Accessor } from 'solid-js';
import type { WorkReported } from '#schemas/orders/work-reported.ts';
import { nothing, reportOf, type Draft } from './draft.ts';

export interface WorkDraft {
  readonly draft: Accessor<Draft>;
  readonly change: (changed: (draft: Draft) => Draft) => void;
  /** Whether what is missing is to be said. */
  readonly tried: Accessor<boolean>;
  /** For the command; undefined while something is missing, which is said from then on. */
  readonly report: () => WorkReported | undefined;
}

export function useWorkDraft(orderId: Accessor<string>): WorkDraft {
  const [draft, setDraft] = createSignal<Draft>(nothing);
  const [tried, setTried] = createSignal(false);
  createEffect(
    on(
      orderId,
      () => {
        setDraft(nothing);
        setTried(false);
      },
      { defer: true },
    ),
  );
  const report = () => {
    setTried(true);
    return reportOf(untrack(draft));
  };
  return { draft, change: setDraft, tried, report };
}
