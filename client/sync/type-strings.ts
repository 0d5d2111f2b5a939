// What each command is called, and each kind of document.
import { defineStrings, type Strings } from '../i18n/strings.ts';

const zhCN = {
  'create-order': '新建订单',
  'edit-order': '修改订单',
  dispatch: '派遣',
  accept: '接单',
  decline: '拒单',
  depart: '出发',
  arrive: '到达',
  'start-work': '开始施救',
  load: '装车拖运',
  'reach-destination': '送达',
  complete: '完成',
  'empty-run': '空驶',
  void: '作废',
  'send-sms': '发送短信',
  'report-sms': '短信回执',
  'add-photo': '添加照片',
  'remove-photo': '删除照片',
  'confirm-result': '结果确认',
  rate: '评价',
  'repair-order': '修复订单',
  'refuse-notice': '拒绝通知',
  verify: '核单',
  'approve-price': '核价',
  'post-payment': '入账',
  'reverse-finance': '财务冲回',
  customers: '客户资料',
  vehicles: '车辆资料',
  outlets: '网点资料',
  staff: '员工资料',
  roles: '角色',
  catalog: '基础数据',
};

export type TypeStrings = Strings<typeof zhCN>;

export const typeStrings = defineStrings<typeof zhCN>(zhCN, {
  'zh-TW': () => import('./type-strings.zh-TW.ts'),
  en: () => import('./type-strings.en.ts'),
});
