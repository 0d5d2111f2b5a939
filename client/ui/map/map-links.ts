// Points out of the links that the usual maps give to share a place. Short links hide theirs: they can't be read.
import { fromBaiduMetres, type CoordinateSystem, type LngLat } from './systems.ts';

type Linked = LngLat & { readonly system: CoordinateSystem };
type Reader = (url: URL) => Linked | undefined;

/** By host. Maps of providers outside of China show mainland China shifted, too. */
const readers: readonly [host: RegExp, read: Reader][] = [
  [/(^|\.)amap\.com$/, readAMap],
  [/(^|\.)map\.qq\.com$/, readTencent],
  [/(^|\.)map\.baidu\.com$/, readBaidu],
  [/(^|\.)openstreetmap\.org$/, readOpenStreetMap],
  [/(^|\.)google(\.\w+){1,2}$/, readGoogle],
  [/^maps\.apple\.com$/, (url) => latitudeFirst(parameter(url, 'll', 'q', 'coordinate'), 'gcj02')],
];

/** The first link in a text; undefined when there is none that is understood. */
export function readMapLink(text: string): Linked | undefined {
  const geo = /\bgeo:(-?[\d.]+,-?[\d.]+)/i.exec(text)?.[1];
  if (geo !== undefined) return latitudeFirst(geo, 'wgs84');
  const url = linkIn(text);
  return url && readers.find(([host]) => host.test(url.hostname))?.[1](url);
}

/** Where an app's 分享 leads to first: from there a browser goes on to the address that has the point. */
const shortHosts = ['surl.amap.com', 'j.map.baidu.com', 'url.cn', 'maps.app.goo.gl', 'goo.gl'];

export const isShortLink = (text: string): boolean => shortHosts.includes(linkIn(text)?.hostname ?? '');

function linkIn(text: string): URL | undefined {
  const address = /https?:\/\/[^\s<>"，。）)]+/i.exec(text)?.[0];
  return address !== undefined && URL.canParse(address) ? new URL(address) : undefined;
}

/** https://lbs.amap.com/api/uri-api/guide/mobile-web/point */
function readAMap(url: URL): Linked | undefined {
  const system = parameter(url, 'coordinate') === 'wgs84' ? 'wgs84' : 'gcj02';
  const place = url.searchParams.get('p')?.split(',').slice(1).join(',');
  return (
    longitudeFirst(parameter(url, 'position', 'to', 'dest'), system) ??
    latitudeFirst(parameter(url, 'q') ?? place, system) ??
    named(url, 'lng', 'lat', system)
  );
}

/** https://lbs.qq.com/webApi/uriV1/uriGuide/uriWebMarker */
function readTencent(url: URL): Linked | undefined {
  const system = parameter(url, 'coord_type') === '1' ? 'wgs84' : 'gcj02';
  const marker = /coord:([^;]+)/.exec(parameter(url, 'marker') ?? '')?.[1];
  return (
    latitudeFirst(marker ?? parameter(url, 'coord', 'tocoord', 'center'), system) ??
    named(url, 'pointx', 'pointy', system)
  );
}

/** https://lbsyun.baidu.com/faq/api?title=webapi/uri/web */
function readBaidu(url: URL): Linked | undefined {
  const plane = /@(\d{7,8}(?:\.\d+)?),(\d{6,8}(?:\.\d+)?)/.exec(url.href);
  if (plane) return { ...fromBaiduMetres(Number(plane[1]), Number(plane[2])), system: 'bd09' };
  const type = parameter(url, 'coord_type') ?? 'bd09ll';
  const system = type === 'wgs84' || type === 'gcj02' ? type : 'bd09';
  const goal = /latlng:([^|]+)/.exec(parameter(url, 'destination') ?? '')?.[1];
  return latitudeFirst(parameter(url, 'location') ?? goal, system);
}

function readOpenStreetMap(url: URL): Linked | undefined {
  const shown = /map=[\d.]+\/(-?[\d.]+)\/(-?[\d.]+)/.exec(url.hash);
  return (
    named(url, 'mlon', 'mlat', 'wgs84') ??
    (shown ? latitudeFirst(`${shown[1]},${shown[2]}`, 'wgs84') : undefined)
  );
}

function readGoogle(url: URL): Linked | undefined {
  const marked = /!3d(-?[\d.]+)!4d(-?[\d.]+)/.exec(url.href) ?? /@(-?[\d.]+),(-?[\d.]+)/.exec(url.pathname);
  const text = marked ? `${marked[1]},${marked[2]}` : parameter(url, 'q', 'query', 'll');
  return latitudeFirst(text, 'gcj02');
}

function parameter(url: URL, ...names: string[]): string | undefined {
  return names.map((name) => url.searchParams.get(name)).find((value) => value !== null) ?? undefined;
}

function named(url: URL, lng: string, lat: string, system: CoordinateSystem): Linked | undefined {
  return longitudeFirst(`${url.searchParams.get(lng)},${url.searchParams.get(lat)}`, system);
}

function longitudeFirst(text: string | undefined, system: CoordinateSystem): Linked | undefined {
  const pair = /^\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)(?![\d.])/.exec(text ?? '');
  return pair ? { lng: Number(pair[1]), lat: Number(pair[2]), system } : undefined;
}

function latitudeFirst(text: string | undefined, system: CoordinateSystem): Linked | undefined {
  const pair = longitudeFirst(text, system);
  return pair && { lng: pair.lat, lat: pair.lng, system };
}
