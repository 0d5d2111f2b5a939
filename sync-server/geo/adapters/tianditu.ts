// Tianditu, the national platform: http://lbs.tianditu.gov.cn/server/search2.html and
// http://lbs.tianditu.gov.cn/server/geocoding.html. Its coordinates (CGCS2000) are WGS-84 for our purposes.
import Type from 'typebox';
import { fail, ok } from '#schemas/core/result.ts';
import { ask, type Service } from '../ask.ts';
import { placesAtMost, type Geocoder, type Point } from '../geocoder.ts';

const Found = Type.Object({
  status: Type.Object({
    infocode: Type.Union([Type.Integer(), Type.String()]),
    cndesc: Type.Optional(Type.String()),
  }),
  pois: Type.Optional(
    Type.Array(
      Type.Object({ name: Type.String(), address: Type.Optional(Type.String()), lonlat: Type.String() }),
    ),
  ),
});

const Geocoded = Type.Object({
  status: Type.String(),
  msg: Type.Optional(Type.String()),
  result: Type.Optional(Type.Object({ formatted_address: Type.Optional(Type.String()) })),
});

const fine = '1000';
const placeNames = 7;
const everywhere = '73,3,136,54';
/** Degrees around a point that still count as near. */
const nearby = 0.5;

export function createTianditu(service: Service): Geocoder {
  const tk = service.key;
  return {
    search: async (text, near) => {
      const query = { keyWord: text, level: 12, mapBound: boundOf(near), queryType: placeNames };
      const postStr = JSON.stringify({ ...query, start: 0, count: placesAtMost });
      const answer = await ask(service, '/v2/search', { postStr, type: 'query', tk }, Found);
      if (!answer.ok) return answer;
      const { status, pois = [] } = answer.value;
      if (String(status.infocode) !== fine)
        return fail({ kind: 'refused', why: `${status.infocode} ${status.cndesc ?? ''}`.trim() });
      return ok(pois.flatMap(placeOf).slice(0, placesAtMost));
    },
    reverse: async ({ lng, lat }) => {
      const postStr = JSON.stringify({ lon: lng, lat, ver: 1 });
      const answer = await ask(service, '/geocoder', { postStr, type: 'geocode', tk }, Geocoded);
      if (!answer.ok) return answer;
      const { status, msg, result } = answer.value;
      if (status !== '0' && status !== '404')
        return fail({ kind: 'refused', why: `${status} ${msg ?? ''}`.trim() });
      return ok(result?.formatted_address || undefined);
    },
  };
}

function boundOf(near: Point | undefined): string {
  if (!near) return everywhere;
  const { lng, lat } = near;
  return [lng - nearby, lat - nearby, lng + nearby, lat + nearby].map((each) => each.toFixed(4)).join(',');
}

/** Earlier versions of the service part the two by a space. */
function placeOf({ name, address, lonlat }: { name: string; address?: string; lonlat: string }) {
  const pair = /^(-?[\d.]+)[,\s]+(-?[\d.]+)$/.exec(lonlat.trim());
  if (!pair) return [];
  return [{ name, address: address || name, lng: Number(pair[1]), lat: Number(pair[2]) }];
}
