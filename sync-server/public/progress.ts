// What the rescued person may know of his rescue, and nothing else of it. Pure.
import { estimatedRoad, haversine, roadSpeed } from '#schemas/fleet/distance.ts';
import type { VehiclePosition } from '#schemas/fleet/vehicle.ts';
import { givesToCrew } from '#schemas/orders/crew.ts';
import { isOpen, type Order } from '#schemas/orders/order.ts';

export interface Point {
  readonly lng: number;
  readonly lat: number;
}

export interface OnTheWay {
  /** Metres from the vehicle to the car, as the crow flies. */
  readonly metres: number;
  /** Until it is at the car; absent where it has not been heard of for so long that nobody can say. */
  readonly minutes?: number;
  /** When it was seen there, ISO. */
  readonly at: string;
  readonly vehicle: Point;
  readonly car: Point;
}

/** `waiting`: nobody was sent yet. `sent`: somebody comes. `there`: he works. */
export type Progress =
  | { readonly phase: 'waiting' | 'there' | 'towing' | 'delivered' }
  | { readonly phase: 'sent'; readonly onTheWay?: OnTheWay }
  | { readonly phase: 'completed'; readonly rating?: { readonly stars: number } }
  | { readonly phase: 'ended' };

/** What was reported before says nothing about where it is now. */
const staleMs = 30 * 60_000;
/** It may have stood still since then: no time of arrival is made of it. */
const freshMs = 5 * 60_000;
/** As fast as nobody drives through a town on average: metres a minute. */
const fastest = 1000;

/** @param position the last that the driver's phone or the vehicle reported by itself */
export function progressOf(order: Order, position: VehiclePosition | undefined, now: Date): Progress {
  const { status, rating } = order;
  switch (status) {
    case 'pending':
      return { phase: 'waiting' };
    case 'on-scene':
    case 'working':
      return { phase: 'there' };
    case 'towing':
      return { phase: 'towing' };
    case 'at-destination':
      return { phase: 'delivered' };
    case 'completed':
      return { phase: 'completed', ...(rating && { rating: { stars: rating.stars } }) };
    default: {
      if (!isOpen(status)) return { phase: 'ended' };
      const onTheWay = onTheWayTo(order, position, now);
      return { phase: 'sent', ...(onTheWay && { onTheWay }) };
    }
  }
}

function onTheWayTo(order: Order, position: VehiclePosition | undefined, now: Date): OnTheWay | undefined {
  const [latest] = [...reportedBy(order), ...(position ? [position] : [])]
    .filter(({ at }) => now.getTime() - Date.parse(at) < staleMs)
    .sort((a, b) => (a.at < b.at ? 1 : -1));
  if (!latest) return undefined;
  const vehicle = { lng: latest.lng, lat: latest.lat };
  const car = { lng: order.pickup.lng, lat: order.pickup.lat };
  const age = now.getTime() - Date.parse(latest.at);
  const minutes = age > freshMs ? undefined : minutesLeft(estimatedRoad(vehicle, car), age / 60_000);
  return { metres: haversine(vehicle, car), ...(minutes && { minutes }), at: latest.at, vehicle, car };
}

/** By the usual speed since it was seen; never less than a fast drive from there, for it may have been held up. */
const minutesLeft = (road: number, passed: number): number =>
  Math.max(1, Math.round(road / roadSpeed - passed), Math.ceil(road / fastest));

/** Where the driver was when he pressed a button, since the order is his. */
function reportedBy({ timeline, assignment }: Order): (Point & { at: string })[] {
  const since = timeline.findLastIndex(givesToCrew);
  return timeline
    .slice(since + 1)
    .flatMap(({ by, position, recordedAt }) =>
      by === assignment?.driverId && position
        ? [{ lng: position.lng, lat: position.lat, at: recordedAt }]
        : [],
    );
}

/** Anybody may have the link: a given name belongs to nobody's business. */
export const surnameOf = (name: string): string => (/^\p{Script=Han}/u.test(name) ? name.slice(0, 1) : name);
