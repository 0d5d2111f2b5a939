// The words of every page that shows one reference document.
import { defineStrings, type Strings } from '../i18n/strings.ts';

const zhCN = {
  back: '返回列表',
  loading: '正在读取…',
  notFound: '找不到这条记录',
  notFoundHint: '可能已被删除，或不在您的权限范围内。',
  saved: '已保存',
  sentLater: '目前离线，联网后自动发送。',
  readOnly: '您没有编辑权限，仅可查看。',
  mayNotCreate: '您没有新增权限',
  cancel: '取消',
  copy: '复制为新记录',
  copyName: (name: string) => `${name} 副本`,
  enabled: '已启用',
  disabled: '已停用',
  state: '状态',
  inUse: '使用中',
  unsent: '未发送',
  disable: '停用',
  enable: '启用',
  disableQuestion: (name: string) => `停用“${name}”？`,
  disableHint: '停用后不能再被选用，已有的订单和记录照常显示，随时可以再启用。',
  delete: '删除',
  deleteQuestion: (name: string) => `删除“${name}”？`,
  deleteHint: '删除后从所有设备上消失，修改历史仍保留在服务器上。',
  deleted: (name: string) => `已删除“${name}”`,
  nowDisabled: (name: string) => `已停用“${name}”`,
  nowEnabled: (name: string) => `已启用“${name}”`,
  usedBy: (names: string) => `被使用，不能删除：${names}`,
  usedByOrders: (count: number) => `${count} 个订单`,
  usedByManyOrders: (most: number) => `${most} 个以上订单`,
  more: (count: number) => `等 ${count} 项`,
  noDeleteRight: '您没有删除权限',
  undo: '撤销',
  history: '修改历史',
  listSeparator: '、',
  batchDisable: '停用',
  batchEnable: '启用',
  batchDelete: '删除',
  batchDeleteQuestion: (count: number) => `删除所选 ${count} 项？`,
  batchDeleteHint: '正在被使用的不会删除，并逐项说明原因。删除后从所有设备上消失，修改历史仍保留在服务器上。',
  batchTitle: { disable: '批量停用', enable: '批量启用', delete: '批量删除' },
  broken: '操作未能完成，请重试',
  unchanged: '无需改动',
};

export type RecordStrings = Strings<typeof zhCN>;

export const recordStrings = defineStrings<typeof zhCN>(zhCN, {
  'zh-TW': () => import('./strings.zh-TW.ts'),
  en: () => import('./strings.en.ts'),
});
