import type { DispatchStrings } from './dispatch-strings.ts';

const zhTW: DispatchStrings = {
  title: (number) => `派遣訂單 ${number}`,
  redispatchTitle: (number) => `改派訂單 ${number}`,
  now: (vehicle, driver) => `現在：${vehicle} · ${driver}`,
  filter: '查找車輛',
  filterHint: '車牌、車型、司機、網點',
  vehicles: '車輛',
  free: '空閒',
  load: (count) => `${count} 單進行中`,
  estimate: (distance) => `約 ${distance}`,
  estimateHint: '從網點到救援地點的估計：直線距離 × 1.35',
  suitable: '合適',
  against: {
    'vehicle-in-repair': '維修中',
    'vehicle-off': '停用',
    'vehicle-busy': '忙碌',
    'service-not-offered': '不提供此服務',
    'vehicle-type-unfit': '車型不合適',
    'road-condition-not-supported': '不適合此路況',
  },
  noVehicle: '沒有符合的車輛',
  noVehicles: '您的網點還沒有車輛',
  driver: '司機',
  driverLoad: (name, count) => (count > 0 ? `${name}（${count} 單進行中）` : `${name}（空閒）`),
  unpaired: (driver, vehicle) => `${driver} 平時不駕駛 ${vehicle}，請確認。`,
  onLeave: '休假中',
  note: '給司機的備註',
  vehicleMissing: '請選擇車輛',
  driverMissing: '請選擇司機',
  warned: (reasons) => `所選車輛：${reasons}。仍可派遣，請確認。`,
  dispatch: '派遣',
  cancel: '取消',
  keys: '↑ ↓ 選車，Enter 選定，再按 Enter 派遣',
  listSeparator: '、',
};

export default zhTW;
