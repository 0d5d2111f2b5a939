// The words around a role's permissions; those of each permission are in sync/value-strings.ts.
import { defineStrings, type Strings } from '../i18n/strings.ts';

const zhCN = {
  count: (held: number, all: number) => `已授予 ${held} / ${all} 项权限`,
  everything: '全部菜单',
  column: (action: string) => `所有菜单：${action}`,
  row: (menu: string) => `${menu}：全部操作`,
  wholeSection: (section: string) => `${section}：全部菜单`,
  of: (menu: string, action: string) => `${menu}：${action}`,
  others: '其他操作',
  notYours: (permission: string) => `您自己没有“${permission}”权限，不能授予或收回`,
  noneYours: '您自己没有其中的权限，不能授予或收回',
  everybodys: '每位员工建单、接单都要用到，人人都能查看，不用授予',
  viewOnly: '您的角色只能查看，不能修改',
  heldElsewhere: '其他网点的员工也有这个角色，只有负责全部网点的人能修改；可以复制成新角色',
  action: { view: '查看', create: '新建', edit: '编辑', delete: '删除' },
  section: { orders: '订单管理', finance: '财务管理', company: '企业管理', people: '员工管理' },
  group: {
    orders: '订单看板',
    confirmations: '结果确认',
    'order-repair': '订单修复',
    jobs: '司机任务',
    calls: '话务',
    map: '车辆地图',
    finance: '财务',
    verify: '录单核单',
    approve: '核价对账',
    post: '入账核销',
    'finance-repair': '财务修复',
    'month-close': '月结关账',
    customers: '客户管理',
    vehicles: '车辆管理',
    outlets: '网点管理',
    senders: '通知来源',
    catalog: '基础数据',
    staff: '员工信息',
    roles: '员工角色',
  },
};

export type MatrixStrings = Strings<typeof zhCN>;

export const matrixStrings = defineStrings<typeof zhCN>(zhCN, {
  'zh-TW': () => import('./matrix-strings.zh-TW.ts'),
  en: () => import('./matrix-strings.en.ts'),
});
