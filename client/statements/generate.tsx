// 生成批量對賬單: the ticked orders onto a statement for their customer and period, with a verdict for each.
import { createSignal, Show, type JSX } from 'solid-js';
import { sumFen } from '#schemas/core/money.ts';
import { statementPermission } from '#schemas/finance/statements/decide.ts';
import { closingEntry } from '#schemas/orders/order.ts';
import { may } from '#schemas/staff/permissions.ts';
import { useCodeText } from '../app/code-text.ts';
import { useCommands } from '../data/commands.ts';
import type { KeptBatch } from '../data/kept-batch.ts';
import type { ProjectedOrder } from '../data/orders.ts';
import { useActor } from '../data/session.ts';
import { useStatements } from '../data/statements.ts';
import { useSync } from '../data/sync-state.ts';
import { seenIn } from '../finance/seen.ts';
import { useStrings } from '../i18n/strings.ts';
import { Banner } from '../ui/banner.tsx';
import type { BatchRun } from '../ui/batch-run.tsx';
import { Button } from '../ui/button.tsx';
import { DateField } from '../ui/date-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useFormat } from '../ui/formatting.tsx';
import { FormGrid, Stack } from '../ui/page.tsx';
import { Select } from '../ui/select.tsx';
import type { Selection } from '../ui/selection.ts';
import { uiStrings } from '../ui/strings.ts';
import { periodOf, type Period } from './period.ts';
import { useShowStatements, useStatementRun } from './statement-batch.tsx';
import { statementStrings } from './strings.ts';

const fresh = 'new';

export function GenerateStatement(props: {
  selection: Selection<ProjectedOrder>;
  run: BatchRun;
}): JSX.Element {
  const t = useStrings(statementStrings);
  const format = useFormat();
  const actor = useActor();
  const sync = useSync();
  const codeText = useCodeText();
  const [asked, setAsked] = createSignal(false);
  const start = useStart(props.run);
  const total = () =>
    format.money(sumFen(props.selection.rows().map(({ finance }) => finance.amountFen ?? 0)));
  const whyNot = () => {
    if (!may(actor, statementPermission['open-statement'])) return codeText('not-permitted');
    return sync.online() ? undefined : t().needsServer;
  };
  return (
    <>
      <span role="status">{t().generate.summary(props.selection.count(), total())}</span>
      <Button size="small" variant="primary" disabledReason={whyNot()} onClick={() => setAsked(true)}>
        {t().generate.action}
      </Button>
      <Show when={asked()}>
        <Ask
          orders={props.selection.rows()}
          whyNot={whyNot()}
          onClose={() => setAsked(false)}
          onGo={(period, target) => {
            setAsked(false);
            start(props.selection, period, target);
          }}
        />
      </Show>
    </>
  );
}

function Ask(props: {
  orders: readonly ProjectedOrder[];
  whyNot: string | undefined;
  onClose: () => void;
  onGo: (period: Period, target: string | undefined) => void;
}): JSX.Element {
  const t = useStrings(statementStrings);
  const ui = useStrings(uiStrings);
  const format = useFormat();
  const statements = useStatements();
  const customers = () => [...new Set(props.orders.map(({ customerId }) => customerId))];
  const drafts = () =>
    customers().length > 1
      ? []
      : statements().filter(({ state, customerId }) => state === 'draft' && customerId === customers()[0]);
  const start = periodOf(
    props.orders.map((order) => format.date(closingEntry(order)?.recordedAt ?? order.createdAt)),
  );
  const [from, setFrom] = createSignal<string | null>(start.from);
  const [until, setUntil] = createSignal<string | null>(start.until);
  const [target, setTarget] = createSignal<string | null>(fresh);
  const isNew = () => target() === fresh || drafts().length === 0;
  const total = () => format.money(sumFen(props.orders.map(({ finance }) => finance.amountFen ?? 0)));
  const problem = () => {
    const [first, last] = [from(), until()];
    if (!first || !last) return t().generate.periodNeeded;
    return last < first ? t().generate.periodBackwards : undefined;
  };
  const go = (): void => {
    const [first, last] = [from(), until()];
    if (!first || !last || problem()) return;
    props.onGo({ from: first, until: last }, isNew() ? undefined : (target() ?? undefined));
  };
  return (
    <Dialog
      open
      title={t().generate.title}
      description={t().generate.summary(props.orders.length, total())}
      onClose={() => props.onClose()}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{ui().cancel}</Button>
          <Button variant="primary" disabledReason={props.whyNot} onClick={go}>
            {t().generate.action}
          </Button>
        </>
      }
    >
      <Stack>
        <Show when={props.whyNot}>{(why) => <Banner tone="warning">{why()}</Banner>}</Show>
        <Show when={customers().length > 1}>
          <Banner tone="info">{t().generate.several(customers().length)}</Banner>
        </Show>
        <Show when={drafts().length > 0}>
          <Select
            label={t().generate.target}
            value={target()}
            options={[
              { value: fresh, label: t().generate.fresh },
              ...drafts().map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={setTarget}
          />
        </Show>
        <Show when={isNew()}>
          <FormGrid>
            <DateField label={t().generate.from} required value={from()} onChange={setFrom} />
            <DateField
              label={t().generate.until}
              required
              value={until()}
              error={problem()}
              onChange={setUntil}
            />
          </FormGrid>
        </Show>
        <p>{t().generate.hint}</p>
      </Stack>
    </Dialog>
  );
}

/** Opens a statement for each customer when its first order comes, then puts the orders on. */
function useStart(run: BatchRun) {
  const commands = useCommands();
  const format = useFormat();
  const { begin } = useStatementRun(run, 'generate');
  const show = useShowStatements();
  const batchOf = (
    orders: readonly ProjectedOrder[],
    period: Period,
    target: string | undefined,
  ): KeptBatch => {
    const customers = [...new Set(orders.map(({ customerId }) => customerId))];
    const ids = new Map(customers.map((customerId) => [customerId, target ?? commands.newId()]));
    const openings = [...ids].map(([customerId, orderId]) => ({
      label: customerId,
      request: {
        ...{ id: commands.newId(), type: 'open-statement' as const, orderId },
        payload: { customerId, period },
      },
    }));
    const lines = orders.map((order) => ({
      label: order.number,
      request: {
        ...{ id: commands.newId(), type: 'add-to-statement' as const, orderId: order.id },
        payload: { statementId: ids.get(order.customerId) ?? '', ...seenIn(order) },
      },
    }));
    return { at: format.now(), lines, ...(!target && { openings }) };
  };
  return (selection: Selection<ProjectedOrder>, period: Period, target: string | undefined): void =>
    begin(batchOf(selection.rows(), period, target), (ids) => (selection.clear(), show(ids)));
}
