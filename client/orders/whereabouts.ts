// Where vehicles were last: their drivers' phones tell it with every step of an open order. Pure.
import type { Order } from '#schemas/orders/order.ts';

export interface Spot {
  readonly lng: number;
  readonly lat: number;
  /** ISO; when it was there. Absent for a place that does not move. */
  readonly at?: string;
}

type Told = Pick<Order, 'assignment' | 'timeline'>;

/** By vehicle id; of a vehicle with several orders the latest. */
export function lastSpots(orders: readonly Told[]): ReadonlyMap<string, Spot> {
  const spots = new Map<string, Spot>();
  for (const { assignment, timeline } of orders) {
    const step = timeline.findLast(({ by, position }) => position && by === assignment?.driverId);
    if (!assignment || !step?.position) continue;
    const known = spots.get(assignment.vehicleId)?.at;
    if (known !== undefined && known >= step.recordedAt) continue;
    const { lng, lat } = step.position;
    spots.set(assignment.vehicleId, { lng, lat, at: step.recordedAt });
  }
  return spots;
}
