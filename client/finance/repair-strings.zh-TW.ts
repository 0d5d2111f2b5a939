// The words of repairs of finance.
import type { RepairStrings } from './repair-strings.ts';

export default {
  action: '財務修復',
  title: (number: string) => `財務修復 ${number}`,
  message: '已入帳的錯誤用沖回和重新入帳來更正，原記錄保留。',
  mistake: '哪裡錯了',
  mistakes: {
    method: '入帳方式錯了',
    received: '實收金額錯了',
    amount: '核定金額錯了',
    customer: '客戶錯了',
    stage: '退回重新處理',
  },
  backTo: '退回到',
  into: '記入哪個月份',
  sameMonth: '原分錄所在的月份',
  openMonth: '目前開放的月份',
  reason: '原因',
  done: '已修復',
  same: '還沒有改動',
  bookedOn: (date: string) => `記帳日期 ${date}`,
} satisfies RepairStrings;
