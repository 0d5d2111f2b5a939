// AMap and Tencent speak GCJ-02: converted here, at their edge.
import gcoord from 'gcoord';
import type { Point } from './geocoder.ts';

export function toGcj02({ lng, lat }: Point): Point {
  const [x, y] = gcoord.transform([lng, lat], gcoord.WGS84, gcoord.GCJ02);
  return { lng: rounded(x), lat: rounded(y) };
}

export function fromGcj02({ lng, lat }: Point): Point {
  const [x, y] = gcoord.transform([lng, lat], gcoord.GCJ02, gcoord.WGS84);
  return { lng: rounded(x), lat: rounded(y) };
}

/** Providers take and give six digits. */
const rounded = (degrees: number): number => Math.round(degrees * 1_000_000) / 1_000_000;
