// The words of the search over all orders.
import { defineStrings, type Strings } from '../i18n/strings.ts';

const zhCN = {
  title: '历史订单',
  search: '单号、车牌、车架号、电话、姓名、地点、备注',
  refresh: '刷新',
  offline: '历史订单需要连接服务器',
  offlineHint:
    '历史订单保存在服务器上，现在连不上。恢复连接后再查；最近的订单在订单看板和 Ctrl+K 里可以离线查找。',
  refused: '服务器没有接受这次查询',
  tooShort: '再多输入一点',
  tooShortHint: '至少两个字；只有字母和数字时至少三个。',
  emptyTitle: '还没有订单',
  emptyHint: '建过的订单都会留在这里。',
  results: (count: string) => `共 ${count} 条`,
  moreThan: (count: string) => `超过 ${count} 条`,
  taken: '建单时间',
  status: '状态',
  outlet: '网点',
  customer: '客户',
  service: '服务项目',
  driver: '司机',
  vehicle: '救援车',
  stage: '财务阶段',
  figure: '报表数字',
  reason: '原因',
  without: '没有',
  lacking: { vehicle: '救援车', driver: '司机', reason: '原因' },
  sumOf: (figure: string, amount: string) => `${figure}合计 ${amount}`,
  column: {
    taken: '建单时间',
    service: '服务项目',
    customer: '客户',
    phone: '联系电话',
    destination: '目的地',
    driver: '司机',
    vehicle: '救援车',
    customerOrderNumber: '客户单号',
    model: '车型',
    vin: '车架号',
    fault: '故障',
    note: '备注',
    stage: '财务阶段',
    amount: '金额',
  },
  exporting: '正在取得全部结果',
  exportBroken: '没有取完，连接中断了，请重试',
  exportCut: (count: string) => `一个文件最多 ${count} 条，只导出了最新的这些。请缩小范围再导出其余的。`,
};

export type PastOrderStrings = Strings<typeof zhCN>;

export const pastOrderStrings = defineStrings<typeof zhCN>(zhCN, {
  'zh-TW': () => import('./strings.zh-TW.ts'),
  en: () => import('./strings.en.ts'),
});
