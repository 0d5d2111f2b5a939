// 財務數據修復: choose the mistake, enter what is right, see what will be reversed and booked, say why. What is on a
// statement is set right there: the dialog leads to it.
import { createMemo, createSignal, For, Match, Show, Switch, type JSX } from 'solid-js';
import type { BookMonths } from '#schemas/finance/months.ts';
import { bookingsOf, decideFinanceRepair, type Booking } from '#schemas/finance/repair.ts';
import { evolve } from '#schemas/orders/evolve.ts';
import type { Find } from '#schemas/orders/events.ts';
import { useAccountNames } from '../accounts/columns.tsx';
import { useCodeText } from '../app/code-text.ts';
import { useAnswer } from '../data/answer.ts';
import type { ProjectedOrder } from '../data/orders.ts';
import { useReference, useReferenceMap } from '../data/reference.ts';
import { useActor } from '../data/session.ts';
import { useStrings } from '../i18n/strings.ts';
import { useChangeWords } from '../orders/changes.ts';
import { orderStrings } from '../orders/strings.ts';
import { namedOption } from '../records/options.ts';
import { OnStatement } from '../statements/on-statement.tsx';
import { Banner } from '../ui/banner.tsx';
import { RadioGroup } from '../ui/choice-group.tsx';
import { Combobox } from '../ui/combobox.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { useFormat } from '../ui/formatting.tsx';
import { MoneyField } from '../ui/money-field.tsx';
import { Select } from '../ui/select.tsx';
import { MethodSelect } from './method-select.tsx';
import {
  baseOf,
  draftOf,
  mistakesOf,
  patchOf,
  stagesBefore,
  type FinanceRepairDraft,
} from './repair-draft.ts';
import { repairStrings } from './repair-strings.ts';
import { financeStrings } from './strings.ts';
import { useDecision } from './use-decision.ts';
import css from './finance.module.css';

interface Entering {
  order: ProjectedOrder;
  draft: FinanceRepairDraft;
  change: (part: Partial<FinanceRepairDraft>) => void;
}

export function FinanceRepairDialog(props: { order: ProjectedOrder; onClose: () => void }): JSX.Element {
  const t = useStrings(repairStrings);
  const order = () => props.order;
  // What is being repaired stays what it was when the dialog was opened.
  // eslint-disable-next-line solid/reactivity
  const [draft, setDraft] = createSignal(draftOf(order()));
  const decision = useDecision(() => props.order.id);
  const change = (part: Partial<FinanceRepairDraft>) => setDraft((before) => ({ ...before, ...part }));
  const codeText = useCodeText();
  const statementId = () => order().finance.statementId;
  const repair = async (reason: string): Promise<void> => {
    const patch = patchOf(draft());
    if (!patch) return;
    const payload = { patch, base: baseOf(props.order, patch), reason, into: draft().into };
    if (await decision.decide('repair-finance', payload, t().done)) props.onClose();
  };
  return (
    <ConfirmDialog
      open
      title={t().title(props.order.number)}
      message={t().message}
      confirmLabel={t().action}
      note={statementId() ? undefined : 'required'}
      noteLabel={t().reason}
      error={decision.error()}
      disabledReason={decision.offlineReason() ?? (statementId() && codeText('on-statement'))}
      onCancel={() => props.onClose()}
      onConfirm={({ note }) => repair(note)}
    >
      <Show when={statementId()} fallback={<Repair order={props.order} draft={draft()} change={change} />}>
        {(id) => <OnStatement id={id()} />}
      </Show>
    </ConfirmDialog>
  );
}

function Repair(props: Entering): JSX.Element {
  const t = useStrings(repairStrings);
  const outcome = useOutcome(
    () => props.order,
    () => props.draft,
  );
  return (
    <>
      <Select
        label={t().mistake}
        value={props.draft.mistake}
        options={mistakesOf(props.order).map((value) => ({ value, label: t().mistakes[value] }))}
        onChange={(mistake) => mistake && props.change({ mistake })}
      />
      <Fields {...props} />
      <RadioGroup
        label={t().into}
        value={props.draft.into}
        options={[
          { value: 'same-month', label: t().sameMonth },
          { value: 'open-month', label: t().openMonth },
        ]}
        onChange={(into) => props.change({ into })}
      />
      <Preview outcome={outcome()} />
    </>
  );
}

