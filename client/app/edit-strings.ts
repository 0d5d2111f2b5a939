// The words around every page on which something is edited.
import { defineStrings, type Strings } from '../i18n/strings.ts';

const zhCN = {
  leaveQuestion: '离开此页？',
  leaveKept: '修改还没有保存。草稿留在本机，下次打开时可以继续。',
  leaveLost: '修改还没有保存，离开后会丢失。',
  leave: '离开',
  stay: '继续填写',
};

export type EditStrings = Strings<typeof zhCN>;

export const editStrings = defineStrings<typeof zhCN>(zhCN, {
  'zh-TW': () => import('./edit-strings.zh-TW.ts'),
  en: () => import('./edit-strings.en.ts'),
});
