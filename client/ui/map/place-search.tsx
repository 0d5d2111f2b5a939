// Finding a place by its address or name, where the server has a geocoder.
import { createSignal, type JSX } from 'solid-js';
import { useStrings } from '../../i18n/strings.ts';
import { SuggestField, type ComboOption } from '../combobox.tsx';
import type { FoundPlace, PlaceFinder } from './basemap.tsx';
import { mapStrings } from './strings.ts';
import type { LngLat } from './systems.ts';

interface Props {
  finder: PlaceFinder;
  near: LngLat | undefined;
  onFound: (place: FoundPlace) => void;
}

const shortest = 2;

export function PlaceSearch(props: Props): JSX.Element {
  const t = useStrings(mapStrings);
  const [text, setText] = createSignal('');
  let found: readonly FoundPlace[] = [];
  const search = async (query: string, signal: AbortSignal): Promise<readonly ComboOption[]> => {
    if (query.trim().length < shortest) return [];
    found = await props.finder.search(query.trim(), props.near, signal);
    return found.map(({ name, address }, index) => ({ value: String(index), label: name, detail: address }));
  };
  const choose = ({ value }: ComboOption): void => {
    const place = found[Number(value)];
    if (place) props.onFound(place);
  };
  return (
    <SuggestField
      label={t().search}
      hideLabel
      placeholder={t().searchHint}
      options={search}
      value={text()}
      onInput={setText}
      onChoose={choose}
    />
  );
}
