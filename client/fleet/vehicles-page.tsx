// 車輛管理: all vehicles that this person sees, with what runs out soon.
import { createMemo, Show, type JSX } from 'solid-js';
import { datesOf } from '#schemas/fleet/expiry.ts';
import { vehicleStates, type Vehicle } from '#schemas/fleet/vehicle.ts';
import { useCatalog, useReference } from '../data/reference.ts';
import { locale } from '../i18n/locale.ts';
import { useStrings } from '../i18n/strings.ts';
import { itemName, useNames } from '../orders/names.ts';
import { namedOption } from '../records/options.ts';
import { RecordList } from '../records/record-list.tsx';
import { useToday } from '../records/today.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { filter, useListQuery } from '../ui/list-query.ts';
import { textMatcher } from '../ui/text-match.ts';
import { useVehicleColumns, VehicleCard } from './columns.tsx';
import { vehicleStrings } from './strings.ts';

const byPlate = { column: 'plate', direction: 'ascending' } as const;

export default function VehiclesPage(): JSX.Element {
  const t = useStrings(vehicleStrings);
  const query = useVehicleQuery();
  const rows = useRows(query);
  const columns = useVehicleColumns();
  const filters = useFilters();
  return (
    <RecordList
      collection="vehicles"
      words={t()}
      query={query}
      columns={columns()}
      rows={rows()}
      filters={filters()}
      card={(vehicle) => <VehicleCard vehicle={vehicle} />}
      banner={<PapersDue query={query} />}
    />
  );
}

/** What runs out, of all vehicles that are in use. */
function PapersDue(props: { query: Query }): JSX.Element {
  const t = useStrings(vehicleStrings);
  const vehicles = useReference('vehicles');
  const today = useToday();
  const due = createMemo(
    () => vehicles().filter((vehicle) => !vehicle.disabled && isDue(vehicle, today())).length,
  );
  return (
    <Show when={due() > 0 && !props.query.values.expiring}>
      <Banner
        tone="warning"
        action={
          <Button size="small" onClick={() => props.query.set({ expiring: true })}>
            {t().showDue}
          </Button>
        }
      >
        {t().papersDue(due())}
      </Banner>
    </Show>
  );
}

const isDue = (vehicle: Vehicle, today: string): boolean =>
  datesOf(vehicle, today).some(({ state }) => state !== 'valid');

type Query = ReturnType<typeof useVehicleQuery>;

const useVehicleQuery = () =>
  useListQuery(
    {
      outlet: filter.one(),
      type: filter.several(),
      state: filter.several(vehicleStates),
      expiring: filter.flag(),
      disabled: filter.flag(),
    },
    { sort: byPlate },
  );

function useRows(query: Query) {
  const vehicles = useReference('vehicles');
  const names = useNames();
  const today = useToday();
  return createMemo(() => {
    const matches = textMatcher(query.text());
    const { outlet, type, state, expiring, disabled } = query.values;
    return vehicles().filter(
      (vehicle) =>
        (disabled || !vehicle.disabled) &&
        (outlet === undefined || vehicle.outletId === outlet) &&
        (type.length === 0 || type.includes(vehicle.typeId)) &&
        (state.length === 0 || state.includes(vehicle.state)) &&
        (!expiring || isDue(vehicle, today())) &&
        matches(vehicle.plate, vehicle.name, vehicle.model, ...vehicle.driverIds.map(names.staff)),
    );
  });
}

function useFilters() {
  const t = useStrings(vehicleStrings);
  const outlets = useReference('outlets');
  const types = useCatalog('vehicle-type');
  return createMemo(() => [
    {
      key: 'outlet' as const,
      label: t().outlet,
      options: outlets().map(namedOption),
    },
    {
      key: 'type' as const,
      label: t().type,
      options: types().map((type) => ({ value: type.id, label: itemName(type, locale()) })),
    },
    {
      key: 'state' as const,
      label: t().state,
      options: vehicleStates.map((state) => ({ value: state, label: t().states[state] })),
    },
    { key: 'expiring' as const, label: t().expiring },
    { key: 'disabled' as const, label: t().withDisabled },
  ]);
}
