// Tencent location service: https://lbs.qq.com/service/webService/webServiceGuide/search/webServiceSuggestion and
// https://lbs.qq.com/service/webService/webServiceGuide/address/Gcoder
import Type from 'typebox';
import { fail, ok, type Result } from '#schemas/core/result.ts';
import { ask, type Service } from '../ask.ts';
import { placesAtMost, type Geocoder, type GeocoderFailure, type Point } from '../geocoder.ts';
import { fromGcj02, toGcj02 } from '../shifted.ts';

const Location = Type.Object({ lat: Type.Number(), lng: Type.Number() });
const Status = { status: Type.Integer(), message: Type.Optional(Type.String()) };

const Suggestions = Type.Object({
  ...Status,
  data: Type.Optional(
    Type.Array(
      Type.Object({ title: Type.String(), address: Type.Optional(Type.String()), location: Location }),
    ),
  ),
});

const Geocoded = Type.Object({
  ...Status,
  result: Type.Optional(
    Type.Object({
      address: Type.String(),
      formatted_addresses: Type.Optional(Type.Object({ recommend: Type.Optional(Type.String()) })),
    }),
  ),
});

/** "Nothing found" comes as a failure. */
const nothingFound = 347;

export function createTencent(service: Service): Geocoder {
  const { key } = service;
  return {
    search: async (text, near) => {
      const location = near && written(near);
      const parameters = { keyword: text, location, page_size: String(placesAtMost), key };
      const answer = checked(await ask(service, '/ws/place/v1/suggestion', parameters, Suggestions));
      if (!answer.ok) return answer;
      const places = (answer.value.data ?? []).map(({ title, address, location }) => ({
        name: title,
        address: address || title,
        ...fromGcj02(location),
      }));
      return ok(places.slice(0, placesAtMost));
    },
    reverse: async (point) => {
      const parameters = { location: written(point), key };
      const answer = checked(await ask(service, '/ws/geocoder/v1/', parameters, Geocoded));
      if (!answer.ok) return answer;
      return ok(answer.value.result?.address || undefined);
    },
  };
}

function written(point: Point): string {
  const { lng, lat } = toGcj02(point);
  return `${lat},${lng}`;
}

function checked<T extends { status: number; message?: string }>(
  answer: Result<T, GeocoderFailure>,
): Result<T, GeocoderFailure> {
  if (!answer.ok || answer.value.status === 0 || answer.value.status === nothingFound) return answer;
  const { status, message } = answer.value;
  return fail({ kind: 'refused', why: `${status} ${message ?? ''}`.trim() });
}
