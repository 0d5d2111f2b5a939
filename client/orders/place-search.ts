// Places for an address that is being typed: those that this device knows, and after them what the geocoder finds.
import { matchOptions, type ComboOption } from '../ui/combobox-match.ts';
import type { OptionSearch } from '../ui/combobox.tsx';
import type { FoundPlace, PlaceFinder } from '../ui/map/basemap.tsx';
import { foundAddress } from '../ui/map/found-address.ts';
import type { Coordinates } from './coordinates.ts';

export interface PlaceSearch {
  readonly search: OptionSearch;
  /** What was found under an option's value, with an address that names it. */
  found(value: string): (Coordinates & { readonly address: string }) | undefined;
}

const shortest = 2;
/** Who is on the telephone types on rather than wait longer. */
const patienceMs = 2500;
const prefix = 'found ';

/** Without an answer of the geocoder the known ones are there all the same. */
export function createPlaceSearch(
  finder: Pick<PlaceFinder, 'search'>,
  known: () => readonly ComboOption[],
  near: () => Coordinates | undefined,
): PlaceSearch {
  let places: readonly FoundPlace[] = [];
  const ask = async (text: string, signal: AbortSignal): Promise<readonly FoundPlace[]> => {
    if (text.length < shortest) return [];
    const patience = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]);
    return finder.search(text, near(), patience).catch(() => []);
  };
  return {
    search: async (query, signal) => {
      const own = matchOptions(known(), query);
      const found = await ask(query.trim(), signal);
      if (!signal.aborted) places = found;
      const options = found.map(({ name, address }, index) => ({
        ...{ value: `${prefix}${index}`, label: name, detail: address },
      }));
      return [...own, ...options];
    },
    found: (value) => {
      const place = value.startsWith(prefix) ? places[Number(value.slice(prefix.length))] : undefined;
      if (!place) return undefined;
      return { lng: place.lng, lat: place.lat, address: foundAddress(place) };
    },
  };
}
