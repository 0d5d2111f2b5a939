// 補收、退款: what was posted short comes later, what was paid too much goes back.
import { createSignal, type JSX } from 'solid-js';
import { restOf } from '#schemas/finance/rest.ts';
import type { ProjectedOrder } from '../data/orders.ts';
import { useStrings } from '../i18n/strings.ts';
import { Banner } from '../ui/banner.tsx';
import { useFormat } from '../ui/formatting.tsx';
import { MoneyField } from '../ui/money-field.tsx';
import { Stack } from '../ui/page.tsx';
import { TextField } from '../ui/text-field.tsx';
import { DecisionFooter } from './decision-footer.tsx';
import { MethodSelect } from './method-select.tsx';
import { financeStrings } from './strings.ts';
import { useDecision } from './use-decision.ts';

export function RestForm(props: { order: ProjectedOrder; onDone: () => void }): JSX.Element {
  const t = useStrings(financeStrings);
  const format = useFormat();
  const isBack = () => restOf(props.order) < 0;
  const openFen = () => Math.abs(restOf(props.order));
  const words = () => (isBack() ? t().rest.back : t().rest.short);
  const [fen, setFen] = createSignal<number | null>(openFen());
  const [problem, setProblem] = createSignal<string>();
  const [method, setMethod] = createSignal<string | null>(props.order.finance.method ?? null);
  const [note, setNote] = createSignal('');
  const [tried, setTried] = createSignal(false);
  const { busy, error, decide, offlineReason } = useDecision(() => props.order.id);
  const explains = () => fen() !== openFen();
  const settle = async () => {
    setTried(true);
    const [received, settlement, text] = [fen(), method(), note().trim()];
    if (!received || !settlement || problem() || (explains() && !text)) return;
    const payload = {
      receivedFen: isBack() ? -received : received,
      method: settlement,
      seenReceivedFen: props.order.finance.receivedFen ?? 0,
      ...(text && { note: text }),
    };
    if (await decide('settle-rest', payload, words().done)) props.onDone();
  };
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <Stack>
        <Banner tone="warning">{words().open(format.money(openFen()))}</Banner>
        <MoneyField
          label={words().amount}
          required
          min={1}
          max={isBack() ? openFen() : undefined}
          value={fen()}
          error={problem() ?? (tried() && !fen() ? t().enterAmount : undefined)}
          onChange={(value, wrong) => {
            setFen(value);
            setProblem(wrong);
          }}
        />
        <MethodSelect value={method()} onChange={setMethod} tried={tried()} />
        <TextField
          label={explains() ? t().reason : t().note}
          required={explains()}
          value={note()}
          onInput={setNote}
          maxLength={500}
          error={tried() && explains() && !note().trim() ? t().rest.explain : undefined}
        />
        <DecisionFooter
          order={props.order}
          type="settle-rest"
          label={words().settle}
          busy={busy()}
          error={error()}
          offlineReason={offlineReason()}
          onDecide={() => void settle()}
        />
      </Stack>
    </form>
  );
}
