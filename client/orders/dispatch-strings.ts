// The words of the dispatch dialog.
import { defineStrings, type Strings } from '../i18n/strings.ts';

const zhCN = {
  title: (number: string) => `派遣订单 ${number}`,
  redispatchTitle: (number: string) => `改派订单 ${number}`,
  now: (vehicle: string, driver: string) => `现在：${vehicle} · ${driver}`,
  filter: '查找车辆',
  filterHint: '车牌、车型、司机、网点',
  vehicles: '车辆',
  free: '空闲',
  load: (count: number) => `${count} 单进行中`,
  estimate: (distance: string) => `约 ${distance}`,
  estimateHint: '从网点到救援地点的估计：直线距离 × 1.35',
  suitable: '合适',
  against: {
    'vehicle-in-repair': '维修中',
    'vehicle-off': '停用',
    'vehicle-busy': '忙碌',
    'service-not-offered': '不提供此服务',
    'vehicle-type-unfit': '车型不合适',
    'road-condition-not-supported': '不适合此路况',
    'insurance-expired': '保险已到期',
    'inspection-expired': '年检已到期',
    'equipment-missing': '缺少所需设备',
    'car-model-not-carried': '不能承运此车型',
  },
  noVehicle: '没有符合的车辆',
  noVehicles: '您的网点还没有车辆',
  driver: '司机',
  driverLoad: (name: string, count: number) =>
    count > 0 ? `${name}（${count} 单进行中）` : `${name}（空闲）`,
  unpaired: (driver: string, vehicle: string) => `${driver} 平时不驾驶 ${vehicle}，请确认。`,
  onLeave: '休假中',
  note: '给司机的备注',
  vehicleMissing: '请选择车辆',
  driverMissing: '请选择司机',
  warned: (reasons: string) => `所选车辆：${reasons}。仍可派遣，请确认。`,
  dispatch: '派遣',
  cancel: '取消',
  keys: '↑ ↓ 选车，Enter 选定，再按 Enter 派遣',
  listSeparator: '、',
};

export type DispatchStrings = Strings<typeof zhCN>;

export const dispatchStrings = defineStrings<typeof zhCN>(zhCN, {
  'zh-TW': () => import('./dispatch-strings.zh-TW.ts'),
  en: () => import('./dispatch-strings.en.ts'),
});
