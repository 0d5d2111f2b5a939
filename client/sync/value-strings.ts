// The words for values that are codes in the data.
import { defineStrings, type Strings } from '../i18n/strings.ts';

const zhCN = {
  empty: '（空）',
  none: '（无）',
  yes: '是',
  no: '否',
  listSeparator: '、',
  day: (day: number) => `每月 ${day} 日`,
  accuracy: (metres: number) => `±${metres} 米`,
  kind: {
    normal: '即时单',
    reservation: '预约单',
  },
  state: {
    available: '可用',
    busy: '忙碌',
    off: '停用中',
    'in-repair': '维修中',
  },
  employment: {
    employed: '在职',
    'on-leave': '休假',
    left: '离职',
  },
  cycle: {
    'per-order': '按单结算',
    monthly: '月结',
  },
  reasonFor: {
    void: '作废',
    decline: '拒单',
    'empty-run': '空驶',
  },
  unit: {
    once: '次',
    km: '公里',
    hour: '小时',
    wheel: '轮',
  },
  type: {
    service: '服务项目',
    'vehicle-type': '救援车类型',
    'car-model': '车型',
    'road-condition': '路况',
    'customer-type': '客户分类',
    'price-item': '收费项目',
    'settlement-method': '入账方式',
    reason: '原因',
    'sms-template': '短信模板',
  },
  permissions: {
    'orders.view': '查看订单',
    'orders.create': '新建订单',
    'orders.edit': '修改订单',
    'orders.dispatch': '派遣',
    'orders.complete': '代司机完成',
    'orders.empty-run': '记为空驶',
    'orders.void': '作废订单',
    'orders.sms': '发送短信',
    'orders.confirm': '结果确认',
    'orders.repair': '修复订单',
    'jobs.work': '执行任务',
    'finance.view': '查看财务',
    'finance.verify': '核单',
    'finance.approve': '核价',
    'finance.post': '入账核销',
    'finance.reverse': '财务冲回',
    'finance.repair': '财务修复',
    'customers.view': '查看客户',
    'customers.edit': '编辑客户',
    'vehicles.view': '查看车辆',
    'vehicles.edit': '编辑车辆',
    'outlets.view': '查看网点',
    'outlets.edit': '编辑网点',
    'outlets.all': '全部网点',
    'staff.view': '查看员工',
    'staff.edit': '编辑员工',
    'roles.view': '查看角色',
    'roles.edit': '编辑角色',
    'catalog.view': '查看基础数据',
    'catalog.edit': '编辑基础数据',
    'calls.view': '查看来电',
    'map.view': '查看地图',
  },
};

export type ValueStrings = Strings<typeof zhCN>;

export const valueStrings = defineStrings<typeof zhCN>(zhCN, {
  'zh-TW': () => import('./value-strings.zh-TW.ts'),
  en: () => import('./value-strings.en.ts'),
});
