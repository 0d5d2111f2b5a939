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
};

export type ListStrings = Strings<typeof zhCN>;

export const listStrings = defineStrings<typeof zhCN>(zhCN, {
  'zh-TW': () => import('./list-strings.zh-TW.ts'),
  en: () => import('./list-strings.en.ts'),
});
