// What lies under the points, and who finds addresses and roads: given once by the app around all maps. Without it a
// map shows the outline that is in the app itself, and needs no network.
import { createContext, useContext, type Accessor, type JSX } from 'solid-js';
import type { LngLat } from './systems.ts';

/** What every provider's map brings along. */
interface Provided {
  /** The system in which its tiles are drawn. */
  readonly system: 'wgs84' | 'gcj02';
  readonly attribution?: string | undefined;
  /** 審圖號: shown on the map wherever it is given. */
  readonly approval?: string | undefined;
}

export type Basemap =
  | { readonly kind: 'outline' }
  /** Templates with `{z} {x} {y}`, the lowest layer first. */
  | ({ readonly kind: 'tiles'; readonly urls: readonly string[]; readonly maxZoom: number } & Provided)
  | ({ readonly kind: 'pmtiles'; readonly url: string } & Provided);

export const outline: Basemap = { kind: 'outline' };

export interface FoundPlace extends LngLat {
  readonly name: string;
  readonly address: string;
}

/** Finds addresses; it may fail, as it needs a network. */
export interface PlaceFinder {
  /** The best first, those near `near` before others. */
  search(text: string, near: LngLat | undefined, signal: AbortSignal): Promise<readonly FoundPlace[]>;
  addressOf(point: LngLat, signal: AbortSignal): Promise<string | undefined>;
}

/** Knows how far it is by road; it may fail, as it needs a network. */
export interface RoadFinder {
  /** Metres and seconds from each place, in order; null where no road leads. */
  routes(question: {
    from: LngLat[];
    to: LngLat;
  }): Promise<readonly ({ readonly metres: number; readonly seconds: number } | null)[]>;
}

export interface MapServices {
  readonly basemap: Accessor<Basemap>;
  readonly finder: Accessor<PlaceFinder | undefined>;
  /** Without it distances are estimated. */
  readonly roads?: Accessor<RoadFinder | undefined>;
}

const none: MapServices = { basemap: () => outline, finder: () => undefined };
const MapContext = createContext<MapServices>(none);

export function MapProvider(props: { services: MapServices; children: JSX.Element }): JSX.Element {
  return <MapContext.Provider value={props.services}>{props.children}</MapContext.Provider>;
}

export const useMapServices = (): MapServices => useContext(MapContext);
