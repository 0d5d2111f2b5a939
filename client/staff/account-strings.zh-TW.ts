// The words of an employee's account.
import type { AccountStrings } from './account-strings.ts';

export default {
  account: '登入帳號',
  accountHint: '儲存在伺服器上，需要連線。',
  password: '密碼',
  lastSignIn: '上次登入',
  never: '從未登入',
  isSet: '已設定',
  isNotSet: '未設定，不能登入',
  mustChange: '已設定，下次登入時須變更',
  onItsWay: '正在設定密碼',
  notSent: '該員工還沒有傳送到伺服器。連線後即可在此設定密碼。',
  offline: '目前離線，連線後可查看登入情況和設定密碼。',
  again: '重試',
  signOut: '登出所有裝置',
  signOutQuestion: (name: string) => `讓「${name}」在所有裝置上登出？`,
  signOutHint: '一分鐘內生效，可用原密碼重新登入。已錄入但未傳送的內容仍保存在其裝置上。',
  signedOut: (name: string) => `「${name}」將在一分鐘內登出`,
  endHint: '停用員工或改為離職後，一分鐘內在其所有裝置上登出。',
} satisfies AccountStrings;
