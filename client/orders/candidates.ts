// Which vehicle to send: what each has to do already, how far it is, what speaks against it, best first.
import { whyNot, type Rescue, type UnsuitabilityCode } from '#schemas/fleet/match.ts';
import type { Vehicle } from '#schemas/fleet/vehicle.ts';
import { isOpen, type Order } from '#schemas/orders/order.ts';
import { estimatedRoad } from '#schemas/fleet/distance.ts';
import type { Spot } from './whereabouts.ts';

export interface Loads {
  /** Open orders by vehicle id and by driver id; who has none is not in it. */
  readonly vehicles: ReadonlyMap<string, number>;
  readonly drivers: ReadonlyMap<string, number>;
}

type Loaded = Pick<Order, 'id' | 'status' | 'assignment'>;

/** @param except the order that is being dispatched: it is no load of its own */
export function loadsOf(orders: readonly Loaded[], except: string): Loads {
  const vehicles = new Map<string, number>();
  const drivers = new Map<string, number>();
  for (const { id, status, assignment } of orders) {
    if (!assignment || id === except || !isOpen(status)) continue;
    count(vehicles, assignment.vehicleId);
    count(drivers, assignment.driverId);
  }
  return { vehicles, drivers };
}

function count(counts: Map<string, number>, id: string): void {
  counts.set(id, (counts.get(id) ?? 0) + 1);
}

export interface Candidate {
  readonly vehicle: Vehicle;
  readonly against: readonly UnsuitabilityCode[];
  /** Open orders of the vehicle. */
  readonly load: number;
  /** Who drives it, those on duty first. */
  readonly driverIds: readonly string[];
  /** It has drivers, and none of them is on duty. */
  readonly isOffDuty: boolean;
  /** Where it was last, else its outlet; absent when neither is known. */
  readonly from?: Spot;
  /** Estimated metres by road from there to the pickup. */
  readonly metres?: number;
}

interface Question {
  readonly order: Pick<Order, 'pickup'>;
  readonly rescue: Rescue;
  readonly loads: Loads;
  readonly outlets: ReadonlyMap<string, { readonly lng: number; readonly lat: number }>;
  /** Where vehicles were last, by id. */
  readonly spots?: ReadonlyMap<string, Spot>;
  /** Drivers, by id. */
  readonly offDuty: ReadonlySet<string>;
}

/** Suitable ones before the others, then those with a driver on duty, with less to do, and the nearer. */
export function rankVehicles(vehicles: readonly Vehicle[], question: Question): Candidate[] {
  return vehicles
    .filter(({ disabled, deleted }) => !disabled && !deleted)
    .map((vehicle) => candidateOf(vehicle, question))
    .sort(byMerit);
}

function candidateOf(vehicle: Vehicle, question: Question): Candidate {
  const { order, rescue, loads, outlets, spots, offDuty } = question;
  const { driverIds } = vehicle;
  const from = spots?.get(vehicle.id) ?? outlets.get(vehicle.outletId);
  return {
    vehicle,
    against: whyNot(vehicle, rescue),
    load: loads.vehicles.get(vehicle.id) ?? 0,
    driverIds: onDutyFirst(driverIds, offDuty, String),
    isOffDuty: driverIds.length > 0 && driverIds.every((id) => offDuty.has(id)),
    ...(from && { from, metres: estimatedRoad(from, order.pickup) }),
  };
}

function byMerit(a: Candidate, b: Candidate): number {
  return (
    Math.sign(a.against.length) - Math.sign(b.against.length) ||
    Number(a.isOffDuty) - Number(b.isOffDuty) ||
    Math.sign(a.load) - Math.sign(b.load) ||
    a.against.length - b.against.length ||
    a.load - b.load ||
    (a.metres ?? Infinity) - (b.metres ?? Infinity) ||
    a.vehicle.plate.localeCompare(b.vehicle.plate)
  );
}

/** What is known now, each where it stood before; what was not there comes last. */
export function keptOrder(before: readonly Candidate[], now: readonly Candidate[]): Candidate[] {
  const places = new Map(before.map(({ vehicle }, place) => [vehicle.id, place]));
  const placeOf = ({ vehicle }: Candidate) => places.get(vehicle.id) ?? before.length;
  return now.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** Otherwise in the order in which they came. */
export const onDutyFirst = <T>(
  drivers: readonly T[],
  offDuty: ReadonlySet<string>,
  idOf: (driver: T) => string,
): T[] => drivers.toSorted((a, b) => Number(offDuty.has(idOf(a))) - Number(offDuty.has(idOf(b))));

interface Choosable {
  readonly driverIds: readonly string[];
  readonly loads: Loads;
  readonly offDuty: ReadonlySet<string>;
}

/** The first driver on the vehicle's list who can be chosen, preferring one on duty, then one who is free. */
export function usualDriver(vehicle: Vehicle, { driverIds, loads, offDuty }: Choosable): string | undefined {
  const usual = vehicle.driverIds.filter((id) => driverIds.includes(id));
  const onDuty = usual.filter((id) => !offDuty.has(id));
  const preferred = onDuty.length > 0 ? onDuty : usual;
  return preferred.find((id) => !loads.drivers.get(id)) ?? preferred[0];
}

/** Whoever is given a reservation drives when it is due. Both are ISO instants. */
export const timeOfWork = ({ scheduledAt }: Pick<Order, 'scheduledAt'>, now: string): string =>
  scheduledAt !== undefined && Date.parse(scheduledAt) > Date.parse(now) ? scheduledAt : now;
