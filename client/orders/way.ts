// Where a vehicle starts and how far it has to go, in words: by road where that is known, else the straight line
// at the usual speed.
import { roadSpeed } from '#schemas/fleet/distance.ts';
import type { Route } from '#schemas/geo/route.ts';
import type { Format } from '../ui/formatting.tsx';
import type { Candidate } from './candidates.ts';
import type { DispatchStrings } from './dispatch-strings.ts';

/** Undefined: nobody knows where it is. */
export function wayOf(
  { metres }: Pick<Candidate, 'metres'>,
  route: Route | undefined,
  t: DispatchStrings,
  format: Pick<Format, 'distance'>,
): string | undefined {
  if (route) return t.byRoad(format.distance(route.metres), Math.max(1, Math.round(route.seconds / 60)));
  if (metres === undefined) return undefined;
  return t.estimate(format.distance(metres), Math.max(1, Math.round(metres / roadSpeed)));
}

/** @param outlet what its outlet is called there, where it starts unless its driver's phone says where it is */
export function startOf(
  { from }: Pick<Candidate, 'from'>,
  outlet: string,
  t: DispatchStrings,
  format: Pick<Format, 'relative'>,
): string {
  return from?.at ? t.wasThere(format.relative(from.at)) : outlet;
}
