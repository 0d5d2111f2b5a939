// The environment's part about maps: the map under the points, and who finds addresses and routes.
import { resolve } from 'node:path';
import type { BasemapSettings } from '#schemas/geo/map-settings.ts';
import { WrongSetting } from '../wrong-setting.ts';

export const geocoderNames = ['tencent', 'amap', 'tianditu', 'nominatim'] as const;
export type GeocoderName = (typeof geocoderNames)[number];

export interface GeocoderConfig {
  readonly name: GeocoderName;
  /** '' where none is needed: one's own Nominatim. */
  readonly key: string;
  /** Another address than the provider's own, without a slash at its end. */
  readonly url: string | undefined;
}

/** One's own OSRM server. */
export interface RouterConfig {
  /** Without a slash at its end. */
  readonly url: string;
}

export interface MapConfig {
  readonly basemap: BasemapSettings;
  /** Absolute; the .pmtiles file that this server gives out itself. */
  readonly file: string | undefined;
  readonly geocoder: GeocoderConfig | undefined;
  /** Absent: distances are estimated. */
  readonly router?: RouterConfig | undefined;
}

/** Where clients find the server's own file. */
export const filePath = '/api/map/basemap.pmtiles';

type Value = (name: string) => string | undefined;

/** @throws WrongSetting */
export function readMapConfig(value: Value, dataDir: string): MapConfig {
  const [tiles, pmtiles] = [value('MAP_TILES'), value('MAP_PMTILES')];
  if (tiles !== undefined && pmtiles !== undefined)
    throw new WrongSetting('Set MAP_TILES or MAP_PMTILES, not both.');
  const finders = { geocoder: geocoderOf(value), router: routerOf(value) };
  if (tiles !== undefined) return { basemap: tilesOf(tiles, value), file: undefined, ...finders };
  if (pmtiles === undefined) return { basemap: { kind: 'outline' }, file: undefined, ...finders };
  const isRemote = /^https?:\/\//.test(pmtiles);
  const basemap = { kind: 'pmtiles', url: isRemote ? pmtiles : filePath, ...providedOf(value) } as const;
  return { basemap, file: isRemote ? undefined : resolve(dataDir, pmtiles), ...finders };
}

function tilesOf(templates: string, value: Value): BasemapSettings {
  const key = value('MAP_KEY');
  const urls = templates.split(/\s+/).map((template) => {
    if (!isTemplate(template))
      throw new WrongSetting(
        `Set MAP_TILES to addresses with {z}, {x} and {y}, such as https://tiles.example.com/{z}/{x}/{y}.png; one is "${template}".`,
      );
    if (template.includes('{key}') && key === undefined)
      throw new WrongSetting('Set MAP_KEY to the key that stands as {key} in MAP_TILES.');
    return template.replaceAll('{key}', encodeURIComponent(key ?? ''));
  });
  return { kind: 'tiles', urls, maxZoom: maxZoomOf(value('MAP_MAX_ZOOM') ?? '18'), ...providedOf(value) };
}

function isTemplate(text: string): boolean {
  const hasPlaces = ['{z}', '{x}'].every((part) => text.includes(part)) && /\{-?y\}/.test(text);
  return hasPlaces && (/^\/[^/]/.test(text) || hostsOf(text).every((url) => /^https?:\/\/./.test(url)));
}

/** A template may name several hosts: `https://t{0-7}.example.com`, `https://{a-c}.example.com`. */
export function hostsOf(template: string): string[] {
  const range = /^([^/]*\/\/[^/]*)\{([a-z\d])-([a-z\d])\}(.*)$/.exec(template);
  if (!range) return [template];
  const [, before = '', first = '', last = '', after = ''] = range;
  const codes = Array.from(
    { length: Math.max(0, last.charCodeAt(0) - first.charCodeAt(0) + 1) },
    (_, step) => first.charCodeAt(0) + step,
  );
  return codes.map((code) => before + String.fromCharCode(code) + after);
}

function providedOf(value: Value): { system: 'wgs84' | 'gcj02'; attribution?: string; approval?: string } {
  const system = (value('MAP_SYSTEM') ?? 'wgs84').toLowerCase();
  if (system !== 'wgs84' && system !== 'gcj02')
    throw new WrongSetting(`Set MAP_SYSTEM to wgs84 or gcj02 (AMap, Tencent); it is "${system}".`);
  const [attribution, approval] = [value('MAP_ATTRIBUTION'), value('MAP_APPROVAL')];
  return { system, ...(attribution && { attribution }), ...(approval && { approval }) };
}

function maxZoomOf(text: string): number {
  const zoom = Number(text);
  if (/^\d+$/.test(text) && zoom >= 1 && zoom <= 24) return zoom;
  throw new WrongSetting(`Set MAP_MAX_ZOOM to the tiles' last zoom, a number from 1 to 24; it is "${text}".`);
}

function geocoderOf(value: Value): GeocoderConfig | undefined {
  const text = value('GEOCODER')?.toLowerCase();
  if (text === undefined || text === 'none') return undefined;
  const name = geocoderNames.find((known) => known === text);
  if (name === undefined)
    throw new WrongSetting(
      `Set GEOCODER to one of ${geocoderNames.join(', ')}, or unset it; it is "${text}".`,
    );
  const [key, url] = [value('GEOCODER_KEY'), value('GEOCODER_URL')];
  if (name !== 'nominatim' && key === undefined)
    throw new WrongSetting(`Set GEOCODER_KEY to your key of ${name}.`);
  if (name === 'nominatim' && url === undefined)
    throw new WrongSetting('Set GEOCODER_URL to the address of your Nominatim server.');
  if (url !== undefined && !isAddress(url))
    throw new WrongSetting(
      `Set GEOCODER_URL to an address such as https://nominatim.example.com; it is "${url}".`,
    );
  return { name, key: key ?? '', url: url?.replace(/\/+$/, '') };
}

function routerOf(value: Value): RouterConfig | undefined {
  const name = value('ROUTER')?.toLowerCase();
  if (name === undefined || name === 'none') return undefined;
  if (name !== 'osrm') throw new WrongSetting(`Set ROUTER to osrm, or unset it; it is "${name}".`);
  const url = value('ROUTER_URL');
  if (url === undefined) throw new WrongSetting('Set ROUTER_URL to the address of your OSRM server.');
  if (!isAddress(url))
    throw new WrongSetting(
      `Set ROUTER_URL to an address such as http://osrm.example.com:5000; it is "${url}".`,
    );
  return { url: url.replace(/\/+$/, '') };
}

const isAddress = (url: string): boolean => URL.canParse(url) && /^https?:/.test(url);