function Fields(props: Entering): JSX.Element {
  const t = useStrings(repairStrings);
  const words = useStrings(financeStrings);
  const customers = useReference('customers');
  return (
    <Switch>
      <Match when={props.draft.mistake === 'method'}>
        <MethodSelect
          value={props.draft.method}
          onChange={(method) => props.change({ method })}
          tried={false}
        />
      </Match>
      <Match when={props.draft.mistake === 'received'}>
        <MoneyField
          label={words().received}
          value={props.draft.receivedFen}
          onChange={(receivedFen) => props.change({ receivedFen })}
        />
      </Match>
      <Match when={props.draft.mistake === 'amount'}>
        <MoneyField
          label={words().approvedAmount}
          value={props.draft.amountFen}
          onChange={(amountFen) => props.change({ amountFen })}
        />
      </Match>
      <Match when={props.draft.mistake === 'customer'}>
        <Combobox
          label={words().column.customer}
          value={props.draft.customerId}
          options={customers().map(namedOption)}
          onChange={(customerId) => props.change({ customerId })}
        />
      </Match>
      <Match when={props.draft.mistake === 'stage'}>
        <Select
          label={t().backTo}
          value={props.draft.stage}
          options={stagesBefore(props.order).map((value) => ({ value, label: words().stage[value] }))}
          onChange={(stage) => props.change({ stage })}
        />
      </Match>
    </Switch>
  );
}

type Outcome =
  | { readonly kind: 'same' }
  | { readonly kind: 'refused'; readonly text: string }
  | {
      readonly kind: 'repaired';
      readonly changes: readonly {
        readonly field: string;
        readonly before: string;
        readonly after: string;
      }[];
      readonly bookings: readonly Booking[];
    };

/** By the rule that the server applies. */
function useOutcome(order: () => ProjectedOrder, draft: () => FinanceRepairDraft): () => Outcome {
  const actor = useActor();
  const format = useFormat();
  const codeText = useCodeText();
  const words = useChangeWords();
  const find = useFind();
  const months = useAnswer<BookMonths>('/api/finance/months');
  return createMemo((): Outcome => {
    const patch = patchOf(draft());
    if (!patch) return { kind: 'same' };
    const before = order();
    const payload = { patch, base: baseOf(before, patch), reason: 'preview', into: draft().into };
    const at = format.now();
    const command = { id: 'preview', n: 0, deviceId: 'preview', orderId: before.id, at, payload } as const;
    const closedUntil = months.value()?.closedUntil ?? null;
    const context = { actor, now: at, find, closedUntil };
    const decided = decideFinanceRepair(before, { ...command, type: 'repair-finance' }, context);
    if (!decided.ok) {
      const { code } = decided.error;
      return code === 'nothing-to-repair' ? { kind: 'same' } : { kind: 'refused', text: codeText(code) };
    }
    const [event] = decided.value;
    if (!event) return { kind: 'same' };
    const bookings = bookingsOf(before, event, evolve(before, event));
    return { kind: 'repaired', changes: (event.changes ?? []).map(words), bookings };
  });
}

function useFind(): Find {
  const [catalog, customers] = [useReferenceMap('catalog'), useReferenceMap('customers')];
  return ((collection, id) => {
    if (collection === 'catalog') return catalog().get(id);
    return collection === 'customers' ? customers().get(id) : undefined;
  }) as Find;
}

/** What stands there and what will, and what is written into the books for it. */
function Preview(props: { outcome: Outcome }): JSX.Element {
  const t = useStrings(repairStrings);
  const orders = useStrings(orderStrings);
  const names = useAccountNames();
  const format = useFormat();
  const repaired = () => (props.outcome.kind === 'repaired' ? props.outcome : undefined);
  const refused = () => (props.outcome.kind === 'refused' ? props.outcome.text : undefined);
  return (
    <div role="status" class={css.preview}>
      <Show when={refused()}>{(text) => <Banner tone="warning">{text()}</Banner>}</Show>
      <Show when={props.outcome.kind === 'same'}>
        <p class={css.muted}>{t().same}</p>
      </Show>
      <Show when={repaired()}>
        {(will) => (
          <>
            <For each={will().changes}>
              {({ field, before, after }) => <p>{orders().changeIs(field, before, after)}</p>}
            </For>
            <For each={will().bookings}>
              {({ lines, date }) => (
                <ul class={css.booking}>
                  <For each={lines}>
                    {({ account, amountFen }) => (
                      <li>
                        <span>{`${names.kind(account)} · ${names.owner(account)}`}</span>
                        <span>{format.money(amountFen)}</span>
                      </li>
                    )}
                  </For>
                  <li class={css.muted}>{t().bookedOn(format.date(date ?? format.now()))}</li>
                </ul>
              )}
            </For>
          </>
        )}
      </Show>
    </div>
  );
}
