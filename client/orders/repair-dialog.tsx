// 數據修復: choose the mistake, enter what is right, see both, say why. The history keeps what stood there.
import { A } from '@solidjs/router';
import { createSignal, For, Match, Show, Switch, untrack, type JSX } from 'solid-js';
import { financeCan } from '#schemas/orders/can.ts';
import { openStatuses, orderStatuses, stepTypes } from '#schemas/orders/order.ts';
import { changesBy, isHeldByFinance } from '#schemas/orders/repair.ts';
import { may, serves } from '#schemas/staff/permissions.ts';
import { useCodeText } from '../app/code-text.ts';
import { useCommands } from '../data/commands.ts';
import type { ProjectedOrder } from '../data/orders.ts';
import { useDrives, useReference } from '../data/reference.ts';
import { useActor } from '../data/session.ts';
import { useSync } from '../data/sync-state.ts';
import { firstDesk } from '../finance/desks.ts';
import { useStrings } from '../i18n/strings.ts';
import { namedOption } from '../records/options.ts';
import { Combobox } from '../ui/combobox.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { DateTimeField } from '../ui/date-time-field.tsx';
import { useFormat } from '../ui/formatting.tsx';
import { MoneyField } from '../ui/money-field.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { Select } from '../ui/select.tsx';
import { toast } from '../ui/toast.tsx';
import { useChangeWords } from './changes.ts';
import { useFind } from './find.ts';
import { useReasons } from './reasons.ts';
import {
  baseOf,
  becomesEmptyRun,
  draftOf,
  mistakes,
  mistakesOf,
  patchOf,
  statusAfter,
  timeOf,
  type Mistake,
  type RepairDraft,
} from './repair-draft.ts';
import { orderStrings } from './strings.ts';

interface Entering {
  order: ProjectedOrder;
  draft: RepairDraft;
  change: (part: Partial<RepairDraft>) => void;
}

export function RepairDialog(props: { order: ProjectedOrder; onClose: () => void }): JSX.Element {
  const t = useStrings(orderStrings);
  const text = useCodeText();
  const { issue } = useCommands();
  const { online } = useSync();
  const [draft, setDraft] = createSignal(untrack(() => draftOf(props.order)));
  const [error, setError] = createSignal<string>();
  const change = (part: Partial<RepairDraft>) => setDraft((before) => ({ ...before, ...part }));
  const { textOf } = useReasons('empty-run');
  const choose = (mistake: Mistake): void =>
    void change({ mistake, status: statusAfter(mistake, props.order), emptyReason: null });
  const reasonOf = (note: string): string =>
    becomesEmptyRun(draft()) ? textOf({ reason: draft().emptyReason ?? '', note }) : note;
  const repair = async (note: string): Promise<void> => {
    const patch = patchOf(draft());
    if (!patch) return void setError(t().repair.incomplete);
    const base = baseOf(props.order, patch);
    const reason = reasonOf(note).slice(0, 500);
    const issued = await issue('repair-order', props.order.id, { patch, base, reason });
    if (!issued.ok) return void setError(text(issued.error.code));
    toast.success(t().repair.done, online() ? {} : { detail: t().done.offline });
    props.onClose();
  };
  return (
    <ConfirmDialog
      open
      title={t().repair.title(props.order.number || t().numberPending)}
      message={t().repair.message}
      confirmLabel={t().action.repair}
      note="required"
      noteLabel={t().repair.reason}
      error={error()}
      onCancel={() => props.onClose()}
      onConfirm={({ note }) => repair(note)}
    >
      <Select
        label={t().repair.mistake}
        value={draft().mistake}
        options={mistakesOf(props.order).map((value) => ({
          value,
          label: isHeldByFinance(props.order, mistakes[value])
            ? t().repair.held(t().repair.mistakes[value])
            : t().repair.mistakes[value],
          disabled: isHeldByFinance(props.order, mistakes[value]),
        }))}
        onChange={(mistake) => mistake && choose(mistake)}
      />
      <ToFinance order={props.order} />
      <Fields order={props.order} draft={draft()} change={change} />
      <Preview order={props.order} draft={draft()} />
    </ConfirmDialog>
  );
}

/** What rests on verified amounts waits until finance has taken them back, which somebody may do himself. */
function ToFinance(props: { order: ProjectedOrder }): JSX.Element {
  const t = useStrings(orderStrings);
  const actor = useActor();
  const find = useFind();
  const isHeld = () => mistakesOf(props.order).some((one) => isHeldByFinance(props.order, mistakes[one]));
  const mayReverse = () => financeCan('reverse-finance', props.order, { actor, find }).can;
  return (
    <Show when={isHeld() && may(actor, 'finance.view') && mayReverse()}>
      <p>
        <A href={`${firstDesk(actor).href}?order=${props.order.id}`}>{t().repair.toFinance}</A>
      </p>
    </Show>
  );
}

