// Coordinates of an order's places, read as every map of the app reads them.
import { problemIn, readCoordinates, roundPoint, type ToldProblem } from '../ui/map/coordinates.ts';
import type { CoordinateSystem, LngLat } from '../ui/map/systems.ts';

export { writeCoordinates } from '../ui/map/coordinates.ts';

/** WGS-84. */
export type Coordinates = LngLat;
export type ParsedCoordinates = Coordinates | { readonly problem: ToldProblem };

/** Whether one text is the other with some of it put right, and not something else in its place. */
export function isCorrected(before: string, after: string): boolean {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start += 1;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return after.trim() !== '' && start + end > before.length / 2;
}

/**
 * Of numbers, degrees or a map's link.
 * @param assumed the system of numbers that do not say theirs
 */
export function parseCoordinates(text: string, assumed?: CoordinateSystem): ParsedCoordinates {
  const read = readCoordinates(text, assumed);
  return 'problem' in read ? { problem: problemIn(text) ?? read.problem } : roundPoint(read.point);
}
