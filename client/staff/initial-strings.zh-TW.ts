// The words around first passwords for several people at once.
import type { InitialStrings } from './initial-strings.ts';

export default {
  begin: '設定初始密碼',
  question: (count: number) =>
    `為選取的 ${count} 位員工中還沒有密碼的人，各隨機產生一個初始密碼；已有的密碼不變。首次登入時必須變更。`,
  give: '產生密碼',
  stop: '停止',
  again: (count: number) => `重試 ${count} 位`,
  summary: (given: number, kept: number, failed: number) =>
    [`已設定 ${given} 位`, kept > 0 && `已有密碼 ${kept} 位`, failed > 0 && `未成功 ${failed} 位`]
      .filter(Boolean)
      .join('，'),
  onlyOnce: '密碼只在這裡顯示一次，關閉後無法再看到。請先複製或列印，再逐一告訴本人。',
  kept: (names: string) => `已有密碼，未更動：${names}`,
  failed: (name: string, reason: string) => `${name}：${reason}`,
  unsent: '還沒有傳送到伺服器，請稍後重試',
  broken: '未能完成，請重試',
  offline: '設定密碼需要連上伺服器',
  listTitle: '員工初始密碼',
  name: '姓名',
  username: '使用者名稱',
  password: '初始密碼',
  copyAll: '複製名單',
  copied: (count: number) => `已複製 ${count} 位的密碼`,
  print: '列印名單',
  listSeparator: '、',
} satisfies InitialStrings;
