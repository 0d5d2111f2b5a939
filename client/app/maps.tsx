// Gives all pages the map and the geocoder that the operator has configured.
import type { JSX } from 'solid-js';
import { openMapSettings } from '../data/map-settings.ts';
import { createPlaces } from '../data/places.ts';
import { createRoads } from '../data/roads.ts';
import { MapProvider, type MapServices } from '../ui/map/basemap.tsx';
import { useDeps } from './deps.tsx';

export function Maps(props: { children: JSX.Element }): JSX.Element {
  const { http } = useDeps();
  const settings = openMapSettings(http);
  const places = createPlaces(http);
  const roads = createRoads(http);
  const services: MapServices = {
    basemap: () => settings().basemap,
    finder: () => (settings().geocoder ? places : undefined),
    roads: () => (settings().router ? roads : undefined),
  };
  return <MapProvider services={services}>{props.children}</MapProvider>;
}
