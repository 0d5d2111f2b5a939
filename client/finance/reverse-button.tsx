// Back one stage, with a reason: nothing posted is ever changed.
import { createSignal, Show, type JSX } from 'solid-js';
import { financeCan } from '#schemas/orders/can.ts';
import type { ProjectedOrder } from '../data/orders.ts';
import { useActor } from '../data/session.ts';
import { useStrings } from '../i18n/strings.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { financeStrings } from './strings.ts';
import { useDecision } from './use-decision.ts';

export function ReverseButton(props: { order: ProjectedOrder; onDone: () => void }): JSX.Element {
  const t = useStrings(financeStrings);
  const actor = useActor();
  const [open, setOpen] = createSignal(false);
  const { busy, error, decide, offlineReason } = useDecision(() => props.order.id);
  const reverse = async ({ note }: { readonly note: string }) => {
    if (!(await decide('reverse-finance', { reason: note }, t().done.reverse))) return;
    setOpen(false);
    props.onDone();
  };
  return (
    <Show when={financeCan('reverse-finance', props.order, actor).can}>
      <div>
        <Button
          variant="ghost"
          size="small"
          busy={busy()}
          disabledReason={offlineReason()}
          onClick={() => setOpen(true)}
        >
          {t().reverse}
        </Button>
      </div>
      <ConfirmDialog
        open={open()}
        tone="danger"
        title={t().reverseTitle}
        message={t().reverseHint}
        confirmLabel={t().reverse}
        note="required"
        noteLabel={t().reason}
        error={error()}
        onConfirm={reverse}
        onCancel={() => setOpen(false)}
      />
    </Show>
  );
}
