// The words of the fields that are more than a text or a choice.
import { defineStrings, type Strings } from '../i18n/strings.ts';

const zhCN = {
  remove: (item: string) => `移除 ${item}`,
  chosen: (count: number) => `已选 ${count} 项`,
  selectMatches: (count: number) => `选择全部 ${count} 项`,
  clearAll: '全部移除',
  all: '全部',
  showPassword: '显示密码',
  hidePassword: '隐藏密码',
  capsLock: '大写锁定已打开',
  notATime: '请填写时间，例如 08:30',
  notAMonth: '请填写年月，例如 2026-03',
  incompleteDate: '请填写完整的日期',
  wrongMobile: (digits: number) => `手机号应为 11 位，现在是 ${digits} 位，请核对`,
  wrongPlate: (length: number) => `车牌应为 7 或 8 位，现在是 ${length} 位，请核对`,
  provinces: '省份简称',
  listHint: '按回车添加，可一次粘贴多项',
  alreadyThere: '已经在列表中',
};

export type FieldStrings = Strings<typeof zhCN>;

export const fieldStrings = defineStrings<typeof zhCN>(zhCN, {
  'zh-TW': () => import('./field-strings.zh-TW.ts'),
  en: () => import('./field-strings.en.ts'),
});
