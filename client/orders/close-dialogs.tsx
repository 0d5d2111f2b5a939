// The three ways in which the office ends an order, and how it takes one back from its driver. Each asks first.
import { createEffect, createSignal, on, type JSX } from 'solid-js';
import { useCodeText } from '../app/code-text.ts';
import { PaidBy, paidBy } from '../cash/paid-by.tsx';
import { useCommands, type Issued } from '../data/commands.ts';
import type { ProjectedOrder } from '../data/orders.ts';
import { useSync } from '../data/sync-state.ts';
import { useStrings } from '../i18n/strings.ts';
import { useWorkDraft } from '../reported/use-draft.ts';
import { WorkFields } from '../reported/work-fields.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { MoneyField } from '../ui/money-field.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { toast } from '../ui/toast.tsx';
import { useNames } from './names.ts';
import { useReasons } from './reasons.ts';
import { orderStrings } from './strings.ts';

interface Props {
  order: ProjectedOrder;
  open: boolean;
  onClose: () => void;
}

export function VoidDialog(props: Props): JSX.Element {
  const t = useStrings(orderStrings);
  const { issue } = useCommands();
  const reasons = useReasons('void');
  const closing = useClosing(props);
  return (
    <ConfirmDialog
      open={props.open}
      tone="danger"
      title={t().confirm.void.title(props.order.number || t().numberPending)}
      message={t().confirm.void.message}
      confirmLabel={t().confirm.void.confirm}
      reasons={reasons.options()}
      note="optional"
      noteLabel={t().confirm.note}
      error={closing.error()}
      onCancel={() => props.onClose()}
      onConfirm={async (confirmation) =>
        closing.settle(
          await issue('void', props.order.id, { reason: reasons.textOf(confirmation) }),
          t().done.voided,
        )
      }
    />
  );
}

export function EmptyRunDialog(props: Props): JSX.Element {
  const t = useStrings(orderStrings);
  const { issue } = useCommands();
  const reasons = useReasons('empty-run');
  const closing = useClosing(props);
  const [mileage, setMileage] = createSignal<number | null>(null);
  const work = useWorkDraft(() => props.order.id);
  return (
    <ConfirmDialog
      open={props.open}
      tone="danger"
      title={t().confirm.emptyRun.title(props.order.number || t().numberPending)}
      message={t().confirm.emptyRun.message}
      confirmLabel={t().confirm.emptyRun.confirm}
      reasons={reasons.options()}
      note="optional"
      noteLabel={t().confirm.note}
      error={closing.error()}
      onCancel={() => props.onClose()}
      onConfirm={async (confirmation) => {
        const reported = work.report();
        if (!reported) return;
        const reason = reasons.textOf(confirmation);
        const payload = { reason, ...mileageOf(mileage()), ...reported };
        closing.settle(await issue('empty-run', props.order.id, payload), t().done.emptyRun);
      }}
    >
      <Mileage value={mileage()} onChange={setMileage} />
      <WorkFields order={props.order} work={work} />
    </ConfirmDialog>
  );
}

export function CompleteDialog(props: Props): JSX.Element {
  const t = useStrings(orderStrings);
  const { issue } = useCommands();
  const closing = useClosing(props);
  const [mileage, setMileage] = createSignal<number | null>(null);
  const [collected, setCollected] = createSignal<number | null>(null);
  const [method, setMethod] = createSignal<string | null>(null);
  const work = useWorkDraft(() => props.order.id);
  return (
    <ConfirmDialog
      open={props.open}
      title={t().confirm.complete.title(props.order.number || t().numberPending)}
      message={t().confirm.complete.message}
      confirmLabel={t().confirm.complete.confirm}
      note="optional"
      noteLabel={t().confirm.note}
      error={closing.error()}
      onCancel={() => props.onClose()}
      onConfirm={async ({ note }) => {
        const reported = work.report();
        if (!reported) return;
        const paid = paidBy(collected(), method());
        const payload = { ...(note && { note }), ...mileageOf(mileage()), ...paid, ...reported };
        closing.settle(await issue('complete', props.order.id, payload), t().done.completed);
      }}
    >
      <Mileage value={mileage()} onChange={setMileage} />
      <MoneyField label={t().confirm.collected} value={collected()} onChange={setCollected} />
      <PaidBy fen={collected()} value={method()} onChange={setMethod} />
      <WorkFields order={props.order} work={work} />
    </ConfirmDialog>
  );
}

export function RecallDialog(props: Props): JSX.Element {
  const t = useStrings(orderStrings);
  const { issue } = useCommands();
  const names = useNames();
  const closing = useClosing(props);
  return (
    <ConfirmDialog
      open={props.open}
      title={t().confirm.recall.title(props.order.number || t().numberPending)}
      message={t().confirm.recall.message(names.staff(props.order.assignment?.driverId))}
      confirmLabel={t().confirm.recall.confirm}
      note="optional"
      noteLabel={t().confirm.note}
      error={closing.error()}
      onCancel={() => props.onClose()}
      onConfirm={async ({ note }) => {
        const { assignment } = props.order;
        const seen = assignment && { vehicleId: assignment.vehicleId, driverId: assignment.driverId };
        const payload = { ...(note && { note }), ...(seen && { seen }) };
        closing.settle(await issue('recall', props.order.id, payload), t().done.recalled);
      }}
    />
  );
}

function Mileage(props: { value: number | null; onChange: (value: number | null) => void }): JSX.Element {
  const t = useStrings(orderStrings);
  return (
    <NumberField
      label={t().confirm.mileage}
      unit={t().confirm.kilometres}
      min={0}
      max={100_000}
      value={props.value}
      onChange={(value) => props.onChange(value)}
    />
  );
}

const mileageOf = (km: number | null) => (km === null ? {} : { mileageKm: km });

/** Shows the refusal in the dialog, or closes it with the news. */
function useClosing(props: Props) {
  const t = useStrings(orderStrings);
  const text = useCodeText();
  const { online } = useSync();
  const [error, setError] = createSignal<string>();
  createEffect(
    on(
      () => props.open,
      () => setError(undefined),
    ),
  );
  const settle = (issued: Issued, done: string): void => {
    if (!issued.ok) return void setError(text(issued.error.code));
    toast.success(done, online() ? {} : { detail: t().done.offline });
    props.onClose();
  };
  return { error, settle };
}
