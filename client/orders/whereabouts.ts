// Where vehicles were last: their drivers' phones tell it with every step of an open order, and by themselves while
// their drivers work. Pure.
import type { VehiclePosition } from '#schemas/fleet/vehicle.ts';
import type { Order } from '#schemas/orders/order.ts';

export interface Spot {
  readonly lng: number;
  readonly lat: number;
  /** ISO; when it was there. Absent for a place that does not move. */
  readonly at?: string;
}

type Told = Pick<Order, 'assignment' | 'timeline'>;

/** What a phone told by itself longer ago says nothing of where its vehicle waits. */
const goodForMs = 60 * 60_000;

/** @param now ISO instant */
export const recent = (positions: readonly VehiclePosition[], now: string): readonly VehiclePosition[] =>
  positions.filter(({ at }) => Date.parse(now) - Date.parse(at) < goodForMs);

/**
 * By vehicle id, whatever is the latest.
 * @param orders open ones
 * @param positions of their drivers and of others
 */
export function lastSpots(
  orders: readonly Told[],
  positions: readonly VehiclePosition[] = [],
): ReadonlyMap<string, Spot> {
  const spots = new Map<string, Spot>();
  const put = (vehicleId: string, spot: Required<Spot>): void => {
    const known = spots.get(vehicleId)?.at;
    if (known === undefined || known < spot.at) spots.set(vehicleId, spot);
  };
  for (const { assignment, timeline } of orders) {
    const step = timeline.findLast(({ by, position }) => position && by === assignment?.driverId);
    if (!assignment || !step?.position) continue;
    const { lng, lat } = step.position;
    put(assignment.vehicleId, { lng, lat, at: step.recordedAt });
  }
  const driversOf = crewsOf(orders);
  for (const { vehicleId, driverId, lng, lat, at } of positions) {
    if (vehicleId === undefined) continue;
    // Of several who drive it by turns, the one who drives it now.
    const drivers = driversOf.get(vehicleId);
    if (!drivers || drivers.has(driverId)) put(vehicleId, { lng, lat, at });
  }
  return spots;
}

/** Who drives each vehicle on open orders, by vehicle id. */
function crewsOf(orders: readonly Told[]): ReadonlyMap<string, ReadonlySet<string>> {
  const crews = new Map<string, Set<string>>();
  for (const { assignment } of orders) {
    if (!assignment) continue;
    const { vehicleId, driverId } = assignment;
    crews.set(vehicleId, (crews.get(vehicleId) ?? new Set()).add(driverId));
  }
  return crews;
}
