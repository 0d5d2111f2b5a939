// The words of the rule that whoever verified does not approve.
import { defineStrings } from '../i18n/strings.ts';

const zhCN = {
  name: '核价须由核单人以外的人办理',
  hint: '关闭后，核单人可以自己核价。关闭和开启都会记录，并在核价页面显示。',
  off: '本公司允许核单人自己核价',
  offSince: (who: string, when: string) => `本公司允许核单人自己核价（${who} 于 ${when} 设定）`,
  lastChange: (who: string, when: string) => `${who} 于 ${when} 更改`,
  history: '修改历史',
  switchOff: '允许核单人自己核价？',
  confirm: '允许',
};

export const ruleStrings = defineStrings<typeof zhCN>(zhCN, {
  'zh-TW': () => import('./rule-strings.zh-TW.ts'),
  en: () => import('./rule-strings.en.ts'),
});

export type RuleStrings = typeof zhCN;
