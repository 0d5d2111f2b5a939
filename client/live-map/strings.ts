// The words of the live map.
import { defineStrings, type Strings } from '../i18n/strings.ts';

const zhCN = {
  title: '车辆实时地图',
  search: '车牌、司机、单号',
  outlet: '网点',
  state: '状态',
  list: '车辆和订单',
  vehicles: '车辆',
  orders: '待派遣订单',
  drivers: '不在车上的司机',
  noSpot: '没有位置',
  wasThere: (time: string) => `${time}的位置`,
  doubtful: (time: string) => `${time}的位置，可能已不在那里`,
  driver: '司机',
  phone: '电话',
  order: '当前订单',
  noOrder: '没有进行中的订单',
  address: '救援地点',
  unknownVehicle: '未选定车辆',
  offline: '离线：这里是最后收到的位置。',
  emptyTitle: '没有符合的车辆',
  emptyHint: '换个条件试试。',
  noneTitle: '还没有车辆',
  noneHint: '先在车辆管理登记救援车。司机上班或有任务时，打开手机上的应用并允许定位，就会出现在这里。',
  listSeparator: '、',
};

export type LiveMapStrings = Strings<typeof zhCN>;

export const liveMapStrings = defineStrings<typeof zhCN>(zhCN, {
  'zh-TW': () => import('./strings.zh-TW.ts'),
  en: () => import('./strings.en.ts'),
});
