// The words of repairs of finance.
import { defineStrings, type Strings } from '../i18n/strings.ts';

const zhCN = {
  action: '财务修复',
  title: (number: string) => `财务修复 ${number}`,
  message: '已入账的错误用冲回和重新入账来更正，原记录保留。',
  mistake: '哪里错了',
  mistakes: {
    method: '入账方式错了',
    received: '实收金额错了',
    amount: '核定金额错了',
    customer: '客户错了',
    stage: '退回重新处理',
  },
  backTo: '退回到',
  into: '记入哪个月份',
  sameMonth: '原分录所在的月份',
  openMonth: '当前开放的月份',
  reason: '原因',
  done: '已修复',
  same: '还没有改动',
  bookedOn: (date: string) => `记账日期 ${date}`,
};

export const repairStrings = defineStrings(zhCN, {
  'zh-TW': () => import('./repair-strings.zh-TW.ts'),
  en: () => import('./repair-strings.en.ts'),
});

export type RepairStrings = Strings<typeof zhCN>;
