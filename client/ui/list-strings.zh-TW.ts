// The words of lists in traditional Chinese.
import type { ListStrings } from './list-strings.ts';

const strings: ListStrings = {
  search: '搜尋',
  searchHint: '搜尋（/）',
  clearSearch: '清除搜尋',
  filters: '篩選',
  filtersOn: (count) => `篩選（${count}）`,
  clearFilters: '清除篩選',
  showResults: (count) => `檢視 ${count} 筆`,
  results: (count) => `共 ${count} 筆`,
  resultsOf: (count, total) => `${count} / ${total} 筆`,
  chosenAndMore: (first, more) => `${first} 等 ${more + 1} 項`,
  filterOptions: '尋找選項',
  anyTime: '不限時間',
  from: '開始',
  to: '結束',
  since: (day) => `${day} 起`,
  until: (day) => `至 ${day}`,
  endsBeforeStart: '結束不能早於開始',
  customRange: '自訂',
  presets: {
    today: '今天',
    yesterday: '昨天',
    'last-7-days': '最近 7 天',
    'this-month': '本月',
    'last-month': '上個月',
  },
};

export default strings;
