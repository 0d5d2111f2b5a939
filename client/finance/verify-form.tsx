// 核單: the lines of the price and how it is settled.
import { createMemo, createSignal, Show, untrack, type JSX } from 'solid-js';
import { totalFen } from '#schemas/core/money.ts';
import type { ProjectedOrder } from '../data/orders.ts';
import { useCatalog, useReferenceMap } from '../data/reference.ts';
import { useStrings } from '../i18n/strings.ts';
import { Stack } from '../ui/page.tsx';
import { DecisionFooter } from './decision-footer.tsx';
import { MethodSelect } from './method-select.tsx';
import { isWhole, linesOf, startLines, type DraftLine } from './draft-lines.ts';
import { LinesEditor } from './lines-editor.tsx';
import { ProposalNote } from './proposal-note.tsx';
import { useProposal, type Proposal } from './proposal.ts';
import { financeStrings } from './strings.ts';
import { useDecision } from './use-decision.ts';
import css from './finance.module.css';

/** How whoever is billed by the month settles unless something else was agreed. */
const monthly = 'settlement-monthly';

export function VerifyForm(props: { order: ProjectedOrder; onDone: () => void }): JSX.Element {
  const t = useStrings(financeStrings);
  const customers = useReferenceMap('customers');
  const proposal = useFirst(useProposal(() => props.order));
  const [drafts, setDrafts] = useDrafts(() => props.order, proposal);
  const methods = useCatalog('settlement-method');
  const usual = useFirst((): string | undefined => {
    const { cycle, method } = customers().get(props.order.customerId)?.settlement ?? {};
    if (method !== undefined || cycle !== 'monthly') return method;
    return methods().find(({ id }) => id === monthly)?.id;
  });
  const before = untrack(() => props.order.finance.method);
  const [chosen, setMethod] = createSignal<string | null>();
  const method = (): string | null => {
    const entered = chosen();
    return entered === undefined ? (before ?? usual() ?? null) : entered;
  };
  const [tried, setTried] = createSignal(false);
  const { busy, error, decide, offlineReason } = useDecision(() => props.order.id);

  const verify = async () => {
    setTried(true);
    const settlement = method();
    if (!settlement || drafts().length === 0 || !drafts().every(isWhole)) return;
    const lines = linesOf(drafts());
    if (await decide('verify', { lines, amountFen: totalFen(lines), method: settlement }, t().done.verify))
      props.onDone();
  };

  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <Stack>
        <h3 class={css.heading}>{t().lines}</h3>
        <Show when={drafts().some(({ reason }) => reason) && proposal()}>
          {(known) => <ProposalNote known={known()} />}
        </Show>
        <LinesEditor lines={drafts()} tried={tried()} extra={proposal()?.extra} onChange={setDrafts} />
        <MethodSelect value={method()} onChange={setMethod} tried={tried()} />
        <DecisionFooter
          order={props.order}
          type="verify"
          label={t().verify}
          busy={busy()}
          error={error()}
          offlineReason={offlineReason()}
          onDecide={() => void verify()}
        />
      </Stack>
    </form>
  );
}

/** On a new device it may come after the form; once it is there it does not change under the eye. */
const useFirst = <T,>(wanted: () => T | undefined): (() => T | undefined) =>
  createMemo<T | undefined>((known) => known ?? wanted());

/** What was entered stays, whatever the rates say. */
function useDrafts(order: () => ProjectedOrder, proposal: () => Proposal | undefined) {
  const opened = untrack(order);
  const [entered, setEntered] = createSignal<readonly DraftLine[]>();
  const drafts = createMemo(() => entered() ?? startLines(opened, proposal()?.lines));
  const change = (changed: (lines: readonly DraftLine[]) => readonly DraftLine[]) =>
    setEntered(changed(untrack(drafts)));
  return [drafts, change] as const;
}
