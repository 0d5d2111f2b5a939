// The words of the confirmations.
import { defineStrings, type Strings } from '../i18n/strings.ts';

const zhCN = {
  title: '结果确认',
  search: '单号、客户单号、车牌、电话、姓名',
  view: { waiting: '待确认', overdue: '已超时', expected: '未结束', confirmed: '已确认' },
  viewLabel: '进度',
  outlet: '网点',
  customer: '客户',
  ended: '结束时间',
  column: {
    number: '单号',
    view: '进度',
    since: '已等待',
    customer: '客户 / 客户单号',
    car: '车辆 / 服务',
    result: '结果',
    remark: '回传备注',
    outcome: '确认结果',
    by: '确认人',
  },
  overdue: (count: number) => `${count} 张订单结束超过 24 小时，第三方还没有确认。`,
  showOverdue: '只看超时',
  emptyTitle: '没有等待确认的订单',
  emptyHint: '客户资料里勾选“需要结果确认”后，该客户的订单结束时会列在这里。',
  waits: (time: string) => `从 ${time} 起等待`,
  form: {
    title: '第三方的答复',
    outcome: '确认结果',
    outcomes: ['认可', '部分认可', '有异议', '不认可'],
    remark: '回传备注',
    remarkHint: '对方怎么说，例如核实人、认可的里程、异议的内容',
    missing: '请填写回传备注',
    confirm: '确认结果',
    correct: '更正',
    next: '下一张',
    openOrder: '打开订单',
    goesBack: '此单由通知转来，确认后自动回传给对方。',
    andNext: 'Ctrl+Enter 确认，并转到下一张',
    done: '结果已确认',
    corrected: '已更正',
    offline: '已保存在本机，联网后自动发送',
  },
};

export type ConfirmationStrings = Strings<typeof zhCN>;

export const confirmationStrings = defineStrings<typeof zhCN>(zhCN, {
  'zh-TW': () => import('./strings.zh-TW.ts'),
  en: () => import('./strings.en.ts'),
});
