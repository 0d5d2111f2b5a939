// China's coordinate systems. What is stored is WGS-84, as GPS gives it; AMap, Tencent and the maps of most other
// Chinese providers are shifted (GCJ-02), Baidu's once more (BD-09). Converted here, at the edge, and nowhere else.
import gcoord from 'gcoord';

/** Degrees; WGS-84 unless said otherwise. */
export interface LngLat {
  readonly lng: number;
  readonly lat: number;
}

export const coordinateSystems = ['wgs84', 'gcj02', 'bd09'] as const;
export type CoordinateSystem = (typeof coordinateSystems)[number];

const systems = { wgs84: gcoord.WGS84, gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const;

export function toWgs84(point: LngLat, from: CoordinateSystem): LngLat {
  return from === 'wgs84' ? point : convert(point, from, 'wgs84');
}

/** The systems are one outside of China. */
export function fromWgs84(point: LngLat, to: CoordinateSystem): LngLat {
  return to === 'wgs84' ? point : convert(point, 'wgs84', to);
}

/** Baidu's addresses name metres on a plane of its own. */
export function fromBaiduMetres(x: number, y: number): LngLat {
  const [lng, lat] = gcoord.transform([x, y], gcoord.BD09MC, gcoord.BD09);
  return { lng, lat };
}

function convert({ lng, lat }: LngLat, from: CoordinateSystem, to: CoordinateSystem): LngLat {
  const [x, y] = gcoord.transform([lng, lat], systems[from], systems[to]);
  return { lng: x, lat: y };
}

const earthRadius = 6_371_008.8;

/** Metres along a great circle. */
export function metresBetween(a: LngLat, b: LngLat): number {
  const [latA, latB] = [radians(a.lat), radians(b.lat)];
  const half =
    Math.sin((latB - latA) / 2) ** 2 +
    Math.cos(latA) * Math.cos(latB) * Math.sin(radians(b.lng - a.lng) / 2) ** 2;
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(half)));
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
