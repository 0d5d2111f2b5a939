// OSRM on one's own server: https://project-osrm.org/docs/v5.24.0/api/#table-service. One table answers for all
// vehicles at once.
import Type from 'typebox';
import { fail, ok } from '#schemas/core/result.ts';
import { ask, type Service } from '../ask.ts';
import type { Point } from '../geocoder.ts';
import type { RoadRouter } from '../router.ts';

/** Rows are sources; the one destination makes the only column. */
const Cells = Type.Array(Type.Array(Type.Union([Type.Number(), Type.Null()])));
const Table = Type.Object({
  code: Type.String(),
  durations: Type.Optional(Cells),
  distances: Type.Optional(Cells),
});

export function createOsrm(service: Service): RoadRouter {
  return {
    table: async (from, to) => {
      const path = `/table/v1/driving/${[...from, to].map(written).join(';')}`;
      // Every point is a source then, the destination too: its row is left out below.
      const parameters = { destinations: String(from.length), annotations: 'duration,distance' };
      const answer = await ask(service, path, parameters, Table);
      if (!answer.ok) return answer;
      const { code, durations, distances } = answer.value;
      if (code !== 'Ok' || !durations || !distances) return fail({ kind: 'refused', why: code });
      return ok(from.map((_, row) => routeOf(distances[row]?.[0], durations[row]?.[0])));
    },
  };
}

const written = ({ lng, lat }: Point): string => `${lng.toFixed(6)},${lat.toFixed(6)}`;

const routeOf = (metres: number | null | undefined, seconds: number | null | undefined) =>
  typeof metres === 'number' && typeof seconds === 'number' ? { metres, seconds } : null;
