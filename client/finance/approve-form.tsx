// 核價: the price another person verified becomes final, as it is or with other lines.
import { createSignal, Show, type JSX } from 'solid-js';
import { equalJson } from '#schemas/core/equal.ts';
import { totalFen } from '#schemas/core/money.ts';
import type { ProjectedOrder } from '../data/orders.ts';
import { useStrings } from '../i18n/strings.ts';
import { Button } from '../ui/button.tsx';
import { MoneyField } from '../ui/money-field.tsx';
import { Stack } from '../ui/page.tsx';
import { TextField } from '../ui/text-field.tsx';
import { DecisionFooter } from './decision-footer.tsx';
import { isWhole, linesOf, startLines, type DraftLine } from './draft-lines.ts';
import { LinesEditor } from './lines-editor.tsx';
import { useProposal } from './proposal.ts';
import { seenIn } from './seen.ts';
import { financeStrings } from './strings.ts';
import { useDecision } from './use-decision.ts';

export function ApproveForm(props: { order: ProjectedOrder; onDone: () => void }): JSX.Element {
  const t = useStrings(financeStrings);
  const proposal = useProposal(() => props.order);
  const [entered, setEntered] = createSignal<number | null>(props.order.finance.amountFen ?? null);
  const [drafts, setDrafts] = createSignal<readonly DraftLine[]>();
  const [problem, setProblem] = createSignal<string>();
  const [note, setNote] = createSignal('');
  const [tried, setTried] = createSignal(false);
  const { busy, error, decide, offlineReason } = useDecision(() => props.order.id);
  const verified = () => props.order.finance.lines ?? [];
  const lines = () => linesOf(drafts() ?? []);
  const amountFen = () => (drafts() ? totalFen(lines()) : entered());
  const isOther = () => amountFen() !== props.order.finance.amountFen;
  const isReady = () => {
    const all = drafts();
    if (all && (all.length === 0 || !all.every(isWhole))) return false;
    return amountFen() !== null && !problem() && (!isOther() || note().trim() !== '');
  };
  const approve = async () => {
    setTried(true);
    const [amount, text] = [amountFen(), note().trim()];
    if (!isReady() || amount === null) return;
    const isChanged = drafts() !== undefined && !equalJson(lines(), verified());
    const payload = {
      amountFen: amount,
      ...(isChanged && { lines: lines() }),
      ...seenIn(props.order),
      ...(text && { note: text }),
    };
    if (await decide('approve-price', payload, t().done.approve)) props.onDone();
  };
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <Stack>
        <Show
          when={drafts()}
          fallback={
            <>
              <MoneyField
                label={t().approvedAmount}
                required
                value={entered()}
                error={problem() ?? (tried() && entered() === null ? t().enterAmount : undefined)}
                onChange={(value, wrong) => {
                  setEntered(value);
                  setProblem(wrong);
                }}
              />
              <div>
                <Button size="small" onClick={() => (setProblem(), setDrafts(startLines(props.order)))}>
                  {t().changeLines}
                </Button>
              </div>
            </>
          }
        >
          {(all) => (
            <LinesEditor
              lines={all()}
              tried={tried()}
              extra={proposal()?.extra}
              onChange={(change) => setDrafts((before = []) => change(before))}
            />
          )}
        </Show>
        <TextField
          label={isOther() ? t().reason : t().note}
          required={isOther()}
          value={note()}
          onInput={setNote}
          maxLength={500}
          error={tried() && isOther() && !note().trim() ? t().explainPrice : undefined}
        />
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
