// The words of the customer's page of a statement, in the language of the browser.
import type { PaperLanguage } from '#schemas/finance/statements/paper-words.ts';
import type { StatementState } from '#schemas/finance/statements/statement.ts';

export interface Texts {
  readonly lang: PaperLanguage;
  readonly title: string;
  readonly gone: readonly [title: string, hint: string];
  readonly revised: readonly [title: string, hint: string];
  readonly password: string;
  readonly passwordHint: string;
  readonly enter: string;
  readonly wrongPassword: string;
  readonly tooMany: (minutes: number) => string;
  readonly from: (company: string) => string;
  readonly period: (from: string, until: string) => string;
  readonly edition: (edition: number) => string;
  readonly state: Readonly<Record<StatementState, string>>;
  readonly confirmedAt: (at: string) => string;
  readonly total: string;
  readonly received: string;
  readonly open: string;
  readonly orders: (count: number) => string;
  readonly download: string;
  readonly search: string;
  readonly find: string;
  readonly none: string;
  readonly page: (page: number, pages: number) => string;
  readonly earlier: string;
  readonly later: string;
  readonly adjusted: (amount: string) => string;
  readonly posted: string;
  readonly disputed: string;
  readonly settled: string;
  readonly claims: (amount: string) => string;
  readonly dispute: string;
  readonly disputeTitle: (number: string) => string;
  readonly reason: string;
  readonly claimed: string;
  readonly send: string;
  readonly back: string;
  readonly reasonMissing: string;
  readonly amountWrong: string;
  readonly confirm: string;
  readonly confirmHint: (count: number, total: string) => string;
  readonly note: string;
  readonly changed: string;
  readonly refused: string;
}

const zhCN: Texts = {
  lang: 'zh-CN',
  title: '对账单',
  gone: ['链接已失效', '请向发给您链接的公司索取新的链接。'],
  revised: ['对账单正在修改', '改好后会重新发送，届时仍在这里查看。'],
  password: '密码',
  passwordHint: '密码由发给您链接的人另外告知。',
  enter: '打开对账单',
  wrongPassword: '密码不正确。',
  tooMany: (minutes) => `尝试次数过多，请 ${minutes} 分钟后再试。`,
  from: (company) => `出单方：${company}`,
  period: (from, until) => `账期 ${from} 至 ${until}`,
  edition: (edition) => `第 ${edition} 版`,
  state: {
    draft: '草稿',
    sent: '待确认',
    confirmed: '已确认',
    disputed: '有异议',
    settled: '已结清',
    discarded: '已作废',
  },
  confirmedAt: (at) => `确认于 ${at}`,
  total: '合计',
  received: '已付',
  open: '未付',
  orders: (count) => `${count} 单`,
  download: '下载 Excel',
  search: '单号、案件号、车牌',
  find: '查找',
  none: '没有符合的订单。',
  page: (page, pages) => `第 ${page} / ${pages} 页`,
  earlier: '上一页',
  later: '下一页',
  adjusted: (amount) => `调整 ${amount}`,
  posted: '已付清',
  disputed: '异议待处理',
  settled: '异议已处理',
  claims: (amount) => `认为应付 ${amount}`,
  dispute: '提出异议',
  disputeTitle: (number) => `对 ${number} 提出异议`,
  reason: '异议原因',
  claimed: '您认为应付（元，可不填）',
  send: '提交异议',
  back: '返回对账单',
  reasonMissing: '请写明原因。',
  amountWrong: '金额应为数字，例如 280 或 280.50。',
  confirm: '确认整份对账单',
  confirmHint: (count, total) => `确认全部 ${count} 单，合计 ${total}，没有异议。`,
  note: '确认人、备注（可不填）',
  changed: '对账单刚刚有变动，刚才的操作没有执行。请看过现在的内容再决定。',
  refused: '现在不能这样操作，请看下面的最新状态。',
};

