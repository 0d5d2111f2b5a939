// What knows the roads, whoever stands behind it. Points go in in WGS-84.
import type { Route } from '#schemas/geo/route.ts';
import type { Answer, Point } from './geocoder.ts';

export interface RoadRouter {
  /** From each place to one, in order, by one question; null where no road leads. */
  table(from: readonly Point[], to: Point): Answer<(Route | null)[]>;
}
