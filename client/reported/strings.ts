// The words of extra work and outlays that are reported.
import { defineStrings } from '../i18n/strings.ts';

const zhCN = {
  kind: { extras: '附加作业', outlays: '代垫费用' },
  add: '没有；有则选择',
  unit: { once: '', km: '公里', hour: '小时', wheel: '轮' },
  quantity: (name: string) => `${name}数量`,
  amount: (name: string) => `${name}金额`,
  less: (name: string) => `减少${name}`,
  more: (name: string) => `增加${name}`,
  remove: (name: string) => `删除${name}`,
  enterQuantity: '请填数量',
  enterAmount: '请填金额',
};

export const reportedStrings = defineStrings<typeof zhCN>(zhCN, {
  'zh-TW': () => import('./strings.zh-TW.ts'),
  en: () => import('./strings.en.ts'),
});

export type ReportedStrings = typeof zhCN;
