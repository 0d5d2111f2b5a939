// The geocoder that is configured.
import { createAMap } from './adapters/amap.ts';
import { createNominatim } from './adapters/nominatim.ts';
import { createTencent } from './adapters/tencent.ts';
import { createTianditu } from './adapters/tianditu.ts';
import type { Service } from './ask.ts';
import type { Geocoder } from './geocoder.ts';
import type { GeocoderConfig, GeocoderName } from './map-config.ts';

const adapters: Readonly<Record<GeocoderName, (service: Service) => Geocoder>> = {
  tencent: createTencent,
  amap: createAMap,
  tianditu: createTianditu,
  nominatim: createNominatim,
};

const ownUrls: Readonly<Record<GeocoderName, string>> = {
  tencent: 'https://apis.map.qq.com',
  amap: 'https://restapi.amap.com',
  tianditu: 'https://api.tianditu.gov.cn',
  // There is no default: the configuration names one's own.
  nominatim: '',
};

/** A clerk is on the telephone: what takes longer is not waited for. */
const patienceMs = 5000;

export function createGeocoder({ name, key, url }: GeocoderConfig, waitMs = patienceMs): Geocoder {
  return adapters[name]({ url: url ?? ownUrls[name], key, patienceMs: waitMs });
}
