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
}

/** Suitable ones before the others, then those with less to do, then the nearer. */
export function rankVehicles(vehicles: readonly Vehicle[], question: Question): Candidate[] {
  return vehicles
    .filter(({ disabled, deleted }) => !disabled && !deleted)
    .map((vehicle) => candidateOf(vehicle, question))
    .sort(byMerit);
}

function candidateOf(vehicle: Vehicle, { order, rescue, loads, outlets, spots }: Question): Candidate {
  const from = spots?.get(vehicle.id) ?? outlets.get(vehicle.outletId);
  return {
    vehicle,
    against: whyNot(vehicle, rescue),
    load: loads.vehicles.get(vehicle.id) ?? 0,
    ...(from && { from, metres: estimatedRoad(from, order.pickup) }),
  };
}

function byMerit(a: Candidate, b: Candidate): number {
  return (
    Math.sign(a.against.length) - Math.sign(b.against.length) ||
    Math.sign(a.load) - Math.sign(b.load) ||
    a.against.length - b.against.length ||
    a.load - b.load ||
    (a.metres ?? Infinity) - (b.metres ?? Infinity) ||
    a.vehicle.plate.localeCompare(b.vehicle.plate)
  );
}

/** The first driver on the vehicle's list who can be chosen, preferring one who is free. */
export function usualDriver(
  vehicle: Vehicle,
  driverIds: readonly string[],
  loads: Loads,
): string | undefined {
  const usual = vehicle.driverIds.filter((id) => driverIds.includes(id));
  return usual.find((id) => !loads.drivers.get(id)) ?? usual[0];
}
