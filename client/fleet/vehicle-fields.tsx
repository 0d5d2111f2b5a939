// The parts of a vehicle's form.
import { createMemo, type Accessor, type JSX } from 'solid-js';
import { normalPlate } from '#schemas/fleet/plate.ts';
import { vehicleStates, type Vehicle } from '#schemas/fleet/vehicle.ts';
import { seesAnyOutlet } from '#schemas/staff/permissions.ts';
import { useDrives, useReference, useReferenceMap } from '../data/reference.ts';
import { useActor } from '../data/session.ts';
import { useStrings } from '../i18n/strings.ts';
import { useCatalogOptions, useOutletOptions } from '../records/options.ts';
import { useNames } from '../orders/names.ts';
import { Combobox, type ComboOption } from '../ui/combobox.tsx';
import { DateField } from '../ui/date-field.tsx';
import type { Form } from '../ui/form/form.ts';
import { MultiSelect } from '../ui/multi-select.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { FormGrid, Wide } from '../ui/page.tsx';
import { PlateField } from '../ui/plate-field.tsx';
import { Select } from '../ui/select.tsx';
import { TextArea, TextField } from '../ui/text-field.tsx';
import { abilityIds } from './abilities.tsx';
import { ServiceAdvice } from './service-advice.tsx';
import { vehicleStrings } from './strings.ts';

export type VehicleForm = Form<Vehicle>;

export function VehicleBasics(props: { form: VehicleForm; isNew: boolean }): JSX.Element {
  const t = useStrings(vehicleStrings);
  const types = useCatalogOptions('vehicle-type');
  const outlets = useOutletOptions();
  const { form } = props;
  // A vehicle is called by its plate, and without a name it could not be saved: the field of both is one.
  form.text('name', t().plate);
  const call = (plate: string): void => {
    form.set('plate', plate);
    form.set('name', normalPlate(plate));
  };
  return (
    <FormGrid columns={3}>
      <PlateField {...form.text('plate', t().plate)} onInput={call} autofocus={props.isNew} />
      <Combobox {...form.value('typeId', t().type)} options={types()} description={t().typeHint} />
      <Combobox {...form.value('outletId', t().outlet)} options={outlets()} />
      <Select
        {...form.value('state', t().state)}
        options={vehicleStates.map((state) => ({ value: state, label: t().states[state] }))}
      />
      <TextField {...form.text('model', t().model)} />
      <NumberField {...form.value('maxLoadKg', t().maxLoad)} integer min={0} unit="kg" />
      <Select
        {...form.value('plateColor', t().plateColor)}
        clearable
        options={plateColors.map((color) => ({ value: color, label: t().plateColors[color] }))}
      />
      <Select
        {...form.value('positionSource', t().positionSource)}
        clearable
        options={positionSources.map((source) => ({ value: source, label: t().positionSources[source] }))}
      />
    </FormGrid>
  );
}

const plateColors = ['blue', 'yellow', 'green', 'yellow-green', 'white', 'black'] as const;
const positionSources = ['phone', 'device', 'none'] as const;

export function VehicleAbilities(props: { form: VehicleForm }): JSX.Element {
  const t = useStrings(vehicleStrings);
  const drivers = useDriverOptions();
  const [carModels, roads, services, equipment] = [
    useCatalogOptions('car-model'),
    useCatalogOptions('road-condition'),
    useCatalogOptions('service'),
    useCatalogOptions('equipment'),
  ];
  const { form } = props;
  const strangers = useStrangers(form);
  return (
    <FormGrid>
      <div id={abilityIds.drivers}>
        <MultiSelect
          {...form.list('driverIds', t().drivers)}
          options={drivers()}
          placeholder={t().nobody}
          description={strangers()}
        />
      </div>
      <div id={abilityIds.carModels}>
        <MultiSelect
          {...form.list('carModelIds', t().takesModels)}
          options={carModels()}
          placeholder={t().all}
          description={t().takesModelsHint}
        />
      </div>
      <div id={abilityIds.roads}>
        <MultiSelect {...form.list('roadConditionIds', t().roads)} options={roads()} placeholder={t().all} />
      </div>
      <div id={abilityIds.services}>
        <MultiSelect {...form.list('serviceIds', t().services)} options={services()} placeholder={t().all} />
        <ServiceAdvice form={form} />
      </div>
      <MultiSelect {...form.list('equipmentIds', t().equipment)} options={equipment()} />
    </FormGrid>
  );
}

export function VehiclePapers(props: { form: VehicleForm }): JSX.Element {
  const t = useStrings(vehicleStrings);
  const { form } = props;
  return (
    <FormGrid>
      <DateField {...form.value('insuranceExpiresOn', t().insurance)} />
      <DateField {...form.value('inspectionExpiresOn', t().inspection)} />
      <Wide>
        <TextArea {...form.text('note', t().note)} rows={2} />
      </Wide>
    </FormGrid>
  );
}

/** Who drives, of the people that this person sees. */
function useDriverOptions(): Accessor<readonly ComboOption[]> {
  const actor = useActor();
  const staff = useReference('staff');
  const drives = useDrives();
  const names = useNames();
  return createMemo(() =>
    staff()
      .filter(
        (person) =>
          !person.disabled &&
          person.employment !== 'left' &&
          drives(person) &&
          seesAnyOutlet(actor, person.outletIds),
      )
      .map(({ id, name, phone, outletIds }) => ({
        value: id,
        label: name,
        detail: [phone, ...outletIds.map(names.outlet)].filter(Boolean).join(' · '),
      })),
  );
}

/** Of drivers who belong to other outlets only: whoever dispatches for this one sees neither them nor their names. */
function useStrangers(form: VehicleForm): Accessor<string | undefined> {
  const t = useStrings(vehicleStrings);
  const staff = useReferenceMap('staff');
  return () => {
    const { outletId, driverIds = [] } = form.values;
    const strange = driverIds.flatMap((id) => {
      const person = staff().get(id);
      const isStrange =
        outletId && person && person.outletIds.length > 0 && !person.outletIds.includes(outletId);
      return isStrange ? [person.name] : [];
    });
    return strange.length > 0 ? t().strangers(strange.join(t().listSeparator)) : undefined;
  };
}
