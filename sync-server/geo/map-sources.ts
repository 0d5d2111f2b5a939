// From where pages may load the map, for the Content-Security-Policy: exactly the configured hosts.
import type { BasemapSettings } from '#schemas/geo/map-settings.ts';
import { hostsOf } from './map-config.ts';

export interface MapSources {
  readonly images: readonly string[];
  readonly requests: readonly string[];
}

export function mapSources(basemap: BasemapSettings): MapSources {
  const none = { images: [], requests: [] };
  if (basemap.kind === 'tiles') return { ...none, images: originsOf(basemap.urls) };
  return basemap.kind === 'pmtiles' ? { ...none, requests: originsOf([basemap.url]) } : none;
}

/** An address without a host is on our own. */
function originsOf(templates: readonly string[]): string[] {
  const urls = templates.filter((template) => !template.startsWith('/')).flatMap(hostsOf);
  return [...new Set(urls.map((url) => new URL(url).origin))];
}
