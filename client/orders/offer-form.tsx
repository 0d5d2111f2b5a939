// Asks several drivers at once whether they take an order: whom, with which vehicle, and how long one waits.
import { createSignal, For, Show, type JSX } from 'solid-js';
import { createStore } from 'solid-js/store';
import type { Place } from '#schemas/core/types.ts';
import { offerSize } from '#schemas/orders/offer.ts';
import { useCodeText } from '../app/code-text.ts';
import { useCommands } from '../data/commands.ts';
import type { ProjectedOrder } from '../data/orders.ts';
import { useSync } from '../data/sync-state.ts';
import { useStrings } from '../i18n/strings.ts';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toast } from '../ui/toast.tsx';
import { usualDriver } from './candidates.ts';
import { CrewChoice } from './crew-choice.tsx';
import { useDriverOptions, type CrewData } from './crew-data.ts';
import css from './dispatch.module.css';
import { dispatchStrings } from './dispatch-strings.ts';
import { useNames } from './names.ts';
import { orderStrings } from './strings.ts';

interface Row {
  readonly vehicleId: string;
  driverId: string | null;
}

type OfferForm = ReturnType<typeof createOffer>;

/** Minutes; none: until somebody decides. */
const limits = ['3', '5', '10', '15', '30'];

export function OfferFields(props: { form: OfferForm; crews: CrewData; pickup: Place }): JSX.Element {
  const t = useStrings(dispatchStrings);
  const names = useNames();
  const form = () => props.form;
  const options = useDriverOptions(props.crews);
  return (
    <>
      <CrewChoice
        pickup={props.pickup}
        crews={props.crews}
        chosen={form().rows.map(({ vehicleId }) => vehicleId)}
        several
        onChoose={(id) => form().toggle(id)}
        onSubmit={() => void form().submit()}
        error={form().tried() && !form().isEnough() ? t().tooFew : undefined}
      />
      <Show when={form().rows.length > 0}>
        <div class={css.crews}>
          <For each={form().rows}>
            {(row) => (
              <Select
                label={names.vehicle(row.vehicleId)}
                required
                value={row.driverId}
                options={options()}
                onChange={(driverId) => form().setDriver(row.vehicleId, driverId)}
                error={form().tried() ? form().problem(row) : undefined}
              />
            )}
          </For>
        </div>
      </Show>
      <div class={css.crews}>
        <Select
          label={t().limit}
          clearable
          placeholder={t().noLimit}
          value={form().minutes()}
          options={limits.map((value) => ({ value, label: t().minutes(Number(value)) }))}
          onChange={form().setMinutes}
          description={t().limitHint}
        />
        <TextField label={t().note} maxLength={500} value={form().note()} onInput={form().setNote} />
      </div>
    </>
  );
}

export function createOffer(order: () => ProjectedOrder, crews: CrewData, onDone: () => void) {
  const t = useStrings(dispatchStrings);
  const words = useStrings(orderStrings);
  const text = useCodeText();
  const { issue } = useCommands();
  const { online } = useSync();
  const [rows, setRows] = createStore<Row[]>([]);
  const [minutes, setMinutes] = createSignal<string | null>('5');
  const [note, setNote] = createSignal('');
  const [tried, setTried] = createSignal(false);
  const [busy, setBusy] = createSignal(false);
  const [error, setError] = createSignal<string>();
  const isEnough = (): boolean => rows.length >= offerSize.least && rows.length <= offerSize.most;
  const problem = ({ vehicleId, driverId }: Row): string | undefined => {
    if (driverId === null) return t().driverMissing;
    const isTwice = rows.some((row) => row.driverId === driverId && row.vehicleId !== vehicleId);
    return isTwice ? t().driverTwice : undefined;
  };
  const toggle = (vehicleId: string): void => {
    if (rows.some((row) => row.vehicleId === vehicleId))
      return setRows((all) => all.filter((row) => row.vehicleId !== vehicleId));
    setRows(rows.length, { vehicleId, driverId: freeDriver(vehicleId, rows, crews) });
  };
  const submit = async (): Promise<void> => {
    setTried(true);
    const to = rows.flatMap(({ vehicleId, driverId }) =>
      driverId === null ? [] : [{ vehicleId, driverId }],
    );
    if (busy() || !isEnough() || rows.some((row) => problem(row) !== undefined)) return;
    setBusy(true);
    const issued = await issue('offer', order().id, {
      to,
      ...(minutes() !== null && { minutes: Number(minutes()) }),
      ...(note().trim() && { note: note().trim() }),
    });
    setBusy(false);
    if (!issued.ok) return void setError(text(issued.error.code));
    toast.success(t().offered(to.length), online() ? {} : { detail: words().done.offline });
    onDone();
  };
  return {
    ...{ rows, toggle, problem, isEnough, minutes, setMinutes, note, setNote, tried, busy, error, submit },
    setDriver: (vehicleId: string, driverId: string | null): void =>
      setRows((row) => row.vehicleId === vehicleId, 'driverId', driverId),
  };
}

/** Who usually drives it and is not asked with another vehicle already. */
function freeDriver(vehicleId: string, rows: readonly Row[], crews: CrewData) {
  const { candidates, drivers, loads, duty } = crews;
  const vehicle = candidates().find((candidate) => candidate.vehicle.id === vehicleId)?.vehicle;
  const driverIds = drivers()
    .map(({ id }) => id)
    .filter((id) => !rows.some(({ driverId }) => driverId === id));
  const choosable = { driverIds, loads: loads(), offDuty: duty.offDuty() };
  return (vehicle && usualDriver(vehicle, choosable)) ?? null;
}
