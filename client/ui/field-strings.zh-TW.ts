// The words of fields, in traditional Chinese.
import type { FieldStrings } from './field-strings.ts';

const strings: FieldStrings = {
  remove: (item) => `移除 ${item}`,
  chosen: (count) => `已選 ${count} 項`,
  selectMatches: (count) => `選擇全部 ${count} 項`,
  clearAll: '全部移除',
  all: '全部',
  showPassword: '顯示密碼',
  hidePassword: '隱藏密碼',
  capsLock: '大寫鎖定已開啟',
  notATime: '請填寫時間，例如 08:30',
  notAMonth: '請填寫年月，例如 2026-03',
  incompleteDate: '請填寫完整的日期',
  wrongMobile: (digits: number) => `手機號應為 11 位，現在是 ${digits} 位，請核對`,
  wrongPlate: (length: number) => `車牌應為 7 或 8 位，現在是 ${length} 位，請核對`,
  provinces: '省份簡稱',
  listHint: '按 Enter 加入，可一次貼上多項',
  alreadyThere: '已經在清單中',
};

export default strings;
