// Coordinates of an order's places, read as every map of the app reads them.
import { problemIn, readCoordinates, roundPoint, type ToldProblem } from '../ui/map/coordinates.ts';
import type { CoordinateSystem, LngLat } from '../ui/map/systems.ts';

export { writeCoordinates } from '../ui/map/coordinates.ts';

/** WGS-84. */
export type Coordinates = LngLat;
export type ParsedCoordinates = Coordinates | { readonly problem: ToldProblem };

/**
 * Of numbers, degrees or a map's link.
 * @param assumed the system of numbers that do not say theirs
 */
export function parseCoordinates(text: string, assumed?: CoordinateSystem): ParsedCoordinates {
  const read = readCoordinates(text, assumed);
  return 'problem' in read ? { problem: problemIn(text) ?? read.problem } : roundPoint(read.point);
}
