// Gives an order to a vehicle and a driver, or offers it to several of whom the first has it. Everything comes from
// this device, so it works without a network.
import { useSearchParams } from '@solidjs/router';
import { createEffect, createSignal, on, Show, type JSX } from 'solid-js';
import type { Place } from '#schemas/core/types.ts';
import { officeCan } from '#schemas/orders/can.ts';
import { useCodeText } from '../app/code-text.ts';
import { useCommands } from '../data/commands.ts';
import type { ProjectedOrder } from '../data/orders.ts';
import { useActor } from '../data/session.ts';
import { useSync } from '../data/sync-state.ts';
import { useStrings } from '../i18n/strings.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { RadioGroup } from '../ui/choice-group.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toast } from '../ui/toast.tsx';
import { usualDriver, type Candidate } from './candidates.ts';
import { CrewChoice } from './crew-choice.tsx';
import { useCrewData, useDriverOptions, type CrewData } from './crew-data.ts';
import { dispatchStrings } from './dispatch-strings.ts';
import { useDeclineWords } from './marks.tsx';
import { useNames } from './names.ts';
import { createOffer, OfferFields } from './offer-form.tsx';
import { OfferState } from './offer-state.tsx';
import { orderStrings } from './strings.ts';

interface Props {
  order: ProjectedOrder;
  onClose: () => void;
}

type Way = 'one' | 'several';

export function DispatchDialog(props: Props): JSX.Element {
  const t = useStrings(dispatchStrings);
  const names = useNames();
  const actor = useActor();
  const [way, setWay] = createSignal<Way>('one');
  const crews = useCrewData(() => props.order);
  const done = (): void => props.onClose();
  const one = createDispatch(() => props.order, crews, done);
  const several = createOffer(() => props.order, crews, done);
  const form = () => (way() === 'one' ? one : several);
  const assignment = () => props.order.assignment;
  const number = () => props.order.number || props.order.car.plate;
  const ways = () => [
    { value: 'one' as const, label: t().way.one },
    { value: 'several' as const, label: t().way.several },
  ];
  return (
    <Dialog
      open
      size="wide"
      title={assignment() ? t().redispatchTitle(number()) : t().title(number())}
      description={props.order.pickup.address}
      onClose={() => props.onClose()}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{t().cancel}</Button>
          <Button variant="primary" busy={form().busy()} onClick={() => void form().submit()}>
            {way() === 'one' ? t().dispatch : t().offer}
          </Button>
        </>
      }
    >
      <Show when={form().error()}>{(text) => <Banner tone="danger">{text()}</Banner>}</Show>
      <Show when={assignment()}>
        {(current) => (
          <Banner tone="info">
            {t().now(names.vehicle(current().vehicleId), names.staff(current().driverId))}
          </Banner>
        )}
      </Show>
      <Declined order={props.order} />
      <OfferState order={props.order} />
      <Show when={officeCan('offer', props.order, actor).can}>
        <RadioGroup
          label={t().way.label}
          hideLabel
          value={way()}
          options={ways()}
          onChange={(value) => setWay(value)}
        />
      </Show>
      <Show
        when={way() === 'one'}
        fallback={<OfferFields form={several} crews={crews} pickup={props.order.pickup} />}
      >
        <DispatchFields form={one} crews={crews} pickup={props.order.pickup} />
      </Show>
    </Dialog>
  );
}

/** Whom not to ask again, and what the next one has to have. */
function Declined(props: { order: ProjectedOrder }): JSX.Element {
  const t = useStrings(orderStrings);
  const declineWords = useDeclineWords();
  return (
    <Show when={declineWords(props.order)}>
      {(words) => (
        <Banner tone="warning" title={t().attention.declined.text}>
          {words()}
        </Banner>
      )}
    </Show>
  );
}

