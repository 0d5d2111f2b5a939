// The words of the rule that whoever verified does not approve.
import type { RuleStrings } from './rule-strings.ts';

export default {
  name: '核價須由核單人以外的人辦理',
  hint: '關閉後，核單人可以自己核價。關閉和開啟都會記錄，並在核價頁面顯示。',
  off: '本公司允許核單人自己核價',
  offSince: (who: string, when: string) => `本公司允許核單人自己核價（${who} 於 ${when} 設定）`,
  lastChange: (who: string, when: string) => `${who} 於 ${when} 更改`,
  history: '修改歷史',
  switchOff: '允許核單人自己核價？',
  confirm: '允許',
} satisfies RuleStrings;
