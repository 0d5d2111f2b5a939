// Back, with a reason: from a stage to the one before, where nothing posted is ever changed, or to the outlet.
import { createSignal, Show, type JSX } from 'solid-js';
import { financeCan } from '#schemas/orders/can.ts';
import type { ProjectedOrder } from '../data/orders.ts';
import { useActor } from '../data/session.ts';
import { useFind } from '../orders/find.ts';
import { useStrings } from '../i18n/strings.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { financeStrings } from './strings.ts';
import { useDecision } from './use-decision.ts';

export function BackButton(props: {
  order: ProjectedOrder;
  type: 'reverse-finance' | 'send-back';
  onDone: () => void;
}): JSX.Element {
  const t = useStrings(financeStrings);
  const actor = useActor();
  const find = useFind();
  const [open, setOpen] = createSignal(false);
  const { busy, error, decide, offlineReason, clear } = useDecision(() => props.order.id);
  const words = () => t().back[props.type];
  const close = () => {
    setOpen(false);
    clear();
  };
  const goBack = async ({ note }: { readonly note: string }) => {
    if (!(await decide(props.type, { reason: note }, words().done))) return;
    close();
    props.onDone();
  };
  return (
    <Show when={financeCan(props.type, props.order, { actor, find }).can}>
      <div>
        <Button
          variant="ghost"
          size="small"
          busy={busy()}
          disabledReason={offlineReason()}
          onClick={() => setOpen(true)}
        >
          {words().action}
        </Button>
      </div>
      <ConfirmDialog
        open={open()}
        tone="danger"
        title={words().title}
        message={words().hint}
        confirmLabel={words().action}
        note="required"
        noteLabel={t().reason}
        error={error()}
        disabledReason={offlineReason()}
        onConfirm={goBack}
        onCancel={close}
      />
    </Show>
  );
}
