// The words of a document's history.
import { defineStrings, type Strings } from '../i18n/strings.ts';

const zhCN = {
  title: '修改历史',
  list: '修改记录，最新的在前',
  kinds: { created: '新建', changed: '修改', deleted: '删除' },
  private: '敏感信息',
  server: '系统',
  unknownPerson: '（未知）',
  thisDevice: '本机',
  driversPhone: '司机手机',
  device: (id: string) => `设备 ${id}`,
  noDevice: '接口',
  added: '增加',
  removed: '移除',
  becomes: '改为',
  notKept: '已更改（内容不留存）',
  restore: '恢复',
  restoreField: (field: string, value: string) => `将${field}恢复为${value}`,
  restored: (field: string) => `已恢复${field}`,
  offlineRestoring: '恢复这项需要联网',
  standsAlready: '现在就是这个值',
  more: '更早的修改',
  empty: '还没有修改记录',
  offline: '查看修改历史需要联网',
  offlineHint: '历史保存在服务器上，恢复连接后自动显示。',
  refused: '暂时无法显示修改历史',
  stale: '当前离线，显示的是之前取得的记录。',
  rate: (services: string, version: number, from: string, price: string) =>
    `${services} 第 ${version} 版（${from} 起，${price}）`,
  otherServices: '其余全部服务',
};

export type HistoryStrings = Strings<typeof zhCN>;

export const historyStrings = defineStrings<typeof zhCN>(zhCN, {
  'zh-TW': () => import('./strings.zh-TW.ts'),
  en: () => import('./strings.en.ts'),
});
