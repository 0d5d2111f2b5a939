// Real places of Hangzhou where cars break down and where they are taken. Coordinates are WGS-84 (good to a
// building or an exit, not to a parking space); Chinese online maps show GCJ-02, some 500 m off.
import type { Place } from '#schemas/core/types.ts';

/** Which side of the Qiantang the place is on: vehicles of the other side are a bridge away. */
export type Bank = 'north' | 'south';

export interface Scene extends Place {
  readonly bank: Bank;
  /** Code of the road condition. */
  readonly road: string;
}

type Row = readonly [road: string, address: string, lng: number, lat: number];

const north: readonly Row[] = [
  ['road', '杭州市上城区天城路1号杭州东站东广场', 120.2092, 30.2935],
  ['basement', '杭州市上城区全福桥路2号杭州东站西地下停车库', 120.2062, 30.2928],
  ['road', '杭州市上城区环城东路1号杭州站', 120.1777, 30.2438],
  ['basement', '杭州市拱墅区西湖文化广场地下停车场', 120.1592, 30.2789],
  ['basement', '杭州市拱墅区武林广场1号杭州大厦地下车库', 120.1578, 30.2743],
  ['basement', '杭州市上城区延安路258号湖滨银泰地下二层', 120.1604, 30.2528],
  ['parking', '杭州市上城区庆春路79号浙大一院停车场', 120.1727, 30.2596],
  ['multi-storey', '杭州市上城区庆春东路3号邵逸夫医院立体车库', 120.1977, 30.26],
  ['parking', '杭州市拱墅区上塘路158号浙江省人民医院', 120.1555, 30.2855],
  ['basement', '杭州市拱墅区杭行路666号拱墅万达广场地下车库', 120.1003, 30.338],
  ['multi-storey', '杭州市拱墅区台州路2号运河上街停车楼', 120.1362, 30.3222],
  ['narrow', '杭州市拱墅区桥弄街拱宸桥西', 120.1325, 30.3206],
  ['narrow', '杭州市拱墅区大关路大关小区', 120.15, 30.3065],
  ['basement', '杭州市拱墅区丰潭路380号城西银泰城地下车库', 120.1015, 30.3022],
  ['parking', '杭州市西湖区黄龙路1号黄龙体育中心停车场', 120.1264, 30.2675],
  ['basement', '杭州市余杭区五常大道1号西溪印象城地下车库', 120.0437, 30.2497],
  ['parking', '杭州市西湖区余杭塘路866号浙大紫金港校区', 120.0822, 30.3052],
  ['tunnel', '杭州市西湖区文一西路地下通道（丰潭路段）', 120.1105, 30.2893],
  ['elevated', '杭州市拱墅区德胜快速路上塘立交', 120.1545, 30.2985],
  ['elevated', '杭州市拱墅区秋石高架石桥立交', 120.185, 30.3255],
  ['highway', '杭州绕城高速勾庄出口匝道', 120.1, 30.372],
  ['highway', '沪杭高速杭州东（彭埠）收费站', 120.2235, 30.2962],
  ['mountain', '杭州市拱墅区半山路半山国家森林公园', 120.1885, 30.358],
  ['parking', '杭州市上城区德胜东路3339号九堡客运中心', 120.2668, 30.3073],
  ['parking', '杭州市西湖区灵隐路灵隐停车场', 120.0995, 30.2428],
  ['mountain', '杭州市西湖区龙井路龙井村', 120.103, 30.2225],
];

const south: readonly Row[] = [
  ['basement', '杭州市滨江区飞虹路3号杭州奥体中心地下停车库', 120.2265, 30.2288],
  ['basement', '杭州市滨江区江南大道228号星光大道地下车库', 120.2058, 30.208],
  ['basement', '杭州市滨江区江汉路1515号龙湖滨江天街地下二层', 120.2085, 30.2045],
  ['parking', '杭州市滨江区网商路699号园区停车场', 120.1862, 30.1922],
  ['road', '杭州市滨江区阡陌路555号门口', 120.2092, 30.2108],
  ['parking', '杭州市滨江区江虹路1511号浙大二院滨江院区', 120.1888, 30.1838],
  ['road', '杭州市西湖区之江路16号六和塔', 120.128, 30.1975],
  ['water', '杭州市西湖区九溪路九溪烟树', 120.1115, 30.204],
  ['elevated', '杭州市滨江区复兴大桥南引桥', 120.169, 30.21],
  ['elevated', '杭州市滨江区西兴大桥', 120.1935, 30.2265],
  ['elevated', '杭州市滨江区时代高架滨文路段', 120.185, 30.169],
  ['highway', '杭甬高速萧山出口匝道', 120.274, 30.2008],
  ['multi-storey', '杭州市萧山区萧山国际机场停车楼', 120.4344, 30.2295],
  ['mud', '杭州市萧山区湘湖路湘湖景区', 120.219, 30.15],
  ['road', '杭州市萧山区杭州南站落客平台', 120.2935, 30.1745],
];

export const scenes: readonly Scene[] = [...on('north', north), ...on('south', south)];

/** Workshops and dealers that cars are towed to. */
export const workshops: readonly Scene[] = [
  ...on('north', [
    ['parking', '杭州市拱墅区石祥路杭州汽车城', 120.152, 30.332],
    ['parking', '杭州市拱墅区康桥路218号', 120.1475, 30.3545],
    ['parking', '杭州市西湖区古墩路1188号', 120.094, 30.3185],
    ['parking', '杭州市上城区德胜东路2555号', 120.251, 30.3085],
  ]),
  ...on('south', [
    ['parking', '杭州市滨江区滨康路688号', 120.2065, 30.1838],
    ['parking', '杭州市滨江区江晖路1958号', 120.2, 30.179],
    ['parking', '杭州市萧山区通惠中路228号', 120.2745, 30.18],
  ]),
];

function on(bank: Bank, rows: readonly Row[]): Scene[] {
  return rows.map(([road, address, lng, lat]) => ({ bank, road, address, lng, lat }));
}
