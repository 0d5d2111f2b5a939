// The page of what is not sent and what was refused.
import { defineStrings, type Strings } from '../i18n/strings.ts';

const zhCN = {
  title: '同步',
  unsentTitle: '未发送',
  refusedTitle: '被拒绝',
  allSent: '全部已发送',
  allSentHint: '您录入的内容都已到达服务器。',
  waitingHint: '恢复网络后自动按顺序发送，无需重复录入。',
  noOrder: '订单已不在本机',
  newOrder: '新订单',
  entered: '录入内容',
  dismiss: '知道了',
  tryAgain: '重新提交',
  tried: '已重新提交',
  lastContact: (time: string) => `最近连接服务器：${time}`,
  never: '本次打开后尚未连接服务器',
};

export type SyncStrings = Strings<typeof zhCN>;

export const syncStrings = defineStrings<typeof zhCN>(zhCN, {
  'zh-TW': () => import('./strings.zh-TW.ts'),
  en: () => import('./strings.en.ts'),
});
