// What a geocoder finds. WGS-84 degrees.
import Type from 'typebox';
import { Latitude, Longitude } from '../core/types.ts';

export const FoundPlace = Type.Object({
  name: Type.String(),
  address: Type.String(),
  lng: Longitude,
  lat: Latitude,
});
export type FoundPlace = Type.Static<typeof FoundPlace>;

/** GET /api/geocode: the best first. */
export const FoundPlaces = Type.Object({ places: Type.Array(FoundPlace) });
export type FoundPlaces = Type.Static<typeof FoundPlaces>;

/** GET /api/reverse-geocode: nothing where nothing is known. */
export const FoundAddress = Type.Object({ address: Type.Optional(Type.String()) });
export type FoundAddress = Type.Static<typeof FoundAddress>;
