// 批量核價 and 批量入賬: the ticked orders at the amounts that were seen, with a verdict for each.
import { createSignal, type JSX } from 'solid-js';
import { financePermission } from '#schemas/finance/decide.ts';
import { sumFen } from '#schemas/core/money.ts';
import { may } from '#schemas/staff/permissions.ts';
import { useCodeText } from '../app/code-text.ts';
import { useCommands, type OnlineRequest, type OnlineVerdict } from '../data/commands.ts';
import type { ProjectedOrder } from '../data/orders.ts';
import { useActor } from '../data/session.ts';
import { useSync } from '../data/sync-state.ts';
import { useStrings } from '../i18n/strings.ts';
import type { BatchRun } from '../ui/batch-run.tsx';
import type { BatchVerdict } from '../ui/batch.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { useFormat } from '../ui/formatting.tsx';
import type { Selection } from '../ui/selection.ts';
import type { StageDesk } from './desks.ts';
import css from './finance.module.css';
import { seenIn } from './seen.ts';
import { financeStrings } from './strings.ts';

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
  const start = useStart(props, () => words().action);
  const total = () => format.money(sumFen(props.selection.rows().map(amountOf)));
  const whyNot = () => {
    if (!may(actor, financePermission[props.desk.decides])) return codeText('not-permitted');
    return sync.online() ? undefined : t().needsServer;
  };
  const words = () => t().batch[props.desk.name === 'approve' ? 'approve' : 'post'];
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
        onConfirm={() => (setAsked(false), start())}
        onCancel={() => setAsked(false)}
      />
    </>
  );
}

const amountOf = ({ finance }: ProjectedOrder): number => finance.amountFen ?? 0;
/** In one request; the server takes more, but then progress would move in jumps. */
const atOnce = 50;

function useStart(props: Props, title: () => string): () => void {
  const t = useStrings(financeStrings);
  const codeText = useCodeText();
  const commands = useCommands();
  const verdictOf = (verdict: OnlineVerdict): BatchVerdict => {
    if (verdict.status === 'offline') return { failed: t().tryAgain };
    return verdict.status === 'rejected' ? { failed: codeText(verdict.code) } : 'done';
  };
  return () => {
    const { decides } = props.desk;
    const { selection } = props;
    props.run.start<ProjectedOrder>(
      title(),
      {
        items: [...selection.rows()],
        key: ({ id }) => id,
        label: ({ number }) => number,
        perform: async (orders) => {
          const requests = orders.map((order) => requestOn(order, decides));
          return (await commands.decideManyOnline(requests)).map(verdictOf);
        },
        atOnce,
        broken: t().tryAgain,
      },
      selection.clear,
    );
  };
}

function requestOn(order: ProjectedOrder, decides: StageDesk['decides']): OnlineRequest {
  const { id: orderId, finance } = order;
  const [amountFen, seen] = [amountOf(order), seenIn(order)];
  if (decides === 'approve-price') return { type: 'approve-price', orderId, payload: { amountFen, ...seen } };
  const method = finance.method ?? '';
  return { type: 'post-payment', orderId, payload: { receivedFen: amountFen, method, ...seen } };
}
