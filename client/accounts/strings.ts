// The words of the books.
import { defineStrings, type Strings } from '../i18n/strings.ts';

const zhCN = {
  title: '账目',
  views: '视图',
  view: { debts: '应收账龄', balances: '全部账户' },
  searchDebts: '客户',
  searchBalances: '账户、客户、收款方式',
  refresh: '刷新',
  asOf: (time: string) => `截至 ${time}`,
  agrees: (count: number) => `账实相符：${count} 个账户都与订单和对账单一致。`,
  differs: (count: number) => `${count} 个账户与订单、对账单不一致，请联系系统管理员，不要手工补账。`,
  showDifferences: '查看差异',
  owed: (amount: string) => `应收合计 ${amount}`,
  credit: (amount: string) => `已收未分配 ${amount}`,
  offline: '账目在服务器上，现在没有网络。',
  refused: '服务器没有给出账目。',
  noDebts: '没有应收',
  noDebtsHint: '核价后还没有收到钱的订单，会按客户和账龄列在这里。',
  noBalances: '还没有入账',
  noBalancesHint: '第一张订单核价后，账户就会出现在这里。',
  onlyDifferent: '只看不一致',
  column: {
    customer: '客户',
    orders: '未收订单',
    upTo30: '30 天内',
    upTo60: '31–60 天',
    upTo90: '61–90 天',
    older: '90 天以上',
    owed: '应收合计',
    credit: '已收未分配',
    account: '账户',
    kind: '类别',
    ledger: '账面余额',
    documents: '按订单和对账单',
    difference: '差额',
  },
  kind: {
    receivable: '应收',
    clearing: '已收未分配',
    money: '收款',
    driver: '司机持有',
    collected: '现金待入账',
    difference: '现金长短款',
    revenue: '收入',
  },
  unposted: '待入账的现场收款',
  revenue: { rescue: '救援收入', adjustment: '对账调整' },
};

export const accountStrings = defineStrings(zhCN, {
  'zh-TW': () => import('./strings.zh-TW.ts'),
  en: () => import('./strings.en.ts'),
});

export type AccountStrings = Strings<typeof zhCN>;
