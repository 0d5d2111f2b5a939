// The plane a map is drawn on. A provider's GCJ-02 tiles are shown as they are, and our points are shifted onto
// them: in a projection of its own, so that every layer is converted in the one place.
import {
  addCoordinateTransforms,
  addProjection,
  fromLonLat,
  get,
  toLonLat,
  type ProjectionLike,
} from 'ol/proj.js';
import Projection from 'ol/proj/Projection.js';
import type { Coordinate } from 'ol/coordinate.js';
import { fromWgs84, toWgs84, type LngLat } from './systems.ts';

const mercator = 'EPSG:3857';
const shifted = 'TOWLINE:GCJ02';

export function projectionOf(system: 'wgs84' | 'gcj02'): string {
  if (system === 'wgs84') return mercator;
  if (!get(shifted)) addShifted();
  return shifted;
}

export const toPlane = ({ lng, lat }: LngLat, projection: ProjectionLike): Coordinate =>
  fromLonLat([lng, lat], projection);

export function fromPlane(coordinate: Coordinate, projection: ProjectionLike): LngLat {
  const [lng = 0, lat = 0] = toLonLat(coordinate, projection);
  return { lng, lat };
}

function addShifted(): void {
  const extent = get(mercator)?.getExtent() ?? [];
  addProjection(
    new Projection({ code: shifted, units: 'm', extent, worldExtent: [-180, -85, 180, 85], global: true }),
  );
  addCoordinateTransforms('EPSG:4326', shifted, forth, back);
  addCoordinateTransforms(
    mercator,
    shifted,
    (coordinate) => forth(toLonLat(coordinate, mercator)),
    (coordinate) => fromLonLat(back(coordinate), mercator),
  );
}

function forth([lng = 0, lat = 0]: Coordinate): Coordinate {
  const point = fromWgs84({ lng, lat }, 'gcj02');
  return fromLonLat([point.lng, point.lat], mercator);
}

function back(coordinate: Coordinate): Coordinate {
  const [lng = 0, lat = 0] = toLonLat(coordinate, mercator);
  const point = toWgs84({ lng, lat }, 'gcj02');
  return [point.lng, point.lat];
}
