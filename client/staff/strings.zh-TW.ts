// Signing in, and the menu of who is signed in.
import type { StaffStrings } from './strings.ts';

export default {
  signIn: '登入',
  signInHint: '道路救援調度平台',
  username: '使用者名稱',
  password: '密碼',
  company: '公司',
  usernameMissing: '請填寫使用者名稱',
  passwordMissing: '請填寫密碼',
  kept: (name: string) => `${name} 未送出的內容保存在本機，登入後繼續送出。`,
  needsNetwork: '首次登入需要連接伺服器',
  account: '帳戶',
  setup: '開始使用',
  language: '語言',
  theme: '外觀',
  themeSystem: '跟隨系統',
  themeLight: '淺色',
  themeDark: '深色',
  density: '密度',
  densityAuto: '自動',
  densityDense: '緊湊',
  densityComfortable: '寬鬆',
  signOut: '登出',
  signOutTitle: '還有未送出的內容',
  signOutMessage: (count: number) =>
    `還有 ${count} 項未送出。登出後保存在本機，您下次在此裝置登入時繼續送出。`,
  signOutAnyway: '仍要登出',
} satisfies StaffStrings;
