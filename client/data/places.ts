// Addresses by the server's geocoder: needs a network, and throws without.
import type { TSchema, Static } from 'typebox';
import { FoundAddress, FoundPlaces, type FoundPlace } from '#schemas/geo/found.ts';
import { parse } from '#schemas/core/validate.ts';
import type { Http } from './http.ts';

interface Point {
  readonly lng: number;
  readonly lat: number;
}

export interface Places {
  search(text: string, near: Point | undefined, signal: AbortSignal): Promise<readonly FoundPlace[]>;
  addressOf(point: Point, signal: AbortSignal): Promise<string | undefined>;
}

export function createPlaces(http: Pick<Http, 'open'>): Places {
  return {
    search: async (text, near, signal) => {
      const { places } = await get(http, '/api/geocode', { q: text, ...near }, FoundPlaces, signal);
      return places;
    },
    addressOf: async ({ lng, lat }, signal) => {
      const { address } = await get(http, '/api/reverse-geocode', { lng, lat }, FoundAddress, signal);
      return address;
    },
  };
}

async function get<Schema extends TSchema>(
  http: Pick<Http, 'open'>,
  path: string,
  parameters: Readonly<Record<string, string | number>>,
  schema: Schema,
  signal: AbortSignal,
): Promise<Static<Schema>> {
  const pairs = Object.entries(parameters).map(([name, value]) => [name, String(value)]);
  const opened = await http.open(`${path}?${new URLSearchParams(pairs).toString()}`, { signal });
  if (!opened.ok) throw new Error(`${path}: ${opened.error.kind}`);
  const parsed = parse(schema, await opened.value.json());
  if (!parsed.ok) throw new Error(`${path}: ${parsed.error.join('; ')}`);
  return parsed.value;
}
