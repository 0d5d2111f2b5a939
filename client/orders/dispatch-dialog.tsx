// Gives an order to a vehicle and a driver. Everything comes from this device, so it works without a network.
import { createEffect, createMemo, createSignal, on, Show, type JSX } from 'solid-js';
import { carModelOf } from '#schemas/fleet/car-model.ts';
import type { Rescue } from '#schemas/fleet/match.ts';
import { isOpen, openStatuses } from '#schemas/orders/order.ts';
import { seesAnyOutlet, seesOutlet } from '#schemas/staff/permissions.ts';
import type { Staff } from '#schemas/staff/staff.ts';
import { useCodeText } from '../app/code-text.ts';
import { useCommands } from '../data/commands.ts';
import { useOrders, type ProjectedOrder } from '../data/orders.ts';
import { useCatalog, useReference, useReferenceMap } from '../data/reference.ts';
import { useActor } from '../data/session.ts';
import { useSync } from '../data/sync-state.ts';
import { useStrings } from '../i18n/strings.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useFormat } from '../ui/formatting.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toWallClock } from '../ui/time.ts';
import { toast } from '../ui/toast.tsx';
import { loadsOf, rankVehicles, usualDriver, type Candidate, type Loads } from './candidates.ts';
import { dispatchStrings } from './dispatch-strings.ts';
import { useNames } from './names.ts';
import { orderStrings } from './strings.ts';
import { VehicleList } from './vehicle-list.tsx';

interface Props {
  order: ProjectedOrder;
  onClose: () => void;
}

export function DispatchDialog(props: Props): JSX.Element {
  const t = useStrings(dispatchStrings);
  const names = useNames();
  const form = createDispatch(props);
  const assignment = () => props.order.assignment;
  const number = () => props.order.number || props.order.car.plate;
  return (
    <Dialog
      open
      size="large"
      title={assignment() ? t().redispatchTitle(number()) : t().title(number())}
      description={props.order.pickup.address}
      onClose={() => props.onClose()}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{t().cancel}</Button>
          <Button variant="primary" busy={form.busy()} onClick={() => void form.submit()}>
            {t().dispatch}
          </Button>
        </>
      }
    >
      <Show when={form.error()}>{(text) => <Banner tone="danger">{text()}</Banner>}</Show>
      <Show when={assignment()}>
        {(current) => (
          <Banner tone="info">
            {t().now(names.vehicle(current().vehicleId), names.staff(current().driverId))}
          </Banner>
        )}
      </Show>
      <VehicleList
        candidates={form.candidates()}
        chosen={form.vehicleId()}
        onChoose={form.chooseVehicle}
        onSubmit={() => void form.submit()}
        error={form.tried() && form.vehicleId() === null ? t().vehicleMissing : undefined}
      />
      <Warning candidate={form.candidate()} />
      <DriverField form={form} />
      <TextField label={t().note} maxLength={500} value={form.note()} onInput={form.setNote} />
    </Dialog>
  );
}

/** The reasons are not reasons to refuse: the dispatcher knows more than the lists. */
function Warning(props: { candidate: Candidate | undefined }): JSX.Element {
  const t = useStrings(dispatchStrings);
  const reasons = () => props.candidate?.against.map((code) => t().against[code]).join(t().listSeparator);
  return <Show when={reasons()}>{(text) => <Banner tone="warning">{t().warned(text())}</Banner>}</Show>;
}

function DriverField(props: { form: Dispatch }): JSX.Element {
  const t = useStrings(dispatchStrings);
  const names = useNames();
  const label = (driver: Staff): string => {
    const text = t().driverLoad(driver.name, props.form.loads().drivers.get(driver.id) ?? 0);
    return driver.employment === 'on-leave' ? `${text} · ${t().onLeave}` : text;
  };
  const warning = (): string | undefined => {
    const [vehicle, driver] = [props.form.candidate()?.vehicle, props.form.driverId()];
    if (!vehicle || driver === null || vehicle.driverIds.includes(driver)) return undefined;
    return t().unpaired(names.staff(driver), vehicle.plate);
  };
  return (
    <>
      <Select
        label={t().driver}
        required
        value={props.form.driverId()}
        options={props.form.drivers().map((driver) => ({ value: driver.id, label: label(driver) }))}
        onChange={props.form.setDriverId}
        error={props.form.tried() && props.form.driverId() === null ? t().driverMissing : undefined}
      />
      <Show when={warning()}>{(text) => <Banner tone="warning">{text()}</Banner>}</Show>
    </>
  );
}

