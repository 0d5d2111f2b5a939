import type { LiveMapStrings } from './strings.ts';

const zhTW: LiveMapStrings = {
  title: '車輛即時地圖',
  search: '車牌、司機、單號',
  outlet: '網點',
  state: '狀態',
  list: '車輛和訂單',
  vehicles: '車輛',
  orders: '待派遣訂單',
  drivers: '不在車上的司機',
  noSpot: '沒有位置',
  wasThere: (time) => `${time}的位置`,
  doubtful: (time) => `${time}的位置，可能已不在那裡`,
  driver: '司機',
  phone: '電話',
  order: '目前訂單',
  noOrder: '沒有進行中的訂單',
  address: '救援地點',
  unknownVehicle: '未選定車輛',
  offline: '離線：這裡是最後收到的位置。',
  emptyTitle: '沒有符合的車輛',
  emptyHint: '換個條件試試。',
  noneTitle: '還沒有車輛',
  noneHint: '先在車輛管理登記救援車。司機上班或有任務時，打開手機上的應用並允許定位，就會出現在這裡。',
  listSeparator: '、',
};

export default zhTW;
