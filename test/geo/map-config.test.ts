// The operator's settings of maps, what a device is told of them, and what its browser may load.
import { describe, expect, test } from 'vitest';
import { readConfig } from '../../sync-server/config.ts';
import { mapSources } from '../../sync-server/geo/map-sources.ts';

function read(environment: Record<string, string>) {
  const result = readConfig({ DATA_DIR: '/data', ...environment });
  if (!result.ok) throw new Error(result.error);
  return result.value.map;
}

const tianditu =
  'https://t{0-2}.tianditu.gov.cn/vec_w/wmts?LAYER=vec&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk={key}';

test('nothing set: an outline that needs no network', () => {
  expect(read({})).toEqual({ basemap: { kind: 'outline' }, file: undefined, geocoder: undefined });
  expect(mapSources(read({}).basemap)).toEqual({ images: [], requests: [] });
});

test('a provider’s tiles, layer over layer, with the key filled in', () => {
  const labels = tianditu.replaceAll('vec', 'cva');
  const { basemap } = read({
    MAP_TILES: `${tianditu} ${labels}`,
    MAP_KEY: 'a key',
    MAP_ATTRIBUTION: '天地图',
    MAP_APPROVAL: 'GS(2024)0650号',
  });
  expect(basemap).toEqual({
    kind: 'tiles',
    urls: [tianditu.replace('{key}', 'a%20key'), labels.replace('{key}', 'a%20key')],
    maxZoom: 18,
    system: 'wgs84',
    attribution: '天地图',
    approval: 'GS(2024)0650号',
  });
});

test('a browser may load pictures from exactly the hosts of the tiles', () => {
  const { basemap } = read({ MAP_TILES: tianditu, MAP_KEY: 'k' });
  expect(mapSources(basemap)).toEqual({
    images: ['https://t0.tianditu.gov.cn', 'https://t1.tianditu.gov.cn', 'https://t2.tianditu.gov.cn'],
    requests: [],
  });
  const own = read({ MAP_TILES: '/tiles/{z}/{x}/{y}.png' });
  expect(mapSources(own.basemap)).toEqual({ images: [], requests: [] });
});

test('tiles of AMap and Tencent say that they are shifted', () => {
  const MAP_TILES = 'https://webrd0{1-4}.is.autonavi.com/appmaptile?x={x}&y={y}&z={z}';
  const { basemap } = read({ MAP_TILES, MAP_SYSTEM: 'gcj02', MAP_MAX_ZOOM: '19' });
  expect(basemap).toMatchObject({ system: 'gcj02', maxZoom: 19 });
  expect(mapSources(basemap).images).toHaveLength(4);
});

test('a map file lies in the data directory or elsewhere, or comes from another host', () => {
  expect(read({ MAP_PMTILES: 'zhejiang.pmtiles' })).toMatchObject({
    file: '/data/zhejiang.pmtiles',
    basemap: { kind: 'pmtiles', url: '/api/map/basemap.pmtiles' },
  });
  expect(read({ MAP_PMTILES: '/maps/cn.pmtiles' }).file).toBe('/maps/cn.pmtiles');
  const remote = read({ MAP_PMTILES: 'https://maps.example.com/cn.pmtiles' });
  expect(remote.file).toBeUndefined();
  expect(mapSources(remote.basemap)).toEqual({ images: [], requests: ['https://maps.example.com'] });
});

test('a geocoder with its key, or one’s own', () => {
  expect(read({ GEOCODER: 'amap', GEOCODER_KEY: 'k' }).geocoder).toEqual({
    name: 'amap',
    key: 'k',
    url: undefined,
  });
  const own = read({ GEOCODER: 'nominatim', GEOCODER_URL: 'http://10.0.0.5:8080/' });
  expect(own.geocoder).toEqual({ name: 'nominatim', key: '', url: 'http://10.0.0.5:8080' });
  expect(read({ GEOCODER: 'none' }).geocoder).toBeUndefined();
});

describe('a wrong value is answered with what to set', () => {
  test.each([
    [{ MAP_TILES: 'https://tiles.example.com/{z}/{x}.png' }, 'MAP_TILES'],
    [{ MAP_TILES: 'tiles.example.com/{z}/{x}/{y}.png' }, 'MAP_TILES'],
    [{ MAP_TILES: 'javascript://{z}/{x}/{y}' }, 'MAP_TILES'],
    [{ MAP_TILES: tianditu }, 'MAP_KEY'],
    [{ MAP_TILES: tianditu, MAP_KEY: 'k', MAP_MAX_ZOOM: '99' }, 'MAP_MAX_ZOOM'],
    [{ MAP_TILES: tianditu, MAP_KEY: 'k', MAP_SYSTEM: 'bd09' }, 'MAP_SYSTEM'],
    [{ MAP_TILES: tianditu, MAP_KEY: 'k', MAP_PMTILES: 'cn.pmtiles' }, 'MAP_TILES'],
    [{ GEOCODER: 'google' }, 'GEOCODER'],
    [{ GEOCODER: 'tencent' }, 'GEOCODER_KEY'],
    [{ GEOCODER: 'nominatim' }, 'GEOCODER_URL'],
    [{ GEOCODER: 'nominatim', GEOCODER_URL: 'localhost' }, 'GEOCODER_URL'],
  ])('%o', (environment, name) => {
    const result = readConfig(environment as Record<string, string>);
    expect(result).toEqual({ ok: false, error: expect.stringMatching(new RegExp(`^Set ${name} .+\\.$`)) });
  });
});