type Dispatch = ReturnType<typeof createDispatch>;

function createDispatch(props: Props) {
  const t = useStrings(orderStrings);
  const text = useCodeText();
  const { issue } = useCommands();
  const { online } = useSync();
  const loads = useLoads(() => props.order.id);
  const candidates = useCandidates(() => props.order, loads);
  const drivers = useDrivers();
  const [vehicleId, setVehicleId] = createSignal<string | null>(null);
  const [driverId, setDriverId] = createSignal<string | null>(null);
  const [note, setNote] = createSignal('');
  const [tried, setTried] = createSignal(false);
  const [busy, setBusy] = createSignal(false);
  const [error, setError] = createSignal<string>();
  const candidate = () => candidates().find(({ vehicle }) => vehicle.id === vehicleId());

  createEffect(
    on(vehicleId, () => {
      const vehicle = candidate()?.vehicle;
      const ids = drivers().map(({ id }) => id);
      setDriverId((vehicle && usualDriver(vehicle, ids, loads())) ?? null);
    }),
  );

  const submit = async (): Promise<void> => {
    setTried(true);
    const [vehicle, driver] = [vehicleId(), driverId()];
    if (busy() || vehicle === null || driver === null) return;
    setBusy(true);
    const issued = await issue('dispatch', props.order.id, {
      vehicleId: vehicle,
      driverId: driver,
      ...(note().trim() && { note: note().trim() }),
    });
    setBusy(false);
    if (!issued.ok) return void setError(text(issued.error.code));
    toast.success(t().done.dispatched, online() ? {} : { detail: t().done.offline });
    props.onClose();
  };
  return {
    ...{ candidates, candidate, loads, drivers, vehicleId, driverId, setDriverId, note, setNote },
    ...{ tried, busy, error, submit },
    chooseVehicle: (id: string): void => void setVehicleId(id),
  };
}

/** More open orders than this no dispatcher oversees; the counts then are the newest ones'. */
const openLimit = 1000;

function useLoads(orderId: () => string): () => Loads {
  const open = useOrders(() => ({ statuses: openStatuses }), { limit: openLimit });
  return createMemo(() =>
    loadsOf(
      open.orders().filter(({ status }) => isOpen(status)),
      orderId(),
    ),
  );
}

function useCandidates(order: () => ProjectedOrder, loads: () => Loads): () => readonly Candidate[] {
  const actor = useActor();
  const vehicles = useReference('vehicles');
  const outlets = useReferenceMap('outlets');
  const rescue = useRescue(order);
  return createMemo(() =>
    rankVehicles(
      vehicles().filter(({ outletId }) => seesOutlet(actor, outletId)),
      { order: order(), rescue: rescue(), loads: loads(), outlets: outlets() },
    ),
  );
}

/** What the order asks of a vehicle. */
function useRescue(order: () => ProjectedOrder): () => Rescue {
  const catalog = useReferenceMap('catalog');
  const makes = useCatalog('car-make');
  const format = useFormat();
  return createMemo(() => {
    const { serviceId, roadConditionId, car } = order();
    const today = toWallClock(format.now(), format.zone()).slice(0, 10);
    const carModelId = carModelOf(car.model, makes());
    return { serviceId, roadConditionId, carModelId, service: catalog().get(serviceId), today };
  });
}

/** Who works as a driver at an outlet that this person sees. */
function useDrivers(): () => readonly Staff[] {
  const actor = useActor();
  const staff = useReference('staff');
  const roles = useReferenceMap('roles');
  const drives = ({ roleIds }: Staff): boolean =>
    roleIds.some((id) => roles().get(id)?.permissions.includes('jobs.work'));
  return createMemo(() =>
    staff().filter(
      (person) =>
        !person.disabled &&
        person.employment !== 'left' &&
        drives(person) &&
        seesAnyOutlet(actor, person.outletIds),
    ),
  );
}
