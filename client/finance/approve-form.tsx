// 核價: the price another person verified becomes final.
import { createSignal, type JSX } from 'solid-js';
import type { ProjectedOrder } from '../data/orders.ts';
import { useStrings } from '../i18n/strings.ts';
import { MoneyField } from '../ui/money-field.tsx';
import { Stack } from '../ui/page.tsx';
import { TextField } from '../ui/text-field.tsx';
import { DecisionFooter } from './decision-footer.tsx';
import { seenIn } from './seen.ts';
import { financeStrings } from './strings.ts';
import { useDecision } from './use-decision.ts';

export function ApproveForm(props: { order: ProjectedOrder; onDone: () => void }): JSX.Element {
  const t = useStrings(financeStrings);
  const [amountFen, setAmount] = createSignal<number | null>(props.order.finance.amountFen ?? null);
  const [problem, setProblem] = createSignal<string>();
  const [note, setNote] = createSignal('');
  const [tried, setTried] = createSignal(false);
  const { busy, error, decide, offlineReason } = useDecision(() => props.order.id);
  const approve = async () => {
    setTried(true);
    const amount = amountFen();
    if (amount === null) return;
    const text = note().trim();
    const payload = { amountFen: amount, ...seenIn(props.order), ...(text && { note: text }) };
    if (await decide('approve-price', payload, t().done.approve)) props.onDone();
  };
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <Stack>
        <MoneyField
          label={t().approvedAmount}
          required
          value={amountFen()}
          error={problem() ?? (tried() && amountFen() === null ? t().enterAmount : undefined)}
          onChange={(value, wrong) => {
            setAmount(value);
            setProblem(wrong);
          }}
        />
        <TextField label={t().note} value={note()} onInput={setNote} maxLength={500} />
        <DecisionFooter
          order={props.order}
          type="approve-price"
          label={t().approve}
          busy={busy()}
          error={error()}
          offlineReason={offlineReason()}
          onDecide={() => void approve()}
        />
      </Stack>
    </form>
  );
}
