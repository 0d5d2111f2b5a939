// The words of a document's history.
import type { HistoryStrings } from './strings.ts';

export default {
  title: '修改歷史',
  list: '修改記錄，最新的在前',
  kinds: { created: '新建', changed: '修改', deleted: '刪除' },
  private: '敏感資訊',
  server: '系統',
  unknownPerson: '（未知）',
  thisDevice: '本機',
  driversPhone: '司機手機',
  device: (id: string) => `裝置 ${id}`,
  noDevice: '介面',
  added: '增加',
  removed: '移除',
  becomes: '改為',
  notKept: '已更改（內容不留存）',
  restore: '恢復',
  restoreField: (field: string, value: string) => `將${field}恢復為${value}`,
  restored: (field: string) => `已恢復${field}`,
  offlineRestoring: '恢復這項需要連線',
  standsAlready: '現在就是這個值',
  more: '更早的修改',
  empty: '還沒有修改記錄',
  offline: '檢視修改歷史需要連網',
  offlineHint: '歷史保存在伺服器上，恢復連線後自動顯示。',
  refused: '暫時無法顯示修改歷史',
  stale: '目前離線，顯示的是之前取得的記錄。',
  rate: (services: string, version: number, from: string, price: string) =>
    `${services} 第 ${version} 版（${from} 起，${price}）`,
  otherServices: '其餘全部服務',
} satisfies HistoryStrings;
