// What each provider says, in the shapes of its public documentation, and what of it we are to understand.
import type { GeocoderName } from '../../sync-server/geo/map-config.ts';

export interface ProviderFacts {
  readonly name: GeocoderName;
  /** Whether it speaks GCJ-02. */
  readonly shifted: boolean;
  /** Two places; the first at `spot` in the provider's own system. */
  readonly found: unknown;
  readonly nothingFound: unknown;
  readonly reversed: unknown;
  readonly nothingThere: unknown;
  readonly refused: { readonly status?: number; readonly body: unknown };
  /** The parameter that carries the key, if one is sent. */
  readonly keyParameter: string | undefined;
  /** What a request must hold, found in its decoded parameters. */
  readonly asks: { readonly search: RegExp; readonly near: RegExp; readonly reverse: RegExp };
  readonly path: { readonly search: string; readonly reverse: string };
}

/** In the provider's system. */
export const spot = { lng: 120.130396, lat: 30.273818 };
export const placeName = '黄龙体育中心';
export const placeAddress = '浙江省杭州市西湖区黄龙路1号';

const pair = (separator: string, point = spot) => `${point.lng}${separator}${point.lat}`;

export const tencent: ProviderFacts = {
  name: 'tencent',
  shifted: true,
  path: { search: '/ws/place/v1/suggestion', reverse: '/ws/geocoder/v1/' },
  found: {
    status: 0,
    message: 'Success',
    count: 2,
    data: [
      {
        id: '10517313137014281853',
        title: placeName,
        address: placeAddress,
        category: '运动健身:体育场馆',
        type: 0,
        location: spot,
        adcode: 330106,
        province: '浙江省',
        city: '杭州市',
        district: '西湖区',
      },
      { id: '2', title: '黄龙洞[公交站]', address: '', type: 1, location: { lat: 30.27, lng: 120.14 } },
    ],
    request_id: 'a2c3d4',
  },
  nothingFound: { status: 0, message: 'Success', count: 0, data: [], request_id: 'a' },
  reversed: {
    status: 0,
    message: 'Success',
    request_id: '36bf9c9e',
    result: {
      location: spot,
      address: placeAddress,
      formatted_addresses: { recommend: '西湖区黄龙体育中心', rough: '西湖区黄龙体育中心' },
      address_component: { nation: '中国', province: '浙江省', city: '杭州市', district: '西湖区' },
      ad_info: { nation_code: '156', adcode: '330106' },
    },
  },
  nothingThere: { status: 347, message: '查询无结果', request_id: 'b' },
  refused: { body: { status: 311, message: 'key格式错误', request_id: 'c' } },
  keyParameter: 'key',
  asks: {
    search: /keyword=黄龙/,
    near: /location=30\.2\d*,120\.1\d*/,
    reverse: /location=30\.2\d*,120\.1\d*/,
  },
};

export const amap: ProviderFacts = {
  name: 'amap',
  shifted: true,
  path: { search: '/v3/assistant/inputtips', reverse: '/v3/geocode/regeo' },
  found: {
    tips: [
      { id: [], name: '黄龙地铁线', district: [], adcode: [], location: [], address: [], typecode: [] },
      {
        id: 'B023B09LKR',
        name: placeName,
        district: '浙江省杭州市西湖区',
        adcode: '330106',
        location: pair(','),
        address: '黄龙路1号',
        typecode: '080101',
        city: [],
      },
      {
        id: 'BV1',
        name: '黄龙洞(公交站)',
        district: '浙江省杭州市西湖区',
        location: '120.14,30.27',
        address: [],
      },
    ],
    status: '1',
    info: 'OK',
    infocode: '10000',
    count: '3',
  },
  nothingFound: { tips: [], status: '1', info: 'OK', infocode: '10000', count: '0' },
  reversed: {
    status: '1',
    regeocode: {
      addressComponent: { city: '杭州市', province: '浙江省', adcode: '330106', district: '西湖区' },
      formatted_address: placeAddress,
    },
    info: 'OK',
    infocode: '10000',
  },
  nothingThere: {
    status: '1',
    regeocode: { addressComponent: { city: [], province: [], country: [] }, formatted_address: [] },
    info: 'OK',
    infocode: '10000',
  },
  refused: { body: { status: '0', info: 'INVALID_USER_KEY', infocode: '10001' } },
  keyParameter: 'key',
  asks: {
    search: /keywords=黄龙/,
    near: /location=120\.1\d*,30\.2\d*/,
    reverse: /location=120\.1\d*,30\.2\d*/,
  },
};

export const tianditu: ProviderFacts = {
  name: 'tianditu',
  shifted: false,
  path: { search: '/v2/search', reverse: '/geocoder' },
  found: {
    count: '2',
    resultType: 1,
    pois: [
      {
        eaddress: '',
        ename: 'Huanglong Sports Center',
        address: placeAddress,
        name: placeName,
        phone: '',
        poiType: '101',
        lonlat: pair(','),
        hotPointID: '3A0B',
      },
      { address: '', name: '黄龙洞', poiType: '102', lonlat: '120.14 30.27', hotPointID: '3A0C' },
    ],
    keyword: '黄龙',
    status: { infocode: 1000, cndesc: '服务正常' },
  },
  nothingFound: {
    count: '0',
    resultType: 1,
    keyword: '黄龙',
    status: { infocode: 1000, cndesc: '服务正常' },
  },
  reversed: {
    result: {
      formatted_address: placeAddress,
      location: { lon: spot.lng, lat: spot.lat },
      addressComponent: {
        address: '黄龙体育中心',
        city: '浙江省杭州市西湖区',
        road: '黄龙路',
        poi_distance: 12,
      },
    },
    msg: 'ok',
    status: '0',
  },
  nothingThere: { msg: '无结果', status: '404' },
  refused: { status: 403, body: { code: 301001, msg: '非法Key', resolve: '请检查key' } },
  keyParameter: 'tk',
  asks: {
    search: /"keyWord":"黄龙"/,
    near: /"mapBound":"119\.6\d*,29\.7\d*,120\.6\d*,30\.7\d*"/,
    reverse: /"lon":120\.1\d*,"lat":30\.2/,
  },
};

export const nominatim: ProviderFacts = {
  name: 'nominatim',
  shifted: false,
  path: { search: '/search', reverse: '/reverse' },
  found: [
    {
      place_id: 1,
      licence: 'Data © OpenStreetMap contributors',
      osm_type: 'way',
      osm_id: 2,
      lat: String(spot.lat),
      lon: String(spot.lng),
      category: 'leisure',
      type: 'sports_centre',
      name: placeName,
      display_name: placeAddress,
      boundingbox: ['30.27', '30.28', '120.12', '120.14'],
    },
    { place_id: 3, lat: '30.27', lon: '120.14', name: '', display_name: '黄龙洞, 西湖区, 杭州市, 中国' },
  ],
  nothingFound: [],
  reversed: {
    place_id: 1,
    lat: '30.27',
    lon: '120.13',
    name: placeName,
    display_name: placeAddress,
    address: {},
  },
  nothingThere: { error: 'Unable to geocode' },
  refused: { status: 403, body: { error: 'access denied' } },
  keyParameter: undefined,
  asks: {
    search: /q=黄龙.*format=jsonv2|format=jsonv2.*q=黄龙/,
    near: /viewbox=119\.6\d*,30\.7\d*,120\.6\d*,29\.7\d*/,
    reverse: /lat=30\.2\d*&lon=120\.1/,
  },
};

export const providers = [tencent, amap, tianditu, nominatim];