function DispatchFields(props: { form: Dispatch; crews: CrewData; pickup: Place }): JSX.Element {
  const t = useStrings(dispatchStrings);
  const form = () => props.form;
  const chosen = () => {
    const id = form().vehicleId();
    return id === null ? [] : [id];
  };
  return (
    <>
      <CrewChoice
        pickup={props.pickup}
        crews={props.crews}
        chosen={chosen()}
        onChoose={(id) => form().chooseVehicle(id)}
        onSubmit={() => void form().submit()}
        error={form().tried() && form().vehicleId() === null ? t().vehicleMissing : undefined}
      />
      <Warning candidate={form().candidate()} />
      <DriverField form={form()} crews={props.crews} />
      <TextField label={t().note} maxLength={500} value={form().note()} onInput={form().setNote} />
    </>
  );
}

/** The reasons are not reasons to refuse: the dispatcher knows more than the lists. */
function Warning(props: { candidate: Candidate | undefined }): JSX.Element {
  const t = useStrings(dispatchStrings);
  const reasons = () => props.candidate?.against.map((code) => t().against[code]).join(t().listSeparator);
  return <Show when={reasons()}>{(text) => <Banner tone="warning">{t().warned(text())}</Banner>}</Show>;
}

function DriverField(props: { form: Dispatch; crews: CrewData }): JSX.Element {
  const t = useStrings(dispatchStrings);
  const names = useNames();
  const options = useDriverOptions(props.crews);
  // A phone cuts off what stands at the end of the choice.
  const duty = (): string | undefined => props.crews.duty.markOf(props.form.driverId() ?? '');
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
        options={options()}
        description={duty()}
        onChange={props.form.setDriverId}
        error={props.form.tried() && props.form.driverId() === null ? t().driverMissing : undefined}
      />
      <Show when={warning()}>{(text) => <Banner tone="warning">{text()}</Banner>}</Show>
    </>
  );
}

type Dispatch = ReturnType<typeof createDispatch>;

function createDispatch(order: () => ProjectedOrder, crews: CrewData, onDone: () => void) {
  const t = useStrings(orderStrings);
  const text = useCodeText();
  const { issue } = useCommands();
  const { online } = useSync();
  const { candidates, drivers, loads, duty } = crews;
  // Whoever looks for something for one vehicle means this one.
  const [params] = useSearchParams<{ vehicle?: string }>();
  const wanted = candidates().find(({ vehicle }) => vehicle.id === params.vehicle)?.vehicle.id;
  const [vehicleId, setVehicleId] = createSignal<string | null>(wanted ?? null);
  const [driverId, setDriverId] = createSignal<string | null>(null);
  const [note, setNote] = createSignal('');
  const [tried, setTried] = createSignal(false);
  const [busy, setBusy] = createSignal(false);
  const [error, setError] = createSignal<string>();
  const candidate = () => candidates().find(({ vehicle }) => vehicle.id === vehicleId());

  createEffect(
    on(vehicleId, () => {
      const vehicle = candidate()?.vehicle;
      const driverIds = drivers().map(({ id }) => id);
      const choosable = { driverIds, loads: loads(), offDuty: duty.offDuty() };
      setDriverId((vehicle && usualDriver(vehicle, choosable)) ?? null);
    }),
  );

  const submit = async (): Promise<void> => {
    setTried(true);
    const [vehicle, driver] = [vehicleId(), driverId()];
    if (busy() || vehicle === null || driver === null) return;
    setBusy(true);
    const issued = await issue('dispatch', order().id, {
      vehicleId: vehicle,
      driverId: driver,
      seen: order().assignment ?? null,
      ...(note().trim() && { note: note().trim() }),
    });
    setBusy(false);
    if (!issued.ok) return void setError(text(issued.error.code));
    toast.success(t().done.dispatched, online() ? {} : { detail: t().done.offline });
    onDone();
  };
  return {
    ...{ candidate, vehicleId, driverId, setDriverId, note, setNote },
    ...{ tried, busy, error, submit },
    chooseVehicle: (id: string): void => void setVehicleId(id),
  };
}
