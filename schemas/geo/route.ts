// How far it is by road from several places to one, as a routing service knows it. WGS-84 degrees.
import Type from 'typebox';
import { Latitude, Longitude } from '../core/types.ts';

const Point = Type.Object({ lng: Longitude, lat: Latitude });

/** POST /api/geo/eta. */
export const EtaQuestion = Type.Object({
  from: Type.Array(Point, { minItems: 1, maxItems: 50 }),
  to: Point,
});
export type EtaQuestion = Type.Static<typeof EtaQuestion>;

export const Route = Type.Object({ metres: Type.Number(), seconds: Type.Number() });
export type Route = Type.Static<typeof Route>;

/** One for each place, in order; null where no road leads. */
export const EtaAnswer = Type.Object({ routes: Type.Array(Type.Union([Route, Type.Null()])) });
export type EtaAnswer = Type.Static<typeof EtaAnswer>;
