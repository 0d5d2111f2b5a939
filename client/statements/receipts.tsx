// What was received for a statement; a receipt is reversed with a reason, and stays where it is.
import { createSignal, For, Show, type JSX } from 'solid-js';
import { statementPermission } from '#schemas/finance/statements/decide.ts';
import type { Receipt, Statement } from '#schemas/finance/statements/statement.ts';
import { may } from '#schemas/staff/permissions.ts';
import { useActor } from '../data/session.ts';
import { useDecision } from '../finance/use-decision.ts';
import { useStrings } from '../i18n/strings.ts';
import { useNames } from '../orders/names.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { useFormat } from '../ui/formatting.tsx';
import css from './statements.module.css';
import { statementStrings } from './strings.ts';

export function Receipts(props: { statement: Statement }): JSX.Element {
  const t = useStrings(statementStrings);
  const decision = useDecision(() => props.statement.id);
  const [reversing, setReversing] = createSignal<string>();
  const reverse = async (reason: string): Promise<void> => {
    const payload = { receiptId: reversing() ?? '', reason };
    if (await decision.decide('reverse-receipt', payload, t().receipts.done)) setReversing();
  };
  return (
    <>
      <Show
        when={props.statement.receipts.length > 0}
        fallback={<p class={css.muted}>{t().receipts.none}</p>}
      >
        <ul class={css.receipts}>
          <For each={props.statement.receipts}>
            {(receipt) => (
              <ReceiptRow
                receipt={receipt}
                offlineReason={decision.offlineReason()}
                onReverse={() => (decision.clear(), setReversing(receipt.id))}
              />
            )}
          </For>
        </ul>
      </Show>
      <ConfirmDialog
        open={reversing() !== undefined}
        tone="danger"
        title={t().receipts.reverse}
        message={t().receipts.reverseHint}
        confirmLabel={t().receipts.reverse}
        note="required"
        noteLabel={t().reason}
        error={decision.error()}
        disabledReason={decision.offlineReason()}
        onConfirm={({ note }) => reverse(note)}
        onCancel={() => setReversing()}
      />
    </>
  );
}

function ReceiptRow(props: {
  receipt: Receipt;
  offlineReason: string | undefined;
  onReverse: () => void;
}): JSX.Element {
  const t = useStrings(statementStrings);
  const actor = useActor();
  const names = useNames();
  const format = useFormat();
  const facts = () => {
    const { receipt } = props;
    const { overFen, waivedFen } = receipt;
    return [
      names.catalog(receipt.method),
      names.staff(receipt.by),
      t().receipts.orders(receipt.allocations.length),
      overFen > 0 && t().receipts.over(format.money(overFen)),
      waivedFen > 0 && t().receipts.waived(format.money(waivedFen)),
    ]
      .filter(Boolean)
      .join(' · ');
  };
  const mayReverse = () => !props.receipt.reversed && may(actor, statementPermission['reverse-receipt']);
  return (
    <li class={css.receipt}>
      <div class={css.cardLine}>
        <strong classList={{ [css.reversed ?? '']: props.receipt.reversed !== undefined }}>
          {format.money(props.receipt.amountFen)}
        </strong>
        <span>{props.receipt.receivedOn}</span>
        <Show when={props.receipt.reversed}>
          <Badge tone="warning">{t().receipts.reversed}</Badge>
        </Show>
        <Show when={mayReverse()}>
          <span class={css.amount}>
            <Button
              size="small"
              variant="ghost"
              disabledReason={props.offlineReason}
              onClick={() => props.onReverse()}
            >
              {t().receipts.reverse}
            </Button>
          </span>
        </Show>
      </div>
      <div class={css.muted}>{facts()}</div>
      <For each={[props.receipt.note, props.receipt.reason, props.receipt.reversed?.reason].filter(Boolean)}>
        {(words) => <div class={css.muted}>{words}</div>}
      </For>
    </li>
  );
}
