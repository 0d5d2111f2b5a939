// What stands on the live map: vehicles with where they are and what they do, drivers in none of them, and orders to
// which nobody was sent. Pure.
import type { Vehicle, VehiclePosition } from '#schemas/fleet/vehicle.ts';
import { isOpen, type Order } from '#schemas/orders/order.ts';
import { awaitsDispatch } from '#schemas/orders/reservation.ts';
import { lastSpots, type Spot } from '../orders/whereabouts.ts';

export interface VehicleMark<Known extends Job = Job> {
  readonly vehicle: Vehicle;
  /** An available one that is on an order is busy. */
  readonly state: Vehicle['state'];
  /** Absent: nobody has told within a day. */
  readonly spot?: Spot;
  /** Of its order, else who told where it is, else who usually drives it. */
  readonly driverIds: readonly string[];
  /** Open, the one that is furthest first. */
  readonly orders: readonly Known[];
}

type Job = Pick<Order, 'id' | 'kind' | 'status' | 'assignment' | 'timeline'>;

/** Whoever works first, then those that are free; each by plate. */
export function vehicleMarks<Known extends Job>(
  vehicles: readonly Vehicle[],
  orders: readonly Known[],
  positions: readonly VehiclePosition[],
): VehicleMark<Known>[] {
  const open = orders.filter(({ status, assignment }) => assignment && isOpen(status));
  const spots = lastSpots(open, positions);
  return vehicles
    .filter(({ disabled, deleted }) => !disabled && !deleted)
    .map((vehicle) => {
      const own = open
        .filter(({ assignment }) => assignment?.vehicleId === vehicle.id)
        .sort((a, b) => b.timeline.length - a.timeline.length);
      const spot = spots.get(vehicle.id);
      return {
        ...{ vehicle, orders: own, driverIds: driversOf(vehicle, own, spot, positions) },
        state: vehicle.state === 'available' && own.length > 0 ? 'busy' : vehicle.state,
        ...(spot && { spot }),
      };
    })
    .sort(byState);
}

function driversOf(
  vehicle: Vehicle,
  orders: readonly Job[],
  spot: Spot | undefined,
  positions: readonly VehiclePosition[],
): readonly string[] {
  const assigned = orders.flatMap(({ assignment }) => (assignment ? [assignment.driverId] : []));
  if (assigned.length > 0) return [...new Set(assigned)];
  const teller = positions.find(({ vehicleId, at }) => vehicleId === vehicle.id && at === spot?.at);
  return teller ? [teller.driverId] : vehicle.driverIds;
}

const places: readonly Vehicle['state'][] = ['busy', 'available', 'off', 'in-repair'];

const byState = (a: VehicleMark, b: VehicleMark): number =>
  places.indexOf(a.state) - places.indexOf(b.state) || a.vehicle.plate.localeCompare(b.vehicle.plate);

/** Those whose vehicle nobody knows. */
export const driversOnFoot = (positions: readonly VehiclePosition[]): readonly VehiclePosition[] =>
  positions.filter(({ vehicleId }) => vehicleId === undefined);

/** Nobody was sent, and it is time: reservations stand on a page of their own until then. */
export const unassigned = <Known extends Pick<Order, 'kind' | 'status' | 'assignment'>>(
  orders: readonly Known[],
): Known[] => orders.filter((order) => order.status === 'pending' && !awaitsDispatch(order));

/** Older ones are shown as doubtful. */
export const doubtfulAfterMs = 30 * 60_000;

export const isDoubtful = ({ at }: Spot, now: string): boolean =>
  at !== undefined && Date.parse(now) - Date.parse(at) > doubtfulAfterMs;
