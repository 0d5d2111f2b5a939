// How far a vehicle has to go, as far as that can be told without a map.

interface Point {
  readonly lng: number;
  readonly lat: number;
}

const earthRadius = 6_371_008.8;
/** Roads are longer than the crow's flight; the trade's rule of thumb for cities. */
const detour = 1.35;

/** Metres along a great circle between two WGS-84 points. */
export function haversine(a: Point, b: Point): number {
  const [latA, latB] = [radians(a.lat), radians(b.lat)];
  const half =
    Math.sin((latB - latA) / 2) ** 2 +
    Math.cos(latA) * Math.cos(latB) * Math.sin(radians(b.lng - a.lng) / 2) ** 2;
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(half)));
}

/** Metres by road, an estimate. */
export function estimatedRoad(a: Point, b: Point): number {
  return haversine(a, b) * detour;
}

/** How fast a rescue vehicle gets on in a town, by the trade's rule of thumb: metres a minute. */
export const roadSpeed = 500;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
