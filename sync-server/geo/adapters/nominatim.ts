// Nominatim on one's own server: https://nominatim.org/release-docs/latest/api/Search/ and …/Reverse/. The public
// one does not allow searching while one types.
import Type from 'typebox';
import { ok } from '#schemas/core/result.ts';
import { ask, type Service } from '../ask.ts';
import { placesAtMost, type Geocoder, type Point } from '../geocoder.ts';

const Found = Type.Array(
  Type.Object({
    lat: Type.String(),
    lon: Type.String(),
    display_name: Type.String(),
    name: Type.Optional(Type.String()),
  }),
);
const Reversed = Type.Object({
  display_name: Type.Optional(Type.String()),
  error: Type.Optional(Type.String()),
});

const nearby = 0.5;
const common = { format: 'jsonv2', 'accept-language': 'zh' };

export function createNominatim(service: Service): Geocoder {
  return {
    search: async (text, near) => {
      const viewbox = near && viewboxOf(near);
      const parameters = { ...common, q: text, limit: String(placesAtMost), viewbox };
      const answer = await ask(service, '/search', parameters, Found);
      if (!answer.ok) return answer;
      return ok(
        answer.value.map(({ lat, lon, display_name, name }) => ({
          name: name || (display_name.split(',')[0] ?? display_name),
          address: display_name,
          lng: Number(lon),
          lat: Number(lat),
        })),
      );
    },
    // "Unable to geocode" comes with status 200, at sea for example.
    reverse: async ({ lng, lat }) => {
      const parameters = { ...common, lat: String(lat), lon: String(lng), zoom: '18' };
      const answer = await ask(service, '/reverse', parameters, Reversed);
      return answer.ok ? ok(answer.value.display_name || undefined) : answer;
    },
  };
}

/** Not a limit: what lies in it comes first. */
const viewboxOf = ({ lng, lat }: Point): string =>
  [lng - nearby, lat + nearby, lng + nearby, lat - nearby].map((each) => each.toFixed(4)).join(',');
