// The columns of the list of vehicles.
import { createMemo, For, Show, type Accessor, type JSX } from 'solid-js';
import { datesOf, type Due } from '#schemas/fleet/expiry.ts';
import type { Vehicle } from '#schemas/fleet/vehicle.ts';
import { useStrings } from '../i18n/strings.ts';
import { useNames } from '../orders/names.ts';
import { useToday } from '../records/today.ts';
import { RecordState, UnsentMark } from '../records/state-column.tsx';
import { Badge, StatusBadge, type Tone } from '../ui/badge.tsx';
import type { Column } from '../ui/data-table.tsx';
import { RowCard } from '../ui/row-card.tsx';
import { vehicleStrings } from './strings.ts';

export const stateTones: Readonly<Record<Vehicle['state'], Tone>> = {
  available: 'success',
  busy: 'progress',
  off: 'neutral',
  'in-repair': 'warning',
};

export function useVehicleColumns(): Accessor<readonly Column<Vehicle>[]> {
  const t = useStrings(vehicleStrings);
  const names = useNames();
  const today = useToday();
  const list = (ids: readonly string[], nameOf: (id: string) => string) =>
    ids.map((id) => nameOf(id)).join(t().listSeparator);
  const expiry = (kind: 'insurance' | 'inspection') => ({
    value: (vehicle: Vehicle) => datesOf(vehicle, today()).find((date) => date.kind === kind)?.on,
    cell: (vehicle: Vehicle) => {
      const date = () => datesOf(vehicle, today()).find((one) => one.kind === kind);
      return <Show when={date()}>{(found) => <Expiry on={found().on} due={found().state} />}</Show>;
    },
    sort: true as const,
    width: 110,
  });
  return createMemo((): readonly Column<Vehicle>[] => [
    { id: 'plate', header: t().plate, value: ({ plate }) => plate, sort: true, width: 120 },
    { id: 'type', header: t().type, value: ({ typeId }) => names.catalog(typeId), sort: true, width: 120 },
    {
      id: 'outlet',
      header: t().outlet,
      value: ({ outletId }) => names.outlet(outletId),
      sort: true,
      width: 110,
    },
    {
      id: 'state',
      header: t().state,
      value: ({ disabled, state }) => (disabled ? t().disabled : t().states[state]),
      cell: (vehicle) => <StateCell vehicle={vehicle} />,
      sort: true,
      width: 110,
    },
    {
      id: 'drivers',
      header: t().drivers,
      value: ({ driverIds }) => list(driverIds, names.staff),
      width: 130,
      grow: true,
    },
    {
      id: 'services',
      header: t().services,
      value: ({ serviceIds }) => list(serviceIds, names.catalog) || t().all,
      width: 150,
      grow: true,
    },
    { id: 'insurance', header: t().insurance, ...expiry('insurance') },
    { id: 'inspection', header: t().inspection, ...expiry('inspection') },
    { id: 'model', header: t().model, value: ({ model }) => model, width: 140, hidden: true },
    {
      id: 'equipment',
      header: t().equipment,
      value: ({ equipmentIds = [] }) => list(equipmentIds, names.catalog),
      width: 160,
      hidden: true,
    },
    {
      id: 'roads',
      header: t().roads,
      value: ({ roadConditionIds }) => list(roadConditionIds, names.catalog) || t().all,
      width: 160,
      hidden: true,
    },
    {
      id: 'carModels',
      header: t().takesModels,
      value: ({ carModelIds }) => list(carModelIds, names.catalog) || t().all,
      width: 160,
      hidden: true,
    },
  ]);
}

/** At phone width. */
export function VehicleCard(props: { vehicle: Vehicle }): JSX.Element {
  const t = useStrings(vehicleStrings);
  const names = useNames();
  const today = useToday();
  const due = () => datesOf(props.vehicle, today()).filter(({ state }) => state !== 'valid');
  const drivers = () => props.vehicle.driverIds.map(names.staff).join(t().listSeparator);
  return (
    <RowCard
      title={props.vehicle.plate}
      marks={<StateCell vehicle={props.vehicle} />}
      lines={[[names.catalog(props.vehicle.typeId), names.outlet(props.vehicle.outletId)], [drivers()]]}
    >
      <For each={due()}>
        {({ kind, on, state }) => (
          <div>
            {t()[kind]} <Expiry on={on} due={state} />
          </div>
        )}
      </For>
    </RowCard>
  );
}

function StateCell(props: { vehicle: Vehicle }): JSX.Element {
  const t = useStrings(vehicleStrings);
  return (
    <Show when={!props.vehicle.disabled} fallback={<RecordState document={props.vehicle} />}>
      <StatusBadge tone={stateTones[props.vehicle.state]}>{t().states[props.vehicle.state]}</StatusBadge>
      <UnsentMark document={props.vehicle} />
    </Show>
  );
}

const dueTones = { valid: undefined, soon: 'warning', expired: 'danger' } as const;

/** A day as it is, or in a badge when somebody has to do something about it. */
export function Expiry(props: { on: string; due: Due }): JSX.Element {
  const t = useStrings(vehicleStrings);
  return (
    <Show when={dueTones[props.due]} fallback={props.on}>
      {(tone) => (
        <Badge tone={tone()} title={t().due[props.due]}>
          {props.on}
        </Badge>
      )}
    </Show>
  );
}
