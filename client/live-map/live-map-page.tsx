// 車輛實時地圖: where all vehicles of a person's outlets are, what they do, and where somebody still waits for one. The
// list beside the map says everything that the map says.
import { createMemo, createSignal, type JSX } from 'solid-js';
import { vehicleStates } from '#schemas/fleet/vehicle.ts';
import { seesOutlet } from '#schemas/staff/permissions.ts';
import { useOpenOrders } from '../data/orders.ts';
import { usePositions } from '../data/positions.ts';
import { useReference } from '../data/reference.ts';
import { useActor } from '../data/session.ts';
import { vehicleStrings } from '../fleet/strings.ts';
import { useStrings } from '../i18n/strings.ts';
import { useNames } from '../orders/names.ts';
import { namedOption } from '../records/options.ts';
import { FilterBar } from '../ui/filter-bar.tsx';
import { filter, useListQuery } from '../ui/list-query.ts';
import { MapView } from '../ui/map/map-view.tsx';
import { Page } from '../ui/page.tsx';
import { textMatcher } from '../ui/text-match.ts';
import css from './live-map.module.css';
import { MarkList } from './mark-list.tsx';
import { driversOnFoot, unassigned, vehicleMarks } from './marks.ts';
import { usePoints } from './points.ts';
import { liveMapStrings } from './strings.ts';

export default function LiveMapPage(): JSX.Element {
  const t = useStrings(liveMapStrings);
  const query = useMapQuery();
  const filters = useFilters();
  const shown = useShown(query);
  const points = usePoints(shown);
  const [selected, setSelected] = createSignal<string>();
  return (
    <Page
      title={t().title}
      fill
      toolbar={
        <FilterBar query={query} filters={filters()} search={t().search} count={shown().vehicles.length} />
      }
    >
      <div class={css.both}>
        <MapView
          class={css.map}
          fill
          gestures="own"
          reveals="gently"
          listed
          gathers
          label={t().title}
          points={points()}
          selected={selected()}
          onSelect={setSelected}
        />
        <MarkList
          shown={shown()}
          narrowed={query.isFiltered()}
          selected={selected()}
          onSelect={setSelected}
        />
      </div>
    </Page>
  );
}

const useMapQuery = () => useListQuery({ outlet: filter.one(), state: filter.several(vehicleStates) });

type Query = ReturnType<typeof useMapQuery>;

export type Shown = ReturnType<ReturnType<typeof useShown>>;

function useShown(query: Query) {
  const actor = useActor();
  const vehicles = useReference('vehicles');
  const { orders } = useOpenOrders();
  const positions = usePositions();
  const names = useNames();
  const marks = createMemo(() =>
    vehicleMarks(
      vehicles().filter(({ outletId }) => seesOutlet(actor, outletId)),
      orders(),
      positions(),
    ),
  );
  return createMemo(() => {
    const matches = textMatcher(query.text());
    const { outlet, state } = query.values;
    const isHere = ({ outletId }: { readonly outletId: string }) =>
      outlet === undefined || outletId === outlet;
    // A state is asked of vehicles.
    const others = state.length === 0;
    return {
      vehicles: marks().filter(
        ({ vehicle, state: own, driverIds, orders: jobs }) =>
          isHere(vehicle) &&
          (others || state.includes(own)) &&
          matches(vehicle.plate, ...driverIds.map(names.staff), ...jobs.map(({ number }) => number)),
      ),
      drivers: driversOnFoot(positions()).filter(
        (position) => others && isHere(position) && matches(names.staff(position.driverId)),
      ),
      orders: unassigned(orders()).filter(
        (order) => others && isHere(order) && matches(order.number, order.car.plate, order.pickup.address),
      ),
    };
  });
}

function useFilters() {
  const t = useStrings(liveMapStrings);
  const words = useStrings(vehicleStrings);
  const outlets = useReference('outlets');
  const actor = useActor();
  return createMemo(() => [
    {
      key: 'outlet' as const,
      label: t().outlet,
      options: outlets()
        .filter(({ id }) => seesOutlet(actor, id))
        .map(namedOption),
    },
    {
      key: 'state' as const,
      label: t().state,
      options: vehicleStates.map((state) => ({ value: state, label: words().states[state] })),
    },
  ]);
}
