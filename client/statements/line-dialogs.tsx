// What is entered about one order on a statement: an adjustment, a dispute, how a dispute was settled.
import { createSignal, Show, type JSX } from 'solid-js';
import { dueOf, type StatementLine } from '#schemas/finance/statements/statement.ts';
import type { Decide } from '../finance/use-decision.ts';
import { useStrings } from '../i18n/strings.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { useFormat } from '../ui/formatting.tsx';
import { MoneyField } from '../ui/money-field.tsx';
import css from './statements.module.css';
import { statementStrings } from './strings.ts';

interface Props {
  line: StatementLine;
  decision: Decide;
  onClose: () => void;
}

const least = -10_000_000_000;

export function AdjustDialog(props: Props): JSX.Element {
  const t = useStrings(statementStrings);
  const amount = createAmount();
  const [tried, setTried] = createSignal(false);
  const adjust = async (reason: string): Promise<void> => {
    setTried(true);
    const amountFen = amount.fen();
    if (amountFen === null || amount.problem()) return;
    const payload = { lineId: props.line.id, amountFen, reason };
    if (await props.decision.decide('adjust-line', payload, t().adjust.done)) props.onClose();
  };
  return (
    <ConfirmDialog
      open
      title={t().adjust.title(props.line.number)}
      confirmLabel={t().adjust.action}
      note="required"
      noteLabel={t().reason}
      error={props.decision.error()}
      disabledReason={props.decision.offlineReason()}
      onConfirm={({ note }) => adjust(note)}
      onCancel={() => props.onClose()}
    >
      <MoneyField
        label={t().adjust.amount}
        description={t().adjust.amountHint}
        required
        min={least}
        value={amount.fen()}
        error={amount.problem() ?? (tried() && amount.fen() === null ? t().adjust.amountNeeded : undefined)}
        onChange={amount.set}
      />
      <Then line={props.line} byFen={amount.fen()} />
    </ConfirmDialog>
  );
}

export function DisputeDialog(props: Props): JSX.Element {
  const t = useStrings(statementStrings);
  const claimed = createAmount();
  const dispute = async (reason: string): Promise<void> => {
    if (claimed.problem()) return;
    const claimedFen = claimed.fen();
    const payload = { lineId: props.line.id, reason, ...(claimedFen !== null && { claimedFen }) };
    if (await props.decision.decide('dispute-line', payload, t().dispute.done)) props.onClose();
  };
  return (
    <ConfirmDialog
      open
      title={t().dispute.title(props.line.number)}
      confirmLabel={t().dispute.action}
      note="required"
      noteLabel={t().dispute.reason}
      error={props.decision.error()}
      disabledReason={props.decision.offlineReason()}
      onConfirm={({ note }) => dispute(note)}
      onCancel={() => props.onClose()}
    >
      <MoneyField
        label={t().dispute.claimed}
        value={claimed.fen()}
        error={claimed.problem()}
        onChange={claimed.set}
      />
    </ConfirmDialog>
  );
}

export function SettleDialog(props: Props): JSX.Element {
  const t = useStrings(statementStrings);
  const format = useFormat();
  const amount = createAmount();
  const settle = async (resolution: string): Promise<void> => {
    if (amount.problem()) return;
    const amountFen = amount.fen();
    const payload = { lineId: props.line.id, resolution, ...(amountFen !== null && { amountFen }) };
    if (await props.decision.decide('settle-dispute', payload, t().settle.done)) props.onClose();
  };
  const claim = () => {
    const open = props.line.disputes.findLast(({ settled }) => !settled);
    const said = open?.claimedFen === undefined ? '' : t().dispute.claims(format.money(open.claimedFen));
    return [open?.reason, said].filter(Boolean).join(' · ');
  };
  return (
    <ConfirmDialog
      open
      title={t().settle.title(props.line.number)}
      message={claim()}
      confirmLabel={t().settle.action}
      note="required"
      noteLabel={t().settle.resolution}
      error={props.decision.error()}
      disabledReason={props.decision.offlineReason()}
      onConfirm={({ note }) => settle(note)}
      onCancel={() => props.onClose()}
    >
      <MoneyField
        label={t().settle.amount}
        description={t().adjust.amountHint}
        min={least}
        value={amount.fen()}
        error={amount.problem()}
        onChange={amount.set}
      />
      <Then line={props.line} byFen={amount.fen()} />
    </ConfirmDialog>
  );
}

function Then(props: { line: StatementLine; byFen: number | null }): JSX.Element {
  const t = useStrings(statementStrings);
  const format = useFormat();
  return (
    <Show when={props.byFen !== null}>
      <p class={css.muted} role="status">
        {t().adjust.now(format.money(dueOf(props.line) + (props.byFen ?? 0)))}
      </p>
    </Show>
  );
}

function createAmount() {
  const [fen, setFen] = createSignal<number | null>(null);
  const [problem, setProblem] = createSignal<string>();
  return {
    fen,
    problem,
    set: (value: number | null, wrong: string | undefined): void => {
      setFen(value);
      setProblem(wrong);
    },
  };
}
