// The words of maps.
import { defineStrings, type Strings } from '../../i18n/strings.ts';

const zhCN = {
  map: '地图',
  loading: '正在打开地图…',
  failed: '地图没有打开',
  failedHint: '可以直接填写坐标。',
  baseFailed: '底图暂时无法显示，只显示轮廓。',
  outline: '离线轮廓图',
  locate: '用本机位置',
  fitAll: '显示全部',
  zoomIn: '放大',
  zoomOut: '缩小',
  wheelHint: (key: string) => `按住 ${key} 滚动滚轮可以缩放地图`,
  fingerHint: '用两根手指移动地图',
  list: (count: number) => `列表（${count}）`,
  listOf: (label: string) => `${label}：列表`,
  closeList: '收起列表',
  listMore: (count: number) => `还有 ${count} 个，请放大地图查看`,
  noPoints: '地图上没有点',
  keys: '方向键移动图钉，Shift 加方向键移动更远，加号和减号缩放，回车把图钉放在地图中央。',
  coordinates: '坐标',
  coordinatesHint: '120.1551, 30.2741',
  coordinatesAbout: '经度在前。也可以粘贴高德、腾讯、百度地图的链接，坐标来自哪里会自动识别。',
  system: '坐标来自',
  systemAbout: '数字从哪个地图复制，就选哪个；选错会偏几百米。',
  systems: {
    wgs84: 'GPS（WGS-84）',
    gcj02: '高德、腾讯（GCJ-02）',
    bd09: '百度（BD-09）',
  },
  converted: (coordinates: string) => `已换算为 WGS-84：${coordinates}`,
  unreadable: '看不懂这个坐标，请写成 120.1551, 30.2741',
  outOfRange: '坐标超出范围，请核对经度和纬度',
  abroad: '这个位置不在中国境内，请核对：先经度，后纬度',
  shortLink: '短链接里没有坐标。请在浏览器里打开它，再复制地址栏的链接。',
  bareLink: '这个链接里没有坐标。请在地图上点选，或在地图应用里用“分享”复制带坐标的链接。',
  picked: (coordinates: string) => `图钉在 ${coordinates}`,
  notPicked: '在地图上点一下，放下图钉。',
  clear: '去掉图钉',
  noAccess: '浏览器不允许读取位置。请在地图上点选，或填写坐标。',
  noPosition: '暂时无法取得本机位置。请在地图上点选，或填写坐标。',
  search: '搜索地址',
  searchHint: '地址、路口、小区、商场',
  nearby: (address: string) => `附近地址：${address}`,
  useAddress: '用作地址',
};

export type MapStrings = Strings<typeof zhCN>;

export const mapStrings = defineStrings<typeof zhCN>(zhCN, {
  'zh-TW': () => import('./strings.zh-TW.ts'),
  en: () => import('./strings.en.ts'),
});
