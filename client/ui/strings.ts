// The words that the kit itself says. Pages bring their own.
import { defineStrings, type Strings } from '../i18n/strings.ts';

const zhCN = {
  close: '关闭',
  cancel: '取消',
  confirm: '确定',
  clear: '清除',
  retry: '重试',
  more: '更多',
  menu: '菜单',
  loading: '加载中…',
  required: '必填',
  busy: '处理中',
  noMatches: '没有匹配的选项',
  typeToSearch: '输入以搜索',
  searchFailed: '搜索失败',
  moreMatches: (count: number) => `还有 ${count} 项，请继续输入以缩小范围`,
  options: '选项',
  choose: '请选择',
  reason: '原因',
  reasonNote: '补充说明',
  reasonNeeded: '请选择原因',
  noteNeeded: '请填写说明',
  notifications: '通知（{hotkey}）',
  skipToMain: '跳到主要内容',
  mainNavigation: '主导航',
  collapseSidebar: '收起侧栏',
  expandSidebar: '展开侧栏',
  notANumber: '请输入数字',
  wholeNumber: '请输入整数',
  atLeast: (limit: string) => `不能小于 ${limit}`,
  atMost: (limit: string) => `不能大于 ${limit}`,
  notAnAmount: '请输入金额，例如 1234.50',
  tooManyDecimals: '金额最多两位小数',
  amountTooLarge: '金额过大',
  incompleteTime: '请填写完整的日期和时间',
  selectRow: '选择此行',
  selectAll: '全选已加载的行',
  ascending: '升序',
  descending: '降序',
  loadingMore: '正在加载更多…',
  nothingHere: '暂无内容',
  loadFailed: '加载失败',
  pendingMark: '待处理',
  total: (count: number) => `共 ${count} 条`,
};

export type UiStrings = Strings<typeof zhCN>;

export const uiStrings = defineStrings<typeof zhCN>(zhCN, {
  'zh-TW': () => import('./strings.zh-TW.ts'),
  en: () => import('./strings.en.ts'),
});
