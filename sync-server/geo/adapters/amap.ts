// AMap web service: https://lbs.amap.com/api/webservice/guide/api/inputtips and
// https://lbs.amap.com/api/webservice/guide/api/georegeo
import Type from 'typebox';
import { fail, ok, type Result } from '#schemas/core/result.ts';
import { ask, type Service } from '../ask.ts';
import { placesAtMost, type Geocoder, type GeocoderFailure, type Point } from '../geocoder.ts';
import { fromGcj02, toGcj02 } from '../shifted.ts';

/** Where AMap has no text it sends an empty list. */
const Text = Type.Union([Type.String(), Type.Array(Type.Unknown())]);
const Status = { status: Type.String(), info: Type.Optional(Type.String()) };

const Tips = Type.Object({
  ...Status,
  tips: Type.Optional(
    Type.Array(
      Type.Object({
        name: Text,
        district: Type.Optional(Text),
        address: Type.Optional(Text),
        location: Type.Optional(Text),
      }),
    ),
  ),
});
type Tip = NonNullable<Type.Static<typeof Tips>['tips']>[number];

const Regeocoded = Type.Object({
  ...Status,
  regeocode: Type.Optional(Type.Object({ formatted_address: Type.Optional(Text) })),
});

export function createAMap(service: Service): Geocoder {
  const { key } = service;
  return {
    search: async (text, near) => {
      const parameters = { keywords: text, location: near && written(near), datatype: 'poi', key };
      const answer = checked(await ask(service, '/v3/assistant/inputtips', parameters, Tips));
      if (!answer.ok) return answer;
      return ok((answer.value.tips ?? []).flatMap(placeOf).slice(0, placesAtMost));
    },
    reverse: async (point) => {
      const parameters = { location: written(point), extensions: 'base', key };
      const answer = checked(await ask(service, '/v3/geocode/regeo', parameters, Regeocoded));
      if (!answer.ok) return answer;
      return ok(textOf(answer.value.regeocode?.formatted_address) || undefined);
    },
  };
}

function written(point: Point): string {
  const { lng, lat } = toGcj02(point);
  return `${lng},${lat}`;
}

/** Bus lines and the like have no point. */
function placeOf({ name, district, address, location }: Tip) {
  const pair = /^(-?[\d.]+),(-?[\d.]+)$/.exec(textOf(location));
  if (!pair) return [];
  const point = fromGcj02({ lng: Number(pair[1]), lat: Number(pair[2]) });
  return [{ name: textOf(name), address: textOf(district) + textOf(address) || textOf(name), ...point }];
}

const textOf = (value: Type.Static<typeof Text> | undefined): string =>
  typeof value === 'string' ? value : '';

function checked<T extends { status: string; info?: string }>(
  answer: Result<T, GeocoderFailure>,
): Result<T, GeocoderFailure> {
  if (!answer.ok || answer.value.status === '1') return answer;
  return fail({ kind: 'refused', why: answer.value.info ?? answer.value.status });
}
