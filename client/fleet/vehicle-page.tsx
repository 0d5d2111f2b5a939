// One vehicle: what it is, what it can do and for whom, and who drives it.
import { createMemo, For, Show, type JSX } from 'solid-js';
import { datesOf } from '#schemas/fleet/expiry.ts';
import { normalPlate } from '#schemas/fleet/plate.ts';
import { Vehicle } from '#schemas/fleet/vehicle.ts';
import { useStrings } from '../i18n/strings.ts';
import { useCopy } from '../records/copy.ts';
import { useOnlyOutlet } from '../records/options.ts';
import { useToday } from '../records/today.ts';
import { useRecordForm } from '../records/record-form.ts';
import { RecordGate } from '../records/record-gate.tsx';
import { RecordPage } from '../records/record-page.tsx';
import type { Record } from '../records/record.ts';
import { StatusBadge } from '../ui/badge.tsx';
import { Banner } from '../ui/banner.tsx';
import type { RecordSection } from '../ui/record-page.tsx';
import { AbilitiesButtons } from './abilities.tsx';
import { stateTones } from './columns.tsx';
import { vehicleStrings } from './strings.ts';
import { VehicleAbilities, VehicleBasics, VehiclePapers, type VehicleForm } from './vehicle-fields.tsx';

const list = '/vehicles';

export default function VehiclePage(): JSX.Element {
  return (
    <RecordGate collection="vehicles" list={list}>
      {(record) => <OneVehicle record={record} />}
    </RecordGate>
  );
}

const blank = {
  ...{ name: '', disabled: false, state: 'available' as const, positionSource: 'phone' as const },
  ...{ driverIds: [], carModelIds: [], roadConditionIds: [], serviceIds: [], equipmentIds: [] },
};

function OneVehicle(props: { record: Record<'vehicles'> }): JSX.Element {
  const t = useStrings(vehicleStrings);
  const { record } = props;
  const copy = useCopy(
    record,
    ({
      plate: _,
      name: _name,
      driverIds: _drivers,
      insuranceExpiresOn: _i,
      inspectionExpiresOn: _j,
      ...rest
    }) => rest,
  );
  const onlyOutlet = useOnlyOutlet();
  const form: VehicleForm = useRecordForm({
    record,
    list,
    schema: Vehicle,
    initial: () => record.document() ?? { id: record.id, ...blank, outletId: onlyOutlet(), ...copy() },
    // A vehicle is called by its plate.
    finish: (vehicle) => {
      const plate = normalPlate(vehicle.plate);
      return { ...vehicle, plate, name: plate };
    },
  });
  const sections = useSections(record, form);
  return (
    <RecordPage
      record={record}
      form={form}
      list={{ href: list, label: t().title }}
      newTitle={t().create}
      badges={<State record={record} />}
      actions={record.mayEdit && <AbilitiesButtons />}
      copyHref={`${list}/new?from=${record.id}`}
      banner={<Warnings record={record} />}
      sections={sections()}
    />
  );
}

function useSections(record: Record<'vehicles'>, form: VehicleForm): () => RecordSection[] {
  const t = useStrings(vehicleStrings);
  return () => [
    {
      id: 'basics',
      label: t().basics,
      content: () => <VehicleBasics form={form} isNew={record.isNew} />,
    },
    {
      id: 'abilities',
      label: t().abilities,
      hint: t().abilitiesHint,
      content: () => <VehicleAbilities form={form} />,
    },
    { id: 'papers', label: t().papers, content: () => <VehiclePapers form={form} /> },
  ];
}

interface Props {
  record: Record<'vehicles'>;
}

function State(props: Props): JSX.Element {
  const t = useStrings(vehicleStrings);
  return (
    <Show when={props.record.document()?.state}>
      {(state) => <StatusBadge tone={stateTones[state()]}>{t().states[state()]}</StatusBadge>}
    </Show>
  );
}

function Warnings(props: Props): JSX.Element {
  const t = useStrings(vehicleStrings);
  const today = useToday();
  const due = createMemo(() => {
    const vehicle = props.record.document();
    return vehicle ? datesOf(vehicle, today()).filter(({ state }) => state !== 'valid') : [];
  });
  return (
    <For each={due()}>
      {({ kind, on, state }) => (
        <Banner tone={state === 'expired' ? 'danger' : 'warning'}>
          {state === 'expired' ? t().expiredOn(t()[kind], on) : t().expiresOn(t()[kind], on)}
        </Banner>
      )}
    </For>
  );
}