function Fields(props: Entering): JSX.Element {
  const t = useStrings(orderStrings);
  return (
    <Switch>
      <Match when={props.draft.mistake === 'crew'}>
        <Crew {...props} />
      </Match>
      <Match when={props.draft.mistake === 'customer'}>
        <Customer {...props} />
      </Match>
      <Match when={props.draft.mistake === 'mileage'}>
        <NumberField
          label={t().field.mileageKm}
          unit={t().confirm.kilometres}
          min={0}
          max={100_000}
          value={props.draft.mileageKm}
          onChange={(mileageKm) => props.change({ mileageKm })}
        />
      </Match>
      <Match when={props.draft.mistake === 'cash'}>
        <MoneyField
          label={t().field.collectedFen}
          value={props.draft.collectedFen}
          onChange={(collectedFen) => props.change({ collectedFen })}
        />
      </Match>
      <Match when={mistakes[props.draft.mistake] === 'status'}>
        <Status {...props} />
      </Match>
      <Match when={props.draft.mistake === 'step'}>
        <Step {...props} />
      </Match>
    </Switch>
  );
}

/** A mistake with a name says what it becomes; where it goes on from can be told otherwise. */
function Status(props: Entering): JSX.Element {
  const t = useStrings(orderStrings);
  const reasons = useReasons('empty-run');
  const offered = () => {
    const { mistake } = props.draft;
    if (mistake === 'status') return orderStatuses;
    return mistake === 'voided' || mistake === 'completed' ? openStatuses : [];
  };
  return (
    <>
      <Show when={offered().length > 0}>
        <Select
          label={t().repair.becomes}
          placeholder="—"
          value={props.draft.status}
          options={offered().map((value) => ({ value, label: t().status[value] }))}
          onChange={(status) => props.change({ status })}
        />
      </Show>
      <Show when={becomesEmptyRun(props.draft)}>
        <Select
          label={t().repair.emptyReason}
          placeholder="—"
          value={props.draft.emptyReason}
          options={reasons.options()}
          onChange={(emptyReason) => props.change({ emptyReason })}
        />
      </Show>
    </>
  );
}

/** Those who drive are told by their role; who left drove once. */
function Crew(props: Entering): JSX.Element {
  const t = useStrings(orderStrings);
  const [vehicles, staff] = [useReference('vehicles'), useReference('staff')];
  const drives = useDrives();
  return (
    <>
      <Combobox
        label={t().fact.vehicle}
        value={props.draft.vehicleId}
        options={vehicles().map(({ id, plate }) => ({ value: id, label: plate }))}
        onChange={(vehicleId) => props.change({ vehicleId })}
      />
      <Combobox
        label={t().fact.driver}
        value={props.draft.driverId}
        options={staff().filter(drives).map(namedOption)}
        onChange={(driverId) => props.change({ driverId })}
      />
    </>
  );
}

function Customer(props: Entering): JSX.Element {
  const t = useStrings(orderStrings);
  const actor = useActor();
  const customers = useReference('customers');
  return (
    <Combobox
      label={t().field.customerId}
      value={props.draft.customerId}
      options={customers()
        .filter(({ outletIds }) => serves(actor, outletIds))
        .map(namedOption)}
      onChange={(customerId) => props.change({ customerId })}
    />
  );
}

function Step(props: Entering): JSX.Element {
  const t = useStrings(orderStrings);
  const format = useFormat();
  return (
    <>
      <Select
        label={t().repair.step}
        value={props.draft.step}
        placeholder="—"
        options={stepTypes.map((value) => ({ value, label: t().entry[value] }))}
        onChange={(step) => props.change({ step, at: step && timeOf(props.order, step) })}
      />
      <Show when={props.draft.step}>
        <DateTimeField
          label={t().repair.time}
          description={t().repair.timeHint}
          zone={format.zone()}
          value={props.draft.at}
          onChange={(at) => props.change({ at })}
        />
      </Show>
    </>
  );
}

/** What stands there, and what will. */
function Preview(props: { order: ProjectedOrder; draft: RepairDraft }): JSX.Element {
  const t = useStrings(orderStrings);
  const words = useChangeWords();
  const lines = () => {
    const patch = patchOf(props.draft);
    return patch ? changesBy(props.order, patch).map(words) : [];
  };
  return (
    <div role="status">
      <For each={lines()} fallback={<p>{t().repair.same}</p>}>
        {({ field, before, after }) => <p>{t().changeIs(field, before, after)}</p>}
      </For>
    </div>
  );
}
