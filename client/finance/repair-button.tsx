// 財務數據修復 of what is in the books. Of an order on a statement the dialog says on which, and leads there.
import { createSignal, Show, type JSX } from 'solid-js';
import { may, seesOutlet } from '#schemas/staff/permissions.ts';
import type { ProjectedOrder } from '../data/orders.ts';
import { useActor } from '../data/session.ts';
import { useSync } from '../data/sync-state.ts';
import { useStrings } from '../i18n/strings.ts';
import { Button } from '../ui/button.tsx';
import { mistakesOf } from './repair-draft.ts';
import { FinanceRepairDialog } from './repair-dialog.tsx';
import { repairStrings } from './repair-strings.ts';
import { financeStrings } from './strings.ts';

export function RepairButton(props: { order: ProjectedOrder }): JSX.Element {
  const t = useStrings(repairStrings);
  const words = useStrings(financeStrings);
  const actor = useActor();
  const sync = useSync();
  const [open, setOpen] = createSignal(false);
  const mayRepair = () =>
    may(actor, 'finance.repair') &&
    seesOutlet(actor, props.order.outletId) &&
    mistakesOf(props.order).length > 0;
  const whyNot = () => (sync.online() ? undefined : words().needsServer);
  return (
    <Show when={mayRepair()}>
      <div>
        <Button variant="ghost" size="small" disabledReason={whyNot()} onClick={() => setOpen(true)}>
          {t().action}
        </Button>
      </div>
      <Show when={open()}>
        <FinanceRepairDialog order={props.order} onClose={() => setOpen(false)} />
      </Show>
    </Show>
  );
}
