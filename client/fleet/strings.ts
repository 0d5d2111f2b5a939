// The words of the vehicles' pages.
import { defineStrings, type Strings } from '../i18n/strings.ts';

const zhCN = {
  title: '车辆管理',
  create: '新增车辆',
  search: '车牌、司机、厂牌型号',
  expiring: '证件临期',
  withDisabled: '含已停用',
  emptyTitle: '还没有车辆',
  emptyHint: '添加救援车，并分配司机、车型、路况和服务，派遣时会据此推荐。',
  basics: '基本信息',
  abilities: '可承担的救援',
  abilitiesHint: '派遣时据此推荐车辆；不选司机则不能派遣，其余留空表示不限。',
  papers: '证件与备注',
  plate: '车牌',
  type: '车辆类型',
  outlet: '网点',
  state: '状态',
  model: '厂牌型号',
  maxLoad: '最大载重',
  plateColor: '车牌颜色',
  positionSource: '定位来源',
  drivers: '司机',
  carModels: '车型',
  roads: '路况',
  services: '服务',
  equipment: '设备器材',
  insurance: '保险到期日',
  inspection: '年检到期日',
  note: '备注',
  disabled: '已停用',
  all: '不限',
  strangers: (names: string) => `${names}不属于这个网点，这里的调度员看不到他。`,
  nobody: '未分配',
  listSeparator: '、',
  expiresOn: (what: string, on: string) => `${what}：${on}，即将到期，请及时办理。`,
  expiredOn: (what: string, on: string) => `${what}：${on}，已过期，派遣时会提示不适合。`,
  states: {
    available: '可用',
    busy: '忙碌',
    off: '停用中',
    'in-repair': '维修中',
  },
  due: {
    valid: '有效',
    soon: '30 天内到期',
    expired: '已过期',
  },
  plateColors: {
    blue: '蓝牌',
    yellow: '黄牌',
    green: '绿牌',
    'yellow-green': '黄绿牌',
    white: '白牌',
    black: '黑牌',
  },
  positionSources: {
    phone: '司机手机',
    device: '车载设备',
    none: '无',
  },
};

export type VehicleStrings = Strings<typeof zhCN>;

export const vehicleStrings = defineStrings<typeof zhCN>(zhCN, {
  'zh-TW': () => import('./strings.zh-TW.ts'),
  en: () => import('./strings.en.ts'),
});