const zhTW: Texts = {
  lang: 'zh-TW',
  title: '對帳單',
  gone: ['連結已失效', '請向發給您連結的公司索取新的連結。'],
  revised: ['對帳單正在修改', '改好後會重新發送，屆時仍在這裡查看。'],
  password: '密碼',
  passwordHint: '密碼由發給您連結的人另外告知。',
  enter: '打開對帳單',
  wrongPassword: '密碼不正確。',
  tooMany: (minutes) => `嘗試次數過多，請 ${minutes} 分鐘後再試。`,
  from: (company) => `出單方：${company}`,
  period: (from, until) => `帳期 ${from} 至 ${until}`,
  edition: (edition) => `第 ${edition} 版`,
  state: {
    draft: '草稿',
    sent: '待確認',
    confirmed: '已確認',
    disputed: '有異議',
    settled: '已結清',
    discarded: '已作廢',
  },
  confirmedAt: (at) => `確認於 ${at}`,
  total: '合計',
  received: '已付',
  open: '未付',
  orders: (count) => `${count} 單`,
  download: '下載 Excel',
  search: '單號、案件號、車牌',
  find: '尋找',
  none: '沒有符合的訂單。',
  page: (page, pages) => `第 ${page} / ${pages} 頁`,
  earlier: '上一頁',
  later: '下一頁',
  adjusted: (amount) => `調整 ${amount}`,
  posted: '已付清',
  disputed: '異議待處理',
  settled: '異議已處理',
  claims: (amount) => `認為應付 ${amount}`,
  dispute: '提出異議',
  disputeTitle: (number) => `對 ${number} 提出異議`,
  reason: '異議原因',
  claimed: '您認為應付（元，可不填）',
  send: '送出異議',
  back: '返回對帳單',
  reasonMissing: '請寫明原因。',
  amountWrong: '金額應為數字，例如 280 或 280.50。',
  confirm: '確認整份對帳單',
  confirmHint: (count, total) => `確認全部 ${count} 單，合計 ${total}，沒有異議。`,
  note: '確認人、備註（可不填）',
  changed: '對帳單剛剛有變動，剛才的操作沒有執行。請看過現在的內容再決定。',
  refused: '現在不能這樣操作，請看下面的最新狀態。',
};

const en: Texts = {
  lang: 'en',
  title: 'Statement',
  gone: ['This link has expired', 'Ask the company that gave it to you for a new one.'],
  revised: ['The statement is being revised', 'It will be sent again, and stand here as before.'],
  password: 'Password',
  passwordHint: 'Whoever sent you the link tells you the password apart from it.',
  enter: 'Open the statement',
  wrongPassword: 'The password is wrong.',
  tooMany: (minutes) => `Too many attempts: try again in ${minutes} min.`,
  from: (company) => `From ${company}`,
  period: (from, until) => `Period ${from} to ${until}`,
  edition: (edition) => `Edition ${edition}`,
  state: {
    draft: 'Draft',
    sent: 'To be confirmed',
    confirmed: 'Confirmed',
    disputed: 'Disputed',
    settled: 'Settled',
    discarded: 'Discarded',
  },
  confirmedAt: (at) => `Confirmed at ${at}`,
  total: 'Total',
  received: 'Paid',
  open: 'Open',
  orders: (count) => `${count} ${count === 1 ? 'order' : 'orders'}`,
  download: 'Download as Excel',
  search: 'Number, case, plate',
  find: 'Find',
  none: 'No such order.',
  page: (page, pages) => `Page ${page} of ${pages}`,
  earlier: 'Previous',
  later: 'Next',
  adjusted: (amount) => `Adjusted by ${amount}`,
  posted: 'Paid',
  disputed: 'Dispute under way',
  settled: 'Dispute settled',
  claims: (amount) => `should be ${amount}`,
  dispute: 'Dispute',
  disputeTitle: (number) => `Dispute ${number}`,
  reason: 'What is wrong',
  claimed: 'What you think is right (yuan, optional)',
  send: 'Send',
  back: 'Back to the statement',
  reasonMissing: 'Say what is wrong.',
  amountWrong: 'Enter an amount such as 280 or 280.50.',
  confirm: 'Confirm the whole statement',
  confirmHint: (count, total) =>
    `All ${count} ${count === 1 ? 'order' : 'orders'}, ${total} in total, are right.`,
  note: 'Your name, a note (optional)',
  changed: 'The statement has just changed, and nothing was done. Look at it as it stands now, then decide.',
  refused: 'This cannot be done now: see how the statement stands.',
};

/** @param accepted what `Accept-Language` prefers among these */
export function textsFor(accepted: string | false): Texts {
  if (accepted === 'zh-TW' || accepted === 'zh-HK') return zhTW;
  return accepted === 'en' ? en : zhCN;
}
