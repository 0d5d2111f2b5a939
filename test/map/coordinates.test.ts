// Coordinates as people type and paste them.
import { describe, expect, test } from 'vitest';
import { readCoordinates, roundPoint, writeCoordinates } from '../../client/ui/map/coordinates.ts';
import {
  fromWgs84,
  metresBetween,
  toWgs84,
  type CoordinateSystem,
  type LngLat,
} from '../../client/ui/map/systems.ts';

const spot = { lng: 120.1551, lat: 30.2741 };

function read(text: string, assumed?: CoordinateSystem) {
  const result = readCoordinates(text, assumed);
  if ('problem' in result) throw new Error(`${text}: ${result.problem}`);
  return result;
}

/** Where a text leads must be within a pace of the point, given in the text's own system. */
function leadsTo(text: string, system: CoordinateSystem, given: LngLat = spot): void {
  const found = read(text);
  expect(found.system, text).toBe(system);
  expect(metresBetween(found.point, toWgs84(given, system)), text).toBeLessThan(1);
}

describe('typed coordinates', () => {
  test.each([
    '120.1551, 30.2741',
    '120.1551,30.2741',
    '１２０．１５５１，３０．２７４１',
    '120.1551、30.2741',
    '经度 120.1551 纬度 30.2741',
    '(120.1551 30.2741)',
    '东经120.1551°，北纬30.2741°',
    'lng=120.1551&lat=30.2741',
  ])('%s', (text) => leadsTo(text, 'wgs84'));

  test('are turned when the other order alone is possible', () => {
    expect(read('30.2741, 120.1551').point).toEqual(spot);
  });

  test('are turned when only the other order lies in China', () => {
    expect(read('43.83, 87.62').point).toEqual({ lng: 87.62, lat: 43.83 });
    expect(read('87.62, 43.83').point).toEqual({ lng: 87.62, lat: 43.83 });
  });

  test('outside of China keep their order', () => {
    expect(read('2.35, 48.86').point).toEqual({ lng: 2.35, lat: 48.86 });
    expect(read('lat 48.86, lng 2.35').point).toEqual({ lng: 2.35, lat: 48.86 });
  });

  test('in degrees, minutes and seconds are understood', () => {
    const { point } = read(`30°16'26.76"N 120°9'18.36"E`);
    expect(roundPoint(point)).toEqual(spot);
    expect(roundPoint(read('30°16′26.76″N, 120°9′18.36″E').point)).toEqual(spot);
    expect(roundPoint(read('33°51′S 151°12′E').point)).toEqual({ lng: 151.2, lat: -33.85 });
  });

  test('come back as they are written', () => {
    expect(writeCoordinates(spot)).toBe('120.1551, 30.2741');
    expect(read(writeCoordinates(spot)).point).toEqual(spot);
  });

  test.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['文三路 1 号', 'unreadable'],
    ['120.1551', 'unreadable'],
    ['1, 2, 3', 'unreadable'],
    ['https://surl.amap.com/1a2b3c', 'unreadable'],
    ['200.5, 95.1', 'out-of-range'],
  ])('%j is %s', (text, problem) => expect(readCoordinates(text)).toEqual({ problem }));
});

describe('the system of coordinates', () => {
  test('is the one that was chosen, when the text does not say', () => {
    expect(read('120.1551, 30.2741', 'gcj02').point).toEqual(toWgs84(spot, 'gcj02'));
    expect(metresBetween(read('120.1551, 30.2741', 'bd09').point, spot)).toBeGreaterThan(500);
  });

  test('is the one that the text names', () => {
    leadsTo('高德坐标：120.1551,30.2741', 'gcj02');
    leadsTo('GCJ-02 120.1551,30.2741', 'gcj02');
    leadsTo('百度 120.1551, 30.2741', 'bd09');
    expect(read('GPS 120.1551, 30.2741', 'gcj02').system).toBe('wgs84');
  });
});

describe('links', () => {
  test.each([
    'https://uri.amap.com/marker?position=120.1551,30.2741&name=park&src=mypage&coordinate=gaode&callnative=0',
    'https://uri.amap.com/navigation?to=120.1551,30.2741,endpoint&mode=car&src=nyx_super',
    'https://www.amap.com/?q=30.2741,120.1551,文三路',
    'https://www.amap.com/?p=B0FFHQ,30.2741,120.1551,%E6%96%87%E4%B8%89%E8%B7%AF',
    '【高德地图】文三路，点击查看 https://ditu.amap.com/regeo?lng=120.1551&lat=30.2741&name=x',
    'https://apis.map.qq.com/uri/v1/marker?marker=coord:30.2741,120.1551;title:文三路;addr:杭州&referer=myapp',
    'https://apis.map.qq.com/uri/v1/routeplan?type=drive&tocoord=30.2741,120.1551&to=x',
    'https://map.qq.com/?type=marker&isopeninfowin=1&markertype=1&pointx=120.1551&pointy=30.2741&name=x',
    'https://www.google.com/maps/place/x/@30.1,120.1,17z/data=!3m1!4b1!4m5!3m4!8m2!3d30.2741!4d120.1551',
    'https://www.google.com/maps/@30.2741,120.1551,15z',
    'https://maps.apple.com/?ll=30.2741,120.1551&q=x',
  ])('%s is GCJ-02', (text) => leadsTo(text, 'gcj02'));

  test.each([
    'http://api.map.baidu.com/marker?location=30.2741,120.1551&title=x&content=y&output=html&src=app',
    'http://api.map.baidu.com/direction?origin=x&destination=latlng:30.2741,120.1551|name:y&mode=driving',
  ])('%s is BD-09', (text) => leadsTo(text, 'bd09'));

  test.each([
    'geo:30.2741,120.1551?z=17',
    'https://uri.amap.com/marker?position=120.1551,30.2741&coordinate=wgs84',
    'https://apis.map.qq.com/uri/v1/geocoder?coord=30.2741,120.1551&coord_type=1',
    'http://api.map.baidu.com/marker?location=30.2741,120.1551&coord_type=wgs84',
    'https://www.openstreetmap.org/?mlat=30.2741&mlon=120.1551#map=17/30.1/120.1',
    'https://www.openstreetmap.org/#map=17/30.2741/120.1551',
  ])('%s is WGS-84', (text) => leadsTo(text, 'wgs84'));

  test('of Baidu name metres on its own plane', () => {
    const { point, system } = read('https://map.baidu.com/@13377058,3518306,15z');
    expect(system).toBe('bd09');
    expect(metresBetween(point, spot)).toBeLessThan(3000);
  });
});

test('the shift of GCJ-02 in Hangzhou is some 500 metres', () => {
  const shift = metresBetween(spot, fromWgs84(spot, 'gcj02'));
  expect(shift).toBeGreaterThan(300);
  expect(shift).toBeLessThan(700);
});
