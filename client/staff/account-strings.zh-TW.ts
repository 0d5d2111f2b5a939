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
  endHint: '停用員工或改為離職後，一分鐘內在其所有裝置上登出。',
} satisfies AccountStrings;
