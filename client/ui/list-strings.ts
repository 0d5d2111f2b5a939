// The words of lists: filters, columns, selection, export. Pages bring those of their domain.
import { defineStrings, type Strings } from '../i18n/strings.ts';

const zhCN = {
  search: '搜索',
  searchHint: '搜索（/）',
  clearSearch: '清除搜索',
  filters: '筛选',
  filtersOn: (count: number) => `筛选（${count}）`,
  clearFilters: '清除筛选',
  showResults: (count: string) => `查看 ${count} 条`,
  results: (count: string) => `共 ${count} 条`,
  resultsOf: (count: string, total: string) => `${count} / ${total} 条`,
  chosenAndMore: (first: string, more: number) => `${first} 等 ${more + 1} 项`,
  filterOptions: '查找选项',
  anyTime: '不限时间',
  from: '开始',
  to: '结束',
  since: (day: string) => `${day} 起`,
  until: (day: string) => `至 ${day}`,
  endsBeforeStart: '结束不能早于开始',
  customRange: '自定义',
  presets: {
    today: '今天',
    yesterday: '昨天',
    'last-7-days': '最近 7 天',
    'this-month': '本月',
    'last-month': '上月',
  },
  exportAll: '导出',
  exportTicked: (count: string) => `导出已选 ${count} 项`,
  exporting: '导出中…',
  copy: '复制表格',
  copied: (count: string) => `已复制 ${count} 行`,
  copyFailed: '浏览器不允许复制，请改用导出',
  exportXlsx: '导出 Excel（XLSX）',
  exportCsv: '导出 CSV',
  exportFailed: '未能生成文件，请重试',
  nothingToExport: '没有可导出的内容',
  print: '打印',
  printedAt: (at: string) => `打印于 ${at}`,
  nothingFound: '没有符合条件的内容',
  nothingFoundHint: '换个关键词，或放宽筛选条件',
  columns: '列',
  resetColumns: '恢复默认列',
  selection: '已选的行',
  selected: (count: string) => `已选 ${count} 项`,
  selectAllOf: (count: string) => `全选 ${count} 项`,
  clearSelection: '取消选择',
  batch: {
    item: '项目',
    verdict: '结果',
    reason: '原因',
    state: { waiting: '等待中', running: '处理中', done: '成功', failed: '失败' },
    summary: (done: number, failed: number, left: number) =>
      `成功 ${done}，失败 ${failed}${left > 0 ? `，剩余 ${left}` : ''}`,
    stop: '停止',
    resume: (count: number) => `继续处理 ${count} 项`,
    retry: (count: number) => `重试失败的 ${count} 项`,
    broken: '操作未能完成，请重试',
  },
};

export type ListStrings = Strings<typeof zhCN>;

export const listStrings = defineStrings<typeof zhCN>(zhCN, {
  'zh-TW': () => import('./list-strings.zh-TW.ts'),
  en: () => import('./list-strings.en.ts'),
});
