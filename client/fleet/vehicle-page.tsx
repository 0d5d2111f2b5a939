// One vehicle: what it is, what it can do and for whom, and who drives it.
import { useParams } from '@solidjs/router';
import { createMemo, For, Show, type JSX } from 'solid-js';
import { datesOf } from '#schemas/fleet/expiry.ts';
import { normalPlate } from '#schemas/fleet/plate.ts';
import { Vehicle } from '#schemas/fleet/vehicle.ts';
import { EditForm } from '../app/edit-form.tsx';
import { useStrings } from '../i18n/strings.ts';
import { useToday } from '../records/knowledge.ts';
import { useRecordForm } from '../records/record-form.ts';
import { RecordPage } from '../records/record-page.tsx';
import { useRecord, type Record } from '../records/record.ts';
import { StatusBadge } from '../ui/badge.tsx';
import { Banner } from '../ui/banner.tsx';
import { SaveBar } from '../ui/form/save-bar.tsx';
import { Stack } from '../ui/page.tsx';
import { AbilitiesButtons } from './abilities.tsx';
import { stateTones } from './columns.tsx';
import { vehicleStrings } from './strings.ts';
import { AbilitiesCard, BasicsCard, PapersCard, type VehicleForm } from './vehicle-cards.tsx';

const list = '/vehicles';

export default function VehiclePage(): JSX.Element {
  const params = useParams<{ id: string }>();
  return (
    <Show when={params.id} keyed>
      {(id) => <OneVehicle id={id} />}
    </Show>
  );
}

function OneVehicle(props: { id: string }): JSX.Element {
  const t = useStrings(vehicleStrings);
  const record = useRecord('vehicles', props.id);
  return (
    <RecordPage
      record={record}
      list={list}
      listTitle={t().title}
      newTitle={t().create}
      badges={
        <Show when={record.document()}>
          {(vehicle) => (
            <StatusBadge tone={stateTones[vehicle().state]}>{t().states[vehicle().state]}</StatusBadge>
          )}
        </Show>
      }
      actions={<AbilitiesButtons />}
    >
      <OneForm record={record} />
    </RecordPage>
  );
}

const blank = {
  ...{ name: '', disabled: false, state: 'available' as const, positionSource: 'phone' as const },
  ...{ driverIds: [], carModelIds: [], roadConditionIds: [], serviceIds: [], equipmentIds: [] },
};

function OneForm(props: { record: Record<'vehicles'> }): JSX.Element {
  const { record } = props;
  const form: VehicleForm = useRecordForm({
    record,
    list,
    schema: Vehicle,
    initial: () => record.document() ?? { id: record.id, ...blank },
    // A vehicle is called by its plate.
    finish: (vehicle) => {
      const plate = normalPlate(vehicle.plate);
      return { ...vehicle, plate, name: plate };
    },
  });
  return (
    <EditForm
      form={form}
      footer={
        <Show when={record.mayEdit}>
          <SaveBar form={form} />
        </Show>
      }
    >
      <Stack>
        <Warnings record={record} />
        <BasicsCard form={form} isNew={record.isNew} />
        <AbilitiesCard form={form} />
        <PapersCard form={form} />
      </Stack>
    </EditForm>
  );
}

function Warnings(props: { record: Record<'vehicles'> }): JSX.Element {
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
