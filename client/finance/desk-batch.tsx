// 批量核價 and 批量入賬: the ticked orders at the amounts that were seen, with a verdict for each.
import { createSignal, type JSX } from 'solid-js';
import { financePermission } from '#schemas/finance/decide.ts';
import { sumFen } from '#schemas/core/money.ts';
import { may } from '#schemas/staff/permissions.ts';
import { useCodeText } from '../app/code-text.ts';
import { useCommands, type OnlineVerdict } from '../data/commands.ts';
import {
  createAsking,
  keeperOf,
  type BatchKeeper,
  type KeptBatch,
  type KeptLine,
  type KeptRequest,
} from '../data/kept-batch.ts';
import type { ProjectedOrder } from '../data/orders.ts';
import { useActor } from '../data/session.ts';
import { useSync } from '../data/sync-state.ts';
import { useStrings } from '../i18n/strings.ts';
import type { BatchRun } from '../ui/batch-run.tsx';
import type { BatchVerdict } from '../ui/batch.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { useFormat } from '../ui/formatting.tsx';
import { usePersonalKey } from '../ui/person.tsx';
import type { Selection } from '../ui/selection.ts';
import type { StageDesk } from './desks.ts';
import css from './finance.module.css';
import { InterruptedBatch } from './interrupted-batch.tsx';
import { seenIn } from './seen.ts';
import { financeStrings, type FinanceStrings } from './strings.ts';

interface Props {
  desk: StageDesk;
  selection: Selection<ProjectedOrder>;
  run: BatchRun;
}

export function DeskBatch(props: Props): JSX.Element {
  const t = useStrings(financeStrings);
  const format = useFormat();
  const actor = useActor();
  const sync = useSync();
  const codeText = useCodeText();
  const [asked, setAsked] = createSignal(false);
  const commands = useCommands();
  const begin = useDeskRun(props.run, () => props.desk);
  const total = () => format.money(sumFen(props.selection.rows().map(amountOf)));
  const whyNot = () => {
    if (!may(actor, financePermission[props.desk.decides])) return codeText('not-permitted');
    return sync.online() ? undefined : t().needsServer;
  };
  const words = () => wordsOf(t(), props.desk);
  const start = (): void => {
    const { selection, desk } = props;
    const lines = selection.rows().map((order) => ({
      label: order.number,
      request: requestOn(commands.newId(), order, desk.decides),
    }));
    begin({ at: format.now(), lines }, selection.clear);
  };
  return (
    <>
      <span class={css.sum} role="status">
        {`${t().total} ${total()}`}
      </span>
      <Button size="small" variant="primary" disabledReason={whyNot()} onClick={() => setAsked(true)}>
        {words().action}
      </Button>
      <ConfirmDialog
        open={asked()}
        title={words().question(props.selection.count(), total())}
        message={words().hint}
        confirmLabel={words().action}
        disabledReason={whyNot()}
        onConfirm={() => (setAsked(false), start())}
        onCancel={() => setAsked(false)}
      />
    </>
  );
}

/** What was begun at this desk and not read to its end. */
export function InterruptedDeskBatch(props: { desk: StageDesk; run: BatchRun }): JSX.Element {
  const t = useStrings(financeStrings);
  const keeper = useKeeper(() => props.desk);
  const goOn = useDeskRun(props.run, () => props.desk);
  return (
    <InterruptedBatch
      action={wordsOf(t(), props.desk).action}
      keeper={keeper()}
      run={props.run}
      onGoOn={goOn}
    />
  );
}

const amountOf = ({ finance }: ProjectedOrder): number => finance.amountFen ?? 0;
/** In one request; the server takes more, but then progress would move in jumps. */
const atOnce = 50;

/** Begins a batch of new lines, or goes on with one that was interrupted. */
function useDeskRun(run: BatchRun, desk: () => StageDesk) {
  const t = useStrings(financeStrings);
  const codeText = useCodeText();
  const commands = useCommands();
  const keeper = useKeeper(desk);
  const verdictOf = (verdict: OnlineVerdict): BatchVerdict => {
    if (verdict.status === 'offline') return { failed: t().tryAgain };
    return verdict.status === 'rejected' ? { failed: codeText(verdict.code) } : 'done';
  };
  return (batch: KeptBatch, onClose: () => void): void => {
    const end = keeper().begin(batch);
    const ask = createAsking(commands);
    run.start<KeptLine>(
      wordsOf(t(), desk()).action,
      {
        items: batch.lines,
        key: ({ request }) => request.id,
        label: ({ label }) => label,
        perform: async (lines) => (await ask(lines)).map(verdictOf),
        atOnce,
        broken: t().tryAgain,
      },
      () => (end(), onClose()),
    );
  };
}

/** Where this desk's batch of this person is kept. */
function useKeeper(desk: () => StageDesk): () => BatchKeeper {
  const [approve, post] = [usePersonalKey('batch.approve'), usePersonalKey('batch.post')];
  const keepers = { approve: keeperOf(approve), post: keeperOf(post) };
  return () => keepers[desk().name === 'approve' ? 'approve' : 'post'];
}

const wordsOf = (t: FinanceStrings, { name }: StageDesk) => t.batch[name === 'approve' ? 'approve' : 'post'];

function requestOn(id: string, order: ProjectedOrder, decides: StageDesk['decides']): KeptRequest {
  const { id: orderId, finance } = order;
  const [amountFen, seen] = [amountOf(order), seenIn(order)];
  if (decides === 'approve-price')
    return { id, type: 'approve-price', orderId, payload: { amountFen, ...seen } };
  const method = finance.method ?? '';
  return { id, type: 'post-payment', orderId, payload: { receivedFen: amountFen, method, ...seen } };
}
