// The words of the reservations that nobody is sent to yet.
import type { ReservationStrings } from './strings.ts';

export default {
  title: '預約訂單',
  search: '單號、車牌、電話、姓名',
  newReservation: '新建訂單',
  whenLabel: '預約時間',
  when: { overdue: '已逾期', today: '今天', tomorrow: '明天', later: '以後' },
  soon: '即將到時',
  outlet: '網點',
  customer: '客戶',
  service: '服務項目',
  column: {
    scheduled: '預約時間',
    due: '期限',
    number: '單號',
    note: '備註',
    created: '建單時間',
  },
  lead: '提前提醒',
  leadOf: (minutes: number) => `提前 ${minutes} 分鐘提醒`,
  dueBanner: (overdue: number, soon: number, minutes: number) =>
    [overdue > 0 && `${overdue} 張預約已過時間`, soon > 0 && `${soon} 張預約在 ${minutes} 分鐘內到時間`]
      .filter(Boolean)
      .join('，') + '，還沒有派遣。',
  look: '檢視',
  news: {
    soon: (time: string) => `預約 ${time} 快到時間了，請派遣`,
    overdue: (time: string) => `預約 ${time} 已過時間，還沒有派遣`,
  },
  manyNews: {
    soon: (count: number) => `${count} 張預約快到時間了，請派遣`,
    overdue: (count: number) => `${count} 張預約已過時間，還沒有派遣`,
  },
  emptyTitle: '沒有等待派遣的預約',
  emptyHint: '建單時選擇「預約單」並填寫預約時間，訂單在派遣前會列在這裡。',
} satisfies ReservationStrings;
