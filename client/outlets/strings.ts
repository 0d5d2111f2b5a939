// The words of the outlets' pages.
import { defineStrings, type Strings } from '../i18n/strings.ts';

const zhCN = {
  title: '网点管理',
  create: '新增网点',
  search: '名称、电话、联系人、地址',
  withDisabled: '含已停用',
  emptyTitle: '还没有网点',
  emptyHint: '网点是车辆和员工所在的地方，先新增第一个网点，再添加车辆和员工。',
  basics: '基本信息',
  name: '网点名称',
  phone: '电话',
  contact: '联系人',
  address: '地址',
  note: '备注',
  position: '坐标',
  vehicles: '车辆',
  staff: '员工',
  state: '状态',
  addedByAll: '新增网点需要“全部网点”权限。',
  lockedByOutlet: '这不是您的网点，您不能编辑。',
  inUse: '使用中',
  disabled: '已停用',
  callSystem: '话务系统',
  addresses: '呼叫系统访问地址',
  callSystemHint: '只接受来自这些地址的来电推送。填 IP（192.168.1.20）或网段（192.168.1.0/24），可填多个。',
};

export type OutletStrings = Strings<typeof zhCN>;

export const outletStrings = defineStrings<typeof zhCN>(zhCN, {
  'zh-TW': () => import('./strings.zh-TW.ts'),
  en: () => import('./strings.en.ts'),
});
