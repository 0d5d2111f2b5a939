// 入賬核銷: what was received, and how.
import { createSignal, Show, type JSX } from 'solid-js';
import type { ProjectedOrder } from '../data/orders.ts';
import { useStrings } from '../i18n/strings.ts';
import { Banner } from '../ui/banner.tsx';
import { useFormat } from '../ui/formatting.tsx';
import { MoneyField } from '../ui/money-field.tsx';
import { Stack } from '../ui/page.tsx';
import { TextField } from '../ui/text-field.tsx';
import { DecisionFooter } from './decision-footer.tsx';
import { MethodSelect } from './method-select.tsx';
import { seenIn } from './seen.ts';
import { financeStrings } from './strings.ts';
import { useDecision } from './use-decision.ts';

export function PostForm(props: { order: ProjectedOrder; onDone: () => void }): JSX.Element {
  const t = useStrings(financeStrings);
  const format = useFormat();
  const [receivedFen, setReceived] = createSignal<number | null>(props.order.finance.amountFen ?? null);
  const [problem, setProblem] = createSignal<string>();
  const [method, setMethod] = createSignal<string | null>(props.order.finance.method ?? null);
  const [note, setNote] = createSignal('');
  const [tried, setTried] = createSignal(false);
  const { busy, error, decide, offlineReason } = useDecision(() => props.order.id);
  const difference = () => (receivedFen() ?? 0) - (props.order.finance.amountFen ?? 0);
  const differenceText = () => {
    if (receivedFen() === null || difference() === 0) return undefined;
    const money = format.money(Math.abs(difference()));
    return difference() < 0 ? t().short(money) : t().over(money);
  };
  const post = async () => {
    setTried(true);
    const [received, settlement, text] = [receivedFen(), method(), note().trim()];
    if (received === null || !settlement || (difference() !== 0 && !text)) return;
    const payload = {
      receivedFen: received,
      method: settlement,
      ...seenIn(props.order),
      ...(text && { note: text }),
    };
    if (await decide('post-payment', payload, t().done.post)) props.onDone();
  };
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <Stack>
        <Show when={props.order.cash?.collectedFen}>
          {(fen) => <Banner tone="info">{t().cashTaken(format.money(fen()))}</Banner>}
        </Show>
        <MoneyField
          label={t().received}
          required
          value={receivedFen()}
          error={problem() ?? (tried() && receivedFen() === null ? t().enterAmount : undefined)}
          onChange={(value, wrong) => {
            setReceived(value);
            setProblem(wrong);
          }}
        />
        <Show when={differenceText()}>{(text) => <Banner tone="warning">{text()}</Banner>}</Show>
        <MethodSelect value={method()} onChange={setMethod} tried={tried()} />
        <TextField
          label={difference() === 0 ? t().note : t().reason}
          required={difference() !== 0}
          value={note()}
          onInput={setNote}
          maxLength={500}
          error={tried() && difference() !== 0 && !note().trim() ? t().explainDifference : undefined}
        />
        <DecisionFooter
          order={props.order}
          type="post-payment"
          label={t().post}
          busy={busy()}
          error={error()}
          offlineReason={offlineReason()}
          onDecide={() => void post()}
        />
      </Stack>
    </form>
  );
}
