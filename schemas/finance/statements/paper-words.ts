// The words of a statement on paper, which the company and its customer hold in their own language.

export interface PaperWords {
  readonly column: Readonly<
    Record<
      'index' | 'ended' | 'number' | 'case' | 'plate' | 'service' | 'amount' | 'adjusted' | 'due' | 'note',
      string
    >
  >;
  readonly title: (customer: string) => string;
  readonly to: (customer: string) => string;
  readonly number: (number: string) => string;
  readonly period: (from: string, until: string) => string;
  readonly printed: (at: string) => string;
  readonly edition: (edition: number) => string;
  readonly sum: string;
  readonly capitals: (words: string) => string;
  readonly received: (money: string) => string;
  readonly open: (money: string) => string;
  readonly ours: (company: string) => string;
  readonly oursSign: string;
  readonly theirs: string;
  readonly day: string;
}

const zhCN: PaperWords = {
  column: {
    index: '序号',
    ended: '完成时间',
    number: '单号',
    case: '案件号',
    plate: '车牌',
    service: '服务',
    amount: '金额',
    adjusted: '调整',
    due: '应收',
    note: '备注',
  },
  title: (customer) => `${customer} 对账单`,
  to: (customer) => `客户：${customer}`,
  number: (number) => `编号：${number}`,
  period: (from, until) => `账期：${from} 至 ${until}`,
  printed: (at) => `日期：${at}`,
  edition: (edition) => (edition > 0 ? `第 ${edition} 版` : '草稿'),
  sum: '合计',
  capitals: (words) => `合计（大写）：人民币${words}`,
  received: (money) => `已收：${money}`,
  open: (money) => `未收：${money}`,
  ours: (company) => `出单方：${company}`,
  oursSign: '经办人：',
  theirs: '客户确认（盖章）：',
  day: '日期：',
};

const zhTW: PaperWords = {
  column: {
    index: '序號',
    ended: '完成時間',
    number: '單號',
    case: '案件號',
    plate: '車牌',
    service: '服務',
    amount: '金額',
    adjusted: '調整',
    due: '應收',
    note: '備註',
  },
  title: (customer) => `${customer} 對帳單`,
  to: (customer) => `客戶：${customer}`,
  number: (number) => `編號：${number}`,
  period: (from, until) => `帳期：${from} 至 ${until}`,
  printed: (at) => `日期：${at}`,
  edition: (edition) => (edition > 0 ? `第 ${edition} 版` : '草稿'),
  sum: '合計',
  capitals: (words) => `合計（大寫）：人民幣${words}`,
  received: (money) => `已收：${money}`,
  open: (money) => `未收：${money}`,
  ours: (company) => `出單方：${company}`,
  oursSign: '經辦人：',
  theirs: '客戶確認（蓋章）：',
  day: '日期：',
};

const en: PaperWords = {
  column: {
    index: 'No.',
    ended: 'Ended',
    number: 'Number',
    case: 'Case',
    plate: 'Plate',
    service: 'Service',
    amount: 'Amount',
    adjusted: 'Adjusted',
    due: 'Due',
    note: 'Note',
  },
  title: (customer) => `Statement for ${customer}`,
  to: (customer) => `Customer: ${customer}`,
  number: (number) => `Number: ${number}`,
  period: (from, until) => `Period: ${from} to ${until}`,
  printed: (at) => `Date: ${at}`,
  edition: (edition) => (edition > 0 ? `Edition ${edition}` : 'Draft'),
  sum: 'Total',
  capitals: (words) => `Total in capitals: 人民币${words}`,
  received: (money) => `Received: ${money}`,
  open: (money) => `Open: ${money}`,
  ours: (company) => `From: ${company}`,
  oursSign: 'Issued by:',
  theirs: 'Confirmed by the customer (seal):',
  day: 'Date:',
};

export const paperWords = { 'zh-CN': zhCN, 'zh-TW': zhTW, en } as const;

export type PaperLanguage = keyof typeof paperWords;
