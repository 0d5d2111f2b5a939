// What a dispatcher chooses from: the vehicles, best first, and the drivers, each with what they have to do already.
import { createMemo } from 'solid-js';
import { equalJson } from '#schemas/core/equal.ts';
import { carModelOf } from '#schemas/fleet/car-model.ts';
import type { Route } from '#schemas/geo/route.ts';
import type { VehiclePosition } from '#schemas/fleet/vehicle.ts';
import type { Rescue } from '#schemas/fleet/match.ts';
import { isOpen } from '#schemas/orders/order.ts';
import { seesAnyOutlet, seesOutlet } from '#schemas/staff/permissions.ts';
import type { Staff } from '#schemas/staff/staff.ts';
import { useOpenOrders, type ProjectedOrder } from '../data/orders.ts';
import { usePositions } from '../data/positions.ts';
import { useCatalog, useDrives, useReference, useReferenceMap } from '../data/reference.ts';
import { useActor } from '../data/session.ts';
import { useStrings } from '../i18n/strings.ts';
import { useFormat } from '../ui/formatting.tsx';
import { toWallClock } from '../ui/time.ts';
import { lastSpots, recent, type Spot } from './whereabouts.ts';
import { useRoutes } from './use-routes.ts';
import { loadsOf, onDutyFirst, rankVehicles, type Candidate, type Loads } from './candidates.ts';
import { useCrewDuty, type CrewDuty } from './crew-duty.ts';
import { dispatchStrings } from './dispatch-strings.ts';

export interface CrewData {
  readonly loads: () => Loads;
  readonly candidates: () => readonly Candidate[];
  /** By road, by vehicle id; what is missing is estimated. */
  readonly routes: () => ReadonlyMap<string, Route>;
  /** Those on duty first. */
  readonly drivers: () => readonly Staff[];
  readonly duty: CrewDuty;
}

export function useCrewData(order: () => ProjectedOrder): CrewData {
  const open = useOpen();
  const loads = createMemo(() => loadsOf(open(), order().id));
  const positions = useRecentPositions();
  const spots = createMemo(() => lastSpots(open(), positions()));
  const duty = useCrewDuty(order);
  const candidates = useCandidates(order, { loads, spots, offDuty: duty.offDuty });
  const routes = useRoutes(() => order().pickup, candidates);
  const all = useDrivers();
  const drivers = createMemo(() => onDutyFirst(all(), duty.offDuty(), ({ id }) => id));
  return { loads, candidates, routes, drivers, duty };
}

/** The same array until one of them is another, so that lists are not made anew with every tick of the clock. */
function useRecentPositions(): () => readonly VehiclePosition[] {
  const format = useFormat();
  const positions = usePositions();
  return createMemo(() => recent(positions(), format.now()), [], { equals: equalJson });
}

/** The drivers as a choice, each with his load and whether he is on duty. */
export function useDriverOptions({ loads, drivers, duty }: CrewData) {
  const t = useStrings(dispatchStrings);
  const label = (driver: Staff): string => {
    const text = t().driverLoad(driver.name, loads().drivers.get(driver.id) ?? 0);
    const mark = duty.markOf(driver.id);
    return mark === undefined ? text : `${text} · ${mark}`;
  };
  // The clock goes on; an open list is not made anew for it.
  const options = () => drivers().map((driver) => ({ value: driver.id, label: label(driver) }));
  return createMemo(options, [], { equals: equalJson });
}

function useOpen(): () => readonly ProjectedOrder[] {
  const open = useOpenOrders();
  return createMemo(() => open.orders().filter(({ status }) => isOpen(status)));
}

interface Known {
  readonly loads: () => Loads;
  readonly spots: () => ReadonlyMap<string, Spot>;
  readonly offDuty: () => ReadonlySet<string>;
}

function useCandidates(
  order: () => ProjectedOrder,
  { loads, spots, offDuty }: Known,
): () => readonly Candidate[] {
  const actor = useActor();
  const vehicles = useReference('vehicles');
  const outlets = useReferenceMap('outlets');
  const rescueOf = useRescueOf();
  return createMemo(() =>
    rankVehicles(
      vehicles().filter(({ outletId }) => seesOutlet(actor, outletId)),
      {
        ...{ order: order(), rescue: rescueOf(order()), outlets: outlets() },
        ...{ loads: loads(), spots: spots(), offDuty: offDuty() },
      },
    ),
  );
}

/** What an order asks of a vehicle. */
export function useRescueOf(): (order: ProjectedOrder) => Rescue {
  const catalog = useReferenceMap('catalog');
  const makes = useCatalog('car-make');
  const format = useFormat();
  return ({ serviceId, roadConditionId, car }) => {
    const today = toWallClock(format.now(), format.zone()).slice(0, 10);
    const carModelId = carModelOf(car.model, makes());
    return { serviceId, roadConditionId, carModelId, service: catalog().get(serviceId), today };
  };
}

/** Who works as a driver at an outlet that this person sees. */
function useDrivers(): () => readonly Staff[] {
  const actor = useActor();
  const staff = useReference('staff');
  const drives = useDrives();
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
