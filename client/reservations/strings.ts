// The words of the reservations that nobody is sent to yet.
import { defineStrings, type Strings } from '../i18n/strings.ts';

const zhCN = {
  title: '预约订单',
  search: '单号、车牌、电话、姓名',
  newReservation: '新建订单',
  whenLabel: '预约时间',
  when: { overdue: '已逾期', today: '今天', tomorrow: '明天', later: '以后' },
  soon: '即将到时',
  outlet: '网点',
  customer: '客户',
  service: '服务项目',
  column: {
    scheduled: '预约时间',
    due: '期限',
    number: '单号',
    note: '备注',
    created: '建单时间',
  },
  lead: '提前提醒',
  leadOf: (minutes: number) => `提前 ${minutes} 分钟提醒`,
  dueBanner: (overdue: number, soon: number, minutes: number) =>
    [overdue > 0 && `${overdue} 张预约已过时间`, soon > 0 && `${soon} 张预约在 ${minutes} 分钟内到时间`]
      .filter(Boolean)
      .join('，') + '，还没有派遣。',
  look: '查看',
  news: {
    soon: (time: string) => `预约 ${time} 快到时间了，请派遣`,
    overdue: (time: string) => `预约 ${time} 已过时间，还没有派遣`,
  },
  manyNews: {
    soon: (count: number) => `${count} 张预约快到时间了，请派遣`,
    overdue: (count: number) => `${count} 张预约已过时间，还没有派遣`,
  },
  emptyTitle: '没有等待派遣的预约',
  emptyHint: '建单时选择“预约单”并填写预约时间，订单在派遣前会列在这里。',
};

export type ReservationStrings = Strings<typeof zhCN>;

export const reservationStrings = defineStrings<typeof zhCN>(zhCN, {
  'zh-TW': () => import('./strings.zh-TW.ts'),
  en: () => import('./strings.en.ts'),
});
